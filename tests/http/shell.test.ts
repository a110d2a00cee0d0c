import { serve, type Served } from './serve.js';

let served: Served;
beforeAll(async () => {
  served = await serve({ ready: () => Promise.resolve({ ok: false, checks: { database: false } }) });
});
afterAll(() => served.close());

test.each(['/healthz', '/tab/guidance', '/api/v1/nothing', '/api/messages', '/nothing'])(
  '%s carries the security headers',
  async (path) => {
    const { headers } = await served.ask(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toMatch(/frame-ancestors 'self' https:\/\/teams\.microsoft\.com/);
    expect(policy).not.toContain('unsafe-eval');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  },
);

test('it is alive while it is not ready', async () => {
  expect((await served.ask('/healthz')).status).toBe(200);
  const ready = await served.ask('/readyz');
  expect([ready.status, JSON.parse(ready.text)]).toEqual([
    503,
    { status: 'not ready', checks: { database: false } },
  ]);
});

test('readiness that cannot be told is no readiness', async () => {
  const other = await serve({ ready: () => Promise.reject(new Error('database s3cret is gone')) });
  const { status, text } = await other.ask('/readyz');
  await other.close();
  expect(status).toBe(503);
  expect(text).not.toContain('s3cret');
});

test.each(['/tab/guidance', '/tab', '/tab/panel?x=1', '/register', '/me/a-token', '/team/a-token'])(
  '%s is the page',
  async (path) => {
    const { status, text, headers } = await served.ask(path);
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(text).toContain('<title>Briefing Desk</title>');
  },
);

test('the root leads to the guidance', async () => {
  const { status, headers } = await served.ask('/');
  expect([status, headers['location']]).toEqual([302, '/tab/guidance']);
});

test('hashed files may be kept for a year', async () => {
  const { status, headers } = await served.ask('/tab/assets/app.js');
  expect([status, headers['cache-control'], headers['content-type']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'text/javascript; charset=utf-8',
  ]);
});

test.each([
  '/tab/../../../../../../etc/passwd.txt',
  '/tab/assets/../../../../../../../etc/hostname',
  '/tab/assets/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc/hostname',
  '/tab/%2e%2e/%2e%2e/package.json',
  '/tab/..%2f..%2fpackage.json',
  '/tab/..\\..\\package.json',
  '/tab/assets//etc/hostname',
  '/tab/assets/%00.js',
  '/tab/none.json',
  '/tab/assets/none.js',
])('%s leads nowhere', async (path) => {
  const { status, text } = await served.ask(path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/root:|briefing-desk"/);
});

test('the figures name areas, never who came or with what', async () => {
  await served.ask('/me/top-secret-token?key=also-secret');
  await served.ask('/team/top-secret-token');
  await served.ask('/api/v1/top-secret-briefing');
  await served.ask('/top-secret-path');
  const { text, headers } = await served.ask('/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(text).toMatch(/desk_http_requests_total\{[^}]*area="me"[^}]*status="200"[^}]*\} \d/);
  expect(text).not.toContain('secret');
  const areas = new Set([...text.matchAll(/area="([^"]*)"/g)].map(([, area]) => area));
  expect(areas.size).toBeLessThan(12);
});

test('an unknown method or a made-up API version makes no new figure', async () => {
  for (let index = 0; index < 20; index += 1) await served.ask(`/api/made-up-${String(index)}`);
  const { text } = await served.ask('/metrics');
  expect(text).not.toContain('made-up');
});

test('an activity that the bot cannot handle is answered without its reasons', async () => {
  const other = await serve({
    guard: {
      checkHeaders: () => Promise.resolve({ kind: 'admitted' }),
      checkBody: () => ({ kind: 'admitted' }),
    },
    onActivity: () => Promise.reject(new Error('s3cret of the SDK')),
  });
  const { status, text } = await other.ask('/api/messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  await other.close();
  expect(status).toBe(500);
  expect(text).not.toContain('s3cret');
  expect(JSON.stringify(other.logged)).not.toContain('s3cret');
});
