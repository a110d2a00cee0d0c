import { isOffered, type Briefing } from '../../domain/briefing/briefing.js';
import type { Person } from '../../domain/shared/person.js';
import { mayPresent } from '../../domain/shared/policy.js';
import type { Instant } from '../../domain/shared/time.js';
import { plusMinutes } from '../../domain/shared/time.js';
import { OVERRUN_MINUTES } from '../../domain/briefing/briefing.js';
import type { BriefingStore, MeetingKey, PlacedBriefing } from './ports.js';

/** The briefings open to anyone: published, not over, in order of start. */
export const seePublicBriefings =
  (ports: { store: BriefingStore }) =>
  async (now: Instant): Promise<readonly Briefing[]> => {
    const briefings = await ports.store.list({
      endsAfter: plusMinutes(now, -OVERRUN_MINUTES),
      status: 'published',
    });
    return briefings.filter((briefing) => isOffered(briefing, now));
  };

/** The coming briefings with a person's own place in each, that person's own region first. */
export const seeMyBriefings =
  (ports: { store: BriefingStore }) =>
  async (input: { person: Person; now: Instant }): Promise<readonly PlacedBriefing[]> => {
    const { person, now } = input;
    const placed = await ports.store.listPlaced(person.id, { endsAfter: plusMinutes(now, -OVERRUN_MINUTES) });
    const seen = placed.filter(({ briefing }) =>
      briefing.status === 'cancelled' ? briefing.endsAt > now : isOffered(briefing, now),
    );
    const mine = (entry: PlacedBriefing): number => (entry.briefing.region === person.area?.region ? 0 : 1);
    return [...seen].sort(
      (a, b) => mine(a) - mine(b) || (a.briefing.startsAt < b.briefing.startsAt ? -1 : 1),
    );
  };

export type SeenMeeting =
  | { readonly kind: 'meeting'; readonly placed: PlacedBriefing; readonly role: 'attendee' | 'presenter' }
  | { readonly kind: 'unknown' };

/** Which briefing a Teams meeting is and what the caller is in it; only published ones are shown to attendees. */
export const seeMeeting =
  (ports: { store: BriefingStore }) =>
  async (input: { person: Person; key: MeetingKey }): Promise<SeenMeeting> => {
    const briefing = await ports.store.findByMeeting(input.key);
    if (!briefing) return { kind: 'unknown' };
    const role = mayPresent(input.person, briefing) ? 'presenter' : 'attendee';
    if (role === 'attendee' && briefing.status !== 'published' && briefing.status !== 'cancelled')
      return { kind: 'unknown' };
    const registration = await ports.store.place(input.person.id, briefing.code);
    return { kind: 'meeting', role, placed: { briefing, ...(registration ? { registration } : {}) } };
  };
