import type { Database } from '../adapters/postgres/database.js';
import { stableUuid } from '../adapters/system/stable-uuid.js';
import { briefingsFeature, meetingRequest, type Meetings } from '../features/briefings/index.js';
import type { BriefingCode } from '../domain/shared/ids.js';
import type { Instant } from '../domain/shared/time.js';
import { postgresBriefings } from '../features/briefings/briefing-store.postgres.js';

/** The stand-in takes four calls at once, like the real one. */
const AT_ONCE = 4;

/** Gives the seeded briefings their meetings, by the way that every briefing gets its own. */
export async function publishSeeded(database: Database, meetings: Meetings, now: Instant): Promise<void> {
  const nobody = { toPerson: () => Promise.resolve() };
  const { useCases } = briefingsFeature({
    database,
    meetings,
    courier: nobody,
    ids: { uuid: () => crypto.randomUUID() },
    calendar: {
      bankHolidays: { 'england-and-wales': [], scotland: [], 'northern-ireland': [] },
      recesses: [],
    },
    stableUuid,
  });
  const rows = await database.db
    .selectFrom('briefings')
    .select('code')
    .where('status', '=', 'creating')
    .execute();
  await atOnce(rows, async ({ code }) => {
    await useCases.makeMeeting({ code: code as BriefingCode, now });
  });
}

/**
 * The calendar stand-in forgets when it stops; the desk does not. Asks it for every meeting again: the same
 * transaction id gives the same event, so that moves and cancellations find it.
 */
export async function restoreCalendar(database: Database, meetings: Meetings): Promise<void> {
  const briefings = await postgresBriefings(database).list({ status: 'published' });
  await atOnce(briefings, async (briefing) => {
    const made = await meetings.create(meetingRequest(briefing, stableUuid(`meeting of ${briefing.code}`)));
    if (made.kind === 'made') await meetings.secure({ ...made, presenters: briefing.presenters });
  });
}

async function atOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
