import { sql, type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely';
import { transact, type Database } from '../../adapters/postgres/database.js';
import type { BriefingsTable, Tables } from '../../adapters/postgres/tables.js';
import type { Audience } from '../../domain/shared/audience.js';
import type { BriefingStatus } from '../../domain/briefing/briefing.js';
import type {
  OfferedBriefing,
  Registration,
  RegistrationStatus,
} from '../../domain/registration/registration.js';
import { brand, type BriefingCode, type PersonId, type RegistrationId } from '../../domain/shared/ids.js';
import type { RegionId } from '../../domain/shared/region.js';
import { toInstant, type LocalDate, type LocalTime } from '../../domain/shared/time.js';
import type { RegistrationStore } from './ports.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const MINE = [
  'registrations.id as r_id',
  'registrations.person_id as r_person',
  'registrations.status as r_status',
  'registrations.decided_by as r_decided_by',
  'registrations.created_at as r_created_at',
  'registrations.updated_at as r_updated_at',
  'registrations.version as r_version',
] as const;

interface OwnColumns {
  readonly r_id: string | null;
  readonly r_person: string | null;
  readonly r_status: string | null;
  readonly r_decided_by: string | null;
  readonly r_created_at: Date | null;
  readonly r_updated_at: Date | null;
  readonly r_version: number | null;
}

/** Keeps registrations in PostgreSQL. */
export function postgresRegistrations(database: Pick<Database, 'db' | 'boss'>): RegistrationStore {
  const { db } = database;
  const placed = () =>
    db
      .selectFrom('registrations')
      .innerJoin('briefings', 'briefings.code', 'registrations.briefing_code')
      .selectAll('briefings')
      .select(MINE);
  return {
    async briefing(code) {
      const row = await db.selectFrom('briefings').selectAll().where('code', '=', code).executeTakeFirst();
      return row && briefingOf(row);
    },
    async nextInRegion(region, after) {
      const row = await db
        .selectFrom('briefings')
        .selectAll()
        .where('region', '=', region)
        .where('status', '=', 'published')
        .where('starts_at', '>', new Date(after))
        .orderBy('starts_at')
        .executeTakeFirst();
      return row && briefingOf(row);
    },
    async listComing(person, endsAfter) {
      const rows = await db
        .selectFrom('briefings')
        .leftJoin('registrations', (join) =>
          join
            .onRef('registrations.briefing_code', '=', 'briefings.code')
            .on('registrations.person_id', '=', person),
        )
        .selectAll('briefings')
        .select(MINE)
        .where('briefings.status', '=', 'published')
        .where('briefings.ends_at', '>', new Date(endsAfter))
        .orderBy('briefings.starts_at')
        .orderBy('briefings.code')
        .execute();
      return rows.map((row) => {
        const registration = registrationOf(row);
        return { briefing: briefingOf(row), ...(registration ? { registration } : {}) };
      });
    },
    async listMine(person, endsAfter) {
      const rows = await placed()
        .where('registrations.person_id', '=', person)
        .where('briefings.ends_at', '>', new Date(endsAfter))
        .orderBy('briefings.starts_at')
        .orderBy('briefings.code')
        .execute();
      return rows.map(placeOf);
    },
    async find(person, code) {
      const row = await placed()
        .where('registrations.person_id', '=', person)
        .where('registrations.briefing_code', '=', code)
        .executeTakeFirst();
      return row && placeOf(row).registration;
    },
    async get(id) {
      if (!UUID.test(id)) return undefined;
      const row = await placed().where('registrations.id', '=', id).executeTakeFirst();
      return row && placeOf(row);
    },
    async trust(person) {
      const [identities, domains] = await Promise.all([
        db
          .selectFrom('identities')
          .select('value')
          .where('kind', '=', 'email')
          .where('person_id', '=', person)
          .execute(),
        db.selectFrom('trusted_domains').select('domain').execute(),
      ]);
      return {
        addresses: identities.map(({ value }) => value),
        domains: domains.map(({ domain }) => domain),
      };
    },

    write: (registration, told) =>
      transact(database, async (tx) => {
        const { id, version } = registration;
        const change = {
          status: registration.status,
          decided_by: registration.decidedBy ?? null,
          updated_at: registration.updatedAt,
          version,
        };
        const row =
          version === 1
            ? await tx
                .insertInto('registrations')
                .values({
                  ...change,
                  id,
                  person_id: registration.person,
                  briefing_code: registration.briefing,
                  created_at: registration.createdAt,
                })
                .onConflict((conflict) => conflict.doNothing())
                .returning('id')
                .executeTakeFirst()
            : await tx
                .updateTable('registrations')
                .set(change)
                .where('id', '=', id)
                .where('version', '=', version - 1)
                .returning('id')
                .executeTakeFirst();
        return row ? { result: true, told } : { result: false };
      }),
    send: (outgoing) => transact(database, () => Promise.resolve({ result: undefined, told: { outgoing } })),

    async listRequests({ regions, endsAfter, offset, limit }) {
      if (regions.length === 0) return { total: 0, requests: [] };
      const waiting = (
        where: ExpressionBuilder<Tables, 'registrations' | 'briefings'>,
      ): Expression<SqlBool> =>
        where.and([
          where('registrations.status', '=', 'waiting'),
          where('briefings.status', '=', 'published'),
          where('briefings.ends_at', '>', new Date(endsAfter)),
          where('briefings.region', 'in', [...regions]),
        ]);
      const { total } = await db
        .selectFrom('registrations')
        .innerJoin('briefings', 'briefings.code', 'registrations.briefing_code')
        .select((select) => select.fn.countAll<string>().as('total'))
        .where(waiting)
        .executeTakeFirstOrThrow();
      const rows = await placed()
        .innerJoin('people', 'people.id', 'registrations.person_id')
        .select(['people.name', 'people.email', 'people.audience', 'people.area_name'])
        .where(waiting)
        .orderBy('registrations.updated_at')
        .orderBy('registrations.id')
        .limit(limit)
        .offset(offset)
        .execute();
      const requests = rows.map((row) => ({
        ...placeOf(row),
        name: row.name,
        audience: row.audience as Audience,
        ...(row.email === null ? {} : { email: row.email }),
        ...(row.area_name === null ? {} : { area: row.area_name }),
      }));
      return { total: Number(total), requests };
    },
    async counts(code) {
      const rows = await db
        .selectFrom('registrations')
        .select(['status', (select) => select.fn.countAll<string>().as('count')])
        .where('briefing_code', '=', code)
        .groupBy('status')
        .execute();
      const count = (status: RegistrationStatus) =>
        Number(rows.find((row) => row.status === status)?.count ?? 0);
      return {
        waiting: count('waiting'),
        confirmed: count('confirmed'),
        declined: count('declined'),
        withdrawn: count('withdrawn'),
      };
    },
    async holders(code, { statuses, after, limit }) {
      let query = db
        .selectFrom('registrations')
        .select('id')
        .where('briefing_code', '=', code)
        .where('status', 'in', [...statuses]);
      if (after) query = query.where('id', '>', after);
      const rows = await query.orderBy('id').limit(limit).execute();
      return rows.map(({ id }) => brand<RegistrationId>(id));
    },
    claimReminders: ({ from, to, limit }, outgoing) =>
      transact(database, async (tx) => {
        const due = await tx
          .selectFrom('registrations')
          .innerJoin('briefings', 'briefings.code', 'registrations.briefing_code')
          .select(['registrations.id', 'briefings.starts_at'])
          .where('registrations.status', '=', 'confirmed')
          .where('briefings.status', '=', 'published')
          .where('briefings.starts_at', '>', new Date(from))
          .where('briefings.starts_at', '<=', new Date(to))
          .where((where) =>
            where.and([
              where('registrations.reminded_for', 'is distinct from', where.ref('briefings.starts_at')),
              sql<boolean>`registrations.updated_at < briefings.starts_at - interval '24 hours'`,
            ]),
          )
          .orderBy('registrations.id')
          .limit(limit)
          .forUpdate('registrations')
          .skipLocked()
          .execute();
        for (const { id, starts_at } of due) {
          const set = { reminded_for: toInstant(starts_at) };
          await tx.updateTable('registrations').set(set).where('id', '=', id).execute();
        }
        return {
          result: due.length,
          told: { outgoing: due.map(({ id }) => outgoing(brand<RegistrationId>(id))) },
        };
      }),
  };
}

function placeOf(row: Selectable<BriefingsTable> & OwnColumns) {
  const registration = registrationOf(row);
  if (!registration) throw new Error('a joined registration is never absent');
  return { briefing: briefingOf(row), registration };
}

function registrationOf(row: OwnColumns & { readonly code: string }): Registration | undefined {
  const { r_id, r_person, r_status, r_created_at, r_updated_at, r_version } = row;
  if (r_id === null || r_person === null || r_created_at === null || r_updated_at === null) return undefined;
  return {
    id: brand<RegistrationId>(r_id),
    person: brand<PersonId>(r_person),
    briefing: brand<BriefingCode>(row.code),
    status: r_status as RegistrationStatus,
    createdAt: toInstant(r_created_at),
    updatedAt: toInstant(r_updated_at),
    version: r_version ?? 1,
    ...(row.r_decided_by === null ? {} : { decidedBy: brand<PersonId>(row.r_decided_by) }),
  };
}

function briefingOf(row: Selectable<BriefingsTable>): OfferedBriefing {
  return {
    code: brand<BriefingCode>(row.code),
    region: row.region as RegionId,
    date: row.local_date as LocalDate,
    time: row.local_time as LocalTime,
    minutes: row.minutes,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    status: row.status as BriefingStatus,
    revision: row.revision,
    topics: row.topics,
    ...(row.status_reason === null ? {} : { statusReason: row.status_reason }),
    ...(row.join_url === null ? {} : { joinUrl: row.join_url }),
    ...(row.opened_at === null ? {} : { openedAt: toInstant(row.opened_at) }),
    ...(row.closed_at === null ? {} : { closedAt: toInstant(row.closed_at) }),
  };
}
