import { z } from 'zod';
import {
  myQuestions,
  newQuestion,
  questionChoice,
  questionOutcome,
  queueDecision,
  queueDecisionReply,
  queueView,
  type QuestionOutcome,
  type QueueItem as QueueItemView,
} from '../../contract/questions.js';
import { briefingCode } from '../../contract/shared.js';
import { addressOf } from '../../domain/guidance/resource.js';
import { brand, type BriefingCode, type QuestionId } from '../../domain/shared/ids.js';
import { regionById } from '../../domain/shared/region.js';
import { problem, route, stream, type HttpFeature } from '../../http/kit.js';
import type { Outcome } from './outcome.js';
import type { QueueItem } from './queue-item.js';
import type { QuestionsUseCases } from './use-cases.js';

const questionParams = z.object({
  id: z
    .string()
    .max(100)
    .transform((id) => brand<QuestionId>(id)),
});
const queueParams = z.object({ code: briefingCode.transform((code) => brand<BriefingCode>(code)) });
const itemParams = queueParams.extend(questionParams.shape);

/** How many questions one reading brings; open ones come first, so that none of those is cut off in practice. */
const LISTED = 500;

const NO_QUESTION = problem('not_found', 'There is no such question of yours.');
const NO_QUEUE = problem(
  'not_found',
  'There is no such briefing or question. Type “briefings” to see the codes.',
);
const NOT_YOURS = problem(
  'forbidden',
  'Only this briefing’s presenters and moderators see its queue. Ask the regional lead to be added.',
);

/** Asking, choosing, one's own questions, and the presenters' queue. */
export const questionsHttp = (useCases: QuestionsUseCases): HttpFeature => ({
  routes: [...askerRoutes(useCases), ...queueRoutes(useCases)],
  streams: [
    stream({
      path: '/queue/:code/stream',
      summary: 'Says when a briefing’s queue has changed, to its presenters.',
      params: queueParams,
      async open({ person, params: { code } }, emit) {
        const seen = await useCases.readQueue({ person, code, offset: 0, limit: 1 });
        if (seen.kind === 'unknown') return NO_QUEUE;
        if (seen.kind === 'forbidden') return NOT_YOURS;
        const close = await useCases.watchQueue.subscribe(code, () => {
          emit({ kind: 'changed' });
        });
        emit({ kind: 'ready' });
        return { kind: 'open', close };
      },
    }),
  ],
});

/** What danger is answered while nothing can be looked up or stored. */
const CALL_999: QuestionOutcome = {
  id: null,
  route: 'emergency',
  kind: 'emergency',
  title: 'Call 999 now',
  message:
    'If you or anyone else is in danger, or a crime is happening, call 999 and ask for the police. Nobody reads this desk as an emergency line.',
  choices: [],
  lines: [
    {
      name: 'Emergency services',
      phone: '999',
      url: null,
      when: 'A crime is in progress, or someone is in immediate danger.',
    },
  ],
  resources: [],
};

const askerRoutes = (useCases: QuestionsUseCases): HttpFeature['routes'] => [
  route({
    method: 'post',
    path: '/questions',
    summary: 'Asks a question, or says anything else; the reply says what becomes of it.',
    caller: 'person',
    body: newQuestion,
    reply: questionOutcome,
    urgent: ({ text }) => (useCases.isDanger(text) ? { kind: 'created', body: CALL_999 } : undefined),
    async run({ person, body, deliveryKey, now }) {
      const briefing = body.briefing === undefined ? {} : { briefing: brand<BriefingCode>(body.briefing) };
      const asked = await useCases.askQuestion({
        person,
        text: body.text,
        door: 'panel',
        deliveryKey,
        now,
        ...briefing,
      });
      if (asked.kind === 'refused') return problem('bad_request', asked.problem);
      return { kind: 'created', body: outcomeView(asked.outcome) };
    },
  }),
  route({
    method: 'post',
    path: '/questions/:id/choice',
    summary: 'The asker says where a question goes.',
    caller: 'person',
    params: questionParams,
    body: questionChoice,
    reply: questionOutcome,
    async run({ person, params, body, now }) {
      const chosen = await useCases.chooseRoute({ person, id: params.id, choice: body.choice, now });
      if (chosen.kind === 'unknown') return NO_QUESTION;
      if (chosen.kind === 'refused') return problem('conflict', chosen.problem);
      return { kind: 'ok', body: outcomeView(chosen.outcome) };
    },
  }),
  route({
    method: 'get',
    path: '/me/questions',
    summary: 'The caller’s own questions and what became of each.',
    caller: 'person',
    reply: myQuestions,
    async run({ person }) {
      const { questions } = await useCases.listMyQuestions({ person: person.id, offset: 0, limit: LISTED });
      return {
        kind: 'ok',
        body: {
          questions: questions.map(({ question, sentence }) => ({
            id: question.id,
            text: question.text,
            briefing: question.briefing ?? null,
            askedAt: question.askedAt,
            outcome: sentence,
            state: question.state,
          })),
        },
      };
    },
  }),
];

const queueRoutes = (useCases: QuestionsUseCases): HttpFeature['routes'] => [
  route({
    method: 'get',
    path: '/queue/:code',
    summary: 'A briefing’s queue, for its presenters; askers are not named.',
    caller: 'person',
    params: queueParams,
    reply: queueView,
    async run({ person, params: { code } }) {
      const seen = await useCases.readQueue({ person, code, offset: 0, limit: LISTED });
      if (seen.kind === 'unknown') return NO_QUEUE;
      if (seen.kind === 'forbidden') return NOT_YOURS;
      const title = `${regionById(seen.briefing.region).name} briefing`;
      return { kind: 'ok', body: { briefing: { code, title }, items: seen.items.map(itemView) } };
    },
  }),
  route({
    method: 'post',
    path: '/queue/:code/items/:id',
    summary: 'A presenter accepts, answers, hands over or declines a question, or takes it out of its group.',
    caller: 'person',
    params: itemParams,
    body: queueDecision,
    reply: queueDecisionReply,
    async run({ person, params, body: { act, version, reason, seen }, now }) {
      const more = { ...(reason === undefined ? {} : { reason }), ...(seen === undefined ? {} : { seen }) };
      const decided =
        act === 'split'
          ? await useCases.splitQuestion({ person, ...params, version, now })
          : await useCases.decideQueueItem({ person, ...params, act, version, ...more, now });
      switch (decided.kind) {
        case 'decided':
          return { kind: 'ok', body: { item: itemView(decided.item) } };
        case 'unknown':
          return NO_QUEUE;
        case 'forbidden':
          return NOT_YOURS;
        case 'refused':
          return problem('bad_request', decided.problem);
        case 'conflict':
          return problem('conflict', decided.problem);
      }
    },
  }),
];

const itemView = ({ readings, ...item }: QueueItem): QueueItemView => ({
  ...item,
  ...(readings ? { readings: readings.map((reading) => ({ ...reading })) } : {}),
  wordings: item.wordings.map((wording) => ({ ...wording })),
});

/** The shape that the tab speaks; briefings named in an outcome stand at the end of its message. */
export function outcomeView(outcome: Outcome): QuestionOutcome {
  const { id, route: where, kind, title, message, choices } = outcome;
  const briefings = outcome.briefings.map(({ code, regionName, when }) => `${code}, ${regionName}: ${when}.`);
  return {
    id,
    route: where,
    kind,
    title,
    message: [message, ...briefings].join(' '),
    choices: choices.map(({ choice, label }) => ({ choice, label })),
    lines: outcome.lines.map(({ name, phone, url, when }) => ({
      name,
      phone: phone ?? null,
      url: url ?? null,
      when,
    })),
    resources: outcome.resources.map((resource) => ({
      id: resource.id,
      title: resource.title,
      url: addressOf(resource),
    })),
  };
}
