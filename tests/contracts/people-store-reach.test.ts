import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/adapters/postgres/database.js';
import { peopleStore } from '../../src/features/people/people-store.postgres.js';
import { reachStore } from '../../src/features/people/reach-store.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { memoryReach } from '../support/memory/people-reach.js';
import { memoryPeople } from '../support/memory/people-store.js';
import { describeReachStore } from './people-store-reach.contract.js';

describeReachStore('memory', () => {
  const people = memoryPeople();
  const reach = memoryReach(people.personOfChannel);
  people.onErasing.push(reach.forgetPerson);
  return Promise.resolve({
    people,
    reach,
    elsewhere: reach,
    putTeam: (team, details) => Promise.resolve(reach.putTeam(team, details)),
    putBriefing: (conversationId, code) => Promise.resolve(reach.putBriefing(conversationId, code)),
  });
});

describe('on the real engine', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => closeTestDatabase(database));

  describeReachStore('postgres', () =>
    Promise.resolve({
      people: peopleStore(database, { uuid: randomUUID }),
      reach: reachStore(database),
      elsewhere: reachStore(database),
      async putTeam(id, { name, email = null, conversationId = '' }) {
        const [force = '', kind = ''] = id.split('/');
        await database.db.insertInto('teams').values({ id, force, kind, name, email }).execute();
        await database.db
          .updateTable('conversations')
          .set({ team: id })
          .where('conversation_id', '=', conversationId)
          .execute();
      },
      async putBriefing(conversationId, code) {
        await database.db
          .updateTable('conversations')
          .set({ briefing_code: code })
          .where('conversation_id', '=', conversationId)
          .execute();
      },
    }),
  );
});
