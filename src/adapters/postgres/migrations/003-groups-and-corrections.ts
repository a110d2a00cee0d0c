import { sql, type Kysely } from 'kysely';

/** Questions that ask the same, and what people corrected in triage; `tables.ts` says what each column means. */
const STATEMENTS = [
  'alter table questions add column apart boolean not null default false',
  `create table corrections (
    id uuid primary key default gen_random_uuid(),
    question_id uuid not null references questions(id),
    route text not null,
    role text not null,
    topics jsonb not null,
    at timestamptz not null
  )`,
  'create index corrections_question on corrections (question_id)',
];

export const groupsAndCorrections = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
