import type { Database } from '../../src/adapters/postgres/database.js';
import type { OfferedBriefing } from '../../src/domain/registration/registration.js';
import type { Person } from '../../src/domain/shared/person.js';
import { postgresRegistrations } from '../../src/features/registrations/registration-store.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { NOW } from '../support/memory/briefing-builders.js';
import { memoryRegistrations } from '../support/memory/registration-store.js';
import { describeRegistrationStore } from './registration-store.contract.js';

const JOB = 'registrations.send-confirmation';

describeRegistrationStore('memory', () => {
  const store = memoryRegistrations();
  return Promise.resolve({
    store,
    putPerson: (person) => Promise.resolve(store.putPerson(person)),
    putBriefing: (briefing) => Promise.resolve(store.putBriefing(briefing)),
    trustDomain: (domain) => {
      store.trustedDomains.push(domain);
      return Promise.resolve();
    },
    sent: () => Promise.resolve(store.outgoing),
  });
});

describe('on the real engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.boss.createQueue(JOB);
  });
  afterAll(() => closeTestDatabase(database));

  async function putPerson(person: Person): Promise<void> {
    const { id, name, email = null, audience } = person;
    await database.db.insertInto('people').values({ id, name, email, audience, created_at: NOW }).execute();
    if (email === null) return;
    await database.db
      .insertInto('identities')
      .values({ kind: 'email', tenant: '', value: email, person_id: id })
      .execute();
  }

  async function putBriefing(briefing: OfferedBriefing): Promise<void> {
    const row = {
      code: briefing.code,
      region: briefing.region,
      year: Number(briefing.date.slice(0, 4)),
      local_date: briefing.date,
      local_time: briefing.time,
      minutes: briefing.minutes,
      starts_at: briefing.startsAt,
      ends_at: briefing.endsAt,
      status: briefing.status,
      revision: briefing.revision,
      presenters: '[]',
      topics: JSON.stringify(briefing.topics),
      join_url: briefing.joinUrl ?? null,
      created_at: NOW,
    };
    await database.db
      .insertInto('briefings')
      .values(row)
      .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
      .execute();
  }

  describeRegistrationStore('postgres', async () => {
    const { db, boss } = database;
    for (const table of ['registrations', 'briefings', 'trusted_domains'] as const)
      await db.deleteFrom(table).execute();
    await boss.deleteAllJobs(JOB);
    return {
      store: postgresRegistrations(database),
      putPerson,
      putBriefing,
      async trustDomain(domain) {
        await db.insertInto('trusted_domains').values({ domain }).execute();
      },
      sent: async () => (await boss.fetch(JOB, { batchSize: 50 })).map(({ data }) => ({ job: JOB, data })),
    };
  });
});
