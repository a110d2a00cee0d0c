import { TEAMS_LIMITS } from '../../../src/local/connector/limits.js';
import { seededPerson } from '../../../src/local/people.js';
import { CHAT, MEETING, aMeeting, call, codeOf, openWorld, type World } from './setup.js';

let world: World;
afterEach(() => world.close());

const text = (words: string, more: object = {}): object => ({ type: 'message', text: words, ...more });
const activities = (id: string, query = ''): string =>
  `/v3/conversations/${encodeURIComponent(id)}/activities${query}`;

test('the eighth message within a second is refused with the seconds to wait, and then goes through', async () => {
  let at = 0;
  world = await openWorld(undefined, { milliseconds: () => at });
  await world.connector.clients.install('maya');
  for (let n = 0; n < 7; n += 1)
    expect((await call(world.connector, 'POST', activities(CHAT), text('x'))).status).toBe(201);
  const refused = await call(world.connector, 'POST', activities(CHAT), text('x'));
  expect([refused.status, codeOf(refused), refused.retryAfter]).toEqual([429, 'TooManyRequests', '1']);
  at = 1001;
  expect((await call(world.connector, 'POST', activities(CHAT), text('x'))).status).toBe(201);
  const again = await call(world.connector, 'POST', activities(CHAT), text('x'));
  expect([again.status, again.retryAfter]).toEqual([429, '1']);
});

test('the limits are the documented ones, and one conversation does not use up another’s', async () => {
  expect(TEAMS_LIMITS.send.map((one) => [one.calls, one.seconds])).toEqual([
    [7, 1],
    [8, 2],
    [60, 30],
    [1800, 3600],
  ]);
  world = await openWorld(undefined, { milliseconds: () => 0 });
  await world.connector.clients.install('maya');
  const other = await world.connector.clients.install('yusuf');
  for (let n = 0; n < 8; n += 1) await call(world.connector, 'POST', activities(CHAT), text('x'));
  expect((await call(world.connector, 'POST', activities(other), text('x'))).status).toBe(201);
});

test('a message over 100 KB of UTF-16 is refused; an image inside does not count', async () => {
  world = await openWorld();
  await world.connector.clients.install('maya');
  const large = await call(world.connector, 'POST', activities(CHAT), text('x'.repeat(51_200)));
  expect([large.status, codeOf(large)]).toEqual([413, 'MessageSizeTooBig']);
  const picture = text(`data:image/png;base64,${'A'.repeat(60_000)}`);
  expect((await call(world.connector, 'POST', activities(CHAT), picture)).status).toBe(201);
});

test('where the bot is not installed nothing can be sent', async () => {
  world = await openWorld();
  await world.connector.clients.install('maya');
  await world.connector.clients.install('maya', 'remove');
  const refused = await call(world.connector, 'POST', activities(CHAT), text('x'));
  expect([refused.status, codeOf(refused)]).toEqual([403, 'ForbiddenOperationException']);
  const open = await call(world.connector, 'POST', '/v3/conversations', {
    members: [{ id: seededPerson('yusuf').teams.mri }],
  });
  expect([open.status, codeOf(open)]).toEqual([403, 'ForbiddenOperationException']);
});

test('nobody without an account can be written to first', async () => {
  world = await openWorld();
  const refused = await call(world.connector, 'POST', '/v3/conversations', {
    members: [{ id: seededPerson('daniel').teams.mri }],
  });
  expect([refused.status, codeOf(refused)]).toEqual([400, 'BadArgument']);
});

test('a person’s chat is opened by object id or channel id, always the same one', async () => {
  world = await openWorld();
  await world.connector.clients.install('maya');
  const { mri, objectId } = seededPerson('maya').teams;
  for (const id of [mri, objectId]) {
    expect((await call(world.connector, 'POST', '/v3/conversations', { members: [{ id }] })).body).toEqual({
      id: CHAT,
    });
  }
});

test('unknown conversations, messages, members and addresses are 404', async () => {
  world = await openWorld();
  await world.connector.clients.install('maya');
  const asked = [
    ['POST', activities('a:nobody'), text('x')],
    ['PUT', `${activities(CHAT)}/1`, text('x')],
    ['DELETE', `${activities(CHAT)}/1`, undefined],
    ['GET', `/v3/conversations/${CHAT}/members/29:nobody`, undefined],
    ['GET', '/v1/meetings/none', undefined],
    ['GET', '/v3/teams', undefined],
  ] as const;
  for (const [method, path, body] of asked)
    expect((await call(world.connector, method, path, body)).status).toBe(404);
});

test('a targeted message is for one member of a shared conversation', async () => {
  world = await openWorld();
  await world.connector.clients.planMeeting(aMeeting());
  await world.connector.clients.install('maya');
  const maya = { recipient: { id: seededPerson('maya').teams.mri } };
  const targeted = '?isTargetedActivity=true';
  const sent = await call(
    world.connector,
    'POST',
    activities(MEETING.chatId, targeted),
    text('for you', maya),
  );
  expect(sent.status).toBe(201);
  expect(world.connector.state.findMessage(MEETING.chatId, String(sent.body['id']))?.onlyFor).toBe('maya');
  const stranger = { recipient: { id: seededPerson('yusuf').teams.mri } };
  expect(
    (await call(world.connector, 'POST', activities(MEETING.chatId, targeted), text('x', stranger))).status,
  ).toBe(400);
  expect((await call(world.connector, 'POST', activities(CHAT, targeted), text('x', maya))).status).toBe(400);
});

test('a body that is no JSON is refused and the connector goes on', async () => {
  world = await openWorld();
  await world.connector.clients.install('maya');
  const reply = await fetch(new URL(activities(CHAT), world.connector.serviceUrl), {
    method: 'POST',
    body: '{',
  });
  expect(reply.status).toBe(400);
  expect((await call(world.connector, 'POST', activities(CHAT), text('x'))).status).toBe(201);
});
