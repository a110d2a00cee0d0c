import { request } from 'node:http';
import { startStubDesk, type StubDesk } from './page/stub-desk.js';

let desk: StubDesk;
beforeEach(async () => {
  desk = await startStubDesk('/nowhere');
});
afterEach(() => desk.close());

const post = (
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const url = new URL(path, desk.url);
    const options = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    const sent = request(url, options, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => (text += part));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });

const hello = { person: 'maya', conversationId: 'a:1-maya', text: 'hello' };

test('a foreign name that resolves to this machine opens nothing', async () => {
  const reply = await post('api/say', hello, { host: 'desk.attacker.example' });
  expect(reply.status).toBe(403);
  expect(desk.show.connector.state.messages('a:1-maya')).toEqual([]);
});

test('another page in the same browser can change nothing', async () => {
  expect((await post('api/say', hello, { origin: 'https://attacker.example' })).status).toBe(403);
  expect((await post('api/say', hello, { 'content-type': 'text/plain' })).status).toBe(403);
  expect((await post('api/say', hello, { origin: new URL(desk.url).origin })).status).toBe(200);
});

test('what does not fit is refused with a sentence', async () => {
  const empty = await post('api/say', { ...hello, text: ' ' });
  expect([empty.status, empty.text]).toEqual([400, expect.stringContaining('Type something first.')]);
  expect((await post('api/say', { ...hello, person: 'nobody' })).status).toBe(400);
  expect((await post('api/nothing', {})).status).toBe(404);
});

test('a move over the day before a briefing stops there, so that reminders fall due', async () => {
  const stops: string[] = [];
  desk.clock.onMove((now) => void stops.push(now.slice(0, 16)));
  await post('api/clock', { nextBriefing: true });
  expect(stops).toEqual(['2027-02-08T18:00', '2027-02-09T18:00']);
});

test('the clock moves to the next briefing, which begins, and never back', async () => {
  expect((await post('api/clock', { nextBriefing: true })).status).toBe(200);
  expect(desk.clock.now() >= '2027-02-09T18:00:00.000Z').toBe(true);
  expect(desk.show.connector.state.meetings()).toMatchObject([
    {
      state: 'running',
      roles: { priya: 'Organizer', tom: 'Presenter', maya: 'Attendee', yusuf: 'Attendee' },
    },
  ]);
  const back = await post('api/clock', { to: '2027-01-01T09:00:00.000Z' });
  expect([back.status, back.text]).toEqual([409, expect.stringContaining('only moves forward')]);
  await post('api/clock', { to: '2027-02-09T19:00:01.000Z' });
  expect(desk.show.connector.state.meetings()[0]?.state).toBe('over');
});

test('a briefing that the clock has jumped over does not begin', async () => {
  await post('api/clock', { to: '2027-02-10T09:00:00.000Z' });
  expect(desk.show.connector.state.meetings()).toEqual([]);
});

test('somebody without an account gets no token', async () => {
  expect((await post('api/token', { person: 'daniel' })).status).toBe(403);
  expect((await post('api/token', { person: 'tom' })).text).toContain('token');
});

test('the stream begins with everything and goes on with each change', async () => {
  const reply = await fetch(new URL('api/events', desk.url));
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  const first = decoder.decode((await reader.read()).value);
  expect(first).toContain('"kind":"snapshot"');
  expect(first).toContain('Cllr Maya Okafor');
  await desk.show.outbox.send({ to: { name: 'A', email: 'a@b.test' }, subject: 'Subject', text: 'Text' });
  let rest = '';
  while (!rest.includes('"kind":"mail","mail"')) rest += decoder.decode((await reader.read()).value);
  expect(rest).toContain('"kind":"world"');
  await reader.cancel();
});
