/** What a pacer needs of time; milliseconds. */
export interface Timing {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const REAL_TIMING: Timing = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((wake) => setTimeout(wake, ms)),
};

/** Spaces tasks out so that at most `limit` of a key begin within any `windowMs`; keys do not hold each other up. */
export function pacer(
  { limit, windowMs }: { limit: number; windowMs: number },
  timing: Timing = REAL_TIMING,
) {
  const begun = new Map<string, number[]>();
  const queues = new Map<string, Promise<void>>();
  const turn = async (key: string): Promise<void> => {
    const times = (begun.get(key) ?? []).filter((at) => timing.now() - at < windowMs);
    const oldest = times.length >= limit ? times[times.length - limit] : undefined;
    if (oldest !== undefined) await timing.sleep(oldest + windowMs - timing.now());
    begun.set(key, [...times, timing.now()].slice(-limit));
  };
  return (key: string): Promise<void> => {
    const mine = (queues.get(key) ?? Promise.resolve()).then(() => turn(key));
    queues.set(key, mine);
    return mine;
  };
}
