import { z } from 'zod';
import {
  ANYONE,
  command,
  noWords,
  verb,
  type AnyCommand,
  type AnyVerb,
  type ChatFeature,
  type Reply,
  type Turn,
} from '../../bot/kit.js';
import { QUESTION_LIMIT } from '../../domain/question/question.js';
import { brand, type QuestionId } from '../../domain/shared/ids.js';
import { myQuestionsCard } from './cards/my-questions.card.js';
import { outcomeCard } from './cards/outcome.card.js';
import { PAGE_SIZE, pagesOf } from './cards/words.js';
import type { Chosen } from './choose-route.js';
import { queueChat } from './queue.bot.js';
import type { QuestionsUseCases } from './use-cases.js';

const questionData = z.object({
  question: z
    .string()
    .max(100)
    .transform((id) => brand<QuestionId>(id)),
});
const choiceData = questionData.extend({ choice: z.enum(['presenter', 'local', 'now']) });
const areaData = questionData.extend({ area: z.string().trim().min(1).max(120) });
const pageData = z.object({ page: z.coerce.number().int().catch(1) });

const text = (words: string): Reply => ({ kind: 'text', text: words });

/** Where plain text goes; also typed as `ask`. */
export const askCommand = (useCases: QuestionsUseCases): AnyCommand =>
  command<string>({
    name: 'ask',
    aliases: ['gofyn', 'question'],
    usage: 'ask <your question>',
    example: 'ask How often should I change my route to work?',
    description: {
      en: 'Ask a question: general ones go to the presenters, your own matters privately to your local team',
      cy: 'Gofyn cwestiwn i’r cyflwynwyr, neu’n breifat i’ch tîm plismona lleol',
    },
    scopes: ['personal', 'groupChat'],
    who: ANYONE,
    freeText: true,
    parse(rest) {
      const words = rest.trim();
      if (words === '') return { kind: 'problem', problem: 'Please write your question after “ask”.' };
      if (words.length <= QUESTION_LIMIT) return { kind: 'input', input: words };
      const problem = `Please shorten your message to ${String(QUESTION_LIMIT)} characters; it has ${String(words.length)}. Nothing has been sent. If anyone is in danger now, call 999.`;
      return { kind: 'problem', problem };
    },
    async run(turn, words) {
      const { person, deliveryKey, now, briefing } = turn;
      const door = turn.scope === 'groupChat' ? 'meeting' : 'personal';
      const where = briefing === undefined ? {} : { briefing };
      const asked = await useCases.askQuestion({ person, text: words, door, deliveryKey, now, ...where });
      return asked.kind === 'refused'
        ? text(asked.problem)
        : { kind: 'card', card: outcomeCard(asked.outcome), fresh: true };
    },
  });

/** Chat: `ask`, `my questions`, `queue`, and the buttons of their cards. */
export function questionsChat(useCases: QuestionsUseCases, ask: AnyCommand): ChatFeature {
  const queue = queueChat(useCases);
  return {
    commands: [ask, myQuestionsCommand(useCases), ...queue.commands],
    verbs: [...askerVerbs(useCases), ...queue.verbs],
  };
}

const myQuestionsCommand = (useCases: QuestionsUseCases): AnyCommand =>
  command<null>({
    name: 'my questions',
    aliases: ['fy nghwestiynau'],
    usage: 'my questions',
    example: 'my questions',
    description: { en: 'See what became of your questions', cy: 'Gweld beth ddigwyddodd i’ch cwestiynau' },
    scopes: ['personal'],
    who: ANYONE,
    parse: noWords,
    run: (turn) => showMine(useCases, turn, 1),
  });

const askerVerbs = (useCases: QuestionsUseCases): readonly AnyVerb[] => [
  verb({
    verb: 'questions/choose',
    data: choiceData,
    who: ANYONE,
    run: async ({ person, now }, { question, choice }) =>
      shown(await useCases.chooseRoute({ person, id: question, choice, now })),
  }),
  verb({
    verb: 'questions/area',
    data: areaData,
    who: ANYONE,
    run: async ({ person, now }, { question, area }) =>
      shown(await useCases.giveArea({ person, id: question, typed: area, now })),
  }),
  verb({
    verb: 'questions/withdraw',
    data: questionData,
    who: ANYONE,
    run: async ({ person, now }, { question }) =>
      shown(await useCases.withdrawQuestion({ person, id: question, now })),
  }),
  verb({
    verb: 'questions/open',
    data: questionData,
    who: ANYONE,
    async run({ person, now }, { question }) {
      const found = await useCases.showMyQuestion({ person, id: question, now });
      if (found.kind === 'unknown') return text(NOT_FOUND);
      return { kind: 'card', card: outcomeCard(found.outcome, found.text) };
    },
  }),
  verb({
    verb: 'questions/mine',
    data: pageData,
    who: ANYONE,
    run: (turn, { page }) => showMine(useCases, turn, page),
  }),
];

const NOT_FOUND = 'There is no such question of yours. Type “my questions” to see them.';

function shown(chosen: Chosen): Reply {
  if (chosen.kind === 'unknown') return text(NOT_FOUND);
  return chosen.kind === 'refused'
    ? text(chosen.problem)
    : { kind: 'card', card: outcomeCard(chosen.outcome) };
}

async function showMine(useCases: QuestionsUseCases, turn: Turn, wanted: number): Promise<Reply> {
  const person = turn.person.id;
  const offset = Math.max(0, wanted - 1) * PAGE_SIZE;
  const { total, questions } = await useCases.listMyQuestions({ person, offset, limit: PAGE_SIZE });
  const { page } = pagesOf(total, wanted);
  if (page !== wanted && questions.length === 0 && total > 0) return showMine(useCases, turn, page);
  return { kind: 'card', card: myQuestionsCard(questions, { total, page }) };
}
