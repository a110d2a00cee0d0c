import { sql } from 'kysely';
import type { Database, Db } from '../../adapters/postgres/database.js';
import type { Question } from '../../domain/question/question.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import type { Audience } from '../../domain/shared/audience.js';
import type { BriefingCode, PersonId, QuestionId } from '../../domain/shared/ids.js';
import type { Language } from '../../domain/shared/person.js';
import { addQuestions } from './add-questions.postgres.js';
import { groupableQuestions } from './groupable-questions.postgres.js';
import { moveQuestions } from './move-questions.postgres.js';
import type { QuestionStore } from './ports.js';
import { areaOf, questionOf, referrals, statusOf } from './question-rows.postgres.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What came from outside as an id and is none finds nothing. */
const isUuid = (text: string): boolean => UUID.test(text);

/** Keeps questions in PostgreSQL. */
export function postgresQuestions(
  database: Pick<Database, 'db' | 'boss'>,
  forces: Pick<AreaDirectory, 'force'>,
): QuestionStore {
  const { db } = database;
  return {
    add: addQuestions(database),

    move: (write, told) => moveQuestions(database, [{ ...write, told }]),
    moveTogether: (moves) => moveQuestions(database, moves),
    groupable: (code) => groupableQuestions(db, code),

    find: (id) => findQuestion(db, id),
    async findOwn(person, id) {
      const found = await findQuestion(db, id);
      return found?.asker === person && found.state !== 'forgotten' ? found : undefined;
    },
    async decidedBy(id) {
      if (!isUuid(id)) return undefined;
      const row = await db
        .selectFrom('questions')
        .innerJoin('people', 'people.id', 'questions.decided_by')
        .select('people.name')
        .where('questions.id', '=', id)
        .executeTakeFirst();
      return row?.name;
    },
    listOwn: (person, page) => listOwn(db, { person, ...page }, forces),
    async referralOf(id) {
      if (!isUuid(id)) return undefined;
      const row = await referrals(db).where('referrals.question_id', '=', id).executeTakeFirst();
      return row && statusOf(row, forces);
    },
    queue: (code, page) => readQueue(db, { code, ...page }),
    async asker(person) {
      const row = await db
        .selectFrom('people')
        .selectAll()
        .where('id', '=', person)
        .where('erased_at', 'is', null)
        .executeTakeFirst();
      if (!row) return undefined;
      const area = areaOf(row);
      return {
        id: person,
        audience: row.audience as Audience,
        language: row.language as Language,
        ...(area ? { area } : {}),
      };
    },
    async waitingForArea(person) {
      const rows = await db
        .selectFrom('questions')
        .selectAll()
        .where('person_id', '=', person)
        .where('state', '=', 'needs_area')
        .execute();
      return rows.map(questionOf);
    },
    async allOf(person) {
      const rows = await db
        .selectFrom('questions')
        .selectAll()
        .where('person_id', '=', person)
        .where('state', '<>', 'forgotten')
        .execute();
      return rows.map(questionOf);
    },
    overdue: (by) => overdueQuestions(db, by),
  };
}

async function findQuestion(db: Db, id: QuestionId): Promise<Question | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst();
  return row && questionOf(row);
}

async function listOwn(
  db: Db,
  { person, offset, limit }: { person: PersonId; offset: number; limit: number },
  forces: Pick<AreaDirectory, 'force'>,
): ReturnType<QuestionStore['listOwn']> {
  const own = db.selectFrom('questions').where('person_id', '=', person).where('state', '<>', 'forgotten');
  const { total } = await own
    .select((count) => count.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await own
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  const found =
    ids.length === 0 ? [] : await referrals(db).where('referrals.question_id', 'in', ids).execute();
  const statuses = new Map(found.map((row) => [row.question_id, statusOf(row, forces)]));
  return {
    total: Number(total),
    questions: rows.map((row) => {
      const referral = statuses.get(row.id);
      return { question: questionOf(row), ...(referral ? { referral } : {}) };
    }),
  };
}

/** The same rule as `presenterSees` and `moderatorSees`; the contract suite holds the two together. */
async function readQueue(
  db: Db,
  {
    code,
    moderator,
    offset,
    limit,
    except = [],
  }: {
    code: BriefingCode;
    moderator: boolean;
    offset: number;
    limit: number;
    except?: readonly QuestionId[];
  },
): ReturnType<QuestionStore['queue']> {
  const handed = sql<boolean>`(state = 'handed_over' or (state = 'needs_area' and state_reason = 'handed_over'))`;
  const cleared = sql<boolean>`(cleared and (state in ('waiting', 'accepted', 'answered', 'declined', 'withdrawn') or ${handed}))`;
  const seen = moderator
    ? sql<boolean>`(${cleared} or state in ('needs_review', 'declined') or ${handed})`
    : cleared;
  const open = sql<boolean>`state in ('needs_review', 'waiting', 'accepted')`;
  const visible = db
    .selectFrom('questions')
    .where('briefing_code', '=', code)
    .where(seen)
    .$if(except.length > 0, (rows) => rows.where('id', 'not in', except));
  const counted = await visible
    .select((select) => [
      select.fn.countAll<string>().as('total'),
      sql<string>`count(*) filter (where ${open})`.as('open'),
    ])
    .executeTakeFirstOrThrow();
  const rows = await visible
    .selectAll()
    .orderBy(sql`(${open})`, 'desc')
    .orderBy(sql`case when ${open} then created_at end`)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total: Number(counted.total), open: Number(counted.open), questions: rows.map(questionOf) };
}

async function overdueQuestions(
  db: Db,
  by: Parameters<QuestionStore['overdue']>[0],
): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom('questions')
    .innerJoin('people', 'people.id', 'questions.person_id')
    .leftJoin('briefings', 'briefings.code', 'questions.briefing_code')
    .selectAll('questions')
    .where((where) =>
      where.or([
        where.and([
          where('questions.state', '=', 'asked_back'),
          where('questions.updated_at', '<', new Date(by.askedBackBefore)),
        ]),
        where.and([
          where('questions.state', '=', 'needs_area'),
          where.or([
            where('people.force', 'is not', null),
            where('questions.updated_at', '<', new Date(by.areaBefore)),
          ]),
        ]),
        where.and([
          where('questions.state', 'in', ['waiting', 'accepted', 'needs_review']),
          where.or([
            where('briefings.ends_at', '<', new Date(by.briefingsEndedBefore)),
            where('briefings.status', '=', 'cancelled'),
          ]),
        ]),
      ]),
    )
    .orderBy('questions.updated_at')
    .limit(by.limit)
    .execute();
  return rows.map(questionOf);
}
