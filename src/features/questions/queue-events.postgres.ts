import { sql } from 'kysely';
import type { Database, Tx } from '../../adapters/postgres/database.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { QueueEvents } from './ports.js';

/** Where the database tells of changed queues. */
export const QUEUE_CHANNEL = 'desk_queue';
/** Many changes at once are told once: at fifty questions a second a reader would else never come to rest. */
const COALESCE_MS = 500;

/** Tells every instance, when the transaction commits, that the briefing's queue has changed. */
export async function tellQueue(tx: Tx, code: BriefingCode | undefined): Promise<void> {
  if (code !== undefined) await sql`select pg_notify(${QUEUE_CHANNEL}, ${code})`.execute(tx);
}

/** Hears of queues by LISTEN, over one connection a process, and passes it on to its own listeners. */
export function postgresQueueEvents({
  boss,
}: Pick<Database, 'boss'>): QueueEvents & { close(): Promise<void> } {
  const listeners = new Map<string, Set<() => void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  let listening: Promise<{ close(): Promise<void> } | undefined> | undefined;

  function changed(code: string): void {
    if (!listeners.has(code) || timers.has(code)) return;
    const timer = setTimeout(() => {
      timers.delete(code);
      for (const listener of listeners.get(code) ?? []) listener();
    }, COALESCE_MS);
    timers.set(code, timer.unref());
  }

  async function listen(): Promise<{ close(): Promise<void> } | undefined> {
    // What happened while the connection was away is not known, so everybody reads again.
    const everybody = (): void => {
      for (const code of listeners.keys()) changed(code);
    };
    return boss.getDb().listen?.(QUEUE_CHANNEL, changed, everybody);
  }

  return {
    async subscribe(code, listener) {
      const own = listeners.get(code) ?? new Set();
      listeners.set(code, own.add(listener));
      listening ??= listen().catch(() => (listening = undefined));
      await listening;
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(code) === own) listeners.delete(code);
      };
    },
    async close() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      listeners.clear();
      await (await listening)?.close();
    },
  };
}
