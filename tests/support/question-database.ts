import type { Database } from '../../src/adapters/postgres/database.js';
import type { BriefingCode, QuestionId } from '../../src/domain/shared/ids.js';
import type { Person } from '../../src/domain/shared/person.js';
import { plusMinutes, type Instant } from '../../src/domain/shared/time.js';
import type { Correction } from '../../src/features/questions/ports.js';
import type { ReferralDetails } from '../../src/features/referrals/ports.js';
import { NOW } from './memory/question-builders.js';

const JOBS = [
  'questions.tell-asker',
  'referrals.deliver',
  'referrals.withdraw',
  'referrals.tell-asker',
  'referrals.update-card',
  'referrals.clear-card',
  'referrals.remind',
];

/** Makes the queues that questions and referrals send to. */
export async function makeQueues({ boss }: Database): Promise<void> {
  for (const name of JOBS) await boss.createQueue(name);
}

/** Writes a person's row. */
export async function insertPerson({ db }: Database, person: Person): Promise<void> {
  await db
    .insertInto('people')
    .values({
      id: person.id,
      name: person.name,
      email: person.email ?? null,
      audience: person.audience,
      language: person.language,
      area_kind: person.area?.kind ?? null,
      area_name: person.area?.name ?? null,
      force: person.area?.force ?? null,
      region: person.area?.region ?? null,
      vetted: person.vetted,
      created_at: NOW,
    })
    .execute();
}

/** Writes a published briefing's row. */
export async function insertBriefing({ db }: Database, code: BriefingCode, endsAt: Instant): Promise<void> {
  await db
    .insertInto('briefings')
    .values({
      code,
      region: 'north-west',
      year: 2027,
      local_date: '2027-02-09',
      local_time: '18:00',
      minutes: 60,
      starts_at: plusMinutes(endsAt, -60 - Number(code.slice(-2))),
      ends_at: endsAt,
      status: 'published',
      revision: 1,
      presenters: JSON.stringify(['tom@police.test']),
      topics: JSON.stringify([{ title: 'Security at home', summary: 'Locks, lights and alarms.' }]),
      created_at: NOW,
    })
    .execute();
}

/** How many jobs of that name were sent. */
export async function countJobs({ boss }: Database, name: string): Promise<number> {
  const { rows } = await boss
    .getDb()
    .executeSql('select count(*)::int as count from pgboss.job where name = $1', [name]);
  return (rows[0] as { count: number }).count;
}

/** What was corrected about a question. */
export async function readCorrections({ db }: Database, id: QuestionId): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('corrections')
    .select(['route', 'role'])
    .where('question_id', '=', id)
    .execute();
  return rows as readonly object[] as readonly Correction[];
}

/** Writes a referral's row and its question's. */
export async function insertReferral({ db }: Database, details: ReferralDetails): Promise<void> {
  const { referral, question, person, force, text } = details;
  await db
    .insertInto('questions')
    .values({
      id: question,
      person_id: person.id,
      text,
      door: 'personal',
      delivery_key: question,
      route: 'local_policing',
      confidence: 1,
      state: 'referred',
      evidence: '{}',
      created_at: NOW,
      updated_at: NOW,
    })
    .execute();
  await db
    .insertInto('referrals')
    .values({
      id: referral.id,
      question_id: question,
      person_id: person.id,
      team: referral.team,
      force,
      state: referral.state,
      acknowledge_due: referral.due.acknowledgeBy,
      contact_due: referral.due.contactBy,
      created_at: referral.createdAt,
      version: referral.version,
    })
    .execute();
}
