import { z } from 'zod';
import { ANYONE, command, verb, type ChatFeature, type Reply, type Turn } from '../../bot/kit.js';
import { guidanceCard } from './cards/guidance.card.js';
import { contactLines, nationOf } from './guidance-help.js';
import type { GuidanceUseCases } from './use-cases.js';

const WORDS_LIMIT = 200;

/** `guidance`, and the buttons that turn its pages. */
export function guidanceChat(useCases: GuidanceUseCases, libraryUrl: string): ChatFeature {
  const show = ({ person }: Turn, { words, page }: { words: string; page: number }): Promise<Reply> => {
    const lines = contactLines(nationOf(person.area?.region));
    const card = guidanceCard(useCases.searchLibrary(words), { words, page, lines, libraryUrl });
    return Promise.resolve({ kind: 'card', card });
  };
  return {
    commands: [
      command<string>({
        name: 'guidance',
        aliases: ['canllawiau', 'advice'],
        usage: 'guidance <words>',
        example: 'guidance suspicious mail',
        description: {
          en: 'Find security guidance and lines to call',
          cy: 'Dod o hyd i ganllawiau diogelwch',
        },
        scopes: ['personal', 'groupChat'],
        who: ANYONE,
        freeText: true,
        parse: (rest) => ({ kind: 'input', input: rest.trim().slice(0, WORDS_LIMIT) }),
        run: (turn, words) => show(turn, { words, page: 1 }),
      }),
    ],
    verbs: [
      verb({
        verb: 'guidance/page',
        data: z.object({
          words: z.string().max(WORDS_LIMIT).default(''),
          page: z.coerce.number().int().min(1).max(100).catch(1),
        }),
        who: ANYONE,
        run: show,
      }),
    ],
  };
}
