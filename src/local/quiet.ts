import { sql } from 'kysely';
import type { Database } from '../adapters/postgres/database.js';
import { DEAD_LETTERS } from '../jobs/runner.js';

const LOOK_MS = 40;

/** Resolves when no job waits to be run now, or when patience ends; jobs that wait for another try do not count. */
export async function untilQuiet({ db }: Pick<Database, 'db'>, patienceMs = 3_000): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    const { rows } = await sql<{ busy: boolean }>`
      select exists (
        select from pgboss.job where state in ('created', 'active') and start_after <= now()
          and name <> ${DEAD_LETTERS} and name not like '\\_\\_%'
      ) as busy`.execute(db);
    if (rows[0]?.busy !== true) return;
    await new Promise((wake) => setTimeout(wake, LOOK_MS));
  }
}
