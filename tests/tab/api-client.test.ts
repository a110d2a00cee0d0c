import { z } from 'zod';
import { createApi, type Api } from '../../src/tab/api/client.js';

const shape = z.object({ word: z.string() });
type Step = (request: Request) => Promise<Response> | Response;

const json = (status: number, body: unknown): Response => Response.json(body, { status });
const refuse = (status: number, message: string): Response => json(status, { error: { code: 'x', message } });
const down = (): never => {
  throw new TypeError('fetch failed');
};

function clientOf(...steps: Step[]): { api: Api; requests: Request[] } {
  const requests: Request[] = [];
  const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
    const request = new Request(String(url), init);
    requests.push(request);
    const step = steps[Math.min(requests.length, steps.length) - 1];
    if (!step) throw new Error('no step');
    return step(request);
  };
  const authorise = (): Promise<string> => Promise.resolve('Link abc');
  const settings = { base: 'https://desk.test/api/v1', authorise, retryDelaysMs: [1, 1], timeoutMs: 40 };
  return { api: createApi({ ...settings, fetch }), requests };
}

describe('talking to the server', () => {
  test('says who asks and parses the answer', async () => {
    const { api, requests } = clientOf(() => json(200, { word: 'yes' }));
    expect(await api.send({ path: '/me', reply: shape })).toEqual({ kind: 'ok', value: { word: 'yes' } });
    expect(requests[0]?.headers.get('authorization')).toBe('Link abc');
  });

  test('tries reading again when the connection drops or the server is passing ill', async () => {
    const { api, requests } = clientOf(
      down,
      () => refuse(503, 'Later.'),
      () => json(200, { word: 'yes' }),
    );
    expect((await api.send({ path: '/me', reply: shape })).kind).toBe('ok');
    expect(requests).toHaveLength(3);
  });

  test('never repeats a deed by itself', async () => {
    const { api, requests } = clientOf(down);
    const result = await api.send({
      method: 'POST',
      path: '/questions',
      reply: shape,
      body: { text: 'a' },
      key: 'k1',
    });
    expect(result).toEqual({ kind: 'failed', failure: { kind: 'offline', message: null } });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers.get('idempotency-key')).toBe('k1');
  });

  test.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'missing'],
    [409, 'conflict'],
    [410, 'gone'],
    [413, 'refused'],
    [429, 'too-many'],
    [500, 'broken'],
  ])('names a %i %s and keeps the sentence of the server', async (status, kind) => {
    const { api } = clientOf(() => refuse(status, 'Do this.'));
    expect(await api.send({ path: '/me', reply: shape })).toEqual({
      kind: 'failed',
      failure: { kind, message: 'Do this.' },
    });
  });

  test('calls an answer of another shape broken', async () => {
    const { api } = clientOf(() => json(200, { other: 1 }));
    expect(await api.send({ path: '/me', reply: shape })).toMatchObject({ failure: { kind: 'broken' } });
  });

  test('gives up on a server that does not answer', async () => {
    const { api } = clientOf(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
        }),
    );
    expect(await api.send({ method: 'POST', path: '/x', reply: shape })).toMatchObject({
      failure: { kind: 'slow' },
    });
  });

  test('is signed out, and asks nothing, when Teams gives no token', async () => {
    const fetch = (): never => {
      throw new Error('must not be called');
    };
    const authorise = (): Promise<never> => Promise.reject(new Error('resourceRequiresConsent'));
    const api = createApi({ base: '', authorise, fetch });
    expect(await api.send({ path: '/me', reply: shape })).toMatchObject({ failure: { kind: 'signed-out' } });
  });
});

describe('listening to a stream', () => {
  test('hears events cut anywhere, and passes over comments and nonsense', async () => {
    const pieces = [
      ': hello\n\nda',
      'ta: {"word":"one"}\r\n\r',
      '\ndata: nonsense\n\ndata: {"no":1}\n\ndata: {"word":"two"}\n\n',
    ];
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
    const { api } = clientOf(() => new Response(body));
    const heard: string[] = [];
    await api.listen(
      '/queue/x/stream',
      shape,
      (event) => heard.push(event.word),
      new AbortController().signal,
    );
    expect(heard).toEqual(['one', 'two']);
  });

  test('ends quietly when the stream is refused', async () => {
    const { api } = clientOf(() => refuse(403, 'No.'));
    await expect(
      api.listen('/s', shape, () => undefined, new AbortController().signal),
    ).resolves.toBeUndefined();
  });
});
