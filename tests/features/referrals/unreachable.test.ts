import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import type { PersonId } from '../../../src/domain/shared/ids.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import { noticeCard } from '../../../src/features/referrals/cards/notice.card.js';
import { passedOnCard, referralCard } from '../../../src/features/referrals/cards/referral.card.js';
import type { Notice } from '../../../src/features/referrals/ports.js';
import { referralsJobs } from '../../../src/features/referrals/referrals.jobs.js';
import { referralsUseCases } from '../../../src/features/referrals/use-cases.js';
import { aPerson, nextId } from '../../support/memory/question-builders.js';
import { aLead } from '../../support/memory/question-desk.js';
import { ADVISER, aReferral, DUE } from '../../support/memory/referral-builders.js';
import { memoryReferrals } from '../../support/memory/referral-store.js';

const LATE = plusMinutes(DUE.contactBy, 30);

/** A team with neither channel nor mail, and a courier that cannot reach some people either. */
function open(unreachable: readonly PersonId[] = []) {
  const store = memoryReferrals();
  const forces = createAreaDirectory();
  const told: { person: PersonId; notice: Notice }[] = [];
  const courier = {
    toPerson: (person: PersonId, notice: Notice) =>
      unreachable.includes(person)
        ? Promise.reject(new Error('a person cannot be reached'))
        : Promise.resolve(void told.push({ person, notice })),
    toTeam: () => Promise.reject(new Error('a local team cannot be reached')),
    updateTeam: () => Promise.resolve(),
  };
  const links = { personal: () => Promise.resolve('p'), team: () => Promise.resolve('t') };
  const useCases = referralsUseCases({ store, ids: { uuid: nextId }, forces });
  const jobs = referralsJobs(useCases, {
    store,
    courier,
    links,
    forces,
    referralCard,
    passedOnCard,
    noticeCard,
  });
  const details = aReferral();
  store.put(details);
  const referralId = details.referral.id;
  const job = (name: string) => jobs.find((entry) => entry.name === name)!;
  return {
    store,
    told,
    details,
    fail: () => job('referrals.deliver').lastFailure({ referralId }, new Error('gone')),
    remind: () => job('referrals.remind').run({ referralId, what: 'contact' }, { now: LATE }),
  };
}

test('a question that its team could not be given is told to the leads of the region, with what to do', async () => {
  const { store, told, details, fail } = open();
  const lead = aLead();
  store.putLead(lead.id, 'north-west');
  store.putLead(aLead().id, 'wales');
  store.putCoordinator(aPerson().id);
  await fail();
  expect(told.map(({ person }) => person)).toEqual([lead.id]);
  const words = told[0]?.notice.mail.text ?? '';
  expect(words).toContain('desk directory import');
  expect(words).toContain(`"id":"${ADVISER}"`);
  expect(JSON.stringify(told)).not.toContain(details.text);
  expect(JSON.stringify(told)).not.toContain(details.person.name);
});

test('where a region has no lead, the coordinators hear of it', async () => {
  const { store, told, fail } = open();
  const coordinator = aPerson();
  store.putCoordinator(coordinator.id);
  await fail();
  expect(told.map(({ person }) => person)).toEqual([coordinator.id]);
});

test('late contact is told to every lead that can be reached, though the team and one lead cannot', async () => {
  const [away, there] = [aLead(), aLead()];
  const { store, told, remind } = open([away.id]);
  store.putLead(away.id, 'north-west');
  store.putLead(there.id, 'north-west');
  await expect(remind()).rejects.toThrow('a local team cannot be reached');
  expect(told.map(({ person }) => person)).toEqual([there.id]);
});
