import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Person } from '../../src/domain/shared/person.js';
import { problem, stream } from '../../src/http/kit.js';
import { serve, type Served } from './serve.js';

let served: Served;
let emit: ((event: unknown) => void) | undefined;
let closed = 0;

beforeAll(async () => {
  const queue = stream({
    path: '/queues/:code/events',
    summary: 'Changes of a queue',
    params: z.object({ code: z.string().regex(/^[A-Z-]+$/) }),
    open: ({ params }, send) => {
      if (params.code === 'FORBIDDEN')
        return Promise.resolve(problem('forbidden', 'Only presenters see the queue.'));
      if (params.code === 'BROKEN') return Promise.reject(new Error('s3cret'));
      emit = send;
      send({ first: true });
      return Promise.resolve({ kind: 'open', close: () => (closed += 1) });
    },
  });
  served = await serve({
    features: [{ routes: [], streams: [queue] }],
    identity: {
      tabTokens: {
        verify: (token) =>
          Promise.resolve(token === 'good' ? { tenant: 't', objectId: 'o', name: 'n' } : undefined),
      },
      personOfTab: () => Promise.resolve({ id: 'person-1' } as unknown as Person),
      followLink: () => Promise.resolve(undefined),
    },
  });
});
beforeEach(() => {
  emit = undefined;
  closed = 0;
});
afterAll(() => served.close());

const authorization = 'Bearer good';

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 100; tries += 1) await pause(20);
  expect(holds()).toBe(true);
}

test('a stream opens, carries events as they happen, and is closed when its reader leaves', async () => {
  const leave = new AbortController();
  const response = await fetch(`${served.origin}/api/v1/queues/NW/events`, {
    headers: { authorization },
    signal: leave.signal,
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let heard = '';
  const reading = (async () => {
    for await (const chunk of response.body!) heard += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  emit?.({ second: 'line\nbreak' });
  await until(() => heard.includes('second'));
  expect(heard).toContain('data: {"first":true}\n\n');
  expect(heard).toContain('data: {"second":"line\\nbreak"}\n\n');
  leave.abort();
  await reading;
  await until(() => closed === 1);
  expect(() => emit?.({ third: true })).not.toThrow();
});

test.each([
  ['nobody', '/api/v1/queues/NW/events', {}, 401],
  ['somebody with a bad token', '/api/v1/queues/NW/events', { authorization: 'Bearer bad' }, 401],
  ['somebody who may not', '/api/v1/queues/FORBIDDEN/events', { authorization }, 403],
  ['somebody at a wrong address', '/api/v1/queues/nw1/events', { authorization }, 400],
  ['anybody while it is broken', '/api/v1/queues/BROKEN/events', { authorization }, 503],
])('%s gets an answer and no stream', async (_, path, headers, status) => {
  const answer = await served.ask(path, { headers });
  expect([answer.status, answer.headers['content-type']]).toEqual([
    status,
    expect.stringMatching(/^application\/json/),
  ]);
  expect(answer.text).not.toContain('s3cret');
});

test('a reader who leaves while the stream is being opened leaves nothing behind', async () => {
  const leave = new AbortController();
  const asked = fetch(`${served.origin}/api/v1/queues/NW/events`, {
    headers: { authorization },
    signal: leave.signal,
  }).catch(() => undefined);
  await until(() => emit !== undefined);
  leave.abort();
  await asked;
  await until(() => closed === 1);
});
