import type { Alarms } from './alarms.js';
import { askQuestion, type AskPorts } from './ask-question.js';
import { chooseRoute } from './choose-route.js';
import { decideQueueItem } from './decide-queue-item.js';
import { areaKnown, giveArea } from './give-area.js';
import { keepAlarm, type Recognise } from './keep-alarm.js';
import { listMyQuestions, showMyQuestion } from './list-my-questions.js';
import type { FindGroups } from './grouping.js';
import type { Areas, QueueEvents } from './ports.js';
import { readQueue, readQueueItem } from './read-queue.js';
import { settleQuestions } from './settle-questions.js';
import { splitQuestion } from './split-question.js';
import { forgetQuestions, withdrawQuestion } from './withdraw-question.js';

export type QuestionsPorts = AskPorts & {
  readonly areas: Areas;
  readonly alarms: Alarms;
  readonly events: QueueEvents;
  readonly recognise: Recognise;
  readonly groups: FindGroups;
};

/** Everything one can do with questions; every door calls these. */
export function questionsUseCases(ports: QuestionsPorts) {
  return {
    /** Whether the words tell of danger now: pure, at once. */
    isDanger: (text: string) => ports.triage.isDanger(text),
    askQuestion: askQuestion(ports),
    chooseRoute: chooseRoute(ports),
    giveArea: giveArea(ports),
    areaKnown: areaKnown(ports),
    listMyQuestions: listMyQuestions(ports),
    showMyQuestion: showMyQuestion(ports),
    withdrawQuestion: withdrawQuestion(ports),
    forgetQuestions: forgetQuestions(ports),
    readQueue: readQueue(ports),
    readQueueItem: readQueueItem(ports),
    decideQueueItem: decideQueueItem(ports),
    splitQuestion: splitQuestion(ports),
    watchQueue: ports.events,
    settleQuestions: settleQuestions(ports),
    keepAlarm: keepAlarm(ports.alarms, ports.recognise),
  };
}

export type QuestionsUseCases = ReturnType<typeof questionsUseCases>;
