import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RecordEntry } from '../../domain/shared/ports.js';
import type { Db, Tx } from './tables.js';

/** What stands before the first line. */
export const FIRST_LINK = '0'.repeat(64);

/** Any number that no other advisory lock of this service uses. */
const RECORD_LOCK = 7_270_001;

interface Line {
  readonly at: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly event: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Appends the lines in order, each holding the hash of the one before it. */
export async function appendRecord(tx: Tx, entries: readonly RecordEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`select pg_advisory_xact_lock(${RECORD_LOCK})`.execute(tx);
  const last = await tx.selectFrom('record').select('hash').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  let previous = last?.hash ?? FIRST_LINK;
  for (const entry of entries) {
    const line: Line = { ...entry, data: entry.data ?? {} };
    const hash = chainHash(previous, line);
    await tx
      .insertInto('record')
      .values({
        at: line.at,
        subject: line.subject,
        subject_id: line.subjectId,
        event: line.event,
        actor: line.actor,
        data: JSON.stringify(line.data),
        previous,
        hash,
      })
      .execute();
    previous = hash;
  }
}

/** Walks the whole record: the number of lines, and the first whose hash or link does not fit, if any. */
export async function verifyRecord(db: Db): Promise<{ lines: number; brokenAt?: number }> {
  let previous = FIRST_LINK;
  let lines = 0;
  for (let after = 0; ;) {
    const page = await db.selectFrom('record').selectAll().where('seq', '>', after).orderBy('seq').limit(1000).execute();
    for (const row of page) {
      const line = { ...row, at: row.at.toISOString(), subjectId: row.subject_id, data: row.data };
      if (row.previous !== previous || row.hash !== chainHash(previous, line)) return { lines, brokenAt: Number(row.seq) };
      previous = row.hash;
      lines += 1;
      after = Number(row.seq);
    }
    if (page.length < 1000) return { lines };
  }
}

function chainHash(previous: string, line: Line): string {
  const fields = [previous, new Date(line.at).toISOString(), line.subject, line.subjectId, line.event, line.actor];
  return createHash('sha256').update(JSON.stringify([...fields, sorted(line.data)])).digest('hex');
}

/** jsonb does not keep the order of keys, so the hash must not depend on it. */
function sorted(data: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
}
