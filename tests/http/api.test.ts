import { z } from 'zod';
import { problem, route, type AnyRoute } from '../../src/http/kit.js';
import type { Person } from '../../src/domain/shared/person.js';
import { posting, serve, type Served } from './serve.js';

const echo = z.object({ word: z.string().min(1).max(80), more: z.unknown().optional() });
const reply = z.object({ word: z.string(), keys: z.array(z.string()) });

/** A feature with one address of each sort. */
const routes: readonly AnyRoute[] = [
  route({
    method: 'post',
    path: '/echo',
    summary: 'Says it back',
    caller: 'public',
    body: echo,
    reply,
    run: ({ body }) => Promise.resolve({ kind: 'ok', body: { word: body.word, keys: Object.keys(body) } }),
  }),
  route({
    method: 'get',
    path: '/things/:id',
    summary: 'One thing',
    caller: 'public',
    params: z.object({ id: z.string().regex(/^[a-z]+$/) }),
    query: z.object({ page: z.coerce.number().int().optional() }),
    reply,
    run: ({ params }) =>
      Promise.resolve(
        params.id === 'none'
          ? problem('not_found', 'There is no such thing.')
          : { kind: 'ok', body: { word: params.id, keys: [] } },
      ),
  }),
  route({
    method: 'get',
    path: '/mine',
    summary: 'Of the caller',
    caller: 'person',
    reply,
    run: ({ person }) => Promise.resolve({ kind: 'ok', body: { word: String(person.id), keys: [] } }),
  }),
  route({
    method: 'get',
    path: '/broken',
    summary: 'Always breaks',
    caller: 'public',
    reply,
    run: () => Promise.reject(new TypeError('connect ECONNREFUSED postgres://desk:s3cret@database')),
  }),
  route({
    method: 'get',
    path: '/file',
    summary: 'A file',
    caller: 'public',
    reply,
    run: () =>
      Promise.resolve({
        kind: 'file',
        contentType: 'text/calendar',
        fileName: 'a"\r\nX: y.ics',
        content: 'BEGIN:VCALENDAR',
      }),
  }),
];

let served: Served;
beforeAll(async () => {
  const person = { id: 'person-1' } as unknown as Person;
  served = await serve({
    features: [{ routes }],
    identity: {
      tabTokens: {
        verify: (token) =>
          Promise.resolve(token === 'good' ? { tenant: 't', objectId: 'o', name: 'n' } : undefined),
      },
      personOfTab: () => Promise.resolve(person),
      followLink: (token) => Promise.resolve(token === 'good' ? { kind: 'person', person } : undefined),
    },
  });
});
afterAll(() => served.close());

const codeOf = (text: string): string => (JSON.parse(text) as { error: { code: string } }).error.code;

test('a good request is answered', async () => {
  const answer = await served.ask('/api/v1/echo', posting({ word: 'hello' }));
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { word: 'hello', keys: ['word'] }]);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test.each<[string, Parameters<typeof posting>[0], Record<string, string>, number, string]>([
  ['not JSON', '{"word": ', {}, 400, 'bad_request'],
  ['no object', '"word"', {}, 400, 'bad_request'],
  ['a list', [], {}, 400, 'bad_request'],
  ['null', 'null', {}, 400, 'bad_request'],
  ['missing its field', {}, {}, 400, 'bad_request'],
  ['of a wrong type', { word: { $gt: '' } }, {}, 400, 'bad_request'],
  [
    'a form',
    'word=hello',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'wrong_content_type',
  ],
  ['plain text', 'hello', { 'content-type': 'text/plain' }, 415, 'wrong_content_type'],
  ['JSON of another name', '{}', { 'content-type': 'application/jsonp' }, 415, 'wrong_content_type'],
  ['compressed', 'xxxx', { 'content-encoding': 'gzip' }, 415, 'wrong_content_type'],
  ['too large', { word: 'x'.repeat(70 * 1024) }, {}, 413, 'too_large'],
])('a body that is %s is refused with what to do', async (_, body, headers, status, code) => {
  const answer = await served.ask('/api/v1/echo', posting(body, headers));
  expect([answer.status, codeOf(answer.text)]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch(/^application\/json/);
});

test('a body without a declared size is limited too', async () => {
  const response = await fetch(`${served.origin}/api/v1/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new Blob([JSON.stringify({ word: 'x'.repeat(80 * 1024) })]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(response.status).toBe(413);
});

test('names that mean something to JavaScript mean nothing here', async () => {
  const body =
    '{"word": "hello", "__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}}';
  const answer = await served.ask('/api/v1/echo', posting(body));
  expect(JSON.parse(answer.text)).toEqual({ word: 'hello', keys: ['word'] });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const deep = `{"word": "hello", "more": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect((await served.ask('/api/v1/echo', posting(deep))).status).toBeLessThan(500);
});

test.each<[string, string, number, string]>([
  ['GET', '/api/v1/nothing', 404, 'not_found'],
  ['GET', '/api/v2/echo', 404, 'not_found'],
  ['GET', '/wp-admin.php', 404, 'not_found'],
  ['GET', '/api/v1/echo', 405, 'method_not_allowed'],
  ['DELETE', '/api/v1/echo', 405, 'method_not_allowed'],
  ['GET', '/api/v1/things/NOT%20ONE', 400, 'bad_request'],
  ['GET', '/api/v1/things/thing?page=many', 400, 'bad_request'],
  ['GET', '/api/v1/things/none', 404, 'not_found'],
])('%s %s is answered with %i %s', async (method, path, status, code) => {
  const answer = await served.ask(path, { method });
  expect([answer.status, codeOf(answer.text)]).toEqual([status, code]);
});

test.each([
  '/api/v1/things/%',
  '/api/v1/things/%ff',
  '/%c0%ae%c0%ae/',
  '/api/v1/things/a?page[]=1&page[__proto__]=2',
  `/api/v1/things/${'a'.repeat(9_000)}`,
])('a mangled address is a fault of the caller: %s', async (path) => {
  const { status } = await served.ask(path);
  expect(status === 200 || (status >= 400 && status < 500)).toBe(true);
});

test.each(['HEAD', 'OPTIONS', 'TRACE', 'PATCH'])('%s does nothing and shows nothing', async (method) => {
  const answer = await served.ask('/api/v1/things/thing', { method });
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toContain('"word"');
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});

describe('a caller who must be known', () => {
  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer bad',
    'Basic good',
    'Link',
    'bearer\tgood',
    'Link bad',
    'Bearer good extra words'.slice(0, 10),
  ])('is refused with %j', async (authorization) => {
    const answer = await served.ask('/api/v1/mine', {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(answer.status).toBe(401);
  });

  test.each(['Bearer good', 'Link good'])('is known by %s', async (authorization) => {
    const answer = await served.ask('/api/v1/mine', { headers: { authorization } });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { word: 'person-1', keys: [] }]);
  });
});

test('a handler that breaks is answered with a plain sentence, and the log learns a code', async () => {
  const { status, text } = await served.ask('/api/v1/broken');
  expect([status, codeOf(text)]).toEqual([503, 'unavailable']);
  expect(text).toContain('999');
  expect(text).not.toMatch(/TypeError|ECONNREFUSED|s3cret|\bat /);
  expect(served.logged.at(-1)).toMatchObject({ code: 'TypeError' });
  expect(JSON.stringify(served.logged)).not.toContain('s3cret');
});

test('the name of a file cannot add headers', async () => {
  const { headers } = await served.ask('/api/v1/file');
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
  expect(headers['x']).toBeUndefined();
});

test('the description lists every operation with its schemas', async () => {
  const { text } = await served.ask('/api/v1/openapi.json');
  const description = JSON.parse(text) as {
    openapi: string;
    paths: Record<string, Record<string, { summary: string; responses: object; security: unknown[] }>>;
  };
  expect(description.openapi).toBe('3.1.0');
  for (const { path, method, summary, caller } of routes) {
    const operation = description.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
    expect(operation).toMatchObject({ summary, responses: { '200': {}, default: {} } });
    expect(operation?.security.length === 0).toBe(caller === 'public');
  }
});
