import { connectedStandIn } from '../support/graph/connected-stand-in.js';
import { memoryMeetings, UNREACHABLE } from '../support/memory/briefing-meetings.js';
import { describeMeetings } from './meetings.contract.js';

describeMeetings('memory', () => {
  const meetings = memoryMeetings();
  return Promise.resolve({
    meetings,
    events: () =>
      meetings.kept.filter((one) => !one.cancelled).map(({ start, presenters }) => ({ start, presenters })),
    fail(failing) {
      meetings.fault = failing ? UNREACHABLE : undefined;
    },
    loosen() {
      meetings.weaker = ['attendees can switch on their microphones'];
    },
    close: () => Promise.resolve(),
  });
});

describeMeetings('Graph client over the stand-in', async () => {
  const { connection, state, faults, stop } = await connectedStandIn();
  return {
    meetings: connection.meetings,
    events: () =>
      state.events.map(({ event }) => ({
        start: event.start?.dateTime ?? '',
        presenters: (event.attendees ?? []).map((attendee) => attendee.emailAddress?.address ?? ''),
      })),
    fail(failing) {
      faults.down = failing;
    },
    loosen() {
      faults.weaker = { allowAttendeeToEnableMic: true };
    },
    close: stop,
  };
});
