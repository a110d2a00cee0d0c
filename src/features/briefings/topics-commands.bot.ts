import { z } from 'zod';
import { ANYONE, command, verb, type ChatFeature, type Reply, type Turn } from '../../bot/kit.js';
import type { Topic } from '../../domain/briefing/briefing.js';
import { TOPIC_LIMIT } from '../../domain/briefing/topics.js';
import { editTopicsCard, topicsCard } from './cards/topics.card.js';
import { parseCode } from './command-words.js';
import { card, LEADS, text } from './replies.bot.js';
import type { BriefingsUseCases } from './use-cases.js';

const codeData = z.object({ code: z.string().max(20) });
const rows = Array.from({ length: TOPIC_LIMIT }, (_, index) => String(index + 1));
const words = z.string().max(4000).default('');
const topicsData = z
  .object({
    code: z.string().max(20),
    ...Object.fromEntries(
      rows.flatMap((row) => [[`title${row}`, words] as const, [`summary${row}`, words] as const]),
    ),
  })
  .transform((data: Readonly<Record<string, string>> & { code: string }) => ({
    code: data.code,
    topics: rows.map((row): Topic => ({
      title: data[`title${row}`] ?? '',
      summary: data[`summary${row}`] ?? '',
    })),
  }));

/** `topics`, and the card to edit them. */
export function topicsCommands(useCases: BriefingsUseCases): ChatFeature {
  const show = showing(useCases);
  return {
    commands: [
      command<string>({
        name: 'topics',
        usage: 'topics <code>',
        example: 'topics NW-2027-02',
        description: {
          en: 'Show or edit what a briefing covers',
          cy: 'Dangos neu olygu pynciau sesiwn briffio',
        },
        scopes: ['team'],
        who: ANYONE,
        parse: parseCode,
        run: (turn, code) => show(turn, { code }),
      }),
    ],
    verbs: [
      verb({ verb: 'briefings/topics', data: codeData, who: ANYONE, run: show }),
      verb({
        verb: 'briefings/edit-topics',
        data: codeData,
        who: LEADS,
        async run(turn, { code }) {
          const found = await useCases.showBriefing({ person: turn.person, code });
          if (found.kind === 'refused') return text(found.problem);
          return card(editTopicsCard(found.briefing.code, found.briefing.topics));
        },
      }),
      verb({
        verb: 'briefings/save-topics',
        data: topicsData,
        who: LEADS,
        async run(turn, { code, topics }) {
          const done = await useCases.editTopics({ person: turn.person, now: turn.now, code, topics });
          if (done.kind === 'refused') return card(editTopicsCard(code, topics, done.problem));
          return card(topicsCard(done.briefing, { lead: true, notice: done.sentence }));
        },
      }),
    ],
  };
}

function showing(useCases: BriefingsUseCases) {
  return async ({ person }: Turn, { code }: { code: string }): Promise<Reply> => {
    const found = await useCases.showBriefing({ person, code });
    if (found.kind === 'refused') return text(found.problem);
    return card(topicsCard(found.briefing, { lead: found.lead }));
  };
}
