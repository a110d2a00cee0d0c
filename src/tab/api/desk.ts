import type { z } from 'zod';
import { meetingView, myBriefings, publicBriefings } from '../../contract/briefings.js';
import { guidanceView } from '../../contract/guidance.js';
import { areaReply, forgottenReply, meView, type meChange } from '../../contract/people.js';
import {
  myQuestions,
  queueDecisionReply,
  queueEvent,
  questionOutcome,
  queueView,
  type choice,
  type newQuestion,
  type queueDecision,
} from '../../contract/questions.js';
import { referralReply, teamReferrals, type referralAct } from '../../contract/referrals.js';
import {
  publicRegistrationReply,
  registrationReply,
  type publicRegistration,
} from '../../contract/registrations.js';
import type { Api } from './client.js';

export type Desk = ReturnType<typeof createDesk>;

const at = (segment: string): string => encodeURIComponent(segment);

/** The operations of the server that the tab uses, by name. */
export function createDesk(api: Api) {
  return {
    guidance: (signal?: AbortSignal) =>
      api.send({ path: '/guidance', reply: guidanceView, ...has({ signal }) }),
    publicBriefings: (signal?: AbortSignal) =>
      api.send({ path: '/public/briefings', reply: publicBriefings, ...has({ signal }) }),
    applyForPlace: (body: z.input<typeof publicRegistration>, key: string) =>
      api.send({ method: 'POST', path: '/public/registrations', reply: publicRegistrationReply, body, key }),

    me: (signal?: AbortSignal) => api.send({ path: '/me', reply: meView, ...has({ signal }) }),
    changeMe: (body: z.input<typeof meChange>) =>
      api.send({ method: 'PUT', path: '/me', reply: meView, body }),
    changeArea: (area: string) =>
      api.send({ method: 'PUT', path: '/me/area', reply: areaReply, body: { area } }),
    forgetMe: () => api.send({ method: 'DELETE', path: '/me', reply: forgottenReply }),

    briefings: (signal?: AbortSignal) =>
      api.send({ path: '/briefings', reply: myBriefings, ...has({ signal }) }),
    meeting: (meetingId: string, signal?: AbortSignal) =>
      api.send({ path: `/meeting/${at(meetingId)}`, reply: meetingView, ...has({ signal }) }),
    register: (briefing: string, key: string) =>
      api.send({ method: 'POST', path: '/registrations', reply: registrationReply, body: { briefing }, key }),
    withdraw: (code: string) =>
      api.send({ method: 'DELETE', path: `/registrations/${at(code)}`, reply: registrationReply }),
    calendar: (code: string) => api.file(`/registrations/${at(code)}/calendar`),

    ask: (body: z.input<typeof newQuestion>, key: string) =>
      api.send({ method: 'POST', path: '/questions', reply: questionOutcome, body, key }),
    choose: (id: string, answer: z.infer<typeof choice>) =>
      api.send({
        method: 'POST',
        path: `/questions/${at(id)}/choice`,
        reply: questionOutcome,
        body: { choice: answer },
      }),
    myQuestions: (signal?: AbortSignal) =>
      api.send({ path: '/me/questions', reply: myQuestions, ...has({ signal }) }),

    queue: (code: string, signal?: AbortSignal) =>
      api.send({ path: `/queue/${at(code)}`, reply: queueView, ...has({ signal }) }),
    watchQueue: (code: string, onEvent: (event: z.infer<typeof queueEvent>) => void, signal: AbortSignal) =>
      api.listen(`/queue/${at(code)}/stream`, queueEvent, onEvent, signal),
    decide: (code: string, id: string, body: z.input<typeof queueDecision>) =>
      api.send({
        method: 'POST',
        path: `/queue/${at(code)}/items/${at(id)}`,
        reply: queueDecisionReply,
        body,
      }),

    referrals: (signal?: AbortSignal) =>
      api.send({ path: '/team/referrals', reply: teamReferrals, ...has({ signal }) }),
    actOnReferral: (id: string, body: z.input<typeof referralAct>) =>
      api.send({ method: 'POST', path: `/team/referrals/${at(id)}`, reply: referralReply, body }),
  };
}

/** Leaves out what is not given, for optional properties that may not be undefined. */
const has = (given: { signal: AbortSignal | undefined }): { signal?: AbortSignal } =>
  given.signal ? { signal: given.signal } : {};
