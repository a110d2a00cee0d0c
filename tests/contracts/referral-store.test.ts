import { createAreaDirectory } from '../../src/adapters/policing/area-directory.js';
import type { Database } from '../../src/adapters/postgres/database.js';
import { postgresReferrals } from '../../src/features/referrals/referral-store.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { aPerson, NOW } from '../support/memory/question-builders.js';
import { GMP } from '../support/memory/referral-builders.js';
import { memoryReferrals } from '../support/memory/referral-store.js';
import { insertPerson, insertReferral, makeQueues } from '../support/question-database.js';
import { describeReferralStore } from './referral-store.contract.js';

describeReferralStore('memory', () => {
  const store = memoryReferrals();
  return Promise.resolve({
    store,
    put: (details) => {
      store.put(details);
      store.putPerson(details.person.id, GMP);
      return Promise.resolve();
    },
    putChannel: (conversationId, team) => Promise.resolve(store.putChannel(conversationId, team)),
    putLead: (person) => Promise.resolve(store.putLead(person, 'north-west')),
    putCoordinator: (person) => Promise.resolve(store.putCoordinator(person)),
    close: () => Promise.resolve(),
  });
});

describe('on the real engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeQueues(database);
  });
  afterAll(() => closeTestDatabase(database));

  describeReferralStore('the database', () =>
    Promise.resolve({
      store: postgresReferrals(database, createAreaDirectory()),
      async put(details) {
        await insertPerson(database, aPerson({ id: details.person.id, name: details.person.name }));
        await insertReferral(database, details);
      },
      async putChannel(conversationId, team) {
        const row = {
          conversation_id: conversationId,
          kind: 'channel',
          team,
          reference: '{}',
          updated_at: NOW,
        };
        await database.db.insertInto('conversations').values(row).execute();
      },
      async putLead(person) {
        const row = { person_id: person, role: 'regional-lead', region: 'north-west', granted_at: NOW };
        await database.db.insertInto('roles').values(row).execute();
      },
      async putCoordinator(person) {
        const row = { person_id: person, role: 'coordinator', granted_at: NOW };
        await database.db.insertInto('roles').values(row).execute();
      },
      async close() {
        for (const table of ['contacts', 'referrals', 'questions', 'roles', 'people'] as const)
          await database.db.deleteFrom(table).execute();
      },
    }),
  );
});
