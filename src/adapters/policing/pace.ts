/** Waits for a turn. Turns are taken in the order they were asked for. */
export type Pace = () => Promise<void>;

export interface PaceClock {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * A leaky bucket: `burst` turns at once, then `perSecond` a second. One pace serves the whole process, because the
 * other side counts by address.
 */
export function createPace(perSecond: number, burst: number, clock: PaceClock): Pace {
  const gap = 1000 / perSecond;
  let next = -Infinity;
  return async () => {
    const now = clock.now();
    const turn = Math.max(next, now - gap * (burst - 1));
    next = turn + gap;
    if (turn > now) await clock.sleep(turn - now);
  };
}
