import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import type { BriefingCode } from '../../../domain/shared/ids.js';
import { regionById } from '../../../domain/shared/region.js';
import { londonClock } from '../../../domain/shared/time.js';
import type { QueueItem, QueueItemState } from '../queue-item.js';
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
  Readonly<Record<'id' | 'text' | 'meta' | 'act' | 'actTitle', string>> & { readonly version: number };

const render = cardFrom<
  Pages & { code: string; title: string; summary: string; notice: string; items: readonly Item[] }
>(template);

const renderItem = cardFrom<
  Badge & {
    code: string;
    id: string;
    text: string;
    meta: string;
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
    act: open ? (accepted ? 'answer' : 'accept') : '',
    actTitle: accepted ? 'Answered' : 'Accept',
    version: item.version,
  };
}

const metaOf = ({ topic, askedAt }: QueueItem): string =>
  [`  asked at ${londonClock(askedAt).time}`, ...(topic === null ? [] : [preview(topic, 80)])].join(' · ');
