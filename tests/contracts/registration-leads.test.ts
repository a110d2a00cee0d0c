import type { Database } from '../../src/adapters/postgres/database.js';
import { postgresLeads } from '../../src/features/registrations/leads.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { aStranger } from '../support/memory/registration-builders.js';
import { NOW } from '../support/memory/briefing-builders.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => closeTestDatabase(database));

test('the leads of a region answer for it, and the coordinators where it has none', async () => {
  const [lead, coordinator] = [aStranger(), aStranger()];
  for (const { id, name, audience } of [lead, coordinator])
    await database.db.insertInto('people').values({ id, name, audience, created_at: NOW }).execute();
  const roles = [
    { person_id: lead.id, role: 'regional-lead', region: 'north-west', granted_at: NOW },
    { person_id: coordinator.id, role: 'coordinator', granted_at: NOW },
  ];
  for (const role of roles) await database.db.insertInto('roles').values(role).execute();
  const leads = postgresLeads(database);
  expect(await leads.answering('north-west')).toEqual([lead.id]);
  expect(await leads.answering('wales')).toEqual([coordinator.id]);
});
