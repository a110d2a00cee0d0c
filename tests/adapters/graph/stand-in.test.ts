import { connectedStandIn, type ConnectedStandIn } from '../../support/graph/connected-stand-in.js';

let graph: ConnectedStandIn;
beforeEach(async () => {
  graph = await connectedStandIn();
});
afterEach(() => graph.stop());

const EVENTS = '/v1.0/users/desk@example.test/events';
const event = {
  subject: 'Briefing',
  start: { dateTime: '2027-06-08T18:00:00', timeZone: 'Europe/London' },
  end: { dateTime: '2027-06-08T19:00:00', timeZone: 'Europe/London' },
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
};

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(graph.url + path, {
    method,
    headers: { authorization: `Bearer ${graph.token}`, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, never> };
}

test.each([
  ['an unknown property', { ...event, colour: 'red' }],
  ['a read-only property', { ...event, onlineMeeting: { joinUrl: 'x' } }],
  ['a wrong word', { ...event, onlineMeetingProvider: 'teams' }],
  ['another zone', { ...event, start: { ...event.start, timeZone: 'UTC' } }],
  ['a time with an offset', { ...event, start: { ...event.start, dateTime: '2027-06-08T18:00:00Z' } }],
  ['no end', { subject: 'Briefing', start: event.start }],
  ['an end before the start', { ...event, end: { ...event.end, dateTime: '2027-06-08T17:00:00' } }],
])('an event with %s is refused', async (_what, body) => {
  expect((await ask('POST', EVENTS, body)).status).toBe(400);
  expect(graph.state.events).toEqual([]);
});

test('without a key each POST makes an event', async () => {
  await ask('POST', EVENTS, event);
  await ask('POST', EVENTS, event);
  expect(graph.state.events).toHaveLength(2);
});

test('times come back in UTC unless London is preferred', async () => {
  const plain = await ask('POST', EVENTS, event);
  expect(plain.body).toMatchObject({ start: { dateTime: '2027-06-08T17:00:00.0000000', timeZone: 'UTC' } });
  const preferred = await ask('POST', EVENTS, event, { prefer: 'outlook.timezone="Europe/London"' });
  expect(preferred.body).toMatchObject({ start: event.start });
});

test('writing the body of an online event loses the link', async () => {
  const made = await ask('POST', EVENTS, event);
  const changed = await ask('PATCH', `${EVENTS}/${String(made.body['id'])}`, {
    body: { contentType: 'text', content: 'new' },
  });
  expect(changed.body).toMatchObject({ onlineMeeting: null });
});

test('a filter encoded twice or not by link is refused, a mail address finds no access policy', async () => {
  const meetings = '/v1.0/users/aaaaaaaa-2222-4333-8444-555555555555/onlineMeetings';
  const twice = encodeURIComponent(encodeURIComponent("JoinWebUrl eq 'https://a'"));
  expect((await ask('GET', `${meetings}?$filter=${twice}`)).status).toBe(400);
  expect((await ask('GET', meetings)).status).toBe(400);
  expect(
    (
      await ask(
        'GET',
        `/v1.0/users/desk@example.test/onlineMeetings?$filter=${encodeURIComponent("JoinWebUrl eq 'https://a'")}`,
      )
    ).status,
  ).toBe(403);
});

test('/me, a missing token, another version and a call that this service does not make are refused', async () => {
  expect((await ask('GET', '/v1.0/me/events')).status).toBe(400);
  expect((await ask('GET', EVENTS, undefined, { authorization: '' })).status).toBe(401);
  expect((await ask('GET', EVENTS.replace('v1.0', 'beta'))).status).toBe(404);
  expect((await ask('GET', '/v1.0/users/desk@example.test/messages')).status).toBe(403);
});

test('a batch holds twenty requests at most and a throttled part does not spoil the others', async () => {
  const part = (id: number) => ({ id: String(id), method: 'GET', url: '/users/desk@example.test/events' });
  const parts = Array.from({ length: 21 }, (_, index) => part(index));
  expect((await ask('POST', '/v1.0/$batch', { requests: parts })).status).toBe(400);
  graph.faults.fail({ status: 429, retryAfterSeconds: 3, on: { method: 'GET' } });
  const given = await ask('POST', '/v1.0/$batch', { requests: parts.slice(0, 2) });
  expect(given).toMatchObject({
    status: 200,
    body: { responses: [{ status: 429, headers: { 'retry-after': '3' } }, { status: 200 }] },
  });
});

test('a fifth request at the same time is turned away', async () => {
  graph.faults.latencyMs = 50;
  const statuses = (await Promise.all(Array.from({ length: 6 }, () => ask('GET', EVENTS))))
    .map((given) => given.status)
    .sort();
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
});

test('a message over four megabytes is refused', async () => {
  const mail = { Message: { toRecipients: [], body: { content: 'x'.repeat(4_300_000) } } };
  expect((await ask('POST', '/v1.0/users/desk@example.test/sendMail', mail)).status).toBe(413);
});
