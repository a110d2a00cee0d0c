import { sql } from 'kysely';
import { transact, type Tx } from '../../adapters/postgres/database.js';
import type { RecordEntry } from '../../domain/shared/ports.js';
import { plusDays, type Instant, type LocalDate } from '../../domain/shared/time.js';
import { peopleStore } from '../../features/people/people-store.postgres.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';
import type { Desk } from '../store.js';
import { personOfAddress } from './find-person.js';

/** Days that message texts and dead links are kept after they were last needed, and drafts at all; see docs/privacy.md. */
const KEPT_DAYS = 365;
const DRAFT_DAYS = 1;
const MOST_DAYS = 36_500;

/** `status`: what the service holds, as counts. */
export async function showStatus({ database, clock }: Desk, io: Io): Promise<ExitStatus> {
  const { db } = database;
  const count = async (
    table: 'people' | 'briefings' | 'registrations' | 'questions' | 'referrals' | 'record',
  ): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  const [people, briefings, registrations, questions, referrals, record] = await Promise.all(
    (['people', 'briefings', 'registrations', 'questions', 'referrals', 'record'] as const).map(count),
  );
  const next = await db
    .selectFrom('briefings')
    .select(['code', 'starts_at'])
    .where('status', '=', 'published')
    .where('starts_at', '>', new Date(clock.now()))
    .orderBy('starts_at')
    .executeTakeFirst();
  io.out(
    JSON.stringify({
      engine: database.engine,
      people,
      briefings,
      registrations,
      questions,
      referrals,
      record,
      nextBriefing: next ? { code: next.code, startsAt: next.starts_at.toISOString() } : null,
    }),
  );
  return 0;
}

/** The days that `--older-than` asks for. Throws before the database is opened. */
export function daysOf(olderThan: string | undefined): number {
  if (olderThan === undefined) return KEPT_DAYS;
  const days = Number(olderThan);
  if (!/^\d+$/.test(olderThan.trim()) || days < 1 || days > MOST_DAYS) {
    throw new CommandFault(
      `--older-than must be a number of days from 1 to ${String(MOST_DAYS)}, not "${olderThan}".`,
      2,
    );
  }
  return days;
}

interface Purged {
  readonly before: string;
  readonly texts: number;
  readonly drafts: number;
  readonly links: number;
}

/** `purge`: removes words and links that are no longer needed; figures and the record stay. */
export async function purge(
  desk: Desk,
  { days, dryRun }: { days: number; dryRun: boolean },
  io: Io,
): Promise<ExitStatus> {
  const done = await transact(desk.database, async (tx) => {
    const { counts, record } = await removeOld(tx, desk.clock.now(), days);
    if (dryRun) throw new DryRun(counts); // rolls back
    return { result: counts, told: { record } };
  }).catch((cause: unknown) => {
    if (cause instanceof DryRun) return cause.counts;
    throw cause;
  });
  io.err(dryRun ? 'This is what would be removed; nothing was.' : 'Removed.');
  io.out(JSON.stringify(done));
  return 0;
}

async function removeOld(
  tx: Tx,
  now: Instant,
  days: number,
): Promise<{ counts: Purged; record: RecordEntry[] }> {
  const before = midnight(now, days);
  const texts = await tx
    .updateTable('questions')
    .set({ text: '[removed after its time]', evidence: '{}', version: sql`version + 1` })
    .where('updated_at', '<', before)
    .where('text', 'not like', '[removed%')
    .returning('id')
    .execute();
  const drafts = await tx
    .deleteFrom('drafts')
    .where('created_at', '<', midnight(now, DRAFT_DAYS))
    .returning('id')
    .execute();
  const links = await tx.deleteFrom('links').where('expires_at', '<', before).returning('id').execute();
  return {
    counts: { before: before.toISOString(), texts: texts.length, drafts: drafts.length, links: links.length },
    record: texts.map(({ id }) => ({
      subject: 'question',
      subjectId: id,
      event: 'text_removed',
      actor: 'system',
      at: now,
    })),
  };
}

const midnight = (now: Instant, daysAgo: number): Date =>
  new Date(`${plusDays(now.slice(0, 10) as LocalDate, -daysAgo)}T00:00:00Z`);

class DryRun extends Error {
  constructor(readonly counts: Purged) {
    super('dry run');
  }
}

/** `erase`: forgets the person of that address. */
export async function erase(desk: Desk, email: string, io: Io): Promise<ExitStatus> {
  const id = await personOfAddress(desk, email);
  await peopleStore(desk.database, desk.ids).erase(id, desk.clock.now());
  io.err('Removed. Figures without the person and the record stay.');
  io.out(JSON.stringify({ erased: id }));
  return 0;
}
