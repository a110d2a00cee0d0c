import { sql, type Selectable } from 'kysely';
import type { Db } from '../../adapters/postgres/database.js';
import { PREPARED } from '../../adapters/postgres/prepared.js';
import type { BriefingsTable } from '../../adapters/postgres/tables.js';
import { together } from '../../adapters/postgres/together.js';
import { OVERRUN_MINUTES, type BriefingStatus } from '../../domain/briefing/briefing.js';
import { brand, type BriefingCode, type PersonId } from '../../domain/shared/ids.js';
import type { RegionId } from '../../domain/shared/region.js';
import {
  plusMinutes,
  toInstant,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../../domain/shared/time.js';
import type { BriefingContext, Briefings } from './ports.js';

/** Finds briefings in PostgreSQL. */
export function postgresBriefingContext(db: Db): Briefings {
  const programme = programmeOf(db);
  const coming = together((asked: readonly Asked[]) => comingFor(db, programme, asked));
  return {
    async find(code, person) {
      const row = await placed(db, person).where('briefings.code', '=', code).executeTakeFirst();
      return row && contextOf(row);
    },
    coming: (person, now) => coming({ person, now }),
  };
}

interface Asked {
  readonly person: PersonId;
  readonly now: Instant;
}

type Known = BriefingContext['briefing'];

const isStillOn = ({ endsAt }: Known, now: Instant): boolean => endsAt > plusMinutes(now, -OVERRUN_MINUTES);

/** Reads once for all who ask: the programme as it stands, and the places of those people. */
async function comingFor(
  db: Db,
  programme: ReturnType<typeof programmeOf>,
  asked: readonly Asked[],
): Promise<readonly (readonly BriefingContext[])[]> {
  const earliest = asked.reduce((first, { now }) => (now < first ? now : first), asked[0]?.now ?? LAST);
  const people = [...new Set(asked.map(({ person }) => person))];
  const { rows } = await sql<Standing>`${sql.raw(PREPARED)}
    select
      (select json_agg(json_build_array(code, xmin::text) order by starts_at, code) from briefings
        where status = 'published' and ends_at > ${plusMinutes(earliest, -OVERRUN_MINUTES)}::timestamptz) as rows,
      (select json_agg(json_build_array(person_id, briefing_code, status)) from registrations
        where person_id in (select value::uuid from json_array_elements_text(${JSON.stringify(people)}::json))) as places`.execute(
    db,
  );
  const briefings = await programme(rows[0]?.rows ?? []);
  const places = new Map(
    rows[0]?.places?.map(([person, code, status]) => [`${person} ${code}`, status] as const),
  );
  return asked.map(({ person, now }) =>
    briefings
      .filter((briefing) => isStillOn(briefing, now))
      .map((briefing) => {
        const registration = places.get(`${person} ${briefing.code}`);
        return registration === undefined ? { briefing } : { briefing, registration };
      }),
  );
}

const LAST = '9999-12-31T00:00:00.000Z' as Instant;

type Place = NonNullable<BriefingContext['registration']>;

interface Standing {
  /** Code and version of each row, in order of start. */
  readonly rows: readonly (readonly [code: string, version: string])[] | null;
  readonly places: readonly (readonly [person: string, code: string, status: Place])[] | null;
}

/**
 * The programme is long and changes rarely, so its rows are kept; which of them still stand as they were is asked
 * every time, by the mark that the database itself puts on each writing of a row.
 */
function programmeOf(db: Db): (rows: NonNullable<Standing['rows']>) => Promise<readonly Known[]> {
  let kept: ReadonlyMap<string, Known> = new Map();
  return async (rows) => {
    const changed = rows.filter(([code, version]) => !kept.has(`${code} ${version}`)).map(([code]) => code);
    const read = changed.length === 0 ? [] : await readBriefings(db, changed);
    const fresh = new Map(read.map((row) => [row.code, row]));
    const standing = rows.flatMap(([code, version]) => {
      const row = fresh.get(code);
      if (row) return [[`${code} ${row.version}`, briefingOf(row)] as const];
      const known = kept.get(`${code} ${version}`);
      return known ? [[`${code} ${version}`, known] as const] : [];
    });
    kept = new Map(standing);
    return standing.map(([, briefing]) => briefing);
  };
}

const readBriefings = (db: Db, codes: readonly string[]) =>
  db
    .selectFrom('briefings')
    .selectAll()
    .select(sql<string>`xmin::text`.as('row_version'))
    .where('code', 'in', codes)
    .where('status', '=', 'published')
    .execute()
    .then((rows) => rows.map(({ row_version, ...row }) => ({ ...row, version: row_version })));

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
    briefing: briefingOf(row),
    ...(row.registration === null ? {} : { registration: row.registration as Place }),
  };
}

function briefingOf(row: Omit<Selectable<BriefingsTable>, 'version'>): Known {
  return {
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
  };
}
