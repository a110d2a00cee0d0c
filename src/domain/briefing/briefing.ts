import type { BriefingCode, PersonId } from '../shared/ids.js';
import type { RegionId } from '../shared/region.js';
import type { Instant, LocalDate, LocalTime } from '../shared/time.js';

/**
 * `creating` its meeting is not there yet · `published` open to attendees · `held_back` the meeting's settings are
 * weaker than policy · `cancelled`.
 */
export type BriefingStatus = 'creating' | 'published' | 'held_back' | 'cancelled';

/** What an attendee is told about a briefing. */
export type AttendeeStatus = 'coming' | 'running' | 'over' | 'cancelled';

export interface Topic {
  readonly title: string;
  readonly summary: string;
}

/** When a briefing is: the wall clock in London, which never moves, and the moments it stands for. */
export interface Slot {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly minutes: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** One session of a region's programme. */
export interface Briefing extends Slot {
  readonly code: BriefingCode;
  readonly region: RegionId;
  readonly status: BriefingStatus;
  /** Why it is cancelled or held back, or what keeps its meeting from being made. */
  readonly statusReason?: string;
  /** How often it has been moved. */
  readonly revision: number;
  /** Mail addresses in lower case. */
  readonly presenters: readonly string[];
  readonly topics: readonly Topic[];
  /** The mailbox that holds the calendar event. */
  readonly organiser?: string;
  readonly eventId?: string;
  readonly onlineMeetingId?: string;
  readonly joinUrl?: string;
  /** When the meeting was started and ended in Teams. */
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly createdBy?: PersonId;
  /** Rises with every change; a write with a stale one is refused. */
  readonly version: number;
}

/** A briefing that is to be written for the first time. */
export type NewBriefing = Pick<
  Briefing,
  'code' | 'region' | 'presenters' | 'topics' | 'createdBy' | keyof Slot
>;

/** A meeting that nobody closes counts as over this long after its planned end. */
export const OVERRUN_MINUTES = 60;

/**
 * Where a briefing stands for its attendees. A meeting that has been started runs until it is ended, at most
 * `OVERRUN_MINUTES` past its planned end; one that was never started follows the clock.
 */
export function attendeeStatus(
  briefing: Pick<Briefing, 'status' | 'startsAt' | 'endsAt' | 'openedAt' | 'closedAt'>,
  now: Instant,
): AttendeeStatus {
  if (briefing.status === 'cancelled') return 'cancelled';
  const at = Date.parse(now);
  const start = Date.parse(briefing.startsAt);
  const end = Date.parse(briefing.endsAt);
  if (briefing.closedAt && at >= Date.parse(briefing.closedAt)) return at < start ? 'coming' : 'over';
  if (briefing.openedAt && at >= Date.parse(briefing.openedAt)) {
    return at < end + OVERRUN_MINUTES * 60_000 ? 'running' : 'over';
  }
  if (at < start) return 'coming';
  return at < end ? 'running' : 'over';
}

/** Only published briefings are offered to attendees, and only until they are over. */
export function isOffered(briefing: Briefing, now: Instant): boolean {
  return briefing.status === 'published' && attendeeStatus(briefing, now) !== 'over';
}
