import type { Clock } from '../domain/shared/ports.js';
import { toInstant, type Instant } from '../domain/shared/time.js';

/** The desk's clock in local mode: real time plus an offset that the page's visitor chooses. It only moves forward. */
export interface MovableClock extends Clock {
  /** Moves to that moment. Refuses, and answers false, when it lies in the past of this clock. */
  readonly moveTo: (at: Instant) => Promise<boolean>;
  /** Calls after each move, in the order of subscription, each awaited; the answer ends the subscription. */
  readonly onMove: (listener: (now: Instant) => void | Promise<void>) => () => void;
}

/** A clock that shows `startsAt` now and then runs at the speed of time. Without it: the present. */
export function createMovableClock(startsAt?: Instant, real: () => number = Date.now): MovableClock {
  let offset = startsAt ? Date.parse(startsAt) - real() : 0;
  const listeners = new Set<(now: Instant) => void | Promise<void>>();
  const now = (): Instant => toInstant(new Date(real() + offset));
  return {
    now,
    async moveTo(at) {
      if (at < now()) return false;
      offset = Date.parse(at) - real();
      for (const listener of listeners) await listener(now());
      return true;
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
