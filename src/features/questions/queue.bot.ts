import { z } from 'zod';
import { ANYONE, command, verb, type ChatFeature, type Reply, type Turn } from '../../bot/kit.js';
import { parseBriefingCode } from '../../domain/briefing/code.js';
import { brand, type BriefingCode, type QuestionId } from '../../domain/shared/ids.js';
import { queueCard, queueItemCard } from './cards/queue.card.js';
import { PAGE_SIZE, pagesOf } from './cards/words.js';
import type { NoQueue } from './read-queue.js';
import type { QuestionsUseCases } from './use-cases.js';

const code = z
  .string()
  .max(20)
  .transform((typed) => brand<BriefingCode>(typed));
const page = z.coerce.number().int().catch(1);
const queueData = z.object({ code, page });
const itemData = queueData.extend({
  id: z
    .string()
    .max(100)
    .transform((id) => brand<QuestionId>(id)),
});
const decideData = itemData.extend({
  act: z.enum(['accept', 'answer', 'hand_over', 'decline', 'split']),
  version: z.coerce.number().int(),
  reason: z.string().trim().max(400).optional(),
  seen: z.string().max(10_000).optional(),
});

const text = (words: string): Reply => ({ kind: 'text', text: words });

/** `queue`, for a briefing's presenters and moderators. */
export const queueChat = (useCases: QuestionsUseCases): ChatFeature => ({
  commands: [
    command<BriefingCode | undefined>({
      name: 'queue',
      aliases: ['ciw'],
      usage: 'queue <code>',
      example: 'queue NW-2027-02',
      description: {
        en: 'See a briefing’s questions and decide them',
        cy: 'Gweld cwestiynau sesiwn briffio',
      },
      scopes: ['groupChat'],
      // A named presenter holds no role: whether this person may present is decided on the briefing itself.
      who: ANYONE,
      parse(rest) {
        if (rest.trim() === '') return { kind: 'input', input: undefined };
        const parsed = parseBriefingCode(rest.trim());
        return parsed === undefined
          ? { kind: 'problem', problem: NO_CODE }
          : { kind: 'input', input: parsed };
      },
      run(turn, typed) {
        const wanted = typed ?? turn.briefing;
        return wanted === undefined
          ? Promise.resolve(text(NO_CODE))
          : showQueue(useCases, turn, { code: wanted, page: 1 });
      },
    }),
  ],
  verbs: [
    verb({
      verb: 'questions/queue',
      data: queueData,
      who: ANYONE,
      run: (turn, data) => showQueue(useCases, turn, data),
    }),
    verb({
      verb: 'questions/item',
      data: itemData,
      who: ANYONE,
      async run({ person }, data) {
        const seen = await useCases.readQueueItem({ person, code: data.code, id: data.id });
        return seen.kind === 'item'
          ? { kind: 'card', card: queueItemCard(seen.item, data) }
          : text(REFUSALS[seen.kind]);
      },
    }),
    verb({
      verb: 'questions/decide',
      data: decideData,
      who: ANYONE,
      async run({ person, now }, { reason, seen, act, ...data }) {
        const more = { ...(reason === undefined ? {} : { reason }), ...(seen === undefined ? {} : { seen }) };
        const decided =
          act === 'split'
            ? await useCases.splitQuestion({ ...data, person, now })
            : await useCases.decideQueueItem({ ...data, act, ...more, person, now });
        switch (decided.kind) {
          case 'unknown':
          case 'forbidden':
            return text(REFUSALS[decided.kind]);
          case 'refused':
            return text(decided.problem);
          case 'conflict':
            return showQueue(useCases, { person }, { ...data, notice: decided.problem });
          case 'decided':
            return showQueue(useCases, { person }, { ...data, notice: (seen ? DONE_MANY : DONE)[act] });
        }
      },
    }),
  ],
});

const NO_CODE =
  'Please give the briefing’s code, such as “queue NW-2027-02”. Type “briefings” to see the codes.';

const REFUSALS: Readonly<Record<NoQueue['kind'], string>> = {
  unknown: 'There is no such briefing or question. Type “briefings” to see the codes.',
  forbidden:
    'Only this briefing’s presenters and moderators see its queue. Ask the regional lead to be added.',
};

const DONE = {
  accept: 'Accepted. The asker is told.',
  answer: 'Marked as answered. The asker is told.',
  hand_over: 'Handed to the asker’s local policing team. The asker is told.',
  decline: 'Declined. The asker is told why.',
  split: 'Taken out of its group: it stands alone from now on.',
} as const;

/** The same for a question that several have asked. */
const DONE_MANY = {
  ...DONE,
  accept: 'Accepted. Everyone who asked it is told.',
  answer: 'Marked as answered. Everyone who asked it is told.',
  hand_over: 'Handed to the local policing team of each who asked it. They are told.',
  decline: 'Declined. Everyone who asked it is told why.',
} as const;

async function showQueue(
  useCases: QuestionsUseCases,
  { person }: Pick<Turn, 'person'>,
  view: { readonly code: BriefingCode; readonly page: number; readonly notice?: string },
): Promise<Reply> {
  const offset = Math.max(0, view.page - 1) * PAGE_SIZE;
  const queue = await useCases.readQueue({ person, code: view.code, offset, limit: PAGE_SIZE });
  if (queue.kind !== 'queue') return text(REFUSALS[queue.kind]);
  const last = pagesOf(queue.total, view.page).page;
  if (queue.items.length === 0 && queue.total > 0)
    return showQueue(useCases, { person }, { ...view, page: last });
  return { kind: 'card', card: queueCard(queue, view) };
}
