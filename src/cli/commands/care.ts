import { sql } from 'kysely';
import { verifyRecord } from '../../adapters/postgres/record.js';
import { plusDays, type LocalDate } from '../../domain/shared/time.js';
import { peopleStore } from '../../features/people/people-store.postgres.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';
import type { Desk } from '../store.js';

/** Days that message texts, used drafts and dead links are kept after they were last needed; see docs/privacy.md. */
const KEPT_DAYS = 365;

/** `status`: what the service holds, as counts. */
export async function showStatus({ database, clock }: Desk, io: Io): Promise<ExitStatus> {
  const { db } = database;
  const count = async (table: 'people' | 'briefings' | 'registrations' | 'questions' | 'referrals' | 'record'): Promise<number> => {
    const row = await db.selectFrom(table).select(({ fn }) => fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
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

/** `purge`: removes words and links that are no longer needed; figures and the record stay. */
export async function purge({ database, clock }: Desk, options: { olderThan?: string; dryRun?: boolean }, io: Io): Promise<ExitStatus> {
  const days = options.olderThan === undefined ? KEPT_DAYS : Number(options.olderThan);
  if (!Number.isInteger(days) || days < 1) throw new CommandFault('--older-than must be a number of days, 1 or more.', 2);
  const before = new Date(`${plusDays(clock.now().slice(0, 10) as LocalDate, -days)}T00:00:00Z`);
  const done = await database.db.transaction().execute(async (tx) => {
    const texts = await tx
      .updateTable('questions')
      .set({ text: '[removed after its time]' })
      .where('updated_at', '<', before)
      .where('text', 'not like', '[removed%')
      .returning('id')
      .execute();
    const drafts = await tx.deleteFrom('drafts').where('created_at', '<', before).returning('id').execute();
    const links = await tx.deleteFrom('links').where('expires_at', '<', before).returning('id').execute();
    if (options.dryRun) await sql`select 1`.execute(tx);
    const counts = { before: before.toISOString(), texts: texts.length, drafts: drafts.length, links: links.length };
    if (options.dryRun) throw new DryRun(counts);
    return counts;
  }).catch((cause: unknown) => {
    if (cause instanceof DryRun) return cause.counts;
    throw cause;
  });
  io.err(options.dryRun === true ? 'This is what would be removed; nothing was.' : 'Removed.');
  io.out(JSON.stringify(done));
  return 0;
}

class DryRun extends Error {
  constructor(readonly counts: object) {
    super('dry run');
  }
}

/** `erase`: forgets the person of that address. */
export async function erase({ database, ids, clock }: Desk, email: string, io: Io): Promise<ExitStatus> {
  const people = peopleStore(database, ids);
  const person = await people.find([{ kind: 'email', address: email }]);
  if (!person) throw new CommandFault('Nobody of that address is known; nothing was removed.');
  await people.erase(person.id, clock.now());
  io.err('Removed. Figures without the person and the record stay.');
  io.out(JSON.stringify({ erased: person.id }));
  return 0;
}

const EXPORTS = ['record', 'corrections'] as const;

/** `export record`: the append-only record as JSON lines. `export corrections`: what humans decided otherwise than triage, without identities. */
export async function exportData({ database }: Desk, what: string, io: Io): Promise<ExitStatus> {
  const kind = EXPORTS.find((entry) => entry === what);
  if (!kind) throw new CommandFault(`Say what to export: ${EXPORTS.join(' or ')}.`, 2);
  if (kind === 'corrections') return exportCorrections(database, io);
  const verified = await verifyRecord(database.db);
  if (verified.brokenAt !== undefined) io.err(`The record does not hold from line ${String(verified.brokenAt)} on.`);
  for (let after = 0; ;) {
    const page = await database.db.selectFrom('record').selectAll().where('seq', '>', after).orderBy('seq').limit(500).execute();
    for (const row of page) io.out(JSON.stringify({ ...row, seq: Number(row.seq), at: row.at.toISOString() }));
    if (page.length < 500) break;
    after = Number(page.at(-1)?.seq);
  }
  io.err(`${String(verified.lines)} line(s) hold.`);
  return verified.brokenAt === undefined ? 0 : 1;
}

/** The text of a question, where triage put it, and where a human did: material for the corpus, with nobody named. */
async function exportCorrections({ db }: Desk['database'], io: Io): Promise<ExitStatus> {
  const rows = await db
    .selectFrom('questions')
    .select(['text', 'route', 'state', 'confidence'])
    .where('state', 'in', ['handed_over', 'referred', 'declined'])
    .where('text', 'not like', '[removed%')
    .where('route', 'in', ['presenter', 'out_of_scope'])
    .execute();
  for (const row of rows) io.out(JSON.stringify(row));
  return 0;
}
