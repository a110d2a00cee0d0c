import type { Briefing } from '../../domain/briefing/briefing.js';
import { listInWords } from '../../domain/briefing/words.js';
import { regionById } from '../../domain/shared/region.js';
import { londonClock } from '../../domain/shared/time.js';
import type { MeetingTimes, Meetings } from './ports.js';

/** A briefing's start and end as London's wall clock shows them. */
export function meetingTimes(briefing: Pick<Briefing, 'date' | 'time' | 'endsAt'>): MeetingTimes {
  const end = londonClock(briefing.endsAt);
  return { start: `${briefing.date}T${briefing.time}:00`, end: `${end.date}T${end.time}:00` };
}

/** The event for a briefing. It names no attendee: they get invitations of their own. */
export function meetingRequest(briefing: Briefing, transactionId: string): Parameters<Meetings['create']>[0] {
  const { code, region, presenters, topics } = briefing;
  return {
    code,
    region,
    presenters,
    transactionId,
    subject: `Personal security briefing, ${regionById(region).name} (${code})`,
    description: `A briefing for elected officials, their staff and local faith leaders. Topics: ${listInWords(topics.map((topic) => topic.title))}.`,
    ...meetingTimes(briefing),
  };
}
