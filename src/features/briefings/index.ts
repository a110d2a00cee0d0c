import type { Database } from '../../adapters/postgres/database.js';
import type { ChatFeature } from '../../bot/kit.js';
import type { CalendarData } from '../../domain/briefing/clashes.js';
import type { Ids } from '../../domain/shared/ports.js';
import type { HttpFeature } from '../../http/kit.js';
import type { AnyJob } from '../../jobs/kit.js';
import { postgresBriefings } from './briefing-store.postgres.js';
import { briefingsChat } from './briefings.bot.js';
import { briefingsHttp } from './briefings.http.js';
import { briefingsJobs } from './briefings.jobs.js';
import { noticeCard } from './cards/notice.card.js';
import type { Courier, Meetings } from './ports.js';
import { briefingsUseCases, type BriefingsUseCases } from './use-cases.js';

export interface BriefingsDeps {
  readonly database: Pick<Database, 'db' | 'boss'>;
  readonly meetings: Meetings;
  readonly courier: Courier;
  readonly ids: Ids;
  /** Bank holidays by nation and the recesses of both Houses. */
  readonly calendar: CalendarData;
  /** The same words, the same UUID: keys that bear repetition. */
  readonly stableUuid: (words: string) => string;
}

export interface BriefingsFeature {
  readonly chat: ChatFeature;
  readonly http: HttpFeature;
  readonly jobs: readonly AnyJob[];
  readonly useCases: BriefingsUseCases;
}

/** Plans, publishes, moves and cancels briefings. */
export function briefingsFeature({
  database,
  meetings,
  courier,
  ids,
  calendar,
  stableUuid,
}: BriefingsDeps): BriefingsFeature {
  const store = postgresBriefings(database);
  const useCases = briefingsUseCases({ store, meetings, ids, calendar, stableUuid });
  return {
    chat: briefingsChat(useCases),
    http: briefingsHttp(useCases),
    jobs: briefingsJobs(useCases, { store, courier, noticeCard }),
    useCases,
  };
}

export type { BriefingsUseCases } from './use-cases.js';
export type { Courier, MeetingFault, Meetings } from './ports.js';
export type { MeetingEvent, MeetingEventOutcome } from './meeting-events.js';
export { meetingRequest } from './meeting-request.js';
