import { z } from 'zod';
import { command, verb, type ChatFeature, type Reply, type Turn } from '../../bot/kit.js';
import { REGIONS, type RegionId } from '../../domain/shared/region.js';
import { noticeCard } from './cards/notice.card.js';
import { programmeChangeCard } from './cards/programme-change.card.js';
import { programmePreviewCard } from './cards/programme-preview.card.js';
import { programmeCard, type ProgrammeLook } from './cards/programme.card.js';
import { parseProgramme } from './command-words.js';
import { card, LEADS, LEADS_AND_PRESENTERS, text } from './replies.bot.js';
import {
  parseSchedule,
  SCHEDULE_EXAMPLE,
  SCHEDULE_USAGE,
  scheduleWords,
  type ScheduleInput,
} from './schedule-words.js';
import type { BriefingsUseCases } from './use-cases.js';

const draftData = z.object({ draft: z.uuid() });
const previewData = draftData.extend({ words: z.string().trim().max(600) });
const regionId = z.enum(REGIONS.map((region) => region.id) as [RegionId, ...RegionId[]]);
const programmeData = z.object({
  region: z.union([regionId, z.literal('')]).default(''),
  year: z.union([z.literal(''), z.coerce.number().int()]).default(''),
  page: z.coerce.number().int().default(1),
});

/** `schedule`, `briefings`, and the cards of a programme. */
export function programmeCommands(useCases: BriefingsUseCases): ChatFeature {
  const preview = previewing(useCases);
  const programme = showing(useCases);
  return {
    commands: [
      command<ScheduleInput>({
        name: 'schedule',
        aliases: ['plan', 'trefnu'],
        usage: SCHEDULE_USAGE,
        example: SCHEDULE_EXAMPLE,
        description: {
          en: 'Plan a region’s briefings of a year',
          cy: 'Trefnu sesiynau briffio rhanbarth am flwyddyn',
        },
        scopes: ['personal', 'team'],
        who: LEADS,
        parse: parseSchedule,
        run: preview,
      }),
      command<{ region?: RegionId; year?: number }>({
        name: 'briefings',
        usage: 'briefings [<region>] [<year>]',
        example: 'briefings north west 2027',
        description: {
          en: 'Show a region’s briefings and where each stands',
          cy: 'Dangos sesiynau briffio rhanbarth',
        },
        scopes: ['personal', 'team'],
        who: LEADS_AND_PRESENTERS,
        parse: parseProgramme,
        run: (turn, asked) => programme(turn, { ...asked, page: 1 }),
      }),
    ],
    verbs: [
      verb({ verb: 'briefings/confirm', data: draftData, who: LEADS, run: confirming(useCases, programme) }),
      verb({ verb: 'briefings/discard', data: draftData, who: LEADS, run: discarding(useCases, programme) }),
      verb({
        verb: 'briefings/change',
        data: draftData,
        who: LEADS,
        async run(turn, { draft }) {
          const found = await useCases.openDraft({ person: turn.person, draft });
          if (found.kind === 'refused') return text(found.problem);
          return card(programmeChangeCard({ draft, words: scheduleWords(found.draft.request), problem: '' }));
        },
      }),
      verb({
        verb: 'briefings/preview',
        data: previewData,
        who: LEADS,
        async run(turn, { draft, words }) {
          const parsed = parseSchedule(words);
          if (parsed.kind === 'problem')
            return card(programmeChangeCard({ draft, words, problem: parsed.problem }));
          return preview(turn, parsed.input, { draft, words });
        },
      }),
      verb({
        verb: 'briefings/programme',
        data: programmeData,
        who: LEADS_AND_PRESENTERS,
        run: (turn, { region, year, page }) =>
          programme(turn, { ...(region === '' ? {} : { region }), ...(year === '' ? {} : { year }), page }),
      }),
    ],
  };
}

function previewing(useCases: BriefingsUseCases) {
  return async (
    turn: Turn,
    { request, unused }: ScheduleInput,
    edited?: { draft: string; words: string },
  ): Promise<Reply> => {
    const { person, now } = turn;
    const proposal = await useCases.proposeProgramme({ person, request, now });
    if (proposal.kind === 'preview') return card(programmePreviewCard(proposal.draft, proposal.plan, unused));
    if (edited) return card(programmeChangeCard({ ...edited, problem: proposal.problem }));
    return card(
      noticeCard('Nothing has been scheduled', [proposal.problem, `You typed: ${turn.text}`], 'warning'),
    );
  };
}

function showing(useCases: BriefingsUseCases) {
  return async ({ now }: Turn, look: ProgrammeLook): Promise<Reply> => {
    const { region, year } = look;
    const asked = { ...(region ? { region } : {}), ...(year === undefined ? {} : { year }), now };
    return card(programmeCard(await useCases.listProgramme(asked), look, now));
  };
}

type Programme = ReturnType<typeof showing>;

function confirming(useCases: BriefingsUseCases, programme: Programme) {
  return async (turn: Turn, { draft }: { draft: string }): Promise<Reply> => {
    const { person, now } = turn;
    const done = await useCases.confirmProgramme({ person, draft, now });
    if (done.kind === 'refused') return text(done.problem);
    const notice =
      done.made > 0
        ? 'Confirmed. The Teams meetings are being made now.'
        : 'This programme was confirmed before.';
    return programme(turn, { region: done.region, year: done.year, page: 1, notice });
  };
}

function discarding(useCases: BriefingsUseCases, programme: Programme) {
  return async (turn: Turn, { draft }: { draft: string }): Promise<Reply> => {
    const done = await useCases.discardDraft({ person: turn.person, draft });
    if (done.kind === 'refused') return text(done.problem);
    if (done.kind === 'discarded') return card(noticeCard('Discarded', ['Nothing has been scheduled.']));
    const { region, year } = done.draft.request;
    return programme(turn, {
      region,
      year,
      page: 1,
      notice: 'This programme was confirmed before, so it stays.',
    });
  };
}
