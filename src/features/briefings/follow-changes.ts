import type { Briefing } from '../../domain/briefing/briefing.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import { meetingTimes } from './meeting-request.js';
import { orTrouble } from './meeting-trouble.js';
import type { BriefingStore, MeetingFault, Meetings } from './ports.js';

interface FollowPorts {
  readonly store: BriefingStore;
  readonly meetings: Meetings;
}

type Event = Briefing & { readonly organiser: string; readonly eventId: string };

/** Brings the event to where the briefing now is. Without an event there is nothing to do: making it reads the same. */
export const moveMeeting = (ports: FollowPorts) => (code: BriefingCode) =>
  withEvent(ports, code, (event) => {
    if (event.status === 'cancelled') return undefined;
    const { organiser, eventId } = event;
    return ports.meetings.move({ organiser, eventId, ...meetingTimes(event) });
  });

/** Invites the briefing's presenters, and gives them their role in the meeting. */
export const invitePresenters = (ports: FollowPorts) => (code: BriefingCode) =>
  withEvent(ports, code, async (event) => {
    if (event.status === 'cancelled') return undefined;
    const invited = await ports.meetings.invite(event);
    if (invited.kind === 'fault' || event.joinUrl === undefined) return invited;
    return ports.meetings.secure({ ...event, joinUrl: event.joinUrl });
  });

/** Cancels the event of a cancelled briefing. */
export const cancelMeeting = (ports: FollowPorts) => (code: BriefingCode) =>
  withEvent(ports, code, (event) => {
    const { organiser, eventId, status, statusReason } = event;
    if (status !== 'cancelled') return undefined;
    return ports.meetings.cancel({ organiser, eventId, comment: statusReason ?? '' });
  });

async function withEvent(
  { store }: FollowPorts,
  code: BriefingCode,
  act: (
    event: Event,
  ) =>
    | Promise<{ readonly kind: string } | MeetingFault>
    | undefined
    | Promise<undefined | { readonly kind: string } | MeetingFault>,
): Promise<void> {
  const briefing = await store.find(code);
  if (briefing?.organiser === undefined || briefing.eventId === undefined) return;
  const outcome = await act({ ...briefing, organiser: briefing.organiser, eventId: briefing.eventId });
  if (outcome) orTrouble(outcome);
}
