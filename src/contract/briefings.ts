import { z } from 'zod';
import { briefingCode, instant, regionId, topic } from './shared.js';

export const registrationStatus = z.enum(['waiting', 'confirmed', 'declined', 'withdrawn']);
export type RegistrationStatus = z.infer<typeof registrationStatus>;

/** A briefing as an attendee sees it. */
export const briefingView = z.object({
  code: briefingCode,
  region: regionId,
  regionName: z.string(),
  /** The wall clock in London. */
  date: z.string().describe('YYYY-MM-DD, London'),
  time: z.string().describe('HH:MM, London'),
  minutes: z.number().int(),
  startsAt: instant,
  endsAt: instant,
  status: z.enum(['coming', 'running', 'over', 'cancelled']),
  topics: z.array(topic),
});
export type BriefingView = z.infer<typeof briefingView>;

/** A briefing with the caller's own place in it. */
export const myBriefingView = briefingView.extend({
  isMyRegion: z.boolean(),
  registration: registrationStatus.nullable(),
  /** Only for a confirmed registration. */
  joinUrl: z.string().nullable(),
});
export type MyBriefingView = z.infer<typeof myBriefingView>;

/** GET /public/briefings (public) */
export const publicBriefings = z.object({ briefings: z.array(briefingView) });
/** GET /briefings (person): the coming ones, the caller's own region first. */
export const myBriefings = z.object({ briefings: z.array(myBriefingView) });

/** GET /meeting/:meetingId (person): which briefing a Teams meeting is, and what the caller is in it. */
export const meetingView = z.object({
  briefing: myBriefingView,
  role: z.enum(['attendee', 'presenter']),
});
export type MeetingView = z.infer<typeof meetingView>;
