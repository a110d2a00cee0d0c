import { sql } from 'kysely';
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

/** How long a notice that has been begun is left to whoever began it; longer than any sending takes. */
const LEASE_MS = 2 * 60_000;

const KINDS = { personal: 'personal', groupChat: 'meeting', team: 'channel' } as const;

/** Where people, meetings and teams are reached, and which notices have gone out. */
export function reachStore({ db }: Database): ReachStore & PlaceStore {
  const meetings = new Map<string, BriefingCode>();
  const reachOf = (
    row: { conversation_id: string; reference: Record<string, unknown> } | undefined,
  ): Reach | undefined => row && { conversationId: row.conversation_id, reference: row.reference };

  async function earlier(key: string): Promise<string | undefined> {
    const row = await db
      .selectFrom('mails')
      .select('activity_id')
      .where('key', '=', key)
      .where('sent_at', 'is not', null)
      .executeTakeFirst();
    return row && (row.activity_id ?? '');
  }

  return {
    async remember(place, at) {
      const kept = await db
        .selectFrom('conversations')
        .select(['person_id', sql<string | null>`reference->>'serviceUrl'`.as('serviceUrl')])
        .where('conversation_id', '=', place.conversationId)
        .executeTakeFirst();
      const person =
        place.scope === 'personal'
          ? (place.person ?? kept?.person_id ?? (await personOfChannel(db, textOf(place, 'senderId'))))
          : null;
      if (kept && kept.person_id === (person ?? null) && kept.serviceUrl === textOf(place, 'serviceUrl'))
        return;
      const reference = JSON.stringify(place.reference);
      await db
        .insertInto('conversations')
        .values({
          conversation_id: place.conversationId,
          kind: KINDS[place.scope],
          person_id: person ?? null,
          team: null,
          briefing_code: null,
          reference,
          updated_at: at,
        })
        .onConflict((on) =>
          on
            .column('conversation_id')
            .doUpdateSet({ reference, updated_at: at, ...(person ? { person_id: person } : {}) }),
        )
        .execute();
    },
    async briefingOf(conversationId) {
      const known = meetings.get(conversationId);
      if (known) return known;
      const row = await db
        .selectFrom('conversations')
        .select('briefing_code')
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      const code = row?.briefing_code ? brand<BriefingCode>(row.briefing_code) : undefined;
      if (code) meetings.set(conversationId, code);
      return code;
    },
    async forget(conversationId) {
      await db.deleteFrom('conversations').where('conversation_id', '=', conversationId).execute();
    },
    async ofPerson(person) {
      return reachOf(
        await db
          .selectFrom('conversations')
          .select(['conversation_id', 'reference'])
          .where('kind', '=', 'personal')
          .where(({ eb, or }) => or([eb('person_id', '=', person), sentBy(person)]))
          .orderBy('updated_at', 'desc')
          .executeTakeFirst(),
      );
    },
    async ofTeam(team) {
      return reachOf(
        await db
          .selectFrom('conversations')
          .select(['conversation_id', 'reference'])
          .where('team', '=', team)
          .executeTakeFirst(),
      );
    },
    async ofConversation(conversationId) {
      return reachOf(
        await db
          .selectFrom('conversations')
          .select(['conversation_id', 'reference'])
          .where('conversation_id', '=', conversationId)
          .executeTakeFirst(),
      );
    },
    async teamOf(conversationId) {
      const channel = conversationId.split(';')[0] ?? conversationId;
      const row = await db
        .selectFrom('conversations')
        .select('team')
        .where('conversation_id', 'in', [conversationId, channel])
        .where('team', 'is not', null)
        .executeTakeFirst();
      return row?.team ? brand<TeamId>(row.team) : undefined;
    },
    async mailOfTeam(team) {
      const row = await db
        .selectFrom('teams')
        .select(['name', 'email'])
        .where('id', '=', team)
        .executeTakeFirst();
      return row && { name: row.name, ...(row.email ? { email: row.email } : {}) };
    },
    async gone(conversationId) {
      await db
        .deleteFrom('conversations')
        .where('conversation_id', '=', conversationId)
        .where('team', 'is', null)
        .execute();
    },
    async begin(key, at) {
      const lapsed = new Date(Date.parse(at) - LEASE_MS);
      const ours = await db
        .insertInto('mails')
        .values({ key, activity_id: null, created_at: at })
        .onConflict((on) =>
          on
            .column('key')
            .doUpdateSet({ created_at: at })
            .where('mails.sent_at', 'is', null)
            .where('mails.created_at', '<=', lapsed),
        )
        .returning('key')
        .executeTakeFirst();
      if (ours) return { kind: 'new' };
      const activityId = await earlier(key);
      return activityId === undefined ? { kind: 'under-way' } : { kind: 'earlier', activityId };
    },
    async giveUp(key) {
      await db.deleteFrom('mails').where('key', '=', key).where('sent_at', 'is', null).execute();
    },
    earlier,
    async sent(key, at, activityId) {
      await db
        .updateTable('mails')
        .set({ sent_at: at, activity_id: activityId ?? null })
        .where('key', '=', key)
        .execute();
    },
  };
}

const textOf = ({ reference }: Met, field: 'serviceUrl' | 'senderId'): string => {
  const value = reference[field];
  return typeof value === 'string' ? value : '';
};

/** A chat that was written down before its person was: on the first message both happen at once. */
export const sentBy = (
  person: PersonId,
) => sql<boolean>`(conversations.person_id is null and conversations.reference->>'senderId' in
  (select value from identities where identities.kind = 'channel' and identities.person_id = ${person}))`;

async function personOfChannel(db: Database['db'], senderId: string): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom('identities')
    .select('person_id')
    .where('kind', '=', 'channel')
    .where('value', '=', senderId)
    .executeTakeFirst();
  return row && brand<PersonId>(row.person_id);
}
