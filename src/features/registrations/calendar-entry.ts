import {
  calendarSequence,
  calendarUid,
  type OfferedBriefing,
} from '../../domain/registration/registration.js';
import type { Person } from '../../domain/shared/person.js';
import { regionById } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import type { CalendarEntry, Place } from './ports.js';

/** A person's own calendar entry for their place. `link` is their personal link. */
export function calendarEntry(
  { briefing, registration }: Required<Place>,
  to: { readonly person: Person; readonly link?: string; readonly now: Instant },
): CalendarEntry {
  const { person, link, now } = to;
  const join =
    registration.status === 'confirmed' && briefing.status === 'published' ? briefing.joinUrl : undefined;
  return {
    uid: calendarUid(registration),
    sequence: calendarSequence(registration, briefing),
    stampedAt: now,
    startsAt: briefing.startsAt,
    endsAt: briefing.endsAt,
    summary: `Personal security briefing, ${regionById(briefing.region).name} (${briefing.code})`,
    description: descriptionOf(briefing, join, link),
    location: join ?? 'Microsoft Teams',
    ...(join ? { url: join } : {}),
    ...(person.email ? { attendee: { name: person.name, email: person.email } } : {}),
  };
}

function descriptionOf({ topics }: OfferedBriefing, join?: string, link?: string): string {
  return [
    ...(join ? [`Join: ${join}`] : []),
    ...(link ? [`Your own page, for you alone: ${link}`] : []),
    ...(topics.length > 0 ? [`Topics: ${topics.map(({ title }) => title).join('; ')}`] : []),
    'In danger, call 999; otherwise 101.',
  ].join('\n');
}
