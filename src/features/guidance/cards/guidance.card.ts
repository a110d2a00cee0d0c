import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import type { ContactLine } from '../../../domain/guidance/contacts.js';
import { STATUS_LABELS } from '../../../domain/guidance/labels.js';
import { addressOf, type Resource } from '../../../domain/guidance/resource.js';
import template from './guidance.card.json' with { type: 'json' };

export const GUIDANCE_PAGE = 10;

export interface GuidanceLook {
  /** What was looked for. */
  readonly words: string;
  /** From 1. */
  readonly page: number;
  readonly lines: readonly ContactLine[];
  /** Where the library opens in Teams; empty where there is no such place. */
  readonly libraryUrl: string;
}

interface Data {
  title: string;
  summary: string;
  lines: readonly { phone: string; name: string }[];
  rows: readonly { title: string; summary: string; source: string; status: string; url: string }[];
  buttons: readonly { title: string; words: string; page: string }[];
  libraryUrl: string;
}

const render = cardFrom<Data>(template);

/** Lines to call on top, then up to ten resources with what is to be known of their state. */
export function guidanceCard(found: readonly Resource[], look: GuidanceLook): AdaptiveCard {
  const pages = Math.max(1, Math.ceil(found.length / GUIDANCE_PAGE));
  const page = Math.min(Math.max(1, look.page), pages);
  const { words } = look;
  return render({
    title: 'Guidance',
    summary: summaryOf(found.length, words),
    lines: look.lines.flatMap(({ phone, name }) => (phone ? [{ phone, name }] : [])).slice(0, 4),
    rows: found.slice((page - 1) * GUIDANCE_PAGE, page * GUIDANCE_PAGE).map(rowOf),
    buttons: [
      ...(page > 1 ? [{ title: 'Previous', words, page: String(page - 1) }] : []),
      ...(page < pages
        ? [{ title: `Next (page ${String(page + 1)} of ${String(pages)})`, words, page: String(page + 1) }]
        : []),
    ],
    libraryUrl: look.libraryUrl,
  });
}

const rowOf = (resource: Resource) => ({
  title: resource.title,
  summary: resource.summary,
  source: resource.publisher,
  status: statusOf(resource),
  url: addressOf(resource) ?? '',
});

function statusOf({ status, statusNote }: Resource): string {
  if (status === 'current') return statusNote;
  return statusNote === '' ? STATUS_LABELS[status] : `${STATUS_LABELS[status]}. ${statusNote}`;
}

function summaryOf(count: number, words: string): string {
  if (words === '') return `All ${String(count)} entries. Add words to find one: guidance suspicious mail`;
  if (count === 0)
    return `Nothing in the library fits “${words}”. Try other words, or open the whole library.`;
  return `${String(count)} ${count === 1 ? 'entry fits' : 'entries fit'} “${words}”, best first.`;
}
