import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import type { Briefing } from '../../../domain/briefing/briefing.js';
import { whenInWords } from '../../../domain/briefing/words.js';
import { regionById, type RegionId } from '../../../domain/shared/region.js';
import type { Instant } from '../../../domain/shared/time.js';
import { statusBadge, type Badge } from './status-words.js';
import template from './programme.card.json' with { type: 'json' };

export const PROGRAMME_PAGE = 10;

/** What a programme card shows; `region` and `year` are empty for all. */
export interface ProgrammeLook {
  readonly region?: RegionId;
  readonly year?: number;
  /** From 1. */
  readonly page: number;
  readonly notice?: string;
}

interface Button {
  buttonTitle: string;
  region: string;
  year: string;
  page: string;
}

interface Data {
  title: string;
  summary: string;
  notice: string;
  hint: string;
  rows: readonly (Badge & { code: string; when: string; place: string; reason: string })[];
  buttons: readonly Button[];
}

const render = cardFrom<Data>(template);

/** Briefings with where each stands, ten a page. While meetings are being made the card refreshes itself. */
export function programmeCard(
  briefings: readonly Briefing[],
  look: ProgrammeLook,
  now: Instant,
): AdaptiveCard {
  const pages = Math.max(1, Math.ceil(briefings.length / PROGRAMME_PAGE));
  const page = Math.min(Math.max(1, look.page), pages);
  const shown = briefings.slice((page - 1) * PROGRAMME_PAGE, page * PROGRAMME_PAGE);
  const button = (buttonTitle: string, to: number): Button => ({ buttonTitle, ...buttonData(look, to) });
  const card = render({
    title: titleOf(look),
    summary: summaryOf(briefings, { page, pages }),
    notice: look.notice ?? '',
    hint: 'Choose a briefing to move or cancel it, or type “briefing” and its code.',
    rows: shown.map((briefing) => ({
      ...statusBadge(briefing, now),
      code: briefing.code,
      when: whenInWords(briefing),
      place: `${briefing.code} · ${regionById(briefing.region).name}`,
      reason: briefing.status === 'published' ? '' : (briefing.statusReason ?? ''),
    })),
    buttons: [
      ...(page > 1 ? [button('Previous', page - 1)] : []),
      ...(page < pages ? [button('Next', page + 1)] : []),
      button('Refresh', page),
    ],
  });
  const making = shown.some((briefing) => briefing.status === 'creating');
  return making ? { ...card, refresh: { action: refreshAction(look, page) } } : card;
}

const buttonData = ({ region, year }: ProgrammeLook, page: number) => ({
  region: region ?? '',
  year: year === undefined ? '' : String(year),
  page: String(page),
});

const refreshAction = (look: ProgrammeLook, page: number) => ({
  type: 'Action.Execute',
  title: 'Refresh',
  verb: 'briefings/programme',
  data: buttonData(look, page),
});

function titleOf({ region, year }: ProgrammeLook): string {
  const name = region ? regionById(region).name : 'All regions';
  return year === undefined ? `${name}: coming briefings` : `${name}: programme ${String(year)}`;
}

function summaryOf(briefings: readonly Briefing[], { page, pages }: { page: number; pages: number }): string {
  if (briefings.length === 0)
    return 'No briefings. Plan a year with: schedule 2027 north west second tuesday 18:00';
  const count = (status: Briefing['status']) =>
    briefings.filter((briefing) => briefing.status === status).length;
  const parts = [
    [count('published'), 'published'],
    [count('creating'), 'with the meeting still to come'],
    [count('held_back'), 'held back'],
    [count('cancelled'), 'cancelled'],
  ] as const;
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${String(number)} ${word}`);
  return `${words.join(' · ')}${pages > 1 ? ` · page ${String(page)} of ${String(pages)}` : ''}`;
}
