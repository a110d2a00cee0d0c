import { sql } from 'kysely';
import type { Db } from '../../adapters/postgres/database.js';
import type { Question } from '../../domain/question/question.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import { questionOf } from './question-rows.postgres.js';

/** More questions than a briefing of hundreds ever has; past it the newest stand alone, which loses nobody's. */
const MOST = 1000;

/** The same rule as `mayBeGrouped`; the contract suite holds the two together. */
export async function groupableQuestions(db: Db, code: BriefingCode): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom('questions')
    .selectAll()
    .where('briefing_code', '=', code)
    .where('cleared', '=', true)
    .where('route', '=', 'presenter')
    .where('apart', '=', false)
    .where('state', '<>', 'forgotten')
    .where('text', 'not like', '[removed%')
    .where('text', '<>', '')
    .orderBy(sql`state in ('waiting', 'accepted')`, 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map(questionOf);
}
