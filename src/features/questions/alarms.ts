import type { PersonId } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Later } from './ports.js';

/** A message of danger that was answered and is still to be kept. */
export interface PendingAlarm {
  readonly text: string;
  readonly deliveryKey: string;
  readonly at: Instant;
  /** Finds out who sent it; may fail while the store is down. */
  readonly person: () => Promise<PersonId>;
  readonly door: 'personal' | 'panel';
}

/** Keeps alarms; while the store is down they stay in memory and are tried again. */
export interface Alarms {
  /**
   * Never throws. While `MOST_WAITING` wait already, a further one is written or given up: its sender has been told
   * to call 999, and memory has an end.
   */
  keep(alarm: PendingAlarm): Promise<void>;
  /** How many wait for the store. */
  waiting(): number;
  /** How many were given up because too many waited. */
  givenUp(): number;
  /** Tries those that wait once more, now; for the end of the process. Never throws. */
  flush(): Promise<void>;
}

/** A flood of alarms must not take the memory that everything else needs: about 4 MB of the longest ones. */
export const MOST_WAITING = 1_000;

/** So many failures in a row are the store's, and the rest of the round would fail too. */
const STORE_IS_DOWN = 20;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/** `write` stores one alarm and bears repetition. */
export function alarmKeeper(write: (alarm: PendingAlarm) => Promise<void>, later: Later): Alarms {
  let pending: readonly PendingAlarm[] = [];
  let retrying = false;
  let lost = 0;

  /** What fails goes to the back, so that one that can never be written keeps none of the others back. */
  async function tryEach(): Promise<void> {
    let failures = 0;
    for (const alarm of pending) {
      if (failures === STORE_IS_DOWN) return;
      try {
        await write(alarm);
        pending = pending.filter((entry) => entry !== alarm);
        failures = 0;
      } catch {
        if (pending.includes(alarm)) pending = [...pending.filter((entry) => entry !== alarm), alarm];
        failures += 1;
      }
    }
  }

  async function tryAgain(wait: number): Promise<void> {
    await tryEach();
    if (pending.length > 0) schedule(Math.min(wait * 2, LONGEST_WAIT));
    else retrying = false;
  }

  function schedule(wait: number): void {
    retrying = true;
    later.after(wait, () => void tryAgain(wait));
  }

  return {
    async keep(alarm) {
      try {
        await write(alarm);
      } catch {
        if (pending.length < MOST_WAITING) pending = [...pending, alarm];
        else lost += 1;
        if (!retrying) schedule(FIRST_WAIT);
      }
    },
    waiting: () => pending.length,
    givenUp: () => lost,
    flush: tryEach,
  };
}
