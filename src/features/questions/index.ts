import type { Database } from '../../adapters/postgres/database.js';
import type { AnyCommand, ChatFeature } from '../../bot/kit.js';
import type { Holidays } from '../../domain/question/refer.js';
import type { WordVectors } from '../../domain/question/triage/words.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import type { Ids, Links } from '../../domain/shared/ports.js';
import type { HttpFeature } from '../../http/kit.js';
import type { AnyJob } from '../../jobs/kit.js';
import { alarmKeeper, type Alarms } from './alarms.js';
import { postgresBriefingContext } from './briefing-context.postgres.js';
import { outcomeCard } from './cards/outcome.card.js';
import { groupsBy } from './grouping.js';
import { writeAlarm, type Recognise } from './keep-alarm.js';
import type { Areas, Courier, GuidanceLibrary, Later, Triage } from './ports.js';
import { postgresQuestions } from './question-store.postgres.js';
import { postgresQueueEvents } from './queue-events.postgres.js';
import { askCommand, questionsChat } from './questions.bot.js';
import { questionsHttp } from './questions.http.js';
import { questionsJobs } from './questions.jobs.js';
import { questionsUseCases, type QuestionsUseCases } from './use-cases.js';

export interface QuestionsDeps {
  readonly database: Pick<Database, 'db' | 'boss'>;
  readonly triage: Triage;
  /** How rare words are: by that, questions that ask the same are known. */
  readonly words: Pick<WordVectors, 'rarity'>;
  readonly areas: Areas;
  readonly guidance: GuidanceLibrary;
  readonly forces: Pick<AreaDirectory, 'force'>;
  readonly holidays: Holidays;
  readonly courier: Courier;
  readonly links: Pick<Links, 'personal'>;
  readonly ids: Ids;
  readonly recognise: Recognise;
}

export interface QuestionsFeature {
  /** Where plain text goes. */
  readonly ask: AnyCommand;
  readonly chat: ChatFeature;
  readonly http: HttpFeature;
  readonly jobs: readonly AnyJob[];
  readonly useCases: QuestionsUseCases;
  /** Alarms that could not be written: those that wait for the store, and those given up because too many wait. */
  readonly alarms: Pick<Alarms, 'waiting' | 'givenUp'>;
  /** Writes the alarms that wait, if the store is there, and ends the live updates. */
  close(): Promise<void>;
}

const later: Later = {
  after: (milliseconds, run) => void setTimeout(run, milliseconds).unref(),
};

/** Takes questions, finds their way and tells their askers. */
export function questionsFeature(deps: QuestionsDeps): QuestionsFeature {
  const { database, triage, guidance, forces, holidays, ids } = deps;
  const store = postgresQuestions(database, forces);
  const briefings = postgresBriefingContext(database.db);
  const events = postgresQueueEvents(database);
  const alarms = alarmKeeper(writeAlarm({ store, ids }), later);
  const explain = { store, briefings, triage, guidance, forces };
  const { areas, recognise, courier, links } = deps;
  const useCases = questionsUseCases({
    ...explain,
    holidays,
    ids,
    alarms,
    areas,
    events,
    recognise,
    groups: groupsBy(deps.words),
  });
  const ask = askCommand(useCases);
  return {
    ask,
    chat: questionsChat(useCases, ask),
    http: questionsHttp(useCases),
    jobs: questionsJobs(useCases, { ...explain, courier, links, outcomeCard }),
    useCases,
    alarms,
    async close() {
      await alarms.flush();
      await events.close();
    },
  };
}

export type { QuestionsUseCases } from './use-cases.js';
export type { Areas, Courier, GuidanceLibrary, Notice, Triage } from './ports.js';
export type { AnsweredAlarm, Recognise } from './keep-alarm.js';
