import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { openEmbedded, openPostgres, type Database } from '../../src/adapters/postgres/database.js';

const SNAPSHOT = '.cache/migrated.tar';
const MIGRATIONS = 'src/adapters/postgres/migrations';
const SOURCES = [
  ...readdirSync(MIGRATIONS).map((file) => `${MIGRATIONS}/${file}`),
  'src/adapters/postgres/database.ts',
];
const serverUrl = process.env['DATABASE_URL'];

/** True when the suites run on a PostgreSQL server instead of the embedded engine. */
export const onServer = serverUrl !== undefined && serverUrl !== '';

/** A migrated database of its own, with the queue started: on the server of DATABASE_URL, else embedded in memory. */
export async function openTestDatabase(): Promise<Database> {
  const database = serverUrl ? await freshOnServer(serverUrl) : openEmbedded(await freshEmbedded());
  await database.migrate();
  await database.boss.start();
  return database;
}

async function freshOnServer(url: string): Promise<Database> {
  const name = `desk_test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = openPostgres(own.href, { poolSize: 4 });
  return {
    ...database,
    async close() {
      await database.boss.stop({ graceful: false, close: true });
      await database.close();
      const dropper = new pg.Client({ connectionString: url });
      await dropper.connect();
      await dropper.query(`drop database if exists ${name} with (force)`);
      await dropper.end();
    },
  };
}

/** Making the engine's files takes seconds, so a migrated copy is kept and loaded. */
async function freshEmbedded(): Promise<PGlite> {
  const fresh =
    existsSync(SNAPSHOT) && SOURCES.every((file) => statSync(file).mtimeMs < statSync(SNAPSHOT).mtimeMs);
  if (fresh) return PGlite.create({ loadDataDir: new Blob([readFileSync(SNAPSHOT)]) });
  const engine = await PGlite.create();
  const database = openEmbedded(engine);
  await database.migrate();
  await database.boss.start();
  await database.boss.stop({ graceful: false });
  const dump = await engine.dumpDataDir('none');
  mkdirSync('.cache', { recursive: true });
  writeFileSync(`${SNAPSHOT}.${String(process.pid)}`, Buffer.from(await dump.arrayBuffer()));
  const { renameSync } = await import('node:fs');
  renameSync(`${SNAPSHOT}.${String(process.pid)}`, SNAPSHOT);
  return PGlite.create({ loadDataDir: dump });
}

/** Ends the queue and the database. */
export async function closeTestDatabase(database: Database): Promise<void> {
  if (!onServer) await database.boss.stop({ graceful: false });
  await database.close();
}
