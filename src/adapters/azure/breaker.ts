const FAILURES = 5;
const REST_MS = 60_000;

/** Remembers failures, so that a service in trouble is left alone for a while. */
export interface Breaker {
  /** True while nobody should be asked. */
  isOpen(): boolean;
  /** How an attempt went. */
  note(ok: boolean): void;
}

/** Opens for a minute after five failures in a row; the first attempt after it decides whether for another one. */
export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  let isTrying = false;
  return {
    isOpen() {
      if (failures < FAILURES) return false;
      if (isTrying || now() < restUntil) return true;
      isTrying = true;
      return false;
    },
    note(ok) {
      isTrying = false;
      failures = ok ? 0 : failures + 1;
      if (failures >= FAILURES) restUntil = now() + REST_MS;
    },
  };
}
