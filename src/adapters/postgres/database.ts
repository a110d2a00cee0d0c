import { randomUUID } from 'node:crypto';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import pg from 'pg';
import { PgBoss, fromKysely, fromPglite, type ConstructorOptions, type Queue } from 'pg-boss';
import type { Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import { foundations } from './migrations/001-foundations.js';
import { linkingBehind } from './migrations/002-linking-behind.js';
import { groupsAndCorrections } from './migrations/003-groups-and-corrections.js';
import { PREPARED, PreparingClient } from './prepared.js';
import { recordLinker, type RecordLinker } from './record-linker.js';
import { appendRecord } from './record.js';
import type { Db, Tables, Tx } from './tables.js';

export type { Db, Tx } from './tables.js';

/** An open database: the query builder and the job queue that lives in the same engine. */
export interface Database {
  readonly db: Db;
  readonly boss: PgBoss;
  readonly engine: 'embedded' | 'postgresql';
  /** Brings the tables up to date; safe to call from several instances at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** What a change tells the world and the record, written with it. */
export interface Told {
  readonly record: readonly RecordEntry[];
  readonly outgoing: readonly Outgoing[];
}

const MIGRATIONS = {
  '001-foundations': foundations,
  '002-linking-behind': linkingBehind,
  '003-groups-and-corrections': groupsAndCorrections,
};

/** How PostgreSQL is reached. */
export interface ServerOptions {
  /** Connections of the stores; the job queue has four more. Default 10. */
  readonly poolSize?: number;
  /** Gives the password where the address holds none. */
  readonly password?: () => Promise<string>;
}

/** Opens PostgreSQL at `url`. Does not connect until the first query. */
export function openPostgres(url: string, { poolSize = 10, password }: ServerOptions = {}): Database {
  const connection =
    password && new URL(url).password === '' ? { ...placeOf(url), password } : { connectionString: url };
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    Client: PreparingClient,
  });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced by the pool
  // its type knows a password as text only; it hands the options to the same driver, which takes a function too
  const options = {
    ...connection,
    max: 4,
    application_name: 'briefing-desk-jobs',
    useListenNotify: true,
  } as ConstructorOptions;
  return database(
    new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    new PgBoss(options),
    'postgresql',
  );
}

/** The parts of the address: with a connection string the driver would not ask for a password. */
function placeOf(url: string): { host: string; port: number; user: string; database: string; ssl: boolean } {
  const { hostname, port, username, pathname, searchParams } = new URL(url);
  return {
    host: hostname,
    port: Number(port || '5432'),
    user: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
    ssl: !['', 'disable', 'prefer', 'allow'].includes(searchParams.get('sslmode') ?? ''),
  };
}

/** Takes over an embedded engine that the caller has opened (and locked: one process only). */
export function openEmbedded(engine: PGlite): Database {
  const boss = new PgBoss({ db: fromPglite(engine), backend: 'pglite', useListenNotify: true });
  return database(new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: engine }) }), boss, 'embedded');
}

function database(db: Db, boss: PgBoss, engine: Database['engine']): Database {
  boss.on('error', () => undefined); // a broken connection is replaced; without a listener it would end the process
  const linker = recordLinker(db);
  linkers.set(boss, linker);
  return {
    db,
    boss,
    engine,
    async migrate() {
      const migrations = { ...MIGRATIONS, ...(await laterMigrations(db)) };
      const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
      const { error } = await migrator.migrateToLatest();
      if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
      linker.wake(); // for what a process that was killed has left
    },
    async close() {
      await linker.close();
      await db.destroy();
    },
  };
}

/** What a later release has done already, as nothing left to do: after a rollback this one runs on its tables. */
async function laterMigrations(db: Db): Promise<Record<string, Migration>> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (tables[0]?.there !== true) return {};
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const later = rows.filter(({ name }) => !(name in MIGRATIONS));
  return Object.fromEntries(later.map(({ name }) => [name, { up: () => Promise.resolve() }]));
}

/** Who links the record of each database; the queue stands for its database, for there is one of each. */
const linkers = new WeakMap<PgBoss, RecordLinker>();

/** Has the lines of the record linked that were just committed. */
export const linkSoon = (boss: PgBoss): void => linkers.get(boss)?.wake();

/**
 * Runs `change` in one transaction and writes what it tells (record lines, outgoing messages) in the same one:
 * all of it happens or none.
 */
export async function transact<Result>(
  { db, boss }: Pick<Database, 'db' | 'boss'>,
  change: (tx: Tx) => Promise<{ result: Result; told?: Partial<Told> }>,
): Promise<Result> {
  const attempt = (): Promise<{ result: Result; lines: number }> =>
    db.transaction().execute(async (tx) => {
      const { result, told } = await change(tx);
      await sendJobs(boss, tx, told?.outgoing ?? []);
      await appendRecord(tx, told?.record ?? []);
      return { result, lines: told?.record?.length ?? 0 };
    });
  try {
    const { result, lines } = await attempt();
    if (lines > 0) linkSoon(boss);
    return result;
  } catch (cause) {
    if (!(cause instanceof QueueUnknown)) throw cause;
    await prepareQueue(boss, cause.queue);
    return transact({ db, boss }, change); // there may be several queues to look up
  }
}

/**
 * The queues that this process has looked up. The queue library looks an unknown one up outside the transaction,
 * which the embedded engine (one connection) can never answer while the transaction is open.
 */
const prepared = new WeakMap<PgBoss, Set<string>>();

class QueueUnknown extends Error {
  constructor(readonly queue: string) {
    super(`queue ${queue} has not been looked up yet`);
  }
}

/** Makes the queue if it is missing, or brings its options up to date, and looks it up once. */
export async function prepareQueue(boss: PgBoss, name: string, options?: Omit<Queue, 'name'>): Promise<void> {
  if (!(await boss.getQueue(name))) await boss.createQueue(name, { notify: true, ...options });
  else if (options) await boss.updateQueue(name, options);
  await boss.touch(name, randomUUID());
  prepared.set(boss, (prepared.get(boss) ?? new Set()).add(name));
}

/** Sends the messages when `tx` commits: one statement for each queue. */
async function sendJobs(boss: PgBoss, tx: Tx, outgoing: readonly Outgoing[]): Promise<void> {
  for (const [job, messages] of Map.groupBy(outgoing, (message) => message.job)) {
    if (prepared.get(boss)?.has(job) !== true) throw new QueueUnknown(job);
    const jobs = messages.map(({ data, notBefore }) => ({
      data,
      ...(notBefore ? { startAfter: notBefore } : {}),
    }));
    await boss.insert(job, jobs, { db: preparing(tx) });
  }
}

/** The queue's statement is the same every time. */
const preparing = (tx: Tx): { executeSql: ReturnType<typeof fromKysely>['executeSql'] } => {
  const { executeSql } = fromKysely(tx);
  return { executeSql: (text, values) => executeSql(PREPARED + text, values) };
};

/** True when the database answers. */
export async function answers(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
