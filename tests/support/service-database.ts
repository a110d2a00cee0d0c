import type { KyselyPlugin } from 'kysely';
import type { Database } from '../../src/adapters/postgres/database.js';
import { closeTestDatabase, openTestDatabase } from './database.js';

/** A test database whose every query fails for as long as it is told to. The job queue keeps its own connection. */
export async function failingDatabase(): Promise<{
  database: Database;
  fail: (now: boolean) => void;
  close: () => Promise<void>;
}> {
  const whole = await openTestDatabase();
  let failing = false;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (failing) throw Object.assign(new Error('connection terminated'), { code: 'ECONNREFUSED' });
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return {
    database: { ...whole, db: whole.db.withPlugin(plugin) },
    fail: (now) => void (failing = now),
    close: () => closeTestDatabase(whole),
  };
}
