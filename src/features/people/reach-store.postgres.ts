import type { Database } from '../../adapters/postgres/database.js';
import { brand, type BriefingCode, type PersonId, type TeamId } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Reach, ReachStore } from './ports.js';

/** A place that the bot met; see the bot's own port. */
export interface Met {
  readonly conversationId: string;
  readonly scope: 'personal' | 'groupChat' | 'team';
  readonly person?: PersonId;
  readonly reference: Readonly<Record<string, unknown>>;
}

export interface PlaceStore {
  remember(place: Met, at: Instant): Promise<void>;
  briefingOf(conversationId: string): Promise<BriefingCode | undefined>;
  forget(conversationId: string): Promise<void>;
}

const KINDS = { personal: 'personal', groupChat: 'meeting', team: 'channel' } as const;

/** Where people, meetings and teams are reached, and which notices have gone out. */
export function reachStore({ db }: Database): ReachStore & PlaceStore {
  const remembered = new Map<string, string>();
  const meetings = new Map<string, BriefingCode>();
  const reachOf = (row: { conversation_id: string; reference: Record<string, unknown> } | undefined): Reach | undefined =>
    row && { conversationId: row.conversation_id, reference: row.reference };

  return {
    async remember(place, at) {
      const reference = JSON.stringify(place.reference);
      const senderId = typeof place.reference['senderId'] === 'string' ? place.reference['senderId'] : '';
      if (remembered.get(place.conversationId) === stamp(place)) return;
      const person = place.scope === 'personal' ? (place.person ?? (await personOfChannel(db, senderId))) : undefined;
      const row = { kind: KINDS[place.scope], person_id: person ?? null, reference, updated_at: at };
      await db
        .insertInto('conversations')
        .values({ conversation_id: place.conversationId, team: null, briefing_code: null, ...row })
        .onConflict((on) => on.column('conversation_id').doUpdateSet({ reference, updated_at: at, ...(person ? { person_id: person } : {}) }))
        .execute();
      if (place.scope !== 'personal' || person) remembered.set(place.conversationId, stamp(place));
    },
    async briefingOf(conversationId) {
      const known = meetings.get(conversationId);
      if (known) return known;
      const row = await db.selectFrom('conversations').select('briefing_code').where('conversation_id', '=', conversationId).executeTakeFirst();
      const code = row?.briefing_code ? brand<BriefingCode>(row.briefing_code) : undefined;
      if (code) meetings.set(conversationId, code);
      return code;
    },
    async forget(conversationId) {
      remembered.delete(conversationId);
      await db.deleteFrom('conversations').where('conversation_id', '=', conversationId).execute();
    },
    async ofPerson(person) {
      return reachOf(
        await db
          .selectFrom('conversations')
          .select(['conversation_id', 'reference'])
          .where('person_id', '=', person)
          .where('kind', '=', 'personal')
          .orderBy('updated_at', 'desc')
          .executeTakeFirst(),
      );
    },
    async ofTeam(team) {
      return reachOf(await db.selectFrom('conversations').select(['conversation_id', 'reference']).where('team', '=', team).executeTakeFirst());
    },
    async ofConversation(conversationId) {
      return reachOf(
        await db.selectFrom('conversations').select(['conversation_id', 'reference']).where('conversation_id', '=', conversationId).executeTakeFirst(),
      );
    },
    async teamOf(conversationId) {
      const channel = conversationId.split(';')[0] ?? conversationId;
      const row = await db.selectFrom('conversations').select('team').where('conversation_id', 'in', [conversationId, channel]).where('team', 'is not', null).executeTakeFirst();
      return row?.team ? brand<TeamId>(row.team) : undefined;
    },
    async mailOfTeam(team) {
      const row = await db.selectFrom('teams').select(['name', 'email']).where('id', '=', team).executeTakeFirst();
      return row && { name: row.name, ...(row.email ? { email: row.email } : {}) };
    },
    async gone(conversationId) {
      await db.deleteFrom('conversations').where('conversation_id', '=', conversationId).where('team', 'is', null).execute();
    },
    async begin(key, at) {
      await db.insertInto('mails').values({ key, activity_id: null, created_at: at }).onConflict((on) => on.doNothing()).execute();
      const row = await db.selectFrom('mails').select(['sent_at', 'activity_id']).where('key', '=', key).executeTakeFirstOrThrow();
      return row.sent_at === null ? { kind: 'new' } : { kind: 'earlier', activityId: row.activity_id ?? '' };
    },
    async sent(key, at, activityId) {
      await db.updateTable('mails').set({ sent_at: at, activity_id: activityId ?? null }).where('key', '=', key).execute();
    },
  };
}

const stamp = (place: Met): string => `${place.scope}/${typeof place.reference['serviceUrl'] === 'string' ? place.reference['serviceUrl'] : ''}`;

async function personOfChannel(db: Database['db'], senderId: string): Promise<PersonId | undefined> {
  const row = await db.selectFrom('identities').select('person_id').where('kind', '=', 'channel').where('value', '=', senderId).executeTakeFirst();
  return row && brand<PersonId>(row.person_id);
}
