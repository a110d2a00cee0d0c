import { sql } from 'kysely';
import type { Database } from '../adapters/postgres/database.js';
import { regionById, type RegionId } from '../domain/shared/region.js';
import { toInstant } from '../domain/shared/time.js';
import { SEED } from './seed.js';
import type { LocalBriefing } from './show/stage.js';

/** The desk's published briefings with who comes, read for the stand-in of Teams: it puts them into the meetings. */
export async function localBriefings({ db }: Database): Promise<readonly LocalBriefing[]> {
  const rows = await db
    .selectFrom('briefings')
    .select(['code', 'region', 'starts_at', 'ends_at', 'join_url', 'online_meeting_id', 'presenters'])
    .select(
      sql<
        string[] | null
      >`(select json_agg(people.email) from registrations join people on people.id = registrations.person_id
        where registrations.briefing_code = briefings.code and registrations.status = 'confirmed' and people.email is not null)`.as(
        'attendees',
      ),
    )
    .where('status', '=', 'published')
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => {
    const region = row.region as RegionId;
    return {
      code: row.code,
      title: `Personal security briefing, ${regionById(region).name}`,
      regionName: regionById(region).name,
      startsAt: toInstant(row.starts_at),
      endsAt: toInstant(row.ends_at),
      joinUrl: row.join_url,
      onlineMeetingId: row.online_meeting_id,
      lead: leadAddress(region),
      presenters: row.presenters,
      attendees: row.attendees ?? [],
    };
  });
}

function leadAddress(region: RegionId): string {
  const lead = SEED.people.find(({ known }) =>
    known?.person.roles.some((grant) => grant.role === 'regional-lead' && grant.region === region),
  );
  return lead?.teams.email ?? '';
}
