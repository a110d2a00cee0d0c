import type { OnlineMeeting } from '@microsoft/microsoft-graph-types';
import type { StandInFaults } from './faults.js';
import { refusalOf } from './rules.js';
import { objectIdOf, type GraphState } from './state.js';
import { answer, refuse, type Answer, type Asked } from './talk.js';

const NO_POLICY = 'No application access policy found for this app on the user.';

/** The calls on an organiser's online meetings. */
export function meetingsCall(
  { state, faults }: { state: GraphState; faults: StandInFaults },
  asked: Asked,
  [user = '', , id, further]: readonly string[],
): Answer {
  // An access policy is granted to an object id; a mail address does not find it.
  if (user.includes('@') || faults.withoutAccessPolicy) return refuse(403, 'Forbidden', NO_POLICY);
  if (further !== undefined) return refuse(404, 'UnknownError', `no ${further} here`);
  if (id === undefined) return find(state, asked, user);
  const index = state.meetings.findIndex(
    (kept) => kept.meeting.id === id && kept.organiser === objectIdOf(user),
  );
  const kept = state.meetings[index];
  if (!kept) return refuse(404, 'NotFound', 'Meeting not found.');
  if (asked.method === 'GET') return answer(200, { ...kept.meeting, ...faults.weaker });
  if (asked.method !== 'PATCH')
    return refuse(405, 'Request_BadRequest', 'Specified HTTP method is not allowed.');
  const refusal = refusalOf('onlineMeetingChange', asked.body);
  if (refusal) return refuse(refusal.status, refusal.code, refusal.message);
  const meeting = {
    ...kept.meeting,
    ...(asked.body as OnlineMeeting),
    id: kept.meeting.id,
    joinWebUrl: kept.meeting.joinWebUrl,
  };
  state.meetings[index] = { ...kept, meeting };
  return answer(200, meeting);
}

function find(state: GraphState, asked: Asked, user: string): Answer {
  if (asked.method !== 'GET')
    return refuse(405, 'Request_BadRequest', 'Specified HTTP method is not allowed.');
  const link = /^JoinWebUrl eq '(.+)'$/i.exec(asked.query.get('$filter') ?? '')?.[1]?.replaceAll("''", "'");
  if (link === undefined)
    return refuse(400, 'BadRequest', 'A filter on JoinWebUrl, encoded once, is needed here.');
  const own = state.meetings.filter(
    (kept) => kept.organiser === objectIdOf(user) && kept.meeting.joinWebUrl === link,
  );
  return answer(200, { value: own.map((kept) => kept.meeting) });
}
