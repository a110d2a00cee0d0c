import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/adapters/postgres/database.js';
import { brand, type PersonId } from '../../src/domain/shared/ids.js';
import { postgresBriefings } from '../../src/features/briefings/briefing-store.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { NOW } from '../support/memory/briefing-builders.js';
import { memoryBriefings } from '../support/memory/briefing-store.js';
import { describeBriefingStore, type OpenStore } from './briefing-store.contract.js';

const JOBS = ['briefings.create-meeting', 'briefings.move-meeting'];

describeBriefingStore('memory', () => {
  const store = memoryBriefings();
  return Promise.resolve({
    store,
    person: () => Promise.resolve(brand<PersonId>(randomUUID())),
    register: (person, code, status) => Promise.resolve(store.register(person, code, status)),
    sent: () => Promise.resolve(store.outgoing.map((message) => message.job)),
  });
});

describe('on the real engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    for (const job of JOBS) await database.boss.createQueue(job);
  });
  afterAll(() => closeTestDatabase(database));

  const person = async () => {
    const id = randomUUID();
    await database.db
      .insertInto('people')
      .values({ id, name: 'Sam Sample', audience: 'other', created_at: NOW })
      .execute();
    return brand<PersonId>(id);
  };

  describeBriefingStore('postgres', async (): Promise<OpenStore> => {
    const { db, boss } = database;
    for (const table of ['registrations', 'conversations', 'drafts', 'briefings'] as const)
      await db.deleteFrom(table).execute();
    for (const job of JOBS) await boss.deleteAllJobs(job);
    return {
      store: postgresBriefings(database),
      person,
      async register(who, briefing, status) {
        const row = {
          id: randomUUID(),
          person_id: who,
          briefing_code: briefing,
          status,
          created_at: NOW,
          updated_at: NOW,
        };
        await db.insertInto('registrations').values(row).execute();
      },
      async sent() {
        const names: string[] = [];
        for (const job of JOBS) names.push(...(await boss.fetch(job, { batchSize: 50 })).map(() => job));
        return names;
      },
    };
  });

  test('two live briefings of a region never begin at the same moment', async () => {
    await database.db.deleteFrom('briefings').execute();
    const row = {
      region: 'wales',
      year: 2027,
      local_date: '2027-02-09',
      local_time: '18:00',
      minutes: 60,
      starts_at: NOW,
      ends_at: NOW,
      status: 'creating',
      revision: 0,
      presenters: '[]',
      topics: '[]',
      created_at: NOW,
    };
    await database.db
      .insertInto('briefings')
      .values({ ...row, code: 'WA-2027-02' })
      .execute();
    await expect(
      database.db
        .insertInto('briefings')
        .values({ ...row, code: 'WA-2027-02b' })
        .execute(),
    ).rejects.toThrow(/briefings_once/);
  });
});
