import { z } from 'zod';
import {
  meetingView,
  myBriefings,
  publicBriefings,
  type BriefingView,
  type MyBriefingView,
} from '../../contract/briefings.js';
import { attendeeStatus, type Briefing } from '../../domain/briefing/briefing.js';
import type { Person } from '../../domain/shared/person.js';
import { regionById } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import { problem, route, type HttpFeature } from '../../http/kit.js';
import type { PlacedBriefing } from './ports.js';
import type { BriefingsUseCases } from './use-cases.js';

const meetingParams = z.object({ meetingId: z.string().min(1).max(500) });

/** GET /public/briefings, /briefings and /meeting/:meetingId. */
export const briefingsHttp = (useCases: BriefingsUseCases): HttpFeature => ({
  routes: [
    route({
      method: 'get',
      path: '/public/briefings',
      summary: 'The coming briefings, for anyone.',
      caller: 'public',
      reply: publicBriefings,
      async run({ now }) {
        const briefings = await useCases.seePublicBriefings(now);
        return { kind: 'ok', body: { briefings: briefings.map((briefing) => briefingView(briefing, now)) } };
      },
    }),
    route({
      method: 'get',
      path: '/briefings',
      summary: 'The coming briefings with the caller’s own place in each.',
      caller: 'person',
      reply: myBriefings,
      async run({ person, now }) {
        const placed = await useCases.seeMyBriefings({ person, now });
        return {
          kind: 'ok',
          body: { briefings: placed.map((entry) => myBriefingView(entry, { person, now })) },
        };
      },
    }),
    route({
      method: 'get',
      path: '/meeting/:meetingId',
      summary: 'Which briefing a Teams meeting is, and what the caller is in it.',
      caller: 'person',
      params: meetingParams,
      reply: meetingView,
      async run({ person, params, now }) {
        const { meetingId } = params;
        const seen = await useCases.seeMeeting({ person, key: { meetingId, conversationId: meetingId } });
        if (seen.kind === 'unknown') return problem('not_found', 'This meeting is not one of the briefings.');
        return {
          kind: 'ok',
          body: { briefing: myBriefingView(seen.placed, { person, now }), role: seen.role },
        };
      },
    }),
  ],
});

function briefingView(briefing: Briefing, now: Instant): BriefingView {
  const { code, region, date, time, minutes, startsAt, endsAt, topics } = briefing;
  return {
    code,
    region,
    regionName: regionById(region).name,
    date,
    time,
    minutes,
    startsAt,
    endsAt,
    status: attendeeStatus(briefing, now),
    topics: topics.map(({ title, summary }) => ({ title, summary })),
  };
}

function myBriefingView(
  { briefing, registration }: PlacedBriefing,
  to: { person: Person; now: Instant },
): MyBriefingView {
  const open = registration === 'confirmed' && briefing.status === 'published';
  return {
    ...briefingView(briefing, to.now),
    isMyRegion: briefing.region === to.person.area?.region,
    registration: registration ?? null,
    joinUrl: open ? (briefing.joinUrl ?? null) : null,
  };
}
