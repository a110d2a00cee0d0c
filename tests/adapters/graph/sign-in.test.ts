import type { GraphCredential } from '../../../src/adapters/graph/settings.js';
import { checkedBaseUrl } from '../../../src/adapters/graph/settings.js';
import { checkGraph, connectGraph } from '../../../src/adapters/graph/connect.js';
import { connectStandIn } from '../../../src/adapters/graph/stand-in-connection.js';
import type { NetworkClient } from '../../../src/adapters/graph/tokens.js';
import { wanted } from '../../contracts/meetings.contract.js';
import {
  connectedStandIn,
  ORGANISER,
  type ConnectedStandIn,
} from '../../support/graph/connected-stand-in.js';

let graph: ConnectedStandIn;
beforeEach(async () => {
  graph = await connectedStandIn();
});
afterEach(() => graph.stop());

/** MSAL asks for https only; the stand-in speaks http on the same host and port. */
const overHttp: NetworkClient = {
  sendGetRequestAsync: (url, options) => call(url, { method: 'GET', ...options }),
  sendPostRequestAsync: (url, options) => call(url, { method: 'POST', ...options }),
};

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the library's own type wants it
async function call<Body>(url: string, request: RequestInit) {
  const response = await fetch(url.replace(/^https:/, 'http:'), request);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as Body,
  };
}

const settings = (credential: GraphCredential) => ({
  baseUrl: graph.url,
  authority: graph.tokenUrl.replace('http:', 'https:'),
  tenantId: '11111111-2222-4333-8444-555555555555',
  clientId: '99999999-2222-4333-8444-555555555555',
  credential,
  organiser: () => ORGANISER,
});

test('a client secret is turned into a token and the token into a meeting', async () => {
  const connection = connectGraph(settings({ kind: 'secret', secret: 'right' }), overHttp);
  expect((await connection.meetings.create(wanted())).kind).toBe('made');
});

test.each([
  ['a-secret-id', 'secret-id-used'],
  ['an-expired-secret', 'expired-secret'],
])('the secret “%s” is named %s', async (secret, cause) => {
  const connection = connectGraph(settings({ kind: 'secret', secret }), overHttp);
  const outcome = await connection.meetings.create(wanted());
  expect(outcome).toMatchObject({ kind: 'fault', cause, passing: false });
  expect(JSON.stringify(outcome)).not.toContain(secret);
  expect(await connection.check(['north-west'])).toMatchObject([{ name: 'sign-in', ok: false }]);
});

test('an authority that does not answer is named unreachable', async () => {
  const elsewhere = { ...settings({ kind: 'secret', secret: 'right' }), authority: 'https://127.0.0.1:9' };
  expect(await connectGraph(elsewhere).meetings.create(wanted())).toMatchObject({ cause: 'unreachable' });
});

test('doctor looks at sign-in, calendar and meetings, and names a region without organiser', async () => {
  const checks = await graph.connection.check(['north-west', 'wales']);
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['sign-in', true],
    ['organiser of wales', false],
    ['calendar of north-west', true],
    ['meetings of north-west', true],
  ]);
});

test('doctor finds a missing access policy of a mailbox set by its object id', async () => {
  const byId = connectStandIn(
    { baseUrl: graph.url, organiser: () => 'aaaaaaaa-2222-4333-8444-555555555555' },
    graph.token,
  );
  graph.faults.withoutAccessPolicy = true;
  expect((await byId.check(['wales'])).at(-1)).toMatchObject({
    ok: false,
    remedy: expect.stringContaining('access policy') as unknown,
  });
});

test('doctor says what is wrong when there is no network', async () => {
  const elsewhere = { ...settings({ kind: 'secret', secret: 'right' }), authority: 'https://127.0.0.1:9' };
  expect(await checkGraph(elsewhere, ['wales'])).toMatchObject([{ name: 'sign-in', ok: false }]);
});

test('addresses that would leak a token or double the version are refused', () => {
  expect(() => checkedBaseUrl('http://graph.example.test')).toThrow(/https/);
  expect(() => checkedBaseUrl('https://graph.microsoft.com/v1.0')).toThrow(/version/);
  expect(() => connectStandIn({ baseUrl: 'https://graph.microsoft.com', organiser: () => '' }, 't')).toThrow(
    /127\.0\.0\.1/,
  );
});
