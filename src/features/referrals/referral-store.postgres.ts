import { sql } from 'kysely';
import { transact, type Database, type Db } from '../../adapters/postgres/database.js';
import { teamName } from '../../domain/question/team-name.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import type { ReferralState } from '../../domain/routing/referral.js';
import type { Audience } from '../../domain/shared/audience.js';
import {
  brand,
  type ForceId,
  type PersonId,
  type QuestionId,
  type ReferralId,
  type TeamId,
} from '../../domain/shared/ids.js';
import { toInstant } from '../../domain/shared/time.js';
import type { LateDeed, ReferralDetails, ReferralStore } from './ports.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isUuid = (text: string): boolean => UUID.test(text);

type Forces = Pick<AreaDirectory, 'force'>;

/** Keeps referrals in PostgreSQL. */
export function postgresReferrals(database: Pick<Database, 'db' | 'boss'>, forces: Forces): ReferralStore {
  const { db } = database;
  const details = (row: Row): ReferralDetails => detailsOf(row, forces);
  return {
    async find(id) {
      if (!isUuid(id)) return undefined;
      const row = await joined(db).where('referrals.id', '=', id).executeTakeFirst();
      return row && details(row);
    },
    async findByQuestion(question) {
      if (!isUuid(question)) return undefined;
      const row = await joined(db).where('referrals.question_id', '=', question).executeTakeFirst();
      return row && details(row);
    },
    async listOfTeam(team, endedAfter) {
      const rows = await joined(db)
        .where('referrals.team', '=', team)
        .where((where) =>
          where.or([
            where('referrals.state', 'not in', ['closed', 'withdrawn']),
            where('referrals.closed_at', '>', new Date(endedAfter)),
          ]),
        )
        .orderBy(sql`referrals.state in ('closed', 'withdrawn')`)
        .orderBy('referrals.contact_due')
        .orderBy('referrals.created_at')
        .orderBy('referrals.id')
        .execute();
      return rows.map(details);
    },
    async listOfPerson(person) {
      const rows = await joined(db)
        .where('referrals.person_id', '=', person)
        .orderBy('referrals.created_at', 'desc')
        .limit(20)
        .execute();
      return rows.map(details);
    },

    move: ({ referral, by, at, reason, contactId }, told) =>
      transact(database, async (tx) => {
        const { state } = referral;
        const row = await tx
          .updateTable('referrals')
          .set({
            state,
            team: referral.team,
            version: referral.version,
            handled_by: by,
            ...(reason === undefined ? {} : { outcome: reason }),
            ...(state === 'acknowledged' ? { acknowledged_at: at } : {}),
            ...(state === 'contacted' ? { contacted_at: at } : {}),
            ...(state === 'closed' || state === 'withdrawn' ? { closed_at: at } : {}),
            // Another team's channel has no card yet.
            ...(state === 'passed-on' ? { conversation_id: null, activity_id: null } : {}),
          })
          .where('id', '=', referral.id)
          .where('version', '=', referral.version - 1)
          .returning(['person_id', 'team'])
          .executeTakeFirst();
        if (!row) return { result: false };
        if (contactId !== undefined) {
          const line = {
            id: contactId,
            person_id: row.person_id,
            team: row.team,
            how: 'referral',
            at,
            recorded_by: by,
          };
          await tx.insertInto('contacts').values(line).execute();
        }
        return { result: true, told };
      }),
    async keepPlace(id, place) {
      const at = { conversation_id: place.conversationId, activity_id: place.activityId };
      await db.updateTable('referrals').set(at).where('id', '=', id).execute();
    },

    async teamOfConversation(conversationId) {
      // A click in a thread names the message it answers after the channel.
      const channel = conversationId.split(';messageid=')[0] ?? conversationId;
      const row = await db
        .selectFrom('conversations')
        .select('team')
        .where('conversation_id', '=', channel)
        .executeTakeFirst();
      const team = row?.team ?? undefined;
      return team === undefined ? undefined : brand<TeamId>(team);
    },
    async teamNamed(team) {
      const row = await db.selectFrom('teams').select('name').where('id', '=', team).executeTakeFirst();
      return row?.name ?? teamName(team, forces);
    },

    async newlyLate(now, limit) {
      const at = new Date(now);
      const waiting = ['open', 'passed-on'];
      const rows = await db
        .selectFrom('referrals')
        .select(['id', sql<boolean>`contact_due < ${at}`.as('contact_late')])
        .where((where) =>
          where.or([
            where.and([
              where('state', 'in', [...waiting, 'acknowledged']),
              where('contact_due', '<', at),
              sql<boolean>`late_told is distinct from 'contact'`,
            ]),
            where.and([
              where('state', 'in', waiting),
              where('acknowledge_due', '<', at),
              where('contact_due', '>=', at),
              where('late_told', 'is', null),
            ]),
          ]),
        )
        .orderBy('contact_due')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: brand<ReferralId>(row.id),
        what: row.contact_late ? 'contact' : 'acknowledge',
      }));
    },
    tellLate: ({ id, what }, told) =>
      transact(database, async (tx) => {
        const before: readonly LateDeed[] = what === 'contact' ? ['acknowledge'] : [];
        const row = await tx
          .updateTable('referrals')
          .set({ late_told: what })
          .where('id', '=', id)
          .where((where) =>
            where.or([
              where('late_told', 'is', null),
              ...before.map((told) => where('late_told', '=', told)),
            ]),
          )
          .returning('id')
          .executeTakeFirst();
        return row ? { result: true, told } : { result: false };
      }),

    async leadsOf(region) {
      const rows = await db
        .selectFrom('roles')
        .select('person_id')
        .distinct()
        .where('role', '=', 'regional-lead')
        .where((where) => where.or([where('region', '=', region), where('region', 'is', null)]))
        .execute();
      return rows.map((row) => brand<PersonId>(row.person_id));
    },
    async coordinators() {
      const rows = await db
        .selectFrom('roles')
        .select('person_id')
        .distinct()
        .where('role', '=', 'coordinator')
        .execute();
      return rows.map((row) => brand<PersonId>(row.person_id));
    },
    async loads(of, now) {
      if (of.length === 0) return [];
      const at = new Date(now);
      const rows = await db
        .selectFrom('referrals')
        .select([
          'force',
          sql<string>`count(*)`.as('open'),
          sql<string>`count(*) filter (where state in ('open', 'passed-on') and acknowledge_due < ${at})`.as(
            'acknowledge',
          ),
          sql<string>`count(*) filter (where state <> 'contacted' and contact_due < ${at})`.as('contact'),
        ])
        .where('force', 'in', of)
        .where('state', 'not in', ['closed', 'withdrawn'])
        .groupBy('force')
        .execute();
      return rows.map((row) => ({
        force: brand<ForceId>(row.force),
        open: Number(row.open),
        acknowledgeLate: Number(row.acknowledge),
        contactLate: Number(row.contact),
      }));
    },
    async contacts(of) {
      if (of.length === 0) return [];
      const heard = sql<boolean>`exists (select 1 from contacts where contacts.person_id = people.id)`;
      const rows = await db
        .selectFrom('people')
        .select([
          sql<string>`people.force`.as('force'),
          sql<string>`count(*) filter (where ${heard})`.as('heard'),
          sql<string>`count(*) filter (where not ${heard})`.as('unheard'),
        ])
        .where('people.force', 'in', of)
        .where('people.erased_at', 'is', null)
        .groupBy('people.force')
        .execute();
      return rows.map((row) => ({
        force: brand<ForceId>(row.force),
        withContact: Number(row.heard),
        without: Number(row.unheard),
      }));
    },
  };
}

const joined = (db: Db) =>
  db
    .selectFrom('referrals')
    .innerJoin('questions', 'questions.id', 'referrals.question_id')
    .innerJoin('people', 'people.id', 'referrals.person_id')
    .leftJoin('teams', 'teams.id', 'referrals.team')
    .selectAll('referrals')
    .select([
      'questions.text',
      'people.name',
      'people.email',
      'people.audience',
      'people.area_name',
      'teams.name as team_name',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number];

function detailsOf(row: Row, forces: Forces): ReferralDetails {
  const { conversation_id: conversationId, activity_id: activityId } = row;
  const team = brand<TeamId>(row.team);
  return {
    referral: {
      id: brand<ReferralId>(row.id),
      team,
      state: row.state as ReferralState,
      version: row.version,
      createdAt: toInstant(row.created_at),
      due: { acknowledgeBy: toInstant(row.acknowledge_due), contactBy: toInstant(row.contact_due) },
    },
    question: brand<QuestionId>(row.question_id),
    force: brand<ForceId>(row.force),
    teamName: row.team_name ?? teamName(team, forces),
    text: row.text,
    person: {
      id: brand<PersonId>(row.person_id),
      name: row.name,
      ...(row.email === null ? {} : { email: row.email }),
      audience: row.audience as Audience,
      ...(row.area_name === null ? {} : { area: row.area_name }),
    },
    ...(conversationId === null || activityId === null ? {} : { place: { conversationId, activityId } }),
  };
}
