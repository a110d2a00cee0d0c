import { createHmac } from 'node:crypto';
import { connectorGuard } from '../../src/bot/guard.js';
import { posting, serve, type Answer, type Served } from '../http/serve.js';
import {
  APP_ID,
  SERVICE_URL,
  activity,
  connector,
  stranger,
  type Connector,
  type TokenChanges,
} from './connector.js';

let bot: Connector;
let served: Served;
let taken: unknown[];

beforeAll(async () => {
  bot = await connector();
  served = await serve({
    guard: connectorGuard(APP_ID, bot.keys),
    onActivity: async (request, response) => {
      taken.push(request.body);
      response.writeHead(200);
      response.end();
    },
  });
});
beforeEach(() => {
  taken = [];
});
afterAll(() => served.close());

const post = (authorization: string | undefined, body: unknown = activity()): Promise<Answer> =>
  served.ask('/api/messages', posting(body, authorization === undefined ? {} : { authorization }));

const signed = async (changes: TokenChanges = {}, body: unknown = activity()): Promise<Answer> =>
  post(`Bearer ${await bot.token(changes)}`, body);

function expectRefused(answer: Answer): void {
  expect({ status: answer.status, text: answer.text, length: answer.headers['content-length'] }).toEqual({
    status: 401,
    text: '',
    length: '0',
  });
  expect(taken).toEqual([]);
}

test('a request that the Connector signed for this bot reaches it', async () => {
  expect((await signed()).status).toBe(200);
  expect(taken).toHaveLength(1);
});

test('a token that ran out two minutes ago still holds, for clocks differ', async () => {
  expect((await signed({ expiresIn: -120 })).status).toBe(200);
});

test('a service address may end in a slash or not', async () => {
  expect((await signed({}, activity({ serviceUrl: SERVICE_URL.replace(/\/$/, '') }))).status).toBe(200);
});

test.each([
  ['no authorization header', undefined],
  ['an empty header', ''],
  ['a bare word', 'Bearer'],
  ['something that is no token', 'Bearer not-a-token'],
  ['three parts of nonsense', 'Bearer aaaa.bbbb.cccc'],
  ['a name and a password', `Basic ${Buffer.from('bot:secret').toString('base64')}`],
])('%s is refused', async (_, header) => {
  expectRefused(await post(header));
});

test.each<[string, TokenChanges]>([
  ['that ran out ten minutes ago', { expiresIn: -600 }],
  ['that never runs out', { expiresIn: null }],
  ['that is not valid yet', { validIn: 900 }],
  ['for another bot', { audience: '99999999-2222-4333-8444-555555555555' }],
  ['of another issuer', { issuer: 'https://api.example.org' }],
  [
    'of a tenant, as an emulator would send',
    { issuer: 'https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/' },
  ],
  ['for another service address', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
  ['without a service address', { serviceUrl: null }],
  ['signed with a key that is not published', { kid: 'unknown' }],
])('a token %s is refused', async (_, changes) => {
  expectRefused(await signed(changes));
});

test('a token signed by somebody else under the name of the published key is refused', async () => {
  expectRefused(await signed({ key: await stranger() }));
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (): object => ({
  iss: 'https://api.botframework.com',
  aud: APP_ID,
  exp: Math.floor(Date.now() / 1000) + 600,
  nbf: Math.floor(Date.now() / 1000) - 60,
  serviceurl: SERVICE_URL,
});

test('a token without a signature is refused', async () => {
  const unsigned = `${part({ alg: 'none', kid: 'connector' })}.${part(claims())}`;
  expectRefused(await post(`Bearer ${unsigned}.`));
  expectRefused(await post(`Bearer ${unsigned}.AAAA`));
});

test('a token signed with the published key as if it were a password is refused', async () => {
  const head = `${part({ alg: 'HS256', kid: 'connector' })}.${part(claims())}`;
  expectRefused(
    await post(`Bearer ${head}.${createHmac('sha256', bot.publicPem).update(head).digest('base64url')}`),
  );
});

test.each([
  ['names no service address', activity({ serviceUrl: undefined })],
  [
    'names another service address than its token',
    activity({ serviceUrl: 'https://smba.trafficmanager.net/emea/' }),
  ],
  ['comes by another channel', activity({ channelId: 'webchat' })],
  ['names no channel', activity({ channelId: undefined })],
  ['is a list', [activity()]],
  ['is empty', {}],
])('an activity that %s is refused', async (_, body) => {
  expectRefused(await signed({}, body));
});

test.each([
  'https://smba.trafficmanager.net.example.org/uk/',
  'https://example.org/uk/',
  'http://smba.trafficmanager.net/uk/',
  'https://botframework.com.example.org/',
  'https://notbotframework.com/',
  'https://127.0.0.1/',
  'https://user@example.org/smba.trafficmanager.net',
])('answers are never sent to %s, though the token names it', async (serviceUrl) => {
  expectRefused(await signed({ serviceUrl }, activity({ serviceUrl })));
});

test('a key that may not speak for Teams is refused', async () => {
  const other = await connector(['webchat']);
  const door = await serve({ guard: connectorGuard(APP_ID, other.keys) });
  const answer = await door.ask(
    '/api/messages',
    posting(activity(), { authorization: `Bearer ${await other.token()}` }),
  );
  await door.close();
  expectRefused(answer);
});

test('while the published keys cannot be reached everything is refused', async () => {
  const unreachable = { key: () => Promise.reject(new TypeError('fetch failed')), set: () => undefined };
  const door = await serve({ guard: connectorGuard(APP_ID, unreachable) });
  const answer = await door.ask(
    '/api/messages',
    posting(activity(), { authorization: `Bearer ${await bot.token()}` }),
  );
  await door.close();
  expectRefused(answer);
});

test('what a signed request says wrongly is told, not run', async () => {
  const authorization = `Bearer ${await bot.token()}`;
  expect((await post(authorization, '{"type": "message", ')).status).toBe(400);
  expect((await post(authorization, activity({ text: 'x'.repeat(300 * 1024) }))).status).toBe(413);
  const form = { method: 'POST', headers: { authorization, 'content-type': 'text/plain' }, body: 'help' };
  expect((await served.ask('/api/messages', form)).status).toBe(415);
  expect(taken).toEqual([]);
});

test('what an unsigned request says is not even read', async () => {
  expectRefused(await post('Bearer a.b.c', '{"type": '));
  expectRefused(await post(undefined, 'x'.repeat(300 * 1024)));
});

test('only the log learns why, and it learns no token', async () => {
  const token = await bot.token({ expiresIn: -600 });
  await post(`Bearer ${token}`);
  const last = served.logged.at(-1);
  expect(last).toMatchObject({ code: 'bot_refused', because: 'JWTExpired' });
  expect(JSON.stringify(served.logged)).not.toContain(token.split('.')[2]);
});
