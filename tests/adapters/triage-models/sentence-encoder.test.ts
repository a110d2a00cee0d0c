import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { EncoderUnavailable, sentenceEncoder } from '../../../src/adapters/triage-models/index.js';
import type { SentenceEncoder } from '../../../src/adapters/triage-models/index.js';
import { EMBEDDING_SIZE, type Embedding } from '../../../src/domain/question/triage.js';

const LOCKS = 'Which locks are best for a front door?';

/** Every thread that was started, last one last. */
const threads: Worker[] = [];
const started = (message: unknown): void => void threads.push((message as { worker: Worker }).worker);

let encoder: SentenceEncoder;
beforeAll(() => {
  subscribe('worker_threads', started);
  encoder = sentenceEncoder();
});
afterAll(async () => {
  unsubscribe('worker_threads', started);
  await encoder.close();
});

const nearness = (left: Embedding, right: Embedding): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

async function one(text: string): Promise<Embedding> {
  const [embedding] = await encoder.embed([text]);
  if (!embedding) throw new Error('no embedding came');
  return embedding;
}

describe('an embedding', () => {
  it('is the same for the same text, alone or among others', async () => {
    const [alone, among] = [await one(LOCKS), (await encoder.embed(['Good evening.', LOCKS, 'Bye!']))[1]];
    expect(among).toEqual(alone);
    expect(await one(LOCKS)).toEqual(alone);
  });

  it('is nearer for like meaning than for unlike', async () => {
    const [locks, like, unlike] = await encoder.embed([
      LOCKS,
      'What should I fit to my house so that burglars cannot get in?',
      'Who will win the election next year?',
    ]);
    expect(nearness(locks!, like!)).toBeGreaterThan(nearness(locks!, unlike!) + 0.1);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['binary', '\u0000\u0001\u0002\u001b\ufffd\uffff'],
    ['lone halves of letters', '\ud800 hello \udfff'],
    ['emoji', '😀😱🔥🏃‍♀️'],
    ['emoji cut where the encoder stops reading', `${'a'.repeat(499)}😀`],
    ['the separator of the encoder’s own', '▁▁ ▁'],
    ['names that objects have', '__proto__ constructor toString'],
    ['ligatures that grow when taken apart', 'ﷺ'.repeat(500)],
    ['one letter a hundred thousand times', 'x'.repeat(100_000)],
    ['a hundred thousand characters of words', 'hello there '.repeat(8_400)],
    ['another script', 'بندوق والا آدمی'],
  ])('comes for %s, of unit length', async (_name, text) => {
    const embedding = await one(text);
    expect(embedding).toHaveLength(EMBEDDING_SIZE);
    expect(embedding.every((value) => Number.isFinite(value))).toBe(true);
    expect(Math.hypot(...embedding)).toBeGreaterThan(0.97);
    expect(Math.hypot(...embedding)).toBeLessThan(1.03);
  });

  it('is not asked for where there is no text', async () => {
    expect(await encoder.embed([])).toEqual([]);
  });
});

describe('many texts', () => {
  it('keep their order, in one call and over calls under way together', async () => {
    const texts = Array.from(
      { length: 40 },
      (_, at) => `Question ${String(at)} about door number ${String(at * 7)}`,
    );
    const [together, ...single] = await Promise.all([
      encoder.embed(texts),
      ...texts.slice(0, 8).map((text) => encoder.embed([text])),
    ]);
    expect(together).toHaveLength(40);
    single.forEach((embeddings, at) => expect(embeddings).toEqual([together[at]]));
    expect(await one(texts[39]!)).toEqual(together[39]);
  });

  it('beyond what may wait are turned away at once; those that wait are served', async () => {
    const small = sentenceEncoder({ most: 3 });
    const calls = Array.from({ length: 8 }, (_, at) => small.embed([`Text ${String(at)}`]));
    const outcomes = await Promise.allSettled(calls);
    const served = outcomes.filter(({ status }) => status === 'fulfilled');
    const faults = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    // One is under way, three wait.
    expect(served).toHaveLength(4);
    expect(outcomes.slice(0, 4)).toEqual(served);
    expect(faults).toHaveLength(4);
    for (const fault of faults) expect(fault).toBeInstanceOf(EncoderUnavailable);
    await expect(small.embed(['And now there is room again.'])).resolves.toHaveLength(1);
    await small.close();
  });

  it('take no more memory after hundreds than after some', async () => {
    const pass = async (round: number): Promise<number> => {
      for (let batch = 0; batch < 16; batch++)
        await encoder.embed(
          Array.from({ length: 16 }, (_, at) => `Round ${String(round)}, door ${String(batch * 16 + at)}`),
        );
      return process.memoryUsage().rss;
    };
    const before = await pass(0);
    const after = Math.max(await pass(1), await pass(2));
    expect((after - before) / 1e6).toBeLessThan(120);
  }, 90_000);
});

describe('a thread that dies', () => {
  let mortal: SentenceEncoder;
  let thread: Worker;
  beforeEach(async () => {
    mortal = sentenceEncoder();
    await mortal.embed(['It lives.']);
    thread = threads.at(-1)!;
  });
  afterEach(() => mortal.close());

  it('fails what it was asked and what waited; the next call starts another', async () => {
    const count = threads.length;
    const calls = Array.from({ length: 3 }, (_, at) => mortal.embed([`Lost ${String(at)} `.repeat(40)]));
    const outcomes = Promise.allSettled(calls);
    await thread.terminate();
    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(EncoderUnavailable) });
    expect(await mortal.embed([LOCKS])).toEqual([await one(LOCKS)]);
    expect(threads).toHaveLength(count + 1);
  });

  it('while nothing is asked is not noticed by the next call', async () => {
    await thread.terminate();
    expect(await mortal.embed([LOCKS])).toEqual([await one(LOCKS)]);
  });

  it('of a fault of its own fails what it was asked, with the cause', async () => {
    const asked = mortal.embed([LOCKS]);
    const fault = new Error('out of memory');
    thread.emit('error', fault);
    await expect(asked).rejects.toMatchObject({ name: 'EncoderUnavailable', cause: fault });
    await thread.terminate();
  });
});

describe('a closed encoder', () => {
  it('rejects what was under way and what waited', async () => {
    const closing = sentenceEncoder();
    const outcomes = Promise.allSettled(
      Array.from({ length: 3 }, (_, at) => closing.embed([`Text ${String(at)}`])),
    );
    await closing.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('rejects what comes later and starts no thread', async () => {
    const closing = sentenceEncoder();
    await closing.close();
    const count = threads.length;
    await expect(closing.embed(['Too late.'])).rejects.toBeInstanceOf(EncoderUnavailable);
    expect(threads).toHaveLength(count);
  });

  it('may be closed twice', async () => {
    const closing = sentenceEncoder();
    await closing.embed(['Text']);
    await closing.close();
    await expect(closing.close()).resolves.toBeUndefined();
  });
});

describe('the thread', () => {
  const bundle = resolve(`.cache/encoder-${String(process.pid)}.mjs`); // below the packages, which stay outside
  beforeAll(() =>
    build({
      stdin: {
        contents: `
          import { sentenceEncoder } from './src/adapters/triage-models/sentence-encoder.js';
          const [embedding] = await sentenceEncoder().embed(['Which locks are best?']);
          process.stdout.write(String(embedding.length));`,
        resolveDir: '.',
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: bundle,
      logLevel: 'silent',
    }),
  );
  afterAll(() => rmSync(bundle, { force: true }));

  it('does not keep a process alive that has nothing else to do, and is waited for while it works', async () => {
    const child = spawn(process.execPath, [bundle], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString('utf8')));
    const status = await new Promise((done) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      child.on('close', (code) => {
        clearTimeout(timer);
        done(code);
      });
    });
    expect({ status, said }).toEqual({ status: 0, said: String(EMBEDDING_SIZE) });
  });

  it('is none until the first text', () => {
    const count = threads.length;
    sentenceEncoder();
    expect(threads).toHaveLength(count);
  });
});
