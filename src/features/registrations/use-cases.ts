import type { ChangePorts } from './change-place.js';
import { judgeRequest } from './judge-request.js';
import type { Limiter } from './limiter.js';
import type { People } from './ports.js';
import { registerForBriefing } from './register-for-briefing.js';
import { requestByWeb } from './request-by-web.js';
import { seeAttendance, seeComing, seeMine, seePlace, seeRequests } from './see-registrations.js';
import { remindAll, tellAll } from './tell-many.js';
import { tellPlace, type TellPorts } from './tell-place.js';
import { tellUndelivered, type UndeliveredPorts } from './tell-undelivered.js';
import { takeCalendar } from './take-calendar.js';
import { withdrawFromBriefing } from './withdraw-from-briefing.js';

export interface RegistrationsPorts
  extends ChangePorts, TellPorts, Pick<UndeliveredPorts, 'leads' | 'noticeCard'> {
  readonly people: People;
  readonly limiter: Limiter;
}

/** Everything one can do with registrations; every door calls these. */
export function registrationsUseCases(ports: RegistrationsPorts) {
  return {
    registerForBriefing: registerForBriefing(ports),
    requestByWeb: requestByWeb(ports),
    withdrawFromBriefing: withdrawFromBriefing(ports),
    judgeRequest: judgeRequest(ports),
    seeComing: seeComing(ports),
    seeMine: seeMine(ports),
    seePlace: seePlace(ports),
    seeRequests: seeRequests(ports),
    seeAttendance: seeAttendance(ports),
    takeCalendar: takeCalendar(ports),
    tellPlace: tellPlace(ports),
    tellAll: tellAll(ports),
    tellUndelivered: tellUndelivered(ports),
    remindAll: remindAll(ports),
  };
}

export type RegistrationsUseCases = ReturnType<typeof registrationsUseCases>;
