import { sql } from 'kysely';
import { transact, type Database, type Tx } from '../../adapters/postgres/database.js';
import type { QuestionWrite, Told } from './ports.js';
import { columnsOf, referralColumns } from './question-rows.postgres.js';
import { tellQueue } from './queue-events.postgres.js';

type Move = QuestionWrite & { readonly told: Told };

/** Moves the first question, and with it those of the others that still stand as they were. */
export const moveQuestions = (
  database: Pick<Database, 'db' | 'boss'>,
  moves: readonly Move[],
): Promise<boolean> =>
  transact(database, async (tx) => {
    const [first, ...others] = moves;
    if (!first) return { result: false };
    if (others.length > 0) await lock(tx, moves);
    if (!(await moveOne(tx, first))) return { result: false };
    const moved = [first];
    for (const other of others) if (await moveOne(tx, other)) moved.push(other);
    for (const code of new Set(moved.map(({ question }) => question.briefing))) await tellQueue(tx, code);
    return {
      result: true,
      told: {
        record: moved.flatMap(({ told }) => told.record),
        outgoing: moved.flatMap(({ told }) => told.outgoing),
      },
    };
  });

/** In one order, so that two presenters who decide the same group wait for each other instead of blocking. */
async function lock(tx: Tx, moves: readonly Move[]): Promise<void> {
  const ids = moves.map(({ question }) => question.id);
  await tx.selectFrom('questions').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

async function moveOne(tx: Tx, { question, by, referral, correction }: Move): Promise<boolean> {
  const { id, person_id: _person, created_at: _asked, ...changed } = columnsOf(question);
  const moved = await tx
    .updateTable('questions')
    .set({
      ...changed,
      ...(by === undefined ? {} : { decided_by: by }),
      ...(question.state === 'forgotten' ? { evidence: '{}' } : {}),
    })
    .where('id', '=', id)
    .where('version', '=', question.version - 1)
    .returning('id')
    .executeTakeFirst();
  if (!moved) return false;
  if (referral) await tx.insertInto('referrals').values(referralColumns(referral)).execute();
  if (correction) await keepCorrection(tx, question, correction);
  return true;
}

/** What triage had guessed stands with the question; the topics are copied, because a briefing's may change. */
async function keepCorrection(
  tx: Tx,
  { id, briefing, changedAt }: QuestionWrite['question'],
  { route, role }: NonNullable<QuestionWrite['correction']>,
): Promise<void> {
  await sql`insert into corrections (question_id, route, role, topics, at)
    values (${id}, ${route}, ${role},
      coalesce((select topics from briefings where code = ${briefing ?? null}::text), '[]'::jsonb), ${changedAt})`.execute(
    tx,
  );
}
