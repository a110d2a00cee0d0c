import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import type { Route } from '../../../domain/question/triage.js';
import type { BriefingCode } from '../../../domain/shared/ids.js';
import { regionById } from '../../../domain/shared/region.js';
import { londonClock } from '../../../domain/shared/time.js';
import type { QueueItem, QueueItemState, Reading } from '../queue-item.js';
import type { Queue } from '../read-queue.js';
import itemTemplate from './queue-item.card.json' with { type: 'json' };
import template from './queue.card.json' with { type: 'json' };
import { pagesOf, plainText, preview, type Pages } from './words.js';

interface Badge {
  readonly mark: string;
  readonly label: string;
  readonly color: string;
}

type Item = Badge &
  Readonly<Record<'id' | 'text' | 'meta' | 'act' | 'actTitle' | 'asked' | 'seen', string>> & {
    readonly version: number;
    readonly open: boolean;
  };

const render = cardFrom<
  Pages & { code: string; title: string; summary: string; notice: string; items: readonly Item[] }
>(template);

const renderItem = cardFrom<
  Badge & {
    code: string;
    id: string;
    text: string;
    meta: string;
    asked: string;
    wordings: readonly { id: string; text: string; version: number }[];
    moreWordings: string;
    canSplit: boolean;
    seen: string;
    reasonLabel: string;
    notice: string;
    version: number;
    page: number;
    open: boolean;
    canAccept: boolean;
    answerStyle: string;
  }
>(itemTemplate);

/** Ten questions of any length must stay far below a card's limit; the whole text is one click away. */
const SHOWN = 450;

/** The wordings that a question's own card shows, and how much of each. */
const WORDINGS = 8;
const WORDING_SHOWN = 300;
/** As many wordings as a button of the list takes along; the others wait under the one that was accepted. */
const TAKEN_ALONG = 40;

const BADGES: Readonly<Record<QueueItemState, Badge>> = {
  waiting: { mark: '●', label: 'Waiting', color: 'Accent' },
  needs_review: { mark: '❗', label: 'For review: presenters do not see it yet', color: 'Warning' },
  accepted: { mark: '✓', label: 'Accepted', color: 'Good' },
  answered: { mark: '✓', label: 'Answered', color: 'Good' },
  declined: { mark: '✕', label: 'Declined', color: 'Default' },
  handed_over: { mark: '→', label: 'With the local team', color: 'Default' },
  withdrawn: { mark: '○', label: 'Withdrawn', color: 'Default' },
};

const isOpen = ({ state }: QueueItem): boolean =>
  state === 'waiting' || state === 'needs_review' || state === 'accepted';

/** A page of a briefing's queue. `notice` tells what has just become of a decision. */
export function queueCard(
  queue: Queue,
  view: { readonly page: number; readonly notice?: string },
): AdaptiveCard {
  const { code, region } = queue.briefing;
  const pages = pagesOf(queue.total, view.page);
  const where = pages.pages > 1 ? ` · page ${String(pages.page)} of ${String(pages.pages)}` : '';
  return render({
    ...pages,
    code,
    title: `Questions, ${regionById(region).name}`,
    summary:
      queue.total === 0
        ? `${code} · no questions yet. Askers are never named here.`
        : `${code} · ${String(queue.open)} open of ${String(queue.total)}${where} · askers are not named`,
    notice: view.notice ?? '',
    items: queue.items.map(itemOf),
  });
}

/** One question with all that can be decided about it. */
export function queueItemCard(
  item: QueueItem,
  view: { readonly code: BriefingCode; readonly page: number; readonly notice?: string },
): AdaptiveCard {
  return renderItem({
    ...BADGES[item.state],
    code: view.code,
    id: item.id,
    text: plainText(item.text),
    meta: metaOf(item),
    asked: askedBy(item),
    wordings: item.wordings
      .slice(0, WORDINGS)
      .map((wording) => ({ ...wording, text: preview(wording.text, WORDING_SHOWN) })),
    moreWordings: moreWordings(item),
    canSplit: isOpen(item) && item.wordings.length > 0,
    seen: firstMarks(item, WORDINGS),
    reasonLabel:
      item.wordings.length > 0 ? 'Reason, told to everyone who asked it' : 'Reason, told to the asker',
    notice: view.notice ?? '',
    version: item.version,
    page: view.page,
    open: isOpen(item),
    canAccept: isOpen(item) && item.state !== 'accepted',
    answerStyle: item.state === 'accepted' ? 'positive' : 'default',
  });
}

function itemOf(item: QueueItem): Item {
  const open = isOpen(item);
  const accepted = item.state === 'accepted';
  return {
    ...BADGES[item.state],
    id: item.id,
    text: preview(item.text, SHOWN),
    meta: metaOf(item),
    asked: askedBy(item),
    seen: firstMarks(item, TAKEN_ALONG),
    open,
    // What others meant by it is read before it is done with, so that step is on the question's own card.
    act: !open || (accepted && item.wordings.length > 0) ? '' : accepted ? 'answer' : 'accept',
    actTitle: accepted ? 'Answered' : 'Accept',
    version: item.version,
  };
}

/** “Asked by 3”, or nothing for a question that stands alone. */
export const askedBy = ({ askers, wordings }: Pick<QueueItem, 'askers' | 'wordings'>): string =>
  wordings.length === 0 ? '' : askers > 1 ? `👥 Asked by ${String(askers)}` : 'Asked more than once';

const moreWordings = ({ wordings }: QueueItem): string =>
  wordings.length > WORDINGS
    ? `And ${String(wordings.length - WORDINGS)} more wordings; the panel in the meeting shows them all. They wait until you have seen them.`
    : '';

/** What this card shows besides the lead: a decision goes for no more than that. */
const firstMarks = ({ seen }: QueueItem, most: number): string => seen.split('.').slice(0, most).join('.');

const metaOf = ({ topic, askedAt, readings }: QueueItem): string =>
  [
    `  asked at ${londonClock(askedAt).time}`,
    ...(topic === null ? [] : [preview(topic, 80)]),
    ...(readings
      ? [`the desk reads: ${reading(readings[0])}; a second opinion: ${reading(readings[1])}`]
      : []),
  ].join(' · ');

const reading = ({ route, confidence }: Reading): string =>
  `${ROUTE_WORDS[route]} (${String(Math.round(confidence * 100))} %)`;

const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  emergency: 'danger now',
  suspicious_activity: 'suspicious activity',
  report_crime: 'a crime to report',
  local_policing: 'own circumstances',
  event_help: 'about the event',
  presenter: 'for the presenters',
  out_of_scope: 'another topic',
};
