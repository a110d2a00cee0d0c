import { randomUUID } from 'node:crypto';
import { brand, type BriefingCode, type PersonId, type TeamId } from '../../src/domain/shared/ids.js';
import { plusMinutes } from '../../src/domain/shared/time.js';
import type { PeopleStore, ReachStore } from '../../src/features/people/ports.js';
import type { PlaceStore } from '../../src/features/people/reach-store.postgres.js';
import { aChat, channel, entra, newcomer, NOW } from '../support/memory/people-builders.js';

export interface OpenReach {
  readonly reach: ReachStore & PlaceStore;
  /** The store of another instance of the service. */
  readonly elsewhere: ReachStore & PlaceStore;
  readonly people: PeopleStore;
  putTeam(team: TeamId, details: { name: string; email?: string; conversationId?: string }): Promise<void>;
  putBriefing(conversationId: string, code: BriefingCode): Promise<void>;
}

const later = (minutes: number) => plusMinutes(NOW, minutes);

/** What every form of the store of places and notices does. */
export function describeReachStore(name: string, open: () => Promise<OpenReach>): void {
  describe(`reach store: ${name}`, () => {
    let opened: OpenReach;
    let reach: OpenReach['reach'];
    beforeAll(async () => {
      opened = await open();
      ({ reach } = opened);
    });

    async function somebody(): Promise<{ id: PersonId; senderId: string }> {
      const account = channel();
      const { id } = await opened.people.takeDown(newcomer(), [entra(), account], NOW);
      return { id, senderId: account.id };
    }

    test('a person is reached in the chat they wrote in last', async () => {
      const { id, senderId } = await somebody();
      expect(await reach.ofPerson(id)).toBeUndefined();
      const [old, recent] = [aChat(senderId), aChat(senderId)];
      await reach.remember(old, NOW);
      await reach.remember(recent, later(1));
      expect(await reach.ofPerson(id)).toEqual({
        conversationId: recent.conversationId,
        reference: recent.reference,
      });
    });

    test('a chat that is met before its person is known is theirs all the same', async () => {
      const account = channel();
      const chat = aChat(account.id);
      await reach.remember(chat, NOW);
      const { id } = await opened.people.takeDown(newcomer(), [account], NOW);
      expect((await reach.ofPerson(id))?.conversationId).toBe(chat.conversationId);
      await reach.remember(chat, later(1));
      expect((await reach.ofPerson(id))?.conversationId).toBe(chat.conversationId);
    });

    test('a new service address replaces the old one', async () => {
      const { id, senderId } = await somebody();
      const chat = aChat(senderId);
      await reach.remember(chat, NOW);
      const moved = {
        ...chat,
        reference: { ...chat.reference, serviceUrl: 'https://smba.example.test/emea/' },
      };
      await reach.remember(moved, later(1));
      expect((await reach.ofPerson(id))?.reference).toEqual(moved.reference);
    });

    test('a chat that was lost is found again with the next message, whichever instance lost it', async () => {
      const { id, senderId } = await somebody();
      const chat = aChat(senderId);
      for (const lose of [
        () => reach.gone(chat.conversationId),
        () => opened.elsewhere.forget(chat.conversationId),
      ]) {
        await reach.remember(chat, NOW);
        await lose();
        expect(await reach.ofPerson(id)).toBeUndefined();
        await reach.remember(chat, later(1));
        expect((await reach.ofPerson(id))?.conversationId).toBe(chat.conversationId);
      }
    });

    test('who was erased is reached no more, nor through a chat that had no person yet; who comes back is', async () => {
      const { id, senderId } = await somebody();
      const account = channel();
      const [chat, early] = [aChat(senderId), aChat(account.id)];
      await reach.remember(early, NOW);
      await opened.people.takeDown(newcomer(), [{ kind: 'channel', id: senderId }, account], NOW);
      await reach.remember(chat, NOW);
      await opened.people.erase(id, NOW);
      for (const place of [chat, early])
        expect(await reach.ofConversation(place.conversationId)).toBeUndefined();
      const { id: again } = await opened.people.takeDown(
        newcomer(),
        [{ kind: 'channel', id: senderId }],
        later(1),
      );
      await reach.remember(chat, later(1));
      expect((await reach.ofPerson(again))?.conversationId).toBe(chat.conversationId);
      expect(await reach.ofPerson(id)).toBeUndefined();
    });

    test('a meeting’s chat and a channel are nobody’s own', async () => {
      const { id, senderId } = await somebody();
      await reach.remember(aChat(senderId, { scope: 'groupChat' }), NOW);
      await reach.remember(aChat(senderId, { scope: 'team' }), NOW);
      expect(await reach.ofPerson(id)).toBeUndefined();
    });

    test('a meeting’s chat tells its briefing', async () => {
      const meeting = aChat('', {
        scope: 'groupChat',
        conversationId: `19:meeting_${randomUUID()}@thread.v2`,
      });
      await reach.remember(meeting, NOW);
      expect(await reach.briefingOf(meeting.conversationId)).toBeUndefined();
      await opened.putBriefing(meeting.conversationId, brand<BriefingCode>('NW-2027-02'));
      expect(await reach.briefingOf(meeting.conversationId)).toBe('NW-2027-02');
    });

    test('a team is reached in its channel, known by a thread of it too, and stays known when it cannot be written to', async () => {
      const team = brand<TeamId>(`force-${randomUUID()}/adviser`);
      const place = aChat('', { scope: 'team', conversationId: `19:${randomUUID()}@thread.tacv2` });
      await reach.remember(place, NOW);
      expect(await reach.mailOfTeam(team)).toBeUndefined();
      await opened.putTeam(team, {
        name: 'Adviser',
        email: 'adviser@force.test',
        conversationId: place.conversationId,
      });
      expect((await reach.ofTeam(team))?.conversationId).toBe(place.conversationId);
      expect(await reach.teamOf(`${place.conversationId};messageid=1700000000000`)).toBe(team);
      expect(await reach.teamOf('19:other@thread.tacv2')).toBeUndefined();
      expect(await reach.mailOfTeam(team)).toEqual({ name: 'Adviser', email: 'adviser@force.test' });
      await reach.gone(place.conversationId);
      expect((await reach.ofTeam(team))?.conversationId).toBe(place.conversationId);
    });

    test('a notice is begun once, and known with its activity when it has been sent', async () => {
      const key = randomUUID();
      expect(await reach.earlier(key)).toBeUndefined();
      const begun = await Promise.all([
        reach.begin(key, NOW),
        opened.elsewhere.begin(key, NOW),
        reach.begin(key, NOW),
      ]);
      expect(begun.map(({ kind }) => kind).sort()).toEqual(['new', 'under-way', 'under-way']);
      expect(await reach.earlier(key)).toBeUndefined();
      await reach.sent(key, NOW, 'activity-1');
      expect(await opened.elsewhere.begin(key, later(60))).toEqual({
        kind: 'earlier',
        activityId: 'activity-1',
      });
      expect(await reach.earlier(key)).toBe('activity-1');
    });

    test('a notice that was given up may be begun at once, one that was left lying after two minutes', async () => {
      const key = randomUUID();
      await reach.begin(key, NOW);
      await reach.giveUp(key);
      expect(await reach.begin(key, NOW)).toEqual({ kind: 'new' });
      expect(await reach.begin(key, later(1))).toEqual({ kind: 'under-way' });
      expect(await reach.begin(key, later(2))).toEqual({ kind: 'new' });
      expect(await reach.begin(key, later(3))).toEqual({ kind: 'under-way' });
    });

    test('a notice that has been sent cannot be given up, and a mail has no activity', async () => {
      const key = randomUUID();
      await reach.begin(key, NOW);
      await reach.sent(key, NOW);
      await reach.giveUp(key);
      expect(await reach.begin(key, NOW)).toEqual({ kind: 'earlier', activityId: '' });
    });
  });
}
