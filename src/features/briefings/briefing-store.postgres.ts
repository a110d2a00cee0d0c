import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import { transact, type Database, type Db, type Tx } from '../../adapters/postgres/database.js';
import type { BriefingsTable } from '../../adapters/postgres/tables.js';
import type { Briefing, BriefingStatus, NewBriefing } from '../../domain/briefing/briefing.js';
import type { ProgrammeRequest } from '../../domain/briefing/schedule-plan.js';
import { brand, type BriefingCode, type PersonId } from '../../domain/shared/ids.js';
import type { RegionId } from '../../domain/shared/region.js';
import { toInstant, type Instant, type LocalDate, type LocalTime } from '../../domain/shared/time.js';
import { conversationsOf, isThread } from './meeting-key.js';
import type { BriefingChange, BriefingStore, Draft, RegistrationStatus } from './ports.js';

/** Any number that no other advisory lock of this service uses: one programme is written at a time. */
const PROGRAMME_LOCK = 7_270_002;
const DRAFT_KIND = 'programme';

type UsedDraft = Awaited<ReturnType<BriefingStore['useDraft']>>;

/** Keeps briefings and drafts in PostgreSQL. */
export function postgresBriefings(database: Pick<Database, 'db' | 'boss'>): BriefingStore {
  const { db } = database;
  return {
    find: (code) => findBriefing(db, code),
    list: (filter) => listBriefings(db, filter),
    async listPlaced(person, { endsAfter }) {
      const rows = await db
        .selectFrom('briefings')
        .leftJoin('registrations', (join) =>
          join
            .onRef('registrations.briefing_code', '=', 'briefings.code')
            .on('registrations.person_id', '=', person),
        )
        .selectAll('briefings')
        .select('registrations.status as registration')
        .where('briefings.ends_at', '>', new Date(endsAfter))
        .where((where) =>
          where.or([
            where('briefings.status', '=', 'published'),
            where.and([
              where('briefings.status', '=', 'cancelled'),
              where('registrations.status', 'is not', null),
            ]),
          ]),
        )
        .orderBy('briefings.starts_at')
        .orderBy('briefings.code')
        .execute();
      return rows.map(({ registration, ...row }) => ({
        briefing: briefingOf(row),
        ...(registration === null ? {} : { registration: registration as RegistrationStatus }),
      }));
    },
    async place(person, code) {
      const row = await db
        .selectFrom('registrations')
        .select('status')
        .where('person_id', '=', person)
        .where('briefing_code', '=', code)
        .executeTakeFirst();
      return row?.status as RegistrationStatus | undefined;
    },
    findByMeeting: (key) => findByMeeting(db, key),

    async saveDraft(draft) {
      await db
        .insertInto('drafts')
        .values({
          id: draft.id,
          person_id: draft.person,
          kind: DRAFT_KIND,
          payload: JSON.stringify(draft.request),
          status: draft.status,
          created_at: draft.createdAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async findDraft(id) {
      const row = await db
        .selectFrom('drafts')
        .selectAll()
        .where('id', '=', id)
        .where('kind', '=', DRAFT_KIND)
        .executeTakeFirst();
      return row && draftOf(row);
    },
    async discardDraft(id, person) {
      const row = await db
        .updateTable('drafts')
        .set({ status: 'discarded' })
        .where('id', '=', id)
        .where('person_id', '=', person)
        .where('status', '=', 'open')
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    useDraft: (use, decide) =>
      transact<UsedDraft>(database, async (tx) => {
        const row = await tx
          .updateTable('drafts')
          .set({ status: 'used' })
          .where('id', '=', use.id)
          .where('person_id', '=', use.person)
          .where('kind', '=', DRAFT_KIND)
          .where('status', '=', 'open')
          .returningAll()
          .executeTakeFirst();
        if (!row) return { result: { kind: 'taken' } };
        await sql`select pg_advisory_xact_lock(${PROGRAMME_LOCK})`.execute(tx);
        const decided = decide(draftOf(row), await listBriefings(tx, {}));
        for (const briefing of decided.briefings) await insertBriefing(tx, briefing, use.at);
        return { result: { kind: 'written', briefings: decided.briefings }, told: decided.told };
      }),

    change: ({ code, version, change }, told) =>
      transact(database, async (tx) => {
        const row = await tx
          .updateTable('briefings')
          .set({ ...columnsOf(change), version: version + 1 })
          .where('code', '=', code)
          .where('version', '=', version)
          .returning('code')
          .executeTakeFirst();
        return row ? { result: true, told } : { result: false };
      }),
    async keepEvent(code, { organiser, eventId, joinUrl }) {
      await db
        .updateTable('briefings')
        .set({ organiser, event_id: eventId, join_url: joinUrl })
        .where('code', '=', code)
        .where('event_id', 'is', null)
        .execute();
    },
    send: (outgoing) => transact(database, () => Promise.resolve({ result: undefined, told: { outgoing } })),
    async keepConversation(conversationId, { code, at, reference }) {
      const kept = { kind: 'meeting', briefing_code: code, updated_at: at };
      await db
        .insertInto('conversations')
        .values({ conversation_id: conversationId, ...kept, reference: JSON.stringify(reference ?? {}) })
        .onConflict((conflict) =>
          conflict
            .column('conversation_id')
            .doUpdateSet({ ...kept, ...(reference ? { reference: JSON.stringify(reference) } : {}) }),
        )
        .execute();
    },
  };
}

async function findBriefing(db: Db | Tx, code: BriefingCode): Promise<Briefing | undefined> {
  const row = await db.selectFrom('briefings').selectAll().where('code', '=', code).executeTakeFirst();
  return row && briefingOf(row);
}

async function listBriefings(
  db: Db | Tx,
  filter: Parameters<BriefingStore['list']>[0],
): Promise<readonly Briefing[]> {
  let query = db.selectFrom('briefings').selectAll();
  if (filter.region) query = query.where('region', '=', filter.region);
  if (filter.year !== undefined) query = query.where('year', '=', filter.year);
  if (filter.endsAfter) query = query.where('ends_at', '>', new Date(filter.endsAfter));
  if (filter.status) query = query.where('status', '=', filter.status);
  return (await query.orderBy('starts_at').orderBy('code').execute()).map(briefingOf);
}

async function findByMeeting(
  db: Db,
  key: Parameters<BriefingStore['findByMeeting']>[0],
): Promise<Briefing | undefined> {
  const conversations = conversationsOf(key);
  if (conversations.length > 0) {
    const known = await db
      .selectFrom('conversations')
      .select('briefing_code')
      .where('kind', '=', 'meeting')
      .where('conversation_id', 'in', [...conversations])
      .where('briefing_code', 'is not', null)
      .executeTakeFirst();
    if (known?.briefing_code) return findBriefing(db, brand<BriefingCode>(known.briefing_code));
  }
  const row = await db
    .selectFrom('briefings')
    .selectAll()
    .where((where) =>
      where.or([
        ...(key.meetingId ? [where('online_meeting_id', '=', key.meetingId)] : []),
        ...(key.joinUrl ? [where('join_url', '=', key.joinUrl)] : []),
        ...conversations.filter(isThread).map((id) => leadsTo(id)),
      ]),
    )
    .orderBy('starts_at', 'desc')
    .executeTakeFirst();
  return row && briefingOf(row);
}

/** The thread is a whole part of the link's path, with `:` and `@` plain or encoded; its letters count as they are. */
const leadsTo = (thread: string) => sql<boolean>`position(${`/${thread}/`} in
  replace(replace(replace(split_part(join_url, '?', 1), '%3a', ':'), '%3A', ':'), '%40', '@') || '/') > 0`;

async function insertBriefing(tx: Tx, briefing: NewBriefing, at: Instant): Promise<void> {
  const row: Insertable<BriefingsTable> = {
    code: briefing.code,
    region: briefing.region,
    year: Number(briefing.date.slice(0, 4)),
    local_date: briefing.date,
    local_time: briefing.time,
    minutes: briefing.minutes,
    starts_at: briefing.startsAt,
    ends_at: briefing.endsAt,
    status: 'creating',
    revision: 0,
    presenters: JSON.stringify(briefing.presenters),
    topics: JSON.stringify(briefing.topics),
    created_by: briefing.createdBy ?? null,
    created_at: at,
  };
  await tx.insertInto('briefings').values(row).execute();
}

function columnsOf(change: BriefingChange): Updateable<BriefingsTable> {
  const { date, time, startsAt, endsAt, status, revision, presenters, topics, onlineMeetingId, openedAt } =
    change;
  return {
    ...(date ? { local_date: date, year: Number(date.slice(0, 4)) } : {}),
    ...(time ? { local_time: time } : {}),
    ...(startsAt ? { starts_at: startsAt } : {}),
    ...(endsAt ? { ends_at: endsAt } : {}),
    ...(status ? { status } : {}),
    ...(change.statusReason === undefined ? {} : { status_reason: change.statusReason }),
    ...(revision === undefined ? {} : { revision }),
    ...(presenters ? { presenters: JSON.stringify(presenters) } : {}),
    ...(topics ? { topics: JSON.stringify(topics) } : {}),
    ...(onlineMeetingId ? { online_meeting_id: onlineMeetingId } : {}),
    ...(openedAt ? { opened_at: openedAt } : {}),
    ...(change.closedAt === undefined ? {} : { closed_at: change.closedAt }),
  };
}

function briefingOf(row: Selectable<BriefingsTable>): Briefing {
  return {
    code: brand<BriefingCode>(row.code),
    region: row.region as RegionId,
    date: row.local_date as LocalDate,
    time: row.local_time as LocalTime,
    minutes: row.minutes,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    status: row.status as BriefingStatus,
    revision: row.revision,
    presenters: row.presenters,
    topics: row.topics,
    version: row.version,
    ...(row.status_reason === null ? {} : { statusReason: row.status_reason }),
    ...(row.organiser === null ? {} : { organiser: row.organiser }),
    ...(row.event_id === null ? {} : { eventId: row.event_id }),
    ...(row.online_meeting_id === null ? {} : { onlineMeetingId: row.online_meeting_id }),
    ...(row.join_url === null ? {} : { joinUrl: row.join_url }),
    ...(row.opened_at === null ? {} : { openedAt: toInstant(row.opened_at) }),
    ...(row.closed_at === null ? {} : { closedAt: toInstant(row.closed_at) }),
    ...(row.created_by === null ? {} : { createdBy: brand<PersonId>(row.created_by) }),
  };
}

function draftOf(row: {
  id: string;
  person_id: string;
  payload: unknown;
  status: string;
  created_at: Date;
}): Draft {
  return {
    id: row.id,
    person: brand<PersonId>(row.person_id),
    request: row.payload as ProgrammeRequest,
    status: row.status as Draft['status'],
    createdAt: toInstant(row.created_at),
  };
}
