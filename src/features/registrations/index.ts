import type { Database } from '../../adapters/postgres/database.js';
import type { ChatFeature } from '../../bot/kit.js';
import type { Ids, Links } from '../../domain/shared/ports.js';
import type { HttpFeature } from '../../http/kit.js';
import type { AnyJob } from '../../jobs/kit.js';
import { noticeCard } from './cards/notice.card.js';
import { placeCard } from './cards/place.card.js';
import { postgresLeads } from './leads.postgres.js';
import { limiter, type Limiter } from './limiter.js';
import type { CalendarFile, Courier, People } from './ports.js';
import { postgresRegistrations } from './registration-store.postgres.js';
import { registrationsChat } from './registrations.bot.js';
import { registrationsHttp } from './registrations.http.js';
import { registrationsJobs } from './registrations.jobs.js';
import { registrationsUseCases, type RegistrationsUseCases } from './use-cases.js';

export interface RegistrationsDeps {
  readonly database: Pick<Database, 'db' | 'boss'>;
  readonly people: People;
  readonly courier: Courier;
  readonly links: Links;
  readonly ids: Ids;
  /** `calendarFiles({ name, email })` of the mail adapter, with the mailbox that mails are sent from. */
  readonly calendarFile: CalendarFile;
  /** Absent: five requests of an address in ten minutes. */
  readonly limiter?: Limiter;
}

export interface RegistrationsFeature {
  readonly chat: ChatFeature;
  readonly http: HttpFeature;
  readonly jobs: readonly AnyJob[];
  readonly useCases: RegistrationsUseCases;
}

/** Gives people places at briefings of any region, and tells each of their own place alone. */
export function registrationsFeature(deps: RegistrationsDeps): RegistrationsFeature {
  const { database, people, courier, links, ids, calendarFile } = deps;
  const store = postgresRegistrations(database);
  const useCases = registrationsUseCases({
    store,
    people,
    courier,
    links,
    ids,
    calendarFile,
    placeCard,
    noticeCard,
    leads: postgresLeads(database),
    limiter: deps.limiter ?? limiter(),
  });
  return {
    chat: registrationsChat(useCases),
    http: registrationsHttp(useCases),
    jobs: registrationsJobs(useCases),
    useCases,
  };
}

export { limiter, type Limiter } from './limiter.js';
export type { CalendarEntry, CalendarFile, Courier, Notice, People } from './ports.js';
export type { RegistrationsUseCases } from './use-cases.js';
