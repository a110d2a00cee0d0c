import { createHash } from 'node:crypto';
import type { RecordEntry } from '../../domain/shared/ports.js';
import type { Db, Tx } from './tables.js';

/** What stands before the first line. */
export const FIRST_LINK = '0'.repeat(64);

interface Line {
  readonly at: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly event: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Hands the lines over in order. The database itself links them, each with the hash of the one before, as the last
 * thing of the commit (`record_inbox`): so writers wait for each other for no longer than a commit takes.
 */
export async function appendRecord(tx: Tx, entries: readonly RecordEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const lines = entries.map((entry): Line => ({ ...entry, data: entry.data ?? {} }));
  await tx
    .insertInto('record_inbox')
    .values(
      lines.map((line) => ({
        at: line.at,
        subject: line.subject,
        subject_id: line.subjectId,
        event: line.event,
        actor: line.actor,
        data: JSON.stringify(line.data),
        digest: digestOf(line),
      })),
    )
    .execute();
}

/** Walks the whole record: the number of lines, and the first whose hash or link does not fit, if any. */
export async function verifyRecord(db: Db): Promise<{ lines: number; brokenAt?: number }> {
  let previous = FIRST_LINK;
  let lines = 0;
  for (let after = 0; ;) {
    const page = await db
      .selectFrom('record')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(1000)
      .execute();
    for (const row of page) {
      const line = { ...row, at: row.at.toISOString(), subjectId: row.subject_id, data: row.data };
      if (row.previous !== previous || row.hash !== chainHash(previous, line))
        return { lines, brokenAt: Number(row.seq) };
      previous = row.hash;
      lines += 1;
      after = Number(row.seq);
    }
    if (page.length < 1000) return { lines };
  }
}

/** What the database computes for a line, see `chain_record` in the first migration. */
const chainHash = (previous: string, line: Line): string => sha256(previous + digestOf(line));

function digestOf(line: Line): string {
  const fields = [new Date(line.at).toISOString(), line.subject, line.subjectId, line.event, line.actor];
  return sha256(JSON.stringify([...fields, sorted(line.data)]));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** jsonb does not keep the order of keys, so the hash must not depend on it. */
function sorted(data: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
}
