import type { OnlineMeeting } from '@microsoft/microsoft-graph-types';

/** The settings of every briefing's meeting. */
export const MEETING_POLICY = {
  // Only presenters are invited, so everybody else waits in the lobby until a presenter lets them in. `organizer`
  // would lock presenters out as well: nobody ever signs in as the organiser mailbox.
  lobbyBypassSettings: { scope: 'invited', isDialInBypassEnabled: false },
  allowedPresenters: 'roleIsPresenter',
  allowMeetingChat: 'enabled',
  recordAutomatically: false,
  allowAttendeeToEnableMic: false,
  allowAttendeeToEnableCamera: false,
} as const satisfies OnlineMeeting;

/** In how far a meeting, as read back, is less protected than policy: a sentence part each; stricter is fine. */
export function weakerThanPolicy(meeting: OnlineMeeting): readonly string[] {
  const { lobbyBypassSettings: lobby, allowedPresenters } = meeting;
  const checks: readonly (readonly [boolean, string])[] = [
    [
      lobby?.scope === 'invited' || lobby?.scope === 'organizer',
      `people can pass the lobby by themselves (${lobby?.scope ?? 'not set'})`,
    ],
    [lobby?.isDialInBypassEnabled === false, 'people who dial in can pass the lobby'],
    [
      allowedPresenters === 'roleIsPresenter' || allowedPresenters === 'organizer',
      `attendees can present (${allowedPresenters ?? 'not set'})`,
    ],
    [meeting.recordAutomatically === false, 'the meeting is recorded by itself'],
    [meeting.allowAttendeeToEnableMic === false, 'attendees can switch on their microphones'],
    [meeting.allowAttendeeToEnableCamera === false, 'attendees can switch on their cameras'],
  ];
  return checks.filter(([holds]) => !holds).map(([, weaker]) => weaker);
}
