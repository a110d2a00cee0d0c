import { createHash } from 'node:crypto';
import { sql, type Selectable } from 'kysely';
import { transact, type Database } from '../../adapters/postgres/database.js';
import type { StatementsTable } from '../../adapters/postgres/tables.js';
import type { Tally } from '../../domain/statement/circulation.js';
import type { Statement, StatementStatus } from '../../domain/statement/statement.js';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import { toInstant } from '../../domain/shared/time.js';
import type { StatementStore } from './ports.js';

/** Any number that no other advisory lock of this service uses: versions are given out and released one at a time. */
const STATEMENT_LOCK = 7_270_003;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Keeps statements and their circulation in PostgreSQL. */
export function postgresStatements(database: Pick<Database, 'db' | 'boss'>): StatementStore {
  const { db } = database;
  const one = async (id: string): Promise<Statement | undefined> => {
    if (!UUID.test(id)) return undefined;
    const row = await db.selectFrom('statements').selectAll().where('id', '=', id).executeTakeFirst();
    return row && statementOf(row);
  };
  return {
    async current() {
      const row = await db
        .selectFrom('statements')
        .selectAll()
        .where('status', '=', 'released')
        .orderBy('released_at', 'desc')
        .executeTakeFirst();
      return row && statementOf(row);
    },
    async drafts() {
      const rows = await db
        .selectFrom('statements')
        .selectAll()
        .where('status', '=', 'draft')
        .orderBy('version', 'desc')
        .limit(10)
        .execute();
      return rows.map(statementOf);
    },
    get: one,
    idOf: stableUuid,
    saveDraft: (draft, told) =>
      transact(database, async (tx) => {
        await sql`select pg_advisory_xact_lock(${STATEMENT_LOCK})`.execute(tx);
        const there = await tx
          .selectFrom('statements')
          .selectAll()
          .where('id', '=', draft.id)
          .executeTakeFirst();
        if (there) return { result: statementOf(there) };
        const last = await tx
          .selectFrom('statements')
          .select('version')
          .orderBy('version', 'desc')
          .limit(1)
          .executeTakeFirst();
        const row = await tx
          .insertInto('statements')
          .values({
            id: draft.id,
            version: (last?.version ?? 0) + 1,
            title: draft.title,
            body: draft.body,
            status: 'draft',
            drafted_by: draft.draftedBy,
            released_by: null,
            created_at: draft.createdAt,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return { result: statementOf(row), told };
      }),
    release: (id, by, at, told) =>
      transact(database, async (tx) => {
        await sql`select pg_advisory_xact_lock(${STATEMENT_LOCK})`.execute(tx);
        const row = await tx
          .updateTable('statements')
          .set({ status: 'released', released_by: by, released_at: at })
          .where('id', '=', id)
          .where('status', '=', 'draft')
          .returning('id')
          .executeTakeFirst();
        if (!row) return { result: false };
        await tx
          .updateTable('statements')
          .set({ status: 'superseded' })
          .where('status', '=', 'released')
          .where('id', '<>', id)
          .execute();
        return { result: true, told };
      }),
    discard: (id, told) =>
      transact(database, async (tx) => {
        const row = await tx
          .updateTable('statements')
          .set({ status: 'discarded' })
          .where('id', '=', id)
          .where('status', '=', 'draft')
          .returning('id')
          .executeTakeFirst();
        return row ? { result: true, told } : { result: false };
      }),

    async prepare(id, at) {
      await sql`
        insert into circulations (statement_id, person_id, status, reason, updated_at)
        select ${id}::uuid, people.id,
          case when reach.known then 'pending' else 'excluded' end,
          case when reach.known then null else 'no-address' end,
          ${at}::timestamptz
        from people
        cross join lateral (
          select people.email is not null or exists (
            select 1 from conversations
            where conversations.person_id = people.id and conversations.kind = 'personal'
          ) as known
        ) as reach
        where people.erased_at is null
        on conflict do nothing`.execute(db);
    },
    async pending(id, { after, limit }) {
      let query = db
        .selectFrom('circulations')
        .select('person_id')
        .where('statement_id', '=', id)
        .where('status', '=', 'pending');
      if (after) query = query.where('person_id', '>', after);
      const rows = await query.orderBy('person_id').limit(limit).execute();
      return rows.map(({ person_id }) => brand<PersonId>(person_id));
    },
    async isForgotten(person) {
      const row = await db
        .selectFrom('people')
        .select('erased_at')
        .where('id', '=', person)
        .executeTakeFirst();
      return !row || row.erased_at !== null;
    },
    async note(id, person, { status, reason, at }) {
      await db
        .updateTable('circulations')
        .set({ status, reason: reason ?? null, updated_at: at })
        .where('statement_id', '=', id)
        .where('person_id', '=', person)
        .where('status', '<>', 'delivered')
        .execute();
    },
    async tally(id) {
      const rows = await db
        .selectFrom('circulations')
        .select(['status', 'reason', (select) => select.fn.countAll<string>().as('count')])
        .where('statement_id', '=', id)
        .groupBy(['status', 'reason'])
        .orderBy('reason')
        .execute();
      return tallyOf(rows);
    },
    send: (outgoing) => transact(database, () => Promise.resolve({ result: undefined, told: { outgoing } })),
  };
}

function tallyOf(rows: readonly { status: string; reason: string | null; count: string }[]): Tally {
  const count = (status: string) =>
    rows.filter((row) => row.status === status).reduce((sum, row) => sum + Number(row.count), 0);
  return {
    delivered: count('delivered'),
    failed: count('failed'),
    pending: count('pending'),
    excluded: rows
      .filter((row) => row.status === 'excluded')
      .map((row) => ({ reason: row.reason ?? '', count: Number(row.count) })),
  };
}

function statementOf(row: Selectable<StatementsTable>): Statement {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    body: row.body,
    status: row.status as StatementStatus,
    draftedBy: brand<PersonId>(row.drafted_by),
    createdAt: toInstant(row.created_at),
    ...(row.released_by === null ? {} : { releasedBy: brand<PersonId>(row.released_by) }),
    ...(row.released_at === null ? {} : { releasedAt: toInstant(row.released_at) }),
  };
}

/** The same words, the same UUID. */
function stableUuid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
