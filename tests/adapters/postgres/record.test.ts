import { sql } from 'kysely';
import { transact, type Database } from '../../../src/adapters/postgres/database.js';
import { appendRecord, verifyRecord } from '../../../src/adapters/postgres/record.js';
import { linkRecord } from '../../../src/adapters/postgres/record-linker.js';
import type { RecordEntry } from '../../../src/domain/shared/ports.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import { closeTestDatabase, openTestDatabase } from '../../support/database.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => closeTestDatabase(database));

const entry = (event: string): RecordEntry => ({
  subject: 'question',
  subjectId: 'q1',
  event,
  actor: 'system',
  at: '2027-02-09T18:00:00.000Z' as Instant,
  data: { route: 'presenter', b: 1, a: null },
});

const append = (events: readonly string[]): Promise<null> =>
  transact(database, () => Promise.resolve({ result: null, told: { record: events.map(entry) } }));

const events = async (): Promise<readonly string[]> =>
  (await database.db.selectFrom('record').select('event').orderBy('seq').execute()).map(({ event }) => event);
const waiting = async (): Promise<readonly string[]> =>
  (await database.db.selectFrom('record_inbox').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  );

test('every line holds the hash of the one before, also when many write at once', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => append([`asked-${String(index)}`, `queued-${String(index)}`])),
  );
  expect(await verifyRecord(database.db)).toEqual({ lines: 24 });
});

test('a line cannot be changed or removed', async () => {
  await append(['asked']);
  await linkRecord(database.db);
  await expect(database.db.updateTable('record').set({ event: 'other' }).execute()).rejects.toThrow(
    /append-only/,
  );
  await expect(database.db.deleteFrom('record').execute()).rejects.toThrow(/append-only/);
});

test('a change behind the database’s back is found', async () => {
  await append(['first', 'second', 'third']);
  await linkRecord(database.db);
  const target = await database.db
    .selectFrom('record')
    .select('seq')
    .where('event', '=', 'second')
    .executeTakeFirstOrThrow();
  await sql`alter table record disable trigger record_append_only`.execute(database.db);
  await database.db.updateTable('record').set({ event: 'forged' }).where('seq', '=', target.seq).execute();
  await sql`alter table record enable trigger record_append_only`.execute(database.db);
  expect((await verifyRecord(database.db)).brokenAt).toBe(Number(target.seq));
});

test('state, record and outgoing messages commit together or not at all', async () => {
  await database.boss.createQueue('probe');
  await linkRecord(database.db);
  const lines = await events();
  const change = transact(database, async (tx) => {
    await tx.insertInto('secrets').values({ name: 'probe', value: 'x' }).execute();
    return {
      result: null,
      told: {
        outgoing: [{ job: 'probe', data: { id: '1' } }],
        record: [{ ...entry('asked'), at: 'no time' as Instant }],
      },
    };
  });
  await expect(change).rejects.toThrow();
  expect(await database.boss.fetch('probe')).toHaveLength(0);
  expect(
    await database.db.selectFrom('secrets').selectAll().where('name', '=', 'probe').execute(),
  ).toHaveLength(0);
  await linkRecord(database.db);
  expect(await events()).toEqual(lines);
});

test('a committed line is linked by itself within a moment', async () => {
  await append(['by-itself']);
  const deadline = Date.now() + 5_000;
  while (!(await events()).includes('by-itself') && Date.now() < deadline)
    await new Promise((wake) => setTimeout(wake, 50));
  expect(await events()).toContain('by-itself');
  expect(await waiting()).toEqual([]);
});

test('a line that was committed by a process which then ended is linked by the next reader, once and in order', async () => {
  const before = await events();
  const left = ['left-1', 'left-2', 'left-3'];
  await database.db.transaction().execute((tx) => appendRecord(tx, left.map(entry)));
  expect(await waiting()).toEqual(left);
  expect((await verifyRecord(database.db)).brokenAt).toBeDefined(); // an earlier test has forged a line
  expect(await events()).toEqual([...before, ...left]);
  expect(await waiting()).toEqual([]);
});

test('linkers that run at the same time link each line once', async () => {
  const before = (await events()).length;
  const many = Array.from({ length: 2_300 }, (_, index) => entry(`many-${String(index)}`));
  await database.db.transaction().execute((tx) => appendRecord(tx, many));
  await Promise.all(Array.from({ length: 3 }, () => linkRecord(database.db)));
  expect((await events()).slice(before)).toEqual(many.map(({ event }) => event));
});

test('a line that waits to be linked cannot be changed', async () => {
  await database.db.transaction().execute((tx) => appendRecord(tx, [entry('waits')]));
  await expect(database.db.updateTable('record_inbox').set({ event: 'other' }).execute()).rejects.toThrow(
    /append-only/,
  );
});
