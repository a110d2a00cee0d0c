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
  /** Never throws. */
  keep(alarm: PendingAlarm): Promise<void>;
  /** How many wait for the store. */
  waiting(): number;
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

/** `write` stores one alarm and bears repetition. */
export function alarmKeeper(write: (alarm: PendingAlarm) => Promise<void>, later: Later): Alarms {
  let pending: readonly PendingAlarm[] = [];
  let retrying = false;

  async function tryAgain(wait: number): Promise<void> {
    for (const alarm of pending) {
      try {
        await write(alarm);
        pending = pending.filter((entry) => entry !== alarm);
      } catch {
        break; // the store is still down: the rest would fail too
      }
    }
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
        pending = [...pending, alarm];
        if (!retrying) schedule(FIRST_WAIT);
      }
    },
    waiting: () => pending.length,
  };
}
