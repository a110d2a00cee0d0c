import { decideReferral } from '../../src/domain/routing/referral.js';
import type { PersonId, TeamId } from '../../src/domain/shared/ids.js';
import { plusMinutes } from '../../src/domain/shared/time.js';
import type { ReferralDetails, ReferralStore } from '../../src/features/referrals/ports.js';
import { nextId, NOW } from '../support/memory/question-builders.js';
import { ADVISER, aReferral, DUE, GMP, NEIGHBOURHOOD } from '../support/memory/referral-builders.js';

export interface OpenReferrals {
  readonly store: ReferralStore;
  put(details: ReferralDetails): Promise<void>;
  putChannel(conversationId: string, team: TeamId): Promise<void>;
  putLead(person: PersonId): Promise<void>;
  putCoordinator(person: PersonId): Promise<void>;
  close(): Promise<void>;
}

const NOTHING = { record: [], outgoing: [] };
const LATE = plusMinutes(DUE.contactBy, 1);

/** What every store of referrals does. */
export function describeReferralStore(name: string, open: () => Promise<OpenReferrals>): void {
  describe(`${name} as a store of referrals`, () => {
    let world: OpenReferrals;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    const kept = async (overrides: Partial<ReferralDetails> = {}): Promise<ReferralDetails> => {
      const details = aReferral(overrides);
      await world.put(details);
      return details;
    };
    const act = async (
      { referral }: ReferralDetails,
      kind: 'acknowledge' | 'contact',
      contactId?: string,
    ): Promise<boolean> => {
      const decision = decideReferral(referral, { kind, by: referral.team, at: NOW });
      if (decision.kind !== 'moved') throw new Error('not moved');
      const write = {
        referral: decision.referral,
        by: referral.team,
        at: NOW,
        ...(contactId ? { contactId } : {}),
      };
      return world.store.move(write, NOTHING);
    };

    test('gives a referral with what its team needs, by its id and by its question', async () => {
      const details = await kept();
      const { teamName: _name, ...rest } = details;
      expect(await world.store.find(details.referral.id)).toMatchObject(rest);
      expect(await world.store.findByQuestion(details.question)).toMatchObject(rest);
    });

    test('lists a team’s own referrals and no other team’s', async () => {
      const mine = await kept();
      expect((await world.store.listOfTeam(ADVISER, NOW)).map(({ referral }) => referral.id)).toEqual([
        mine.referral.id,
      ]);
      expect(await world.store.listOfTeam(NEIGHBOURHOOD, NOW)).toEqual([]);
      expect((await world.store.listOfPerson(mine.person.id)).map(({ referral }) => referral.id)).toEqual([
        mine.referral.id,
      ]);
    });

    test('writes a move only from the version before it, with a line in the register where contact was made', async () => {
      const details = await kept();
      expect(await act(details, 'contact', nextId())).toBe(true);
      expect(await act(details, 'acknowledge')).toBe(false);
      expect(await world.store.find(details.referral.id)).toMatchObject({
        referral: { state: 'contacted', version: 2 },
      });
      expect(await world.store.contacts([GMP])).toEqual([{ force: GMP, withContact: 1, without: 0 }]);
    });

    test('passing on takes the card’s place with it, since another channel has none', async () => {
      const details = await kept();
      await world.store.keepPlace(details.referral.id, { conversationId: 'c', activityId: 'a' });
      expect((await world.store.find(details.referral.id))?.place).toEqual({
        conversationId: 'c',
        activityId: 'a',
      });
      const by = { by: 'x', at: NOW };
      const decision = decideReferral(details.referral, {
        kind: 'pass-on',
        to: NEIGHBOURHOOD,
        reason: 'Theirs.',
        ...by,
      });
      if (decision.kind !== 'moved') throw new Error('not moved');
      await world.store.move({ referral: decision.referral, ...by, reason: 'Theirs.' }, NOTHING);
      const now = await world.store.find(details.referral.id);
      expect([now?.referral.team, now?.place]).toEqual([NEIGHBOURHOOD, undefined]);
    });

    test('knows the team of a channel, also from a click in a thread', async () => {
      await world.putChannel('19:adviser@thread.tacv2', ADVISER);
      expect(await world.store.teamOfConversation('19:adviser@thread.tacv2')).toBe(ADVISER);
      expect(await world.store.teamOfConversation('19:adviser@thread.tacv2;messageid=17')).toBe(ADVISER);
      expect(await world.store.teamOfConversation('19:other')).toBeUndefined();
    });

    test('tells each lateness once: first acknowledgement, then contact', async () => {
      const { referral } = await kept();
      const early = plusMinutes(DUE.acknowledgeBy, 1);
      expect(await world.store.newlyLate(NOW, 9)).toEqual([]);
      const silent = { id: referral.id, what: 'acknowledge' as const };
      expect(await world.store.newlyLate(early, 9)).toEqual([silent]);
      expect(await world.store.tellLate(silent, NOTHING)).toBe(true);
      expect(await world.store.tellLate(silent, NOTHING)).toBe(false);
      expect(await world.store.newlyLate(early, 9)).toEqual([]);
      const unmet = { id: referral.id, what: 'contact' as const };
      expect(await world.store.newlyLate(LATE, 9)).toEqual([unmet]);
      expect(await world.store.tellLate(unmet, NOTHING)).toBe(true);
      expect(await world.store.newlyLate(LATE, 9)).toEqual([]);
    });

    test('counts what is open and late by force', async () => {
      await kept();
      const seen = await kept();
      await act(seen, 'acknowledge');
      expect(await world.store.loads([GMP], LATE)).toEqual([
        { force: GMP, open: 2, acknowledgeLate: 1, contactLate: 2 },
      ]);
      expect(await world.store.loads([GMP], NOW)).toEqual([
        { force: GMP, open: 2, acknowledgeLate: 0, contactLate: 0 },
      ]);
      expect(await world.store.loads([], NOW)).toEqual([]);
    });

    test('finds the leads of a region', async () => {
      const { person } = await kept();
      await world.putLead(person.id);
      expect(await world.store.leadsOf('north-west')).toEqual([person.id]);
      expect(await world.store.leadsOf('wales')).toEqual([]);
    });

    test('finds the coordinators, who are no leads', async () => {
      const { person } = await kept();
      expect(await world.store.coordinators()).toEqual([]);
      await world.putCoordinator(person.id);
      expect(await world.store.coordinators()).toEqual([person.id]);
      expect(await world.store.leadsOf('wales')).toEqual([]);
    });
  });
}
