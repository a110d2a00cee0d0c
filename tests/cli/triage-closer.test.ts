import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Environment } from '../../src/config.js';
import { ROUTES } from '../../src/domain/question/triage.js';
import { closedAccess, runWith, type Command } from './desk-setup.js';

const BRIEFINGS = {
  usual: {
    id: 'NW-2027-02',
    title: 'Travelling',
    topics: [{ title: 'Travelling safely', summary: 'Varying routes and times.' }],
  },
  bare: { id: 'NW-2027-03', title: 'To be told' },
  welsh: {
    id: 'WA-2027-02',
    title: 'Diogelwch personol',
    audience: 'cynghorwyr',
    topics: [
      'Teithio’n ddiogel',
      { title: 'Diogelwch yn y cartref', summary: 'Cloeon, goleuadau a chamerâu.' },
    ],
  },
  urdu: { id: 'YH-2027-02', topics: [{ title: 'گھر کی حفاظت', summary: 'تالے اور کیمرے' }] },
} as const;

let folder: string;
const threads: Worker[] = [];
const started = (message: unknown): void => void threads.push((message as { worker: Worker }).worker);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-closer-'));
  for (const [name, briefing] of Object.entries(BRIEFINGS))
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(briefing));
  subscribe('worker_threads', started);
});
beforeEach(() => void (threads.length = 0));
afterAll(() => {
  unsubscribe('worker_threads', started);
  rmSync(folder, { recursive: true, force: true });
});

const desk = (
  lines: readonly string[],
  {
    flags = '',
    briefing = 'usual',
    env = {},
  }: { flags?: string; briefing?: keyof typeof BRIEFINGS; env?: Environment } = {},
): Promise<Command> =>
  runWith(closedAccess, `triage --briefing ${join(folder, `${briefing}.json`)} ${flags}`, lines, env);

const line = (id: string, text: string): string => JSON.stringify({ id, text });
/** Messages whose words leave something open. */
const OPEN = [
  'We have been wondering whether it matters which way one goes',
  'Somebody told me about the thing with the bollards, is that a thing?',
  'Would it be any use to swap cars now and then?',
  'Is it worth telling anyone beforehand?',
].map((text, at) => line(`open-${String(at)}`, text));
const DANGER = line('danger', 'There is a man with a knife at my door');

const beliefs = (done: Command): readonly unknown[] => done.json().map(({ confidence }) => confidence);

describe('desk triage', () => {
  test('reads closer what words leave open, the same every time', async () => {
    const [quick, closer, again] = [
      await desk(OPEN, { flags: '--quick' }),
      await desk(OPEN),
      await desk(OPEN),
    ];
    for (const { status } of [quick, closer, again]) expect(status).toBe(0);
    expect(closer.json().map(({ id }) => id)).toEqual(quick.json().map(({ id }) => id));
    expect(beliefs(closer)).not.toEqual(beliefs(quick));
    expect(again.stdout).toEqual(closer.stdout);
  });

  test('reads words alone with --quick and where the settings say so, and starts no encoder', async () => {
    const quick = await desk([...OPEN, DANGER], { flags: '--quick' });
    const off = await desk([...OPEN, DANGER], { env: { TRIAGE_EMBEDDINGS: 'off' } });
    const both = await desk([...OPEN, DANGER], { flags: '--quick', env: { TRIAGE_EMBEDDINGS: 'on' } });
    expect(off.stdout).toEqual(quick.stdout);
    expect(both.stdout).toEqual(quick.stdout);
    expect(threads).toEqual([]);
  });

  test('starts no encoder for danger, and decides it as without one', async () => {
    const done = await desk([DANGER]);
    expect(done.json()).toMatchObject([{ id: 'danger', route: 'emergency', kind: 'decided' }]);
    expect(done.stdout).toEqual((await desk([DANGER], { flags: '--quick' })).stdout);
    expect(threads).toEqual([]);
  });

  test('ends its encoder when it is done', async () => {
    await desk(OPEN);
    expect(threads).toHaveLength(1);
    const [thread] = threads;
    if (thread && thread.threadId !== -1) await once(thread, 'exit');
    expect(thread?.threadId).toBe(-1);
  });

  test('fails in words, not in a stack, where its encoder dies', async () => {
    const dying = (message: unknown): void => void (message as { worker: Worker }).worker.terminate();
    subscribe('worker_threads', dying);
    try {
      const done = await desk(OPEN);
      expect(done.status).toBe(1);
      expect(done.stderr.length).toBeGreaterThan(0);
      expect(done.words()).not.toMatch(/\n\s+at /);
    } finally {
      unsubscribe('worker_threads', dying);
    }
  });

  test('refuses a setting that is neither on nor off', async () => {
    const refused = await desk(OPEN, { env: { TRIAGE_EMBEDDINGS: 'perhaps' } });
    expect(refused).toMatchObject({ status: 1, stdout: [] });
    expect(refused.words()).toContain('TRIAGE_EMBEDDINGS');
  });
});

const STRANGE: Readonly<Record<string, string>> = {
  empty: '',
  blank: ' \t\n ',
  long: 'may we park our cars there '.repeat(3_800),
  'one letter': 'x'.repeat(100_000),
  binary: '\u0000\u0001\u0002\u001b[31m\u007f\ufffd',
  'half a letter': 'Which locks are \ud83d best? \ude00',
  emoji: '😀😱🏃‍♀️🔥🔥🔥',
  html: '<p onclick="alert(1)">Which <b>locks</b> are best?<script>alert(1)</script></p>',
  arabic: 'أي الأقفال أفضل للباب الأمامي؟',
  turned: '\u202eskcol hcihw\u202c',
  proto: '__proto__',
};

describe.each(['', '--quick'])('strange messages with “%s”', (flags) => {
  test('are decided each, in order, and nothing is said of a failure', async () => {
    const done = await desk(
      Object.entries(STRANGE).map(([id, text]) => line(id, text)),
      { flags },
    );
    expect(done.status).toBe(0);
    expect(done.stderr).toEqual([]);
    expect(done.json().map(({ id }) => id)).toEqual(Object.keys(STRANGE));
    for (const decision of done.json()) {
      expect(ROUTES).toContain(decision['route']);
      expect(['decided', 'ask']).toContain(decision['kind']);
      expect(decision['confidence']).toBeGreaterThanOrEqual(0);
      expect(decision['confidence']).toBeLessThanOrEqual(1);
      expect([decision['id'], decision['route']]).not.toContain('emergency');
    }
  });

  test('that say nothing go nowhere in particular', async () => {
    const done = await desk(
      ['empty', 'blank', 'emoji'].map((id) => line(id, STRANGE[id]!)),
      { flags },
    );
    expect(done.json().map(({ route }) => route)).toEqual(['out_of_scope', 'out_of_scope', 'out_of_scope']);
  });

  test.each(['bare', 'welsh', 'urdu'] as const)(
    'and usual ones are decided beside the briefing “%s”',
    async (briefing) => {
      const done = await desk([...OPEN, DANGER, line('cy', 'Pa gloeon sydd orau i ddrws ffrynt?')], {
        flags,
        briefing,
      });
      expect(done.status).toBe(0);
      expect(done.json()).toHaveLength(6);
      expect(done.json()[4]).toMatchObject({ route: 'emergency' });
    },
  );

  test('lines of another shape are named by number, the rest is decided, and the status is 1', async () => {
    const broken = [
      '{',
      '[]',
      'null',
      '{"id":"a"}',
      '{"text":"a"}',
      '{"id":{},"text":"a"}',
      '{"id":"a","text":7}',
      '\u0000',
      '<html>',
    ];
    const lines = broken.flatMap((each, at) => [
      each,
      line(`sound-${String(at)}`, 'Which way should we go?'),
    ]);
    const done = await desk(['', ...lines, '{"id":"cut","te'], { flags });
    expect(done.status).toBe(1);
    expect(done.json().map(({ id }) => id)).toEqual(broken.map((_, at) => `sound-${String(at)}`));
    const named = done.stderr.flatMap((word) => /^line (\d+):/.exec(word)?.[1] ?? []).map(Number);
    expect(named).toEqual([...broken.map((_, at) => 2 + at * 2), lines.length + 2]);
    expect(done.words()).toContain(`${String(broken.length + 1)} line(s) could not be read`);
    for (const word of done.stderr) expect(word.length).toBeLessThan(300);
  });
});
