import type { Selectable } from 'kysely';
import type { Db } from '../../adapters/postgres/database.js';
import type { BriefingsTable } from '../../adapters/postgres/tables.js';
import { OVERRUN_MINUTES, type BriefingStatus } from '../../domain/briefing/briefing.js';
import { brand, type BriefingCode, type PersonId } from '../../domain/shared/ids.js';
import type { RegionId } from '../../domain/shared/region.js';
import { plusMinutes, toInstant, type LocalDate, type LocalTime } from '../../domain/shared/time.js';
import type { BriefingContext, Briefings } from './ports.js';

/** Finds briefings in PostgreSQL. */
export function postgresBriefingContext(db: Db): Briefings {
  return {
    async find(code, person) {
      const row = await placed(db, person).where('briefings.code', '=', code).executeTakeFirst();
      return row && contextOf(row);
    },
    async coming(person, now) {
      const rows = await placed(db, person)
        .where('briefings.status', '=', 'published')
        .where('briefings.ends_at', '>', new Date(plusMinutes(now, -OVERRUN_MINUTES)))
        .orderBy('briefings.starts_at')
        .orderBy('briefings.code')
        .execute();
      return rows.map(contextOf);
    },
  };
}

const placed = (db: Db, person: PersonId) =>
  db
    .selectFrom('briefings')
    .leftJoin('registrations', (join) =>
      join
        .onRef('registrations.briefing_code', '=', 'briefings.code')
        .on('registrations.person_id', '=', person),
    )
    .selectAll('briefings')
    .select('registrations.status as registration');

function contextOf(row: Selectable<BriefingsTable> & { registration: string | null }): BriefingContext {
  return {
    briefing: {
      code: brand<BriefingCode>(row.code),
      region: row.region as RegionId,
      status: row.status as BriefingStatus,
      date: row.local_date as LocalDate,
      time: row.local_time as LocalTime,
      minutes: row.minutes,
      startsAt: toInstant(row.starts_at),
      endsAt: toInstant(row.ends_at),
      presenters: row.presenters,
      topics: row.topics,
      ...(row.join_url === null ? {} : { joinUrl: row.join_url }),
      ...(row.opened_at === null ? {} : { openedAt: toInstant(row.opened_at) }),
      ...(row.closed_at === null ? {} : { closedAt: toInstant(row.closed_at) }),
    },
    ...(row.registration === null
      ? {}
      : { registration: row.registration as NonNullable<BriefingContext['registration']> }),
  };
}
