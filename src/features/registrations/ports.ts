import type { Audience } from '../../domain/shared/audience.js';
import type {
  OfferedBriefing,
  Registration,
  RegistrationStatus,
} from '../../domain/registration/registration.js';
import type { BriefingCode, PersonId, RegistrationId } from '../../domain/shared/ids.js';
import type { Language, Person } from '../../domain/shared/person.js';
import type { Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';

/** What a change tells the record and the jobs; written with it or not at all. */
export interface Told {
  readonly record: readonly RecordEntry[];
  readonly outgoing: readonly Outgoing[];
}

/** A briefing with one person's own place in it, and nobody else's. */
export interface Place {
  readonly briefing: OfferedBriefing;
  readonly registration?: Registration;
}

/** A request that waits for a lead; the only view with another person's details, for leads of the region alone. */
export interface Request {
  readonly registration: Registration;
  readonly briefing: OfferedBriefing;
  readonly name: string;
  readonly email?: string;
  readonly audience: Audience;
  readonly area?: string;
}

/** Keeps registrations. */
export interface RegistrationStore {
  briefing(code: BriefingCode): Promise<OfferedBriefing | undefined>;
  /** The next published briefing of the region that starts after the moment. */
  nextInRegion(region: RegionId, after: Instant): Promise<OfferedBriefing | undefined>;
  /** Published briefings that end after the moment, in order of start, each with that person's own place. */
  listComing(person: PersonId, endsAfter: Instant): Promise<readonly Place[]>;
  /** Briefings that end after the moment at which the person has a place of any status, in order of start. */
  listMine(person: PersonId, endsAfter: Instant): Promise<readonly Required<Place>[]>;

  find(person: PersonId, code: BriefingCode): Promise<Registration | undefined>;
  get(id: RegistrationId): Promise<Required<Place> | undefined>;
  /** The addresses the person is recognised by, and the mail domains that are trusted. */
  trust(
    person: PersonId,
  ): Promise<{ readonly addresses: readonly string[]; readonly domains: readonly string[] }>;

  /**
   * Writes the registration with what it tells: a first one when its version is 1, otherwise in place of the version
   * before. False when another write was faster: nothing is written then.
   */
  write(registration: Registration, told: Told): Promise<boolean>;
  /** Sends messages without a change of state. */
  send(outgoing: readonly Outgoing[]): Promise<void>;

  /** Waiting registrations of coming briefings in those regions, the oldest request first. */
  listRequests(filter: {
    readonly regions: readonly RegionId[];
    readonly endsAfter: Instant;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly total: number; readonly requests: readonly Request[] }>;
  counts(code: BriefingCode): Promise<Readonly<Record<RegistrationStatus, number>>>;
  /** Ids of the briefing's registrations in those statuses, in order of id, after the given one. */
  holders(
    code: BriefingCode,
    filter: {
      readonly statuses: readonly RegistrationStatus[];
      readonly after?: RegistrationId;
      readonly limit: number;
    },
  ): Promise<readonly RegistrationId[]>;
  /**
   * Marks confirmed registrations whose briefing starts in that time, that were made before it began and have not
   * been reminded of that start, and sends what `outgoing` makes of each; the number marked, at most `limit`.
   */
  claimReminders(
    window: { readonly from: Instant; readonly to: Instant; readonly limit: number },
    outgoing: (id: RegistrationId) => Outgoing,
  ): Promise<number>;
}

/** Knows who answers for a region. */
export interface Leads {
  /** The region's leads; the national coordinators where it has none. */
  answering(region: RegionId): Promise<readonly PersonId[]>;
}

/** Knows people by their addresses. */
export interface People {
  /** The person recognised by that address, if there is one. Must not find an address that is merely claimed. */
  byEmail(address: string): Promise<Person | undefined>;
  /** Takes a new person down; somebody who is known by that address already is given back unchanged. */
  takeDown(details: {
    readonly name: string;
    readonly email: string;
    readonly audience: Audience;
    /** Postcode, council or constituency as typed; kept only if it settles a place. */
    readonly area?: string;
    readonly language: Language;
  }): Promise<Person>;
  /** The person of that id, unless forgotten. */
  byId(id: PersonId): Promise<Person | undefined>;
}

/** What a calendar entry says. It names its recipient and nobody else. */
export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  /** When the file was made. */
  readonly stampedAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly description: string;
  /** The join link, or words for the place. */
  readonly location: string;
  readonly url?: string;
  /** Absent where the person has no address. */
  readonly attendee?: { readonly name: string; readonly email: string };
}

/** `REQUEST` puts or moves an entry, `CANCEL` takes it away, `PUBLISH` is a file to open by oneself. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/** Makes a calendar file (RFC 5545) with times of Europe/London. */
export type CalendarFile = (method: CalendarMethod, entry: CalendarEntry) => string;

export interface Notice {
  /** Same key, same notice: told once. */
  readonly key: string;
  readonly card: { readonly type: 'AdaptiveCard' };
  readonly mail: {
    readonly subject: string;
    readonly text: string;
    readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  };
  readonly door: 'chat-first' | 'mail' | 'both';
}

/** Tells a person something outside a turn, once per key. */
export interface Courier {
  toPerson(person: PersonId, notice: Notice): Promise<void>;
}
