import { brand, type BriefingCode } from '../../src/domain/shared/ids.js';
import { londonInstant, plusMinutes, type LocalDate, type LocalTime } from '../../src/domain/shared/time.js';
import type { RunningService } from './service.js';

/** Writes a briefing that has its meeting already, as if it had been planned and published long ago. */
export async function seedBriefing(
  { database, clock }: Pick<RunningService, 'database' | 'clock'>,
  overrides: { code?: string; region?: string; date?: string; presenters?: readonly string[] } = {},
): Promise<BriefingCode> {
  const {
    code = 'NW-2027-02',
    region = 'north-west',
    date = '2027-02-09',
    presenters = ['a@b.test'],
  } = overrides;
  const found = londonInstant(date as LocalDate, '18:00' as LocalTime);
  if (found.kind !== 'instant') throw new Error(`${date} has no 18:00`);
  await database.db
    .insertInto('briefings')
    .values({
      code,
      region,
      year: Number(date.slice(0, 4)),
      local_date: date,
      local_time: '18:00',
      minutes: 60,
      starts_at: found.at,
      ends_at: plusMinutes(found.at, 60),
      status: 'published',
      revision: 0,
      presenters: JSON.stringify(presenters),
      topics: JSON.stringify([
        {
          title: 'Personal security when travelling',
          summary: 'Varying routes, surgeries, meeting the public.',
        },
      ]),
      organiser: `briefings-${region}@ctp.test`,
      event_id: `event-${code}`,
      online_meeting_id: `meeting-${code}`,
      join_url: `https://teams.example.test/l/meetup-join/19%3ameeting_${code}%40thread.v2/0`,
      created_at: clock.now(),
    })
    .execute();
  return brand<BriefingCode>(code);
}
