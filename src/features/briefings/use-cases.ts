import type { CalendarData } from '../../domain/briefing/clashes.js';
import type { Ids } from '../../domain/shared/ports.js';
import { cancelBriefing } from './cancel-briefing.js';
import { changePresenters } from './change-presenters.js';
import { confirmProgramme } from './confirm-programme.js';
import { discardDraft, openDraft } from './drafts.js';
import { editTopics } from './edit-topics.js';
import { cancelMeeting, invitePresenters, moveMeeting } from './follow-changes.js';
import { makeMeeting } from './make-meeting.js';
import { briefingOfMeeting, closeBriefing, openBriefing } from './meeting-events.js';
import { moveBriefing } from './move-briefing.js';
import type { BriefingStore, Meetings } from './ports.js';
import { proposeProgramme } from './propose-programme.js';
import { retryMeeting } from './retry-meeting.js';
import { seeMeeting, seeMyBriefings, seePublicBriefings } from './see-briefings.js';
import { listProgramme, showBriefing } from './show-briefings.js';

export interface BriefingsPorts {
  readonly store: BriefingStore;
  readonly meetings: Meetings;
  readonly ids: Ids;
  readonly calendar: CalendarData;
  readonly stableUuid: (words: string) => string;
}

/** Everything one can do with briefings; every door calls these. */
export function briefingsUseCases(ports: BriefingsPorts) {
  return {
    proposeProgramme: proposeProgramme(ports),
    confirmProgramme: confirmProgramme(ports),
    openDraft: openDraft(ports),
    discardDraft: discardDraft(ports),
    listProgramme: listProgramme(ports),
    showBriefing: showBriefing(ports),
    moveBriefing: moveBriefing(ports),
    cancelBriefing: cancelBriefing(ports),
    changePresenters: changePresenters(ports),
    editTopics: editTopics(ports),
    retryMeeting: retryMeeting(ports),
    makeMeeting: makeMeeting(ports),
    moveMeeting: moveMeeting(ports),
    cancelMeeting: cancelMeeting(ports),
    invitePresenters: invitePresenters(ports),
    openBriefing: openBriefing(ports),
    closeBriefing: closeBriefing(ports),
    briefingOfMeeting: briefingOfMeeting(ports),
    seePublicBriefings: seePublicBriefings(ports),
    seeMyBriefings: seeMyBriefings(ports),
    seeMeeting: seeMeeting(ports),
  };
}

export type BriefingsUseCases = ReturnType<typeof briefingsUseCases>;
