import type { QueueItem } from '../../../contract/questions.js';

export const QUEUE_TABS = ['waiting', 'review', 'accepted', 'done'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

/** The filter tab under which a question stands. */
export function tabOf(item: QueueItem): QueueTab {
  if (item.state === 'waiting') return 'waiting';
  if (item.state === 'needs_review') return 'review';
  return item.state === 'accepted' ? 'accepted' : 'done';
}

/** The questions of a tab: the oldest first where something is to be done, the newest first where it is done. */
export function itemsOf(items: readonly QueueItem[], tab: QueueTab): readonly QueueItem[] {
  const own = items.filter((item) => tabOf(item) === tab);
  const sorted = own.sort((left, right) => left.askedAt.localeCompare(right.askedAt));
  return tab === 'done' ? sorted.reverse() : sorted;
}

const isNew = (item: QueueItem): boolean => item.state === 'waiting' || item.state === 'needs_review';

/** How many questions have come since the earlier reading; one that has left a group is not new. */
export function newcomers(before: readonly QueueItem[], after: readonly QueueItem[]): number {
  const known = new Set(before.flatMap((item) => [item.id, ...item.wordings.map(({ id }) => id)]));
  return after.filter((item) => isNew(item) && !known.has(item.id)).length;
}
