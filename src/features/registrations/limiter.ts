import type { Instant } from '../../domain/shared/time.js';

/** Holds back a flood of requests: of one address, and in all. */
export interface Limiter {
  /** Counts a request; false when there have been too many in the present window. */
  accepts(key: string, now: Instant): boolean;
}

/** Ten minutes. */
const WINDOW_MS = 10 * 60_000;

/**
 * Counts in the memory of one process, in windows of ten minutes. The total is far above a rush of sign-ups after a
 * circular and only keeps the memory bounded.
 */
export function limiter({ perKey = 5, inAll = 50_000 }: { perKey?: number; inAll?: number } = {}): Limiter {
  let window = -1;
  let total = 0;
  let counts = new Map<string, number>();
  return {
    accepts(key, now) {
      const present = Math.floor(Date.parse(now) / WINDOW_MS);
      if (present !== window) {
        window = present;
        total = 0;
        counts = new Map();
      }
      const count = (counts.get(key) ?? 0) + 1;
      if (total >= inAll || count > perKey) return false;
      total += 1;
      counts.set(key, count);
      return true;
    },
  };
}
