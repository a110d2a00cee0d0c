import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { EngineInUse, openEmbeddedEngine } from '../../src/adapters/postgres/embedded.js';
import { openDoor } from '../../src/cli/door.js';

interface BuildScript {
  readonly TARGETS: { readonly cli: object };
  bundleOptions(target: object): BuildOptions;
}

let folder: string;
let bundle: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-process-'));
  bundle = resolve(`.cache/desk-${String(process.pid)}.mjs`); // below the packages, which stay outside the bundle
  const script: string = '../../scripts/build.mjs';
  const { bundleOptions, TARGETS } = (await import(script)) as BuildScript;
  await build({ ...bundleOptions(TARGETS.cli), outfile: bundle, metafile: false, sourcemap: false });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(bundle, { force: true });
});

/** Runs the built command line as a process of its own. */
function desk(
  argv: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [bundle, ...argv], {
    env: { PATH, DATA_DIR: join(folder, 'data'), ...env },
  });
  const out: Record<'stdout' | 'stderr', string> = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Buffer) => void (out[stream] += chunk.toString('utf8')));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((done) =>
    child.on('close', (status) => done({ ...out, status })),
  );
}

test('places areas from a pipe, data on stdout and words on stderr', async () => {
  const done = await desk(['--', 'area'], { input: 'Oldham\r\nOldhem\r\n' });
  expect(done.status).toBe(0);
  expect(
    done.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind),
  ).toEqual(['council', 'unknown']);
  expect(done.stderr).toContain('Did you mean');
});

test('reads messages of a pipe again by its encoder, and ends when they end', async () => {
  const briefing = join(folder, 'briefing.json');
  writeFileSync(briefing, '{"topics":[{"title":"Travelling safely","summary":"Varying routes and times."}]}');
  const input = [
    '{"id":"a","text":"Would it be any use to swap cars now and then?"}',
    'no JSON',
    '{"id":"b","text":""}',
  ];
  const closer = await desk(['triage', '--briefing', briefing], { input: input.join('\n') });
  const quick = await desk(['triage', '--briefing', briefing, '--quick'], { input: input.join('\r\n') });
  for (const done of [closer, quick]) {
    expect(done.status).toBe(1);
    expect(done.stderr).toMatch(/^line 2: /);
    expect(done.stdout.match(/"id":"[ab]"/g)).toEqual(['"id":"a"', '"id":"b"']);
  }
  expect(closer.stdout).not.toBe(quick.stdout);
});

test('status 2 for words that are off, 1 for a database that is away, and no stack is shown', async () => {
  expect(await desk(['area', 'now', '--colour'])).toMatchObject({ status: 2, stdout: '' });
  const away = await desk(['status'], { env: { DATABASE_URL: 'postgres://desk:secret@127.0.0.1:9/desk' } });
  expect(away).toEqual({
    status: 1,
    stdout: '',
    stderr: 'The database cannot be reached. Check DATABASE_URL and that the server runs.\n',
  });
});

test('opens the embedded engine where nobody has it, and goes through the owner’s door where somebody has', async () => {
  const alone = await desk([
    'people',
    'grant',
    '--identity',
    'ada@example.org',
    '--role',
    'presenter',
    '--region',
    'wales',
  ]);
  expect(alone).toMatchObject({ status: 0, stderr: 'Granted presenter for wales.\n' });

  const engine = await openEmbeddedEngine(join(folder, 'data'));
  try {
    const starting = await desk(['status']);
    expect(starting).toMatchObject({ status: 1, stdout: '' });
    expect(starting.stderr).toMatch(/just starting or stopping/);
    const door = await openDoor((argv, io) =>
      Promise.resolve((io.out(`{"ran":"${argv.join(' ')}"}`), 0 as const)),
    );
    engine.announce(door);
    expect(await desk(['status'])).toEqual({ status: 0, stdout: '{"ran":"status"}\n', stderr: '' });
    door.close();
    await expect(openEmbeddedEngine(join(folder, 'data'))).rejects.toBeInstanceOf(EngineInUse);
  } finally {
    await engine.close();
  }
}, 90_000);
