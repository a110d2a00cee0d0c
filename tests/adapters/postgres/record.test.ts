import { sql } from 'kysely';
import { transact, type Database } from '../../../src/adapters/postgres/database.js';
import { verifyRecord } from '../../../src/adapters/postgres/record.js';
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

test('every line holds the hash of the one before, also when many write at once', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => append([`asked-${String(index)}`, `queued-${String(index)}`])),
  );
  expect(await verifyRecord(database.db)).toEqual({ lines: 24 });
});

test('a line cannot be changed or removed', async () => {
  await append(['asked']);
  await expect(database.db.updateTable('record').set({ event: 'other' }).execute()).rejects.toThrow(
    /append-only/,
  );
  await expect(database.db.deleteFrom('record').execute()).rejects.toThrow(/append-only/);
});

test('a change behind the database’s back is found', async () => {
  await append(['first', 'second', 'third']);
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
  const lines = (await database.db.selectFrom('record').select('seq').execute()).length;
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
  expect((await database.db.selectFrom('record').select('seq').execute()).length).toBe(lines);
});
