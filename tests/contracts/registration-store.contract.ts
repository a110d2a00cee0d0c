import { randomUUID } from 'node:crypto';
import type { OfferedBriefing, Registration } from '../../src/domain/registration/registration.js';
import { brand, type PersonId, type RegistrationId } from '../../src/domain/shared/ids.js';
import type { Person } from '../../src/domain/shared/person.js';
import { plusMinutes, type Instant } from '../../src/domain/shared/time.js';
import type { RegistrationStore, Told } from '../../src/features/registrations/ports.js';
import { NOW } from '../support/memory/briefing-builders.js';
import { aBriefing, aRegistration, aStranger, codeOf } from '../support/memory/registration-builders.js';

export interface OpenRegistrations {
  readonly store: RegistrationStore;
  putPerson(person: Person): Promise<void>;
  putBriefing(briefing: OfferedBriefing): Promise<void>;
  trustDomain(domain: string): Promise<void>;
  /** The jobs sent so far, in any order. */
  sent(): Promise<readonly { readonly job: string; readonly data: unknown }[]>;
}

const NOTHING: Told = { record: [], outgoing: [] };
const MESSAGE = 'registrations.send-confirmation';

/** What every form of the registration store does. */
export function describeRegistrationStore(name: string, open: () => Promise<OpenRegistrations>): void {
  describe(`registration store: ${name}`, () => {
    let opened: OpenRegistrations;
    let store: RegistrationStore;
    let sam: Person;
    let kit: Person;
    beforeEach(async () => {
      opened = await open();
      ({ store } = opened);
      sam = aStranger({ name: 'Sam' });
      kit = aStranger({ name: 'Kit' });
      for (const person of [sam, kit]) await opened.putPerson(person);
      await opened.putBriefing(aBriefing());
    });

    const put = async (over: Partial<Registration> & Pick<Registration, 'person'>) => {
      const registration = aRegistration(over);
      expect(await store.write(registration, NOTHING)).toBe(true);
      return registration;
    };

    test('a registration comes back as it was written, to its own person alone', async () => {
      const mine = await put({ person: sam.id });
      expect(await store.find(sam.id, mine.briefing)).toEqual(mine);
      expect(await store.find(kit.id, mine.briefing)).toBeUndefined();
      expect(await store.get(mine.id)).toEqual({ registration: mine, briefing: aBriefing() });
      expect(await store.get(brand<RegistrationId>('no uuid'))).toBeUndefined();
      expect((await store.listComing(kit.id, NOW)).map(({ registration }) => registration)).toEqual([
        undefined,
      ]);
      expect(await store.listMine(kit.id, NOW)).toEqual([]);
      expect(await store.listMine(sam.id, NOW)).toEqual([{ registration: mine, briefing: aBriefing() }]);
    });

    test('of two first registrations at the same moment one is written, and only its message leaves', async () => {
      const first = () => {
        const registration = aRegistration({ person: sam.id });
        const data = { registrationId: registration.id, version: 1 };
        return store.write(registration, { record: [], outgoing: [{ job: MESSAGE, data }] });
      };
      const done = await Promise.all([first(), first(), first()]);
      expect(done.filter((one) => one)).toHaveLength(1);
      expect(await opened.sent()).toHaveLength(1);
    });

    test('a write on a version that has passed changes nothing', async () => {
      const before = await put({ person: sam.id });
      const withdrawn = { ...before, status: 'withdrawn' as const, version: 2 };
      expect(await store.write(withdrawn, NOTHING)).toBe(true);
      expect(await store.write({ ...before, status: 'declined', version: 2 }, NOTHING)).toBe(false);
      expect(await store.find(sam.id, before.briefing)).toEqual(withdrawn);
    });

    test('the next briefing of a region is the first published one after the moment', async () => {
      const later = {
        startsAt: '2027-03-09T18:00:00.000Z' as Instant,
        endsAt: '2027-03-09T19:00:00.000Z' as Instant,
      };
      await opened.putBriefing(aBriefing({ code: codeOf('NW-2027-03'), ...later }));
      await opened.putBriefing(
        aBriefing({
          code: codeOf('NW-2027-01'),
          startsAt: NOW,
          endsAt: plusMinutes(NOW, 60),
          status: 'held_back',
        }),
      );
      expect((await store.nextInRegion('north-west', NOW))?.code).toBe('NW-2027-02');
      expect((await store.nextInRegion('north-west', aBriefing().startsAt))?.code).toBe('NW-2027-03');
      expect(await store.nextInRegion('wales', NOW)).toBeUndefined();
    });

    test('a person is trusted by the addresses they are recognised by', async () => {
      await opened.trustDomain('council.example');
      const { addresses, domains } = await store.trust(sam.id);
      expect(addresses).toEqual([sam.email]);
      expect(domains).toContain('council.example');
    });

    test('requests are listed for the given regions, the oldest first, a page at a time', async () => {
      await put({ person: kit.id, status: 'waiting', updatedAt: plusMinutes(NOW, 5) });
      const older = await put({ person: sam.id, status: 'waiting' });
      const page = { endsAfter: NOW, offset: 0, limit: 1 };
      const found = await store.listRequests({ regions: ['north-west'], ...page });
      expect(found).toMatchObject({
        total: 2,
        requests: [{ registration: older, name: 'Sam', email: sam.email }],
      });
      expect(await store.listRequests({ regions: ['wales'], ...page })).toEqual({ total: 0, requests: [] });
      expect(await store.listRequests({ regions: [], ...page })).toEqual({ total: 0, requests: [] });
    });

    test('counts tell the statuses apart', async () => {
      await put({ person: sam.id, status: 'waiting' });
      await put({ person: kit.id });
      expect(await store.counts(codeOf('NW-2027-02'))).toEqual({
        waiting: 1,
        confirmed: 1,
        declined: 0,
        withdrawn: 0,
      });
    });

    test('holders come in pages that miss nobody', async () => {
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        const person = aStranger();
        await opened.putPerson(person);
        ids.push((await put({ person: person.id, status: count === 0 ? 'withdrawn' : 'confirmed' })).id);
      }
      const found: RegistrationId[] = [];
      for (let after: RegistrationId | undefined; ; after = found.at(-1)) {
        const page = { statuses: ['confirmed', 'waiting'] as const, limit: 3, ...(after ? { after } : {}) };
        const next = await store.holders(codeOf('NW-2027-02'), page);
        found.push(...next);
        if (next.length < 3) break;
      }
      expect([...found].sort()).toEqual(ids.slice(1).sort());
    });

    test('each place is reminded of once, unless the briefing moves', async () => {
      const mine = await put({ person: sam.id });
      const late = plusMinutes(aBriefing().startsAt, -60);
      await put({ person: kit.id, updatedAt: late });
      const claim = (from: Instant) =>
        store.claimReminders({ from, to: plusMinutes(from, 24 * 60), limit: 10 }, (registrationId) => ({
          job: MESSAGE,
          data: { registrationId },
        }));
      expect(await claim(NOW)).toBe(0);
      const dayBefore = plusMinutes(aBriefing().startsAt, -23 * 60);
      expect(await claim(dayBefore)).toBe(1);
      expect(await claim(dayBefore)).toBe(0);
      expect(await opened.sent()).toEqual([{ job: MESSAGE, data: { registrationId: mine.id } }]);
      const moved = {
        startsAt: plusMinutes(aBriefing().startsAt, 7 * 24 * 60),
        endsAt: plusMinutes(aBriefing().endsAt, 7 * 24 * 60),
      };
      await opened.putBriefing(aBriefing({ ...moved, revision: 1 }));
      expect(await claim(plusMinutes(moved.startsAt, -60))).toBe(2);
    });

    test('nobody who does not exist is found', async () => {
      const nobody = brand<PersonId>(randomUUID());
      expect(await store.find(nobody, codeOf('NW-2027-02'))).toBeUndefined();
      expect(await store.briefing(codeOf('ZZ-2027-02'))).toBeUndefined();
    });
  });
}
