import { createHash } from 'node:crypto';
import type { RecordEntry } from '../../domain/shared/ports.js';
import { linkRecord } from './record-linker.js';
import type { Db, Tx } from './tables.js';

/** What stands before the first line. */
const FIRST_LINK = '0'.repeat(64);

interface Line {
  readonly at: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly event: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Writes the lines down with the change they tell of, in order. They wait in `record_inbox` until a linker takes them
 * into the record, each with the hash of the one before; so writers never wait for each other.
 */
export async function appendRecord(tx: Tx, entries: readonly RecordEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('record_inbox')
    .values(entries.map(inboxLine).map((line) => ({ ...line, data: JSON.stringify(line.data) })))
    .execute();
}

/** A line as the inbox keeps it. */
export function inboxLine(entry: RecordEntry) {
  const line: Line = { ...entry, data: entry.data ?? {} };
  const { at, subject, subjectId, event, actor, data } = line;
  return { at, subject, subject_id: subjectId, event, actor, data, digest: digestOf(line) };
}

/** Links what waits, then walks the whole record: the number of lines, and the first whose hash or link does not fit. */
export async function verifyRecord(db: Db): Promise<{ lines: number; brokenAt?: number }> {
  await linkRecord(db);
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

/** What the database computes for a line, see `link_record` in the second migration. */
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
