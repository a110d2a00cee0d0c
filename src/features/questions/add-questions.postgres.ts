import { sql } from 'kysely';
import { linkSoon, transact, type Database, type Db, type Tx } from '../../adapters/postgres/database.js';
import { PREPARED } from '../../adapters/postgres/prepared.js';
import { inboxLine } from '../../adapters/postgres/record.js';
import { together } from '../../adapters/postgres/together.js';
import type { QuestionStore, Told } from './ports.js';
import { columnsOf, questionOf, referralColumns } from './question-rows.postgres.js';
import { QUEUE_CHANNEL } from './queue-events.postgres.js';

type Write = Parameters<QuestionStore['add']>[0];
type Added = Awaited<ReturnType<QuestionStore['add']>>;
interface Addition {
  readonly write: Write;
  readonly told: Told;
}

/** Writes new questions; those that come at the same time go together, all in one transaction. */
export function addQuestions(database: Pick<Database, 'db' | 'boss'>): QuestionStore['add'] {
  const add = together((additions: readonly Addition[]) => addAll(database, additions));
  return (write, told) => add({ write, told });
}

async function addAll(
  database: Pick<Database, 'db' | 'boss'>,
  additions: readonly Addition[],
): Promise<readonly Added[]> {
  if (additions.some(({ told }) => told.outgoing.length > 0))
    return transact(database, async (tx) => {
      const { answers, added } = await insertAll(tx, additions);
      return { result: answers, told: { outgoing: added.flatMap(({ told }) => told.outgoing) } };
    }).then(linked(database));
  return insertAll(database.db, additions)
    .then(({ answers }) => answers)
    .then(linked(database));
}

const linked =
  ({ boss }: Pick<Database, 'boss'>) =>
  <Answer>(answer: Answer): Answer => {
    linkSoon(boss);
    return answer;
  };

async function insertAll(
  db: Db | Tx,
  additions: readonly Addition[],
): Promise<{ readonly answers: readonly Added[]; readonly added: readonly Addition[] }> {
  const ids = await insert(db, additions);
  const isAdded = ({ write }: Addition): boolean => ids.has(write.question.id);
  const repeats = additions.filter((each) => !isAdded(each)).map(({ write }) => write.deliveryKey);
  const first = await firstOf(db, repeats);
  return {
    answers: additions.map((each): Added => {
      if (isAdded(each)) return { kind: 'added' };
      const question = first.get(each.write.deliveryKey);
      if (!question) throw new Error('a question was neither added nor there before');
      return { kind: 'repeated', question };
    }),
    added: additions.filter(isAdded),
  };
}

/** The questions that earlier deliveries of those keys have made. */
async function firstOf(
  db: Db | Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ReturnType<typeof questionOf>>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('questions').selectAll().where('delivery_key', 'in', keys).execute();
  return new Map(rows.map((row) => [row.delivery_key, questionOf(row)]));
}

/**
 * Questions, their referrals, their lines of the record and the word to the queues' readers, in one statement: one
 * journey, and all or nothing by itself. Gives the ids of those whose delivery key was new; of the others nothing is
 * written.
 */
async function insert(db: Db | Tx, additions: readonly Addition[]): Promise<ReadonlySet<string>> {
  const questions = additions.map(({ write: { question, deliveryKey, evidence } }) => ({
    ...columnsOf(question),
    delivery_key: deliveryKey,
    evidence,
  }));
  const referrals = additions.flatMap(({ write }) =>
    write.referral ? [referralColumns(write.referral)] : [],
  );
  const lines = additions.flatMap(({ write, told }) =>
    told.record.map((entry) => ({ ...inboxLine(entry), question: write.question.id })),
  );
  const referred = sql.raw(REFERRAL_COLUMNS.join(', '));
  const { rows } = await sql<{ id: string }>`${sql.raw(PREPARED)}
    with added as (
      insert into questions (${namesOf(questions[0])})
      select ${namesOf(questions[0])} from json_populate_recordset(null::questions, ${json(questions)}::json)
      on conflict (delivery_key) do nothing
      returning id, briefing_code
    ), referred as (
      insert into referrals (${referred})
      select ${referred} from json_populate_recordset(null::referrals, ${json(referrals)}::json)
      where question_id in (select id from added)
    ), lined as (
      insert into record_inbox (at, subject, subject_id, event, actor, data, digest)
      select at, subject, subject_id, event, actor, data, digest
      from json_to_recordset(${json(lines.map((line, place) => ({ ...line, place })))}::json) as line (
        place integer, question uuid, at timestamptz, subject text, subject_id text, event text, actor text,
        data jsonb, digest text)
      where question in (select id from added)
      order by place
    )
    select id, case when briefing_code is null then null else pg_notify(${QUEUE_CHANNEL}, briefing_code) end
    from added`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

const REFERRAL_COLUMNS: readonly (keyof ReturnType<typeof referralColumns>)[] = [
  'id',
  'question_id',
  'person_id',
  'team',
  'force',
  'state',
  'acknowledge_due',
  'contact_due',
  'created_at',
  'version',
];

const namesOf = (columns: object | undefined) => sql.raw(Object.keys(columns ?? {}).join(', '));

/** Half a character, which a cut text may end with, is no JSON to the database. */
const json = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
