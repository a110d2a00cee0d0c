import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { prepareQueue, transact, type Database } from '../../src/adapters/postgres/database.js';
import { job, type AnyJob } from '../../src/jobs/kit.js';
import { DEAD_LETTERS, queueOptions, runJobs } from '../../src/jobs/runner.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';

const NOW = '2027-02-09T18:00:00.000Z' as never;
const shape = z.object({ id: z.string() });

let database: Database;
let logged: Readonly<Record<string, unknown>>[];

beforeEach(async () => {
  logged = [];
  database = await openTestDatabase();
});
afterEach(() => closeTestDatabase(database));

async function work(...jobs: readonly AnyJob[]): Promise<void> {
  await prepareQueue(database.boss, DEAD_LETTERS);
  for (const entry of jobs) await prepareQueue(database.boss, entry.name, queueOptions(entry));
  const note = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    logged.push({ ...fields, message });
  };
  await runJobs(database.boss, jobs, { now: () => NOW, log: { warn: note, error: note } });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 200; tries += 1) await pause(50);
  expect(holds()).toBe(true);
}

const send = (name: string, data: object): Promise<string | null> => database.boss.send(name, data);

test('a job that is sent is run with its data and the time', async () => {
  const seen: unknown[] = [];
  await work(
    job({ name: 'test.tell', data: shape, run: async (data, { now }) => void seen.push([data, now]) }),
  );
  await send('test.tell', { id: 'a' });
  await until(() => seen.length === 1);
  expect(seen).toEqual([[{ id: 'a' }, NOW]]);
});

test('a job that fails is tried again, and the log learns codes alone', async () => {
  let tries = 0;
  const flaky = job({
    name: 'test.flaky',
    data: shape,
    retry: { limit: 2, delaySeconds: 1 },
    run: async () => {
      tries += 1;
      if (tries === 1) throw new RangeError('words of somebody@example.org');
    },
  });
  await work(flaky);
  await send('test.flaky', { id: 'a' });
  await until(() => tries === 2);
  expect(logged).toEqual([
    expect.objectContaining({
      job: 'test.flaky',
      tries: 1,
      code: 'RangeError',
      message: 'a job failed and will be tried again',
    }),
  ]);
  expect(JSON.stringify(logged)).not.toContain('somebody');
});

test('after the last failure the job says so once, and is kept for the operator', async () => {
  const told: unknown[] = [];
  let tries = 0;
  const hopeless = job({
    name: 'test.hopeless',
    data: shape,
    retry: { limit: 1, delaySeconds: 1 },
    run: async () => {
      tries += 1;
      throw new Error('no');
    },
    lastFailure: async (data) => void told.push(data),
  });
  await work(hopeless);
  await send('test.hopeless', { id: 'a' });
  await until(() => told.length === 1);
  expect([tries, told]).toEqual([2, [{ id: 'a' }]]);
  let kept: readonly { data: object }[] = [];
  for (let attempt = 0; kept.length === 0 && attempt < 100; attempt += 1) {
    kept = await database.boss.fetch<object>(DEAD_LETTERS);
    if (kept.length === 0) await pause(50);
  }
  expect(kept.map(({ data }) => data)).toEqual([{ id: 'a' }]);
});

test('data of another shape are not run', async () => {
  let runs = 0;
  const strict = job({
    name: 'test.strict',
    data: shape,
    retry: { limit: 0, delaySeconds: 1 },
    run: async () => void (runs += 1),
  });
  await expect(strict.run({ id: 7 }, { now: NOW })).rejects.toThrow();
  await work(strict);
  await send('test.strict', { id: 7 });
  await until(() => logged.length > 0);
  expect(runs).toBe(0);
});

test('a job sent in a change that fails was never sent', async () => {
  const seen: unknown[] = [];
  await work(job({ name: 'test.outbox', data: shape, run: async (data) => void seen.push(data) }));
  const line = {
    subject: 'briefing',
    subjectId: 'x',
    event: 'moved',
    actor: 'system',
    at: 'no time at all',
  } as never;
  const told = { outgoing: [{ job: 'test.outbox', data: { id: 'before' } }], record: [line] };
  await expect(transact(database, () => Promise.resolve({ result: null, told }))).rejects.toThrow();
  await send('test.outbox', { id: 'after' });
  await until(() => seen.length > 0);
  expect(seen).toEqual([{ id: 'after' }]);
});
