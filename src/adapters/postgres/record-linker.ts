import { sql } from 'kysely';
import type { Db } from './tables.js';

/** How long committed lines wait to be linked together; the more wait, the less each costs. */
const LINK_AFTER_MS = 200;
/** A failure is tried again after this; by then a broken connection has been replaced. */
const AGAIN_AFTER_MS = 5_000;
const AT_ONCE = 1_000;

/** Links every line that has been committed. Readers of the record call it first, so that they miss none. */
export async function linkRecord(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ linked: number }>`select link_record(${AT_ONCE}) as linked`.execute(db);
    if ((rows[0]?.linked ?? 0) < AT_ONCE) return;
  }
}

/** Links what this process has written, a moment after it was committed. */
export interface RecordLinker {
  /** There are lines to link. */
  wake(): void;
  /** Links what is left; the linker does nothing afterwards. Never throws: who writes next links what stayed. */
  close(): Promise<void>;
}

/** A linker for the lines of `db`. */
export function recordLinker(db: Db): RecordLinker {
  let timer: NodeJS.Timeout | undefined;
  let waiting = false;
  let closed = false;
  let under: Promise<void> | undefined;

  function later(milliseconds: number): void {
    if (closed || timer) return;
    timer = setTimeout(() => void (under = link()), milliseconds).unref();
  }

  async function link(): Promise<void> {
    waiting = false;
    let failed = false;
    try {
      await linkRecord(db);
    } catch {
      failed = waiting = true;
    }
    timer = undefined;
    if (waiting) later(failed ? AGAIN_AFTER_MS : LINK_AFTER_MS);
  }

  return {
    wake() {
      waiting = true;
      later(LINK_AFTER_MS);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await under;
      if (waiting) await linkRecord(db).catch(() => undefined);
    },
  };
}
