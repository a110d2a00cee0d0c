import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/adapters/postgres/database.js';
import { linkRecord } from '../../src/adapters/postgres/record-linker.js';
import { peopleStore } from '../../src/features/people/people-store.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { memoryPeople } from '../support/memory/people-store.js';
import { describePeopleStore } from './people-store.contract.js';

describePeopleStore('memory', () => {
  const people = memoryPeople();
  return Promise.resolve({
    people,
    trustDomain: (domain) => Promise.resolve(void people.trustedDomains.push(domain)),
    recordOf: (person) =>
      Promise.resolve(
        people.record.filter(({ subjectId }) => subjectId === person).map(({ event }) => event),
      ),
  });
});

describe('on the real engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => closeTestDatabase(database));

  describePeopleStore('postgres', () =>
    Promise.resolve({
      people: peopleStore(database, { uuid: randomUUID }),
      async trustDomain(domain) {
        await database.db.insertInto('trusted_domains').values({ domain }).execute();
      },
      async recordOf(person) {
        await linkRecord(database.db);
        const lines = await database.db
          .selectFrom('record')
          .select('event')
          .where('subject_id', '=', person)
          .orderBy('seq')
          .execute();
        return lines.map(({ event }) => event);
      },
    }),
  );
});
