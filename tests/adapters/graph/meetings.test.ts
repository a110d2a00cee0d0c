import {
  connectedStandIn,
  ORGANISER,
  type ConnectedStandIn,
} from '../../support/graph/connected-stand-in.js';
import { wanted } from '../../contracts/meetings.contract.js';

let graph: ConnectedStandIn;
beforeEach(async () => {
  graph = await connectedStandIn();
});
afterEach(() => graph.stop());

const made = async () => {
  const outcome = await graph.connection.meetings.create(wanted());
  if (outcome.kind === 'fault') throw new Error(outcome.cause);
  return outcome;
};

test('the event holds what the design asks for and no attendee but the presenters', async () => {
  await made();
  expect(graph.seen[0]).toMatchObject({
    method: 'POST',
    path: `/v1.0/users/${encodeURIComponent(ORGANISER)}/events`,
    body: {
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      hideAttendees: true,
      responseRequested: false,
      allowNewTimeProposals: false,
      transactionId: wanted().transactionId,
      start: { dateTime: '2027-06-08T18:00:00', timeZone: 'Europe/London' },
      attendees: [{ type: 'required', emailAddress: { address: 'a.presenter@example.org' } }],
    },
  });
});

test('an answer that is lost after the write does not make a second meeting', async () => {
  graph.faults.fail({
    status: 504,
    afterwards: true,
    retryAfterSeconds: 0,
    on: { method: 'POST', path: '/events' },
  });
  await made();
  expect(graph.seen.filter((request) => request.method === 'POST')).toHaveLength(2);
  expect(graph.state.events).toHaveLength(1);
});

test('the meeting is found by its link encoded once, under the organiser’s object id', async () => {
  const event = await made();
  expect((await graph.connection.meetings.secure({ ...event, presenters: [] })).kind).toBe('as-policy');
  const filter = graph.seen.find((request) => request.path.includes('$filter'));
  expect(decodeURIComponent(filter?.path.split('$filter=')[1] ?? '')).toBe(
    `JoinWebUrl eq '${event.joinUrl}'`,
  );
  expect(filter?.path).not.toContain('%40example');
});

test('presenters of the organiser’s own organisation get the presenter role', async () => {
  const event = await made();
  await graph.connection.meetings.secure({ ...event, presenters: ['p@example.test', 'q@elsewhere.test'] });
  expect(graph.state.meetings[0]?.meeting.participants).toEqual({
    attendees: [{ upn: 'p@example.test', role: 'presenter' }],
  });
});

test('a move sends the times alone, so that the link stays', async () => {
  const event = await made();
  await graph.connection.meetings.move({
    ...event,
    start: '2027-12-14T18:00:00',
    end: '2027-12-14T19:00:00',
  });
  const patch = graph.seen.find((request) => request.method === 'PATCH');
  expect(Object.keys(patch?.body as object)).toEqual(['start', 'end']);
  expect(graph.state.events[0]?.event.onlineMeeting?.joinUrl).toBe(event.joinUrl);
});

test('never more than four requests run at once, however many are asked for', async () => {
  graph.faults.latencyMs = 30;
  const all = Array.from({ length: 14 }, (_, index) =>
    graph.connection.meetings.create(wanted({ transactionId: `key ${String(index)}` })),
  );
  expect((await Promise.all(all)).map((outcome) => outcome.kind)).toEqual(Array(14).fill('made'));
  expect(graph.seen.filter((request) => request.status === 429)).toEqual([]);
});

test('a short pause that is asked for is kept and the request sent again; a long one is left to the job', async () => {
  graph.faults.fail({ status: 429, retryAfterSeconds: 1 });
  const before = performance.now();
  await made();
  expect(performance.now() - before).toBeGreaterThanOrEqual(950);
  graph.faults.fail({ status: 429, retryAfterSeconds: 120 });
  expect(await graph.connection.meetings.create(wanted())).toMatchObject({
    cause: 'throttled',
    passing: true,
    retryAfterSeconds: 120,
  });
});

test.each([
  [{ status: 403, code: 'ErrorAccessDenied' } as const, 'forbidden'],
  [
    { status: 404, code: 'ErrorNonExistentMailbox', message: 'The mailbox does not exist.' } as const,
    'no-mailbox',
  ],
  [{ status: 401 } as const, 'token-refused'],
  [{ status: 400 } as const, 'rejected'],
  [{ status: 500 } as const, 'unavailable'],
])('%j is named %s with a remedy', async (trouble, cause) => {
  graph.faults.fail(trouble);
  expect(await graph.connection.meetings.create(wanted())).toMatchObject({
    kind: 'fault',
    cause,
    remedy: expect.stringMatching(/\w{3}/) as unknown,
  });
});

test('a missing access policy and a missing organiser are named', async () => {
  const event = await made();
  graph.faults.withoutAccessPolicy = true;
  expect(await graph.connection.meetings.secure({ ...event, presenters: [] })).toMatchObject({
    cause: 'no-access-policy',
    passing: true,
  });
  expect(await graph.connection.meetings.create(wanted({ region: 'wales' }))).toMatchObject({
    cause: 'no-organiser',
    passing: false,
  });
});

test('an event of a mailbox without Teams is named as a matter of its licence', async () => {
  const event = await made();
  const kept = graph.state.events[0];
  if (kept)
    graph.state.events[0] = {
      ...kept,
      event: { ...kept.event, onlineMeeting: null, isOnlineMeeting: false },
    };
  expect(event.kind).toBe('made');
  expect(await graph.connection.meetings.create(wanted())).toMatchObject({ cause: 'no-licence' });
});
