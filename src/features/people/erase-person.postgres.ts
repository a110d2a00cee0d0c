import { sql } from 'kysely';
import type { Told, Tx } from '../../adapters/postgres/database.js';
import type { PersonId } from '../../domain/shared/ids.js';
import type { Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import { sentBy } from './reach-store.postgres.js';

interface Wish {
  readonly id: PersonId;
  readonly at: Instant;
}

/** Where presenters' screens hear of changes; see the queue's own events. */
const QUEUES = 'desk_queue';

const OVER = ['closed', 'withdrawn'] as const;

/** Removes who the person is and says what that told the record and the world; nothing when it was done before. */
export async function erasePerson(tx: Tx, id: PersonId, at: Instant): Promise<Told> {
  const live = await tx
    .selectFrom('people')
    .select('id')
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!live) return { record: [], outgoing: [] };
  const wish = { id, at };
  const registrations = await withdrawRegistrations(tx, wish);
  const questions = await forgetQuestions(tx, wish);
  const referrals = await withdrawReferrals(tx, wish);
  await removeTraces(tx, wish);
  const person: RecordEntry = { subject: 'person', subjectId: id, event: 'erased', actor: 'system', at };
  const outgoing = referrals.map(({ subjectId }): Outgoing => ({
    job: 'referrals.update-card',
    data: { referralId: subjectId },
  }));
  return { record: [...registrations, ...questions, ...referrals, person], outgoing };
}

/** Places at briefings to come are given back; those of the past are figures. */
async function withdrawRegistrations(tx: Tx, { id, at }: Wish): Promise<RecordEntry[]> {
  const rows = await tx
    .updateTable('registrations')
    .set({ status: 'withdrawn', updated_at: at, version: sql`version + 1` })
    .where('person_id', '=', id)
    .where('status', 'in', ['waiting', 'confirmed'])
    .where(
      'briefing_code',
      'in',
      tx.selectFrom('briefings').select('code').where('ends_at', '>', new Date(at)),
    )
    .returning(['id', 'briefing_code', 'version'])
    .execute();
  return rows.map((row) => ({
    subject: 'registration',
    subjectId: row.id,
    event: 'withdrawn',
    actor: id,
    at,
    data: { briefing: row.briefing_code, version: row.version },
  }));
}

/** The words go, what was made of them, and why somebody decided as they did; presenters who have them open are told. */
async function forgetQuestions(tx: Tx, { id, at }: Wish): Promise<RecordEntry[]> {
  const rows = await tx
    .updateTable('questions')
    .set({
      text: '[removed at the asker’s wish]',
      state: 'forgotten',
      state_reason: null,
      cleared: false,
      evidence: '{}',
      delivery_key: sql`id::text`, // it names the chat
      updated_at: at,
      version: sql`version + 1`,
    })
    .where('person_id', '=', id)
    .where('state', '<>', 'forgotten')
    .returning(['id', 'route', 'door', 'version', 'briefing_code'])
    .execute();
  const queues = new Set(
    rows.flatMap(({ briefing_code }) => (briefing_code === null ? [] : [briefing_code])),
  );
  for (const code of queues) await sql`select pg_notify(${QUEUES}, ${code})`.execute(tx);
  return rows.map(({ id: question, route, door, version }) => ({
    subject: 'question',
    subjectId: question,
    event: 'forgotten',
    actor: id,
    at,
    data: { route, version, door },
  }));
}

/** The team's card then says that the question was taken back. */
async function withdrawReferrals(tx: Tx, { id, at }: Wish): Promise<RecordEntry[]> {
  const rows = await tx
    .updateTable('referrals')
    .set({ state: 'withdrawn', closed_at: at, version: sql`version + 1` })
    .where('person_id', '=', id)
    .where('state', 'not in', OVER)
    .returning(['id', 'team', 'version'])
    .execute();
  // What a team wrote when it closed one may say whom it met.
  await tx.updateTable('referrals').set({ outcome: null }).where('person_id', '=', id).execute();
  return rows.map(({ id: referral, team, version }) => ({
    subject: 'referral',
    subjectId: referral,
    event: 'withdraw',
    actor: id,
    at,
    data: { to: 'withdrawn', version, team },
  }));
}

/** The force stays for the figures of its return: it names nobody. */
async function removeTraces(tx: Tx, { id, at }: Wish): Promise<void> {
  await tx
    .deleteFrom('conversations')
    .where(({ eb, or }) => or([eb('person_id', '=', id), sentBy(id)]))
    .execute();
  await tx.deleteFrom('identities').where('person_id', '=', id).execute();
  await tx.deleteFrom('roles').where('person_id', '=', id).execute();
  await tx.deleteFrom('drafts').where('person_id', '=', id).execute();
  await tx
    .updateTable('links')
    .set({ revoked_at: at })
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  const nobody = {
    name: 'A person who asked to be forgotten',
    email: null,
    area_kind: null,
    area_name: null,
  };
  await tx
    .updateTable('people')
    .set({ ...nobody, vetted: false, erased_at: at })
    .where('id', '=', id)
    .execute();
}
