import { z } from 'zod';
import { route, type HttpFeature } from '../../src/http/kit.js';
import { posting, serve, type Served } from './serve.js';

const words = z.object({ text: z.string() });

/** A route whose work never ends, or fails at once, while something urgent was said. */
const feature = (run: () => Promise<never>): HttpFeature => ({
  routes: [
    route({
      method: 'post',
      path: '/say',
      summary: 'Says something',
      caller: 'public',
      body: words,
      reply: words,
      urgent: ({ text }) => (text.includes('knife') ? { kind: 'ok', body: { text: '999' } } : undefined),
      run,
    }),
  ],
});

const never = (): Promise<never> => new Promise(() => undefined);
const failing = (): Promise<never> => Promise.reject(new Error('the database is away'));

let served: Served | undefined;
afterEach(() => served?.close());

test.each([
  ['hangs', never],
  ['fails', failing],
])('what is urgent is answered within a second although the work behind it %s', async (_what, run) => {
  served = await serve({ features: [feature(run)] });
  const started = performance.now();
  const answer = await served.ask('/api/v1/say', posting({ text: 'a knife' }));
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({ text: '999' });
  expect(performance.now() - started).toBeLessThan(1_000);
});

test('what is not urgent gets the plain refusal of a service that is down', async () => {
  served = await serve({ features: [feature(failing)] });
  expect((await served.ask('/api/v1/say', posting({ text: 'a question' }))).status).toBe(503);
});
