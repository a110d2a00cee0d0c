import { createHash } from 'node:crypto';
import type { Event, Message, OnlineMeeting } from '@microsoft/microsoft-graph-types';

/** An event as the stand-in keeps it, with the mailbox it lies in. */
export interface KeptEvent {
  readonly mailbox: string;
  readonly event: Event & { readonly id: string };
}

/** A meeting as the stand-in keeps it, with its organiser's object id. */
export interface KeptMeeting {
  readonly organiser: string;
  readonly meeting: OnlineMeeting & { readonly id: string; readonly joinWebUrl: string };
}

export interface KeptMail {
  readonly from: string;
  readonly message: Message;
  readonly at: string;
}

/** Everything that the stand-in holds; read it, do not write it. */
export interface GraphState {
  readonly events: KeptEvent[];
  readonly meetings: KeptMeeting[];
  readonly mails: KeptMail[];
  /** Events that were cancelled, with the comment their presenters got. */
  readonly cancelled: { readonly eventId: string; readonly comment: string }[];
}

export const emptyState = (): GraphState => ({ events: [], meetings: [], mails: [], cancelled: [] });

/** The object id of a mailbox: always the same for the same address. */
export function objectIdOf(mailbox: string): string {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(mailbox)) return mailbox.toLowerCase();
  const hex = createHash('sha256').update(mailbox.toLowerCase()).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const STAND_IN_TENANT = '11111111-2222-4333-8444-555555555555';

/** A link of the form that Teams gives, on a host that does not exist. */
export function joinUrlOf(eventId: string, mailbox: string): string {
  const thread = `19%3ameeting_${eventId}%40thread.v2`;
  const context = JSON.stringify({ Tid: STAND_IN_TENANT, Oid: objectIdOf(mailbox) });
  return `https://teams.example.test/l/meetup-join/${thread}/0?context=${encodeURIComponent(context)}`;
}

/** The settings of a new meeting before anyone has changed them: as open as a tenant's defaults often are. */
export const DEFAULT_SETTINGS: OnlineMeeting = {
  lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: false },
  allowedPresenters: 'everyone',
  allowMeetingChat: 'enabled',
  recordAutomatically: false,
  allowAttendeeToEnableMic: true,
  allowAttendeeToEnableCamera: true,
};
