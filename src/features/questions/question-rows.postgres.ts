import type { Insertable, Selectable } from 'kysely';
import type { Db } from '../../adapters/postgres/database.js';
import type { QuestionsTable } from '../../adapters/postgres/tables.js';
import type { Door, Question, QuestionState } from '../../domain/question/question.js';
import type { NewReferral } from '../../domain/question/refer.js';
import { teamName } from '../../domain/question/team-name.js';
import type { Route, SecondOpinion } from '../../domain/question/triage.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import type { ReferralState } from '../../domain/routing/referral.js';
import {
  brand,
  type BriefingCode,
  type ForceId,
  type PersonId,
  type QuestionId,
  type TeamId,
} from '../../domain/shared/ids.js';
import type { PersonArea } from '../../domain/shared/person.js';
import type { RegionId } from '../../domain/shared/region.js';
import { toInstant } from '../../domain/shared/time.js';
import type { ReferralStatus } from './ports.js';

/** Referrals with the names of their teams. */
export const referrals = (db: Db) =>
  db
    .selectFrom('referrals')
    .leftJoin('teams', 'teams.id', 'referrals.team')
    .select(['referrals.question_id', 'referrals.team', 'referrals.state', 'teams.name'])
    .select(['referrals.acknowledge_due', 'referrals.contact_due']);

/** A referral as its asker may know it. */
export function statusOf(
  row: { team: string; state: string; name: string | null; acknowledge_due: Date; contact_due: Date },
  forces: Pick<AreaDirectory, 'force'>,
): ReferralStatus {
  return {
    state: row.state as ReferralState,
    teamName: row.name ?? teamName(brand<TeamId>(row.team), forces),
    due: { acknowledgeBy: toInstant(row.acknowledge_due), contactBy: toInstant(row.contact_due) },
  };
}

/** A person's area, once it is known. */
export function areaOf(row: {
  area_kind: string | null;
  area_name: string | null;
  force: string | null;
  region: string | null;
}): PersonArea | undefined {
  if (row.force === null || row.region === null) return undefined;
  return {
    kind: (row.area_kind ?? 'council') as PersonArea['kind'],
    name: row.area_name ?? '',
    force: brand<ForceId>(row.force),
    region: row.region as RegionId,
  };
}

/** A question as columns. */
export function columnsOf(question: Question): Omit<Insertable<QuestionsTable>, 'delivery_key' | 'evidence'> {
  return {
    id: question.id,
    person_id: question.asker,
    briefing_code: question.briefing ?? null,
    text: question.text,
    door: question.door,
    route: question.route,
    confidence: question.confidence,
    state: question.state,
    state_reason: question.reason ?? null,
    cleared: question.cleared,
    apart: question.apart ?? false,
    created_at: question.askedAt,
    updated_at: question.changedAt,
    version: question.version,
  };
}

/** A new referral as columns. */
export function referralColumns({ referral, question, person, force }: NewReferral) {
  return {
    id: referral.id,
    question_id: question,
    person_id: person,
    team: referral.team,
    force,
    state: referral.state,
    acknowledge_due: referral.due.acknowledgeBy,
    contact_due: referral.due.contactBy,
    created_at: referral.createdAt,
    version: referral.version,
  };
}

/** A row as a question. */
export function questionOf(row: Selectable<QuestionsTable>): Question {
  const topic = row.evidence['topic'];
  const second = row.evidence['second'] as SecondOpinion | undefined;
  return {
    id: brand<QuestionId>(row.id),
    asker: brand<PersonId>(row.person_id),
    ...(row.briefing_code === null ? {} : { briefing: brand<BriefingCode>(row.briefing_code) }),
    text: row.text,
    door: row.door as Door,
    route: row.route as Route,
    confidence: row.confidence,
    ...(typeof topic === 'string' ? { topic } : {}),
    ...(second ? { second } : {}),
    state: row.state as QuestionState,
    ...(row.state_reason === null ? {} : { reason: row.state_reason }),
    cleared: row.cleared,
    ...(row.apart ? { apart: true } : {}),
    version: row.version,
    askedAt: toInstant(row.created_at),
    changedAt: toInstant(row.updated_at),
  };
}
