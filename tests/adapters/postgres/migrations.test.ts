import { sql } from 'kysely';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { closeTestDatabase, openTestDatabase } from '../../support/database.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => closeTestDatabase(database));

const done = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(database.db);
  return rows.map(({ name }) => name);
};

test('bringing the tables up to date a second time changes nothing', async () => {
  const before = await done();
  await database.migrate();
  expect(await done()).toEqual(before);
});

test('after a rollback a release runs on the tables of a later one', async () => {
  const before = await done();
  await sql`insert into kysely_migration (name, timestamp)
    values ('999-of-a-later-release', ${new Date(8.64e14).toISOString()})`.execute(database.db);
  await database.migrate();
  expect(await done()).toEqual([...before, '999-of-a-later-release']);
});
