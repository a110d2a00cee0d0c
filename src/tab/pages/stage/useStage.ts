import { useState } from 'react';
import type { QueueItem } from '../../../contract/questions.js';
import { readQuery } from '../../host/browser.js';

export interface Stage {
  readonly item: QueueItem | undefined;
  readonly place: number;
  readonly total: number;
  readonly step: (by: 1 | -1) => void;
}

/** The accepted question on show: the one of the address first, then wherever the presenter steps to. */
export function useStage(items: readonly QueueItem[]): Stage {
  const [wanted, setWanted] = useState(() => readQuery('question'));
  const accepted = items
    .filter((item) => item.state === 'accepted')
    .sort((left, right) => left.askedAt.localeCompare(right.askedAt));
  const place = Math.max(
    0,
    accepted.findIndex((item) => item.id === wanted),
  );
  function step(by: 1 | -1): void {
    const next = accepted[(place + by + accepted.length) % accepted.length];
    if (next) setWanted(next.id);
  }
  return { item: accepted[place], place, total: accepted.length, step };
}
