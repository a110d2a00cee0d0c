/** At most `calls` within `seconds`. */
export interface Window {
  readonly calls: number;
  readonly seconds: number;
}

export interface Limits {
  /** Sending, updating and deleting, and creating conversations, per conversation. */
  readonly send: readonly Window[];
  /** Reading members and conversations, per conversation. */
  readonly read: readonly Window[];
}

/** The documented limits of one bot in one conversation (Microsoft Learn: "Optimize your bot with rate limiting in Teams"). */
export const TEAMS_LIMITS: Limits = {
  send: [
    { calls: 7, seconds: 1 },
    { calls: 8, seconds: 2 },
    { calls: 60, seconds: 30 },
    { calls: 1800, seconds: 3600 },
  ],
  read: [
    { calls: 14, seconds: 1 },
    { calls: 16, seconds: 2 },
    { calls: 120, seconds: 30 },
    { calls: 3600, seconds: 3600 },
  ],
};

/** Counts calls; answers the seconds to wait when one is too many, otherwise 0. A refused call is not counted. */
export type Meter = (kind: keyof Limits, conversation: string) => number;

/** A meter on the given clock (milliseconds); the limits hold in real time, whatever the desk's own clock says. */
export function createMeter(limits: Limits, milliseconds: () => number): Meter {
  const calls = new Map<string, number[]>();
  return (kind, conversation) => {
    const key = `${kind} ${conversation}`;
    const longest = Math.max(0, ...limits[kind].map((window) => window.seconds)) * 1000;
    const at = milliseconds();
    const past = (calls.get(key) ?? []).filter((earlier) => at - earlier < longest);
    const wait = Math.max(0, ...limits[kind].map((window) => waitFor(window, past, at)));
    calls.set(key, wait > 0 ? past : [...past, at]);
    return Math.ceil(wait / 1000);
  };
}

function waitFor(window: Window, past: readonly number[], at: number): number {
  const within = past.filter((earlier) => at - earlier < window.seconds * 1000);
  const oldest = within[within.length - window.calls];
  return oldest === undefined ? 0 : oldest + window.seconds * 1000 - at;
}
