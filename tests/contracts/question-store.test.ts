import { createAreaDirectory } from '../../src/adapters/policing/area-directory.js';
import { postgresQuestions } from '../../src/features/questions/question-store.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { memoryQuestions } from '../support/memory/question-store.js';
import {
  countJobs,
  insertBriefing,
  insertPerson,
  makeQueues,
  readCorrections,
} from '../support/question-database.js';
import { describeQuestionStore } from './question-store.contract.js';

describeQuestionStore('memory', () => {
  const store = memoryQuestions();
  return Promise.resolve({
    store,
    addPerson: (person) => {
      const { id, name, audience, language, area } = person;
      store.addPerson({ id, name, audience, language, ...(area ? { area } : {}) });
      return Promise.resolve();
    },
    addBriefing: (code, endsAt) => {
      store.addBriefing(code, { endsAt });
      return Promise.resolve();
    },
    corrections: (id) =>
      Promise.resolve(
        store.corrections
          .filter(({ question }) => question === id)
          .map(({ question: _question, ...correction }) => correction),
      ),
    sent: (job) => Promise.resolve(store.outgoing.filter((message) => message.job === job).length),
    close: () => Promise.resolve(),
  });
});

describeQuestionStore('the database', async () => {
  const database = await openTestDatabase();
  await makeQueues(database);
  return {
    store: postgresQuestions(database, createAreaDirectory()),
    addPerson: (person) => insertPerson(database, person),
    addBriefing: (code, endsAt) => insertBriefing(database, code, endsAt),
    corrections: (id) => readCorrections(database, id),
    sent: (job) => countJobs(database, job),
    close: () => closeTestDatabase(database),
  };
});
