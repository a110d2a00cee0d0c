import { z } from 'zod';
import type { MyBriefingView } from '../../contract/briefings.js';
import {
  newRegistration,
  publicRegistration,
  publicRegistrationReply,
  registrationReply,
} from '../../contract/registrations.js';
import { briefingCode } from '../../contract/shared.js';
import { attendeeStatus } from '../../domain/briefing/briefing.js';
import type { Person } from '../../domain/shared/person.js';
import { regionById } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import { problem, route, type HttpFeature, type HttpReply } from '../../http/kit.js';
import { standing } from './notice-words.js';
import type { Place } from './ports.js';
import type { RegistrationsUseCases } from './use-cases.js';

const codeParams = z.object({ code: briefingCode });

/** POST /public/registrations, POST /registrations, DELETE /registrations/:code, GET /registrations/:code/calendar. */
export const registrationsHttp = (useCases: RegistrationsUseCases): HttpFeature => ({
  routes: [
    route({
      method: 'post',
      path: '/public/registrations',
      summary: 'Asks for a place; what comes of it goes to the given address alone.',
      caller: 'public',
      body: publicRegistration,
      reply: publicRegistrationReply,
      async run({ body, now, deliveryKey }) {
        const { area, ...rest } = body;
        const done = await useCases.requestByWeb({ ...rest, ...(area ? { area } : {}), now, deliveryKey });
        if (done.kind === 'taken') return { kind: 'ok', body: { message: done.message } };
        if (done.kind === 'too-many') return problem('too_many', done.message);
        return problem(done.why === 'unknown' ? 'not_found' : 'conflict', done.problem);
      },
    }),
    route({
      method: 'post',
      path: '/registrations',
      summary: 'Registers the caller for a briefing of any region.',
      caller: 'person',
      body: newRegistration,
      reply: registrationReply,
      async run({ person, body, now }) {
        const done = await useCases.registerForBriefing({ person, code: body.briefing, now });
        if (done.kind === 'closed')
          return problem(done.why === 'unknown' ? 'not_found' : 'conflict', done.problem);
        return placeReply(done.place, { person, now });
      },
    }),
    route({
      method: 'delete',
      path: '/registrations/:code',
      summary: 'Gives back the caller’s place.',
      caller: 'person',
      params: codeParams,
      reply: registrationReply,
      async run({ person, params, now }) {
        const done = await useCases.withdrawFromBriefing({ person, code: params.code, now });
        if (done.kind === 'refused') return problem('conflict', done.problem);
        return placeReply(done.place, { person, now });
      },
    }),
    route({
      method: 'get',
      path: '/registrations/:code/calendar',
      summary: 'The calendar file of the caller’s confirmed place.',
      caller: 'person',
      params: codeParams,
      reply: z.string(),
      async run({ person, params, now }) {
        const taken = await useCases.takeCalendar({ person, code: params.code, now });
        if (taken.kind === 'refused') return problem('not_found', taken.problem);
        const { fileName, content } = taken;
        return { kind: 'file', contentType: 'text/calendar; charset=utf-8', fileName, content };
      },
    }),
  ],
});

function placeReply(
  place: Required<Place>,
  to: { person: Person; now: Instant },
): HttpReply<z.infer<typeof registrationReply>> {
  const { status } = place.registration;
  return { kind: 'ok', body: { status, briefing: myBriefingView(place, to), message: standing(place) } };
}

function myBriefingView(
  { briefing, registration }: Required<Place>,
  to: { person: Person; now: Instant },
): MyBriefingView {
  const { code, region, date, time, minutes, startsAt, endsAt, topics } = briefing;
  const open = registration.status === 'confirmed' && briefing.status === 'published';
  return {
    code,
    region,
    regionName: regionById(region).name,
    date,
    time,
    minutes,
    startsAt,
    endsAt,
    status: attendeeStatus(briefing, to.now),
    topics: topics.map(({ title, summary }) => ({ title, summary })),
    isMyRegion: region === to.person.area?.region,
    registration: registration.status,
    joinUrl: open ? (briefing.joinUrl ?? null) : null,
  };
}
