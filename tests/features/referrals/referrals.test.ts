import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import type { PersonId, TeamId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import type { TeamAct, TeamActor } from '../../../src/features/referrals/act-on-referral.js';
import { contactsCard, loadsCard } from '../../../src/features/referrals/cards/counts.card.js';
import { myTeamCard } from '../../../src/features/referrals/cards/my-team.card.js';
import { noticeCard } from '../../../src/features/referrals/cards/notice.card.js';
import { passedOnCard, referralCard } from '../../../src/features/referrals/cards/referral.card.js';
import { clearCard, deliverReferral, updateCard } from '../../../src/features/referrals/deliver-referral.js';
import type { CardPlace, Notice } from '../../../src/features/referrals/ports.js';
import { remindLate } from '../../../src/features/referrals/remind-late.js';
import { tellAsker } from '../../../src/features/referrals/tell-asker.js';
import { referralsUseCases } from '../../../src/features/referrals/use-cases.js';
import { expectGoodCard } from '../../support/good-card.js';
import { aPerson, nextId, NOW, without } from '../../support/memory/question-builders.js';
import { aLead } from '../../support/memory/question-desk.js';
import { ADVISER, aReferral, DUE, GMP, NEIGHBOURHOOD } from '../../support/memory/referral-builders.js';
import { memoryReferrals } from '../../support/memory/referral-store.js';

const CHANNEL = '19:adviser@thread.tacv2';

function open(hasChannel = true) {
  const store = memoryReferrals();
  store.putChannel(CHANNEL, ADVISER);
  const forces = createAreaDirectory();
  const toPeople: { person: PersonId; notice: Notice }[] = [];
  const toTeams: { team: TeamId; notice: Notice }[] = [];
  const updates: { place: CardPlace; card: object }[] = [];
  const courier = {
    toPerson: (person: PersonId, notice: Notice) => Promise.resolve(void toPeople.push({ person, notice })),
    toTeam: (team: TeamId, notice: Notice) => {
      toTeams.push({ team, notice });
      return Promise.resolve(hasChannel ? { conversationId: CHANNEL, activityId: notice.key } : {});
    },
    updateTeam: (place: CardPlace, card: object) => Promise.resolve(void updates.push({ place, card })),
  };
  const links = {
    personal: (person: PersonId) => Promise.resolve(`https://desk.test/me/${person}`),
    team: (team: TeamId) => Promise.resolve(`https://desk.test/team/${team}`),
  };
  const ports = { store, courier, links, forces, referralCard, passedOnCard, noticeCard };
  const useCases = referralsUseCases({ store, ids: { uuid: nextId }, forces });
  const details = aReferral();
  store.put(details);
  const { id } = details.referral;
  const officer = aPerson({ name: 'Hannah Adviser' });
  const inChannel: TeamActor = { kind: 'person', person: officer, conversationId: CHANNEL };
  const act = (what: TeamAct, version: number, more: { actor?: TeamActor; reason?: string } = {}) =>
    useCases.actOnReferral({ actor: inChannel, id, act: what, version, now: NOW, ...more });
  return { store, useCases, ports, details, id, officer, act, toPeople, toTeams, updates };
}

test('a referral is delivered to its team’s channel as a card, and the card’s place is kept', async () => {
  const { ports, id, toTeams, store, details } = open();
  await deliverReferral(ports)({ id, now: NOW });
  expect(toTeams.map(({ team }) => team)).toEqual([ADVISER]);
  expect(JSON.stringify(toTeams[0]?.notice.card)).toContain(details.text);
  expect((await store.find(id))?.place?.conversationId).toBe(CHANNEL);
});

test('the mail to a team holds a signed link, and neither the person nor their words', async () => {
  const { ports, id, toTeams, details } = open(false);
  await deliverReferral(ports)({ id, now: NOW });
  const mail = toTeams[0]?.notice.mail.text ?? '';
  expect(mail).toContain('https://desk.test/team/greater-manchester/adviser');
  expect(mail).toContain('Wednesday 10 February 2027');
  expect(mail).not.toContain(details.text);
  expect(mail).not.toContain(details.person.name);
});

test('acknowledge, contact and close go their way; the asker hears of each, and contact is on the register', async () => {
  const { ports, act, id, store, toPeople, details } = open();
  const steps = [
    ['acknowledge', 1],
    ['contact', 2],
    ['close', 3],
  ] as const;
  for (const [what, version] of steps) {
    expect(await act(what, version)).toMatchObject({ kind: 'acted' });
    await tellAsker(ports)({ id, version: version + 1 });
  }
  expect(toPeople.map(({ notice }) => notice.mail.subject)).toEqual([
    'Your local team has your question',
    'Your local team has been in touch',
    'Your question is closed',
  ]);
  expect(new Set(toPeople.map(({ person }) => person))).toEqual(new Set([details.person.id]));
  expect(store.contactLines).toMatchObject([{ person: details.person.id, team: ADVISER }]);
});

test('a repeated click changes nothing and tells nobody twice', async () => {
  const { act, store } = open();
  await act('acknowledge', 1);
  expect(await act('acknowledge', 1)).toMatchObject({ kind: 'acted' });
  expect(store.outgoing.filter(({ job }) => job === 'referrals.tell-asker')).toHaveLength(1);
});

test('the second of two officers is told, and nothing is lost', async () => {
  const { act } = open();
  await act('contact', 1);
  expect(await act('close', 1, { reason: 'No need.' })).toMatchObject({
    kind: 'conflict',
    problem: expect.stringContaining('Somebody changed') as string,
  });
});

test('only the team’s own channel, its link or its officers may act; for others the referral does not exist', async () => {
  const { act, officer } = open();
  const withRole: Person = { ...officer, roles: [{ role: 'local-team', force: GMP, team: ADVISER }] };
  const other: Person = { ...officer, roles: [{ role: 'local-team', force: GMP, team: NEIGHBOURHOOD }] };
  const elsewhere = { kind: 'person', person: officer, conversationId: '19:someone@else' } as const;
  expect(await act('acknowledge', 1, { actor: elsewhere })).toEqual({ kind: 'unknown' });
  expect(await act('acknowledge', 1, { actor: { kind: 'person', person: other } })).toEqual({
    kind: 'unknown',
  });
  expect(await act('acknowledge', 1, { actor: { kind: 'team', team: NEIGHBOURHOOD } })).toEqual({
    kind: 'unknown',
  });
  expect(await act('acknowledge', 1, { actor: { kind: 'person', person: withRole } })).toMatchObject({
    kind: 'acted',
  });
  expect(await act('contact', 2, { actor: { kind: 'team', team: ADVISER } })).toMatchObject({
    kind: 'acted',
  });
});

test('closing without contact and passing on need a reason, whose words stay off the record', async () => {
  const { act, store } = open();
  expect(await act('close', 1)).toMatchObject({ kind: 'refused' });
  expect(await act('pass-on', 1, { reason: ' ' })).toMatchObject({ kind: 'refused' });
  expect(await act('pass-on', 1, { reason: 'Zanzibar' })).toMatchObject({
    kind: 'acted',
    details: { referral: { team: NEIGHBOURHOOD } },
  });
  expect(JSON.stringify([store.record, store.outgoing])).not.toContain('Zanzibar');
  expect(store.outgoing.map(({ job }) => job)).toEqual(['referrals.tell-asker', 'referrals.deliver']);
});

test('passed on, a question leaves the old team’s card without person and words, whoever passed it on', async () => {
  const { ports, act, id, details, updates, store } = open();
  const place = { conversationId: CHANNEL, activityId: 'a' };
  await store.keepPlace(id, place);
  await act('pass-on', 1, { actor: { kind: 'team', team: ADVISER }, reason: 'Not ours.' });
  const sent = store.outgoing.find(({ job }) => job === 'referrals.clear-card');
  expect(sent?.data).toEqual({ referralId: id, ...place });
  await clearCard(ports)({ id, place });
  expect(updates.map((update) => update.place)).toEqual([place]);
  const card = JSON.stringify(updates[0]?.card);
  expect(card).toContain('Passed on to');
  expect(card).not.toContain(details.text);
  expect(card).not.toContain(details.person.name);
});

test('a question that comes back to a team is posted there anew', async () => {
  const { ports, act, id, toTeams, store } = open();
  await deliverReferral(ports)({ id, now: NOW });
  await act('pass-on', 1, { reason: 'Not ours.' });
  await act('pass-on', 2, { actor: { kind: 'team', team: NEIGHBOURHOOD }, reason: 'Not ours either.' });
  const [there, back] = store.outgoing.filter(({ job }) => job === 'referrals.deliver');
  expect([there?.data, back?.data]).toMatchObject([{ team: NEIGHBOURHOOD }, { team: ADVISER, version: 3 }]);
  await deliverReferral(ports)({ id, now: NOW, passedOn: { version: 2, team: NEIGHBOURHOOD } });
  await deliverReferral(ports)({ id, now: NOW, passedOn: { version: 3, team: ADVISER } });
  expect(toTeams.map(({ team }) => team)).toEqual([ADVISER, ADVISER]);
  expect(new Set(toTeams.map(({ notice }) => notice.key)).size).toBe(2);
});

test('what the asker takes back leaves the team’s card without person and words', async () => {
  const { ports, useCases, id, details, updates, store } = open();
  await store.keepPlace(id, { conversationId: CHANNEL, activityId: 'a' });
  await useCases.withdrawReferral({ question: details.question, now: NOW });
  await useCases.withdrawReferral({ question: details.question, now: NOW });
  await updateCard(ports)({ id, now: NOW });
  expect(store.outgoing).toHaveLength(1);
  const card = JSON.stringify(updates[0]?.card);
  expect(card).toContain('taken this question back');
  expect(card).not.toContain(details.text);
  expect(card).not.toContain(details.person.name);
});

test('lateness is told once: to the team, and for contact to the leads too, who learn no name and no word', async () => {
  const { ports, useCases, id, toPeople, toTeams, details, store } = open();
  const lead = aLead();
  store.putLead(lead.id, 'north-west');
  store.putLead(aLead().id, 'wales');
  const late = plusMinutes(DUE.contactBy, 30);
  expect(await useCases.findLate(late)).toEqual({ told: 1 });
  expect(await useCases.findLate(late)).toEqual({ told: 0 });
  await remindLate(ports)({ id, what: 'contact', now: late });
  expect(toTeams).toHaveLength(1);
  expect(toPeople.map(({ person }) => person)).toEqual([lead.id]);
  const told = JSON.stringify(toPeople);
  expect(told).not.toContain(details.text);
  expect(told).not.toContain(details.person.name);
});

test('a lead counts their own region’s forces, the coordinator all of them', async () => {
  const { useCases } = open();
  const loads = await useCases.countReferrals({ person: aLead(), now: plusMinutes(DUE.contactBy, 1) });
  expect(loads.map(({ force }) => force)).toEqual([
    'cheshire',
    'cumbria',
    'greater-manchester',
    'lancashire',
    'merseyside',
  ]);
  expect(loads[2]).toEqual({ force: GMP, open: 1, acknowledgeLate: 1, contactLate: 1 });
  const all = await useCases.countReferrals({
    person: aPerson({ roles: [{ role: 'coordinator' }] }),
    now: NOW,
  });
  expect(all).toHaveLength(45);
});

test('counts of contacts under five are veiled', () => {
  const card = JSON.stringify(
    contactsCard([{ force: GMP, withContact: 4, without: 17 }], { page: 1, forceName: () => 'GMP' }),
  );
  expect(card).toContain('fewer than 5');
  expect(card).toContain('"17"');
});

test('my team names the team of the person’s area and audience and shows their own questions alone', async () => {
  const { useCases, details } = open();
  const other = await useCases.showMyTeam({ person: aPerson() });
  const mine = await useCases.showMyTeam({ person: aPerson({ id: details.person.id }) });
  expect(other).toMatchObject({ teamName: ADVISER, referrals: [], line: { phone: '101' } });
  expect(mine.kind === 'team' && mine.referrals).toHaveLength(1);
  expect(await useCases.showMyTeam({ person: without(aPerson(), 'area') })).toEqual({ kind: 'no-area' });
});

test('every card of a referral is good, in every state, with the longest words', async () => {
  const { useCases, details } = open();
  const states = ['open', 'passed-on', 'acknowledged', 'contacted', 'closed', 'withdrawn'] as const;
  for (const state of states)
    for (const text of ['x'.repeat(4000), '"\\\u0001'.repeat(1333)]) {
      const row = aReferral({ text, referral: { ...details.referral, state } });
      for (const now of [NOW, plusMinutes(DUE.contactBy, 1)])
        expectGoodCard(referralCard(row, now, 'Somebody was first.'));
    }
  expectGoodCard(passedOnCard(details));
  const mine = await useCases.showMyTeam({ person: aPerson({ id: details.person.id }) });
  if (mine.kind === 'team') expectGoodCard(myTeamCard(mine));
  const forces = await useCases.countReferrals({
    person: aPerson({ roles: [{ role: 'coordinator' }] }),
    now: NOW,
  });
  for (const page of [1, 3, 5]) expectGoodCard(loadsCard(forces, { page, forceName: (force) => force }));
});
