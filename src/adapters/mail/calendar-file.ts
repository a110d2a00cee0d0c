import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import type { Instant } from '../../domain/shared/time.js';

export type CalendarFileMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/** What a calendar entry says; it names its recipient and nobody else. */
export interface CalendarFileEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly stampedAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url?: string;
  readonly attendee?: { readonly name: string; readonly email: string };
}

/** Who sends the entries, for example the service's mailbox. */
export interface CalendarOrganiser {
  readonly name: string;
  readonly email: string;
}

const ZONE = 'Europe/London';

/** The rules of British time since 1996. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'X-LIC-LOCATION:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const METHODS = {
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
  PUBLISH: ICalCalendarMethod.PUBLISH,
} as const;

/**
 * Makes calendar files (RFC 5545, RFC 5546) with London's wall clock. `PUBLISH` names no attendee, as the standard
 * asks of a file that one opens by oneself.
 */
export function calendarFiles(organiser: CalendarOrganiser) {
  return (method: CalendarFileMethod, entry: CalendarFileEntry): string => {
    const calendar = ical({
      prodId: { company: 'Briefing Desk', product: 'Briefings', language: 'EN' },
      method: METHODS[method],
      timezone: { name: ZONE, generator: () => LONDON },
    });
    const at = (instant: Instant): DateTime => DateTime.fromISO(instant, { zone: ZONE });
    const event = calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: at(entry.stampedAt),
      start: at(entry.startsAt),
      end: at(entry.endsAt),
      timezone: ZONE,
      summary: entry.summary,
      description: entry.description,
      location: entry.location,
      organizer: organiser,
      status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: method === 'CANCEL' ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      ...(entry.url ? { url: entry.url } : {}),
    });
    if (entry.attendee && method !== 'PUBLISH') {
      event.createAttendee({
        ...entry.attendee,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      });
    }
    return calendar.toString();
  };
}
