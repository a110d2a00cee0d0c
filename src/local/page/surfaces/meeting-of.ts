import type { Meeting } from '../../connector/types.js';
import type { LocalBriefing } from '../../show/stage.js';
import type { ShowState } from '../state/show-state.js';
import { personOf } from '../state/useShow.js';

/** The meeting that person is in: the running one, otherwise the latest. */
export function meetingOf(state: ShowState, person: string): Meeting | undefined {
  const own = state.meetings.filter((one) => person in one.roles);
  return own.find((one) => one.state === 'running') ?? own.at(-1);
}

/** The next briefing in which that person has a part. */
export function nextBriefingOf(state: ShowState, person: string, now: number): LocalBriefing | undefined {
  const { email } = personOf(state, person);
  return state.briefings.find(
    (one) =>
      Date.parse(one.startsAt) > now &&
      one.joinUrl !== null &&
      [one.lead, ...one.presenters, ...one.attendees].includes(email),
  );
}
