import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import { calendarEntry } from './calendar-entry.js';
import type { CalendarFile, RegistrationStore } from './ports.js';
import { seePlace } from './see-registrations.js';

export type CalendarTaken =
  | { readonly kind: 'file'; readonly fileName: string; readonly content: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** The caller's own calendar file for a place that is confirmed. */
export const takeCalendar =
  (ports: { store: RegistrationStore; calendarFile: CalendarFile }) =>
  async (input: { person: Person; code: string; now: Instant }): Promise<CalendarTaken> => {
    const { person, now } = input;
    const place = await seePlace(ports)(input);
    const registration = place?.registration;
    if (!place || registration?.status !== 'confirmed' || place.briefing.status === 'cancelled') {
      return {
        kind: 'refused',
        problem: 'There is a calendar file only for a briefing you are registered for. Register first.',
      };
    }
    const entry = calendarEntry({ briefing: place.briefing, registration }, { person, now });
    return {
      kind: 'file',
      fileName: `briefing-${place.briefing.code}.ics`,
      content: ports.calendarFile('PUBLISH', entry),
    };
  };
