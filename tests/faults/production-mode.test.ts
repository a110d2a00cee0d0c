import { readFileSync } from 'node:fs';
import { openTestDatabase, closeTestDatabase, onServer } from '../support/database.js';
import { FAKE_IDENTITY, startProgram, untilAnswers, type Started } from '../support/production.js';

const SERVER = 'dist/server/main.js';
const NO_SERVER = 'postgres://desk:x@127.0.0.1:9/desk';

test('without any setting it does not start, and names every one that is missing at once', async () => {
  const started = await startProgram(SERVER);
  expect(await started.ended).toEqual({ code: 1, signal: null });
  for (const name of [
    'BOT_ID',
    'BOT_TENANT_ID',
    'GRAPH_TENANT_ID',
    'GRAPH_CLIENT_ID',
    'TAB_CLIENT_ID',
    'DATABASE_URL',
  ]) {
    expect(started.said()).toContain(`${name} is missing`);
  }
});

test.each(['BOT_ID', 'BOT_TENANT_ID', 'BOT_PASSWORD', 'GRAPH_CLIENT_ID', 'TAB_CLIENT_ID'])(
  'without %s alone it does not start and says so',
  async (name) => {
    const { [name]: _left, ...rest } = { ...FAKE_IDENTITY, DATABASE_URL: NO_SERVER } as Record<
      string,
      string
    >;
    const started = await startProgram(SERVER, rest);
    expect((await started.ended).code).toBe(1);
    expect(started.said()).toContain(`${name} is missing`);
    expect(started.said()).not.toContain('not-a-real-password');
  },
);

test('nothing of local mode is in its bundle, nor any way round its sign-in', () => {
  const bundle = readFileSync(SERVER, 'utf8');
  const sources = (JSON.parse(readFileSync(`${SERVER}.map`, 'utf8')) as { sources: string[] }).sources;
  expect(sources.filter((source) => /src\/local\/|loopback-adapter|stand-in|\/tests\//.test(source))).toEqual(
    [],
  );
  expect(bundle).not.toMatch(/loopbackAdapter|startGraphStandIn|createLocalTokens/);
});

describe('with its database, Graph and sign-in service away', () => {
  let started: Started;
  beforeAll(async () => {
    started = await startProgram(SERVER, { ...FAKE_IDENTITY, DATABASE_URL: NO_SERVER });
    await untilAnswers(started, '/healthz');
  });
  afterAll(async () => {
    started.process.kill('SIGKILL');
    await started.ended;
  });

  const post = (headers: Record<string, string>, body: string): Promise<Response> =>
    fetch(`${started.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  test('it is alive and says that it is not ready', async () => {
    expect((await fetch(`${started.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${started.url}/readyz`)).status).toBe(503);
  });

  test.each([
    ['no token', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['a password', { authorization: 'Basic Zm9vOmJhcg==' }],
    ['a token that nobody signed', { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.x' }],
  ])('a message with %s is answered 401 with nothing in it', async (_what, headers) => {
    for (const body of ['{"type":"message","text":"help"}', 'not json', '']) {
      const response = await post(headers, body);
      expect({ status: response.status, text: await response.text() }).toEqual({ status: 401, text: '' });
    }
  });

  test('nothing is shown of what belongs to a person', async () => {
    for (const path of [
      '/api/v1/me',
      '/api/v1/briefings',
      '/api/v1/me/questions',
      '/api/v1/queue/NW-2027-02',
      '/api/v1/team/referrals',
    ]) {
      expect((await fetch(started.url + path)).status).toBe(401);
    }
    for (const path of ['/local/', '/local/api/people'])
      expect((await fetch(started.url + path)).status).toBe(404);
  });

  test('SIGTERM ends it within five seconds', async () => {
    const other = await startProgram(SERVER, { ...FAKE_IDENTITY, DATABASE_URL: NO_SERVER });
    await untilAnswers(other, '/healthz');
    const from = Date.now();
    other.process.kill('SIGTERM');
    expect(await other.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - from).toBeLessThan(5_000);
  });
});

(onServer ? describe : describe.skip)('on a PostgreSQL server (needs DATABASE_URL)', () => {
  test('it starts and becomes ready though Graph cannot be reached', async () => {
    const database = await openTestDatabase();
    const { rows } = await database.boss.getDb().executeSql('select current_database() as name');
    const url = new URL(process.env['DATABASE_URL'] ?? '');
    url.pathname = `/${(rows[0] as { name: string }).name}`;
    const started = await startProgram(SERVER, { ...FAKE_IDENTITY, DATABASE_URL: url.href });
    await untilAnswers(started, '/readyz');
    const response = await fetch(`${started.url}/api/v1/public/briefings`);
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { briefings: [] },
    });
    started.process.kill('SIGTERM');
    expect((await started.ended).code).toBe(0);
    await closeTestDatabase(database);
  });
});
