import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** A service in a process of its own. */
export interface Started {
  readonly process: ChildProcess;
  readonly port: number;
  readonly url: string;
  /** What it has said on both streams so far. */
  said(): string;
  /** Resolves to exit status and signal. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export const NODE = process.execPath;

/** Settings that look like real ones and belong to nobody. */
export const FAKE_IDENTITY: Readonly<Record<string, string>> = {
  BOT_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  BOT_PASSWORD: 'not-a-real-password',
  GRAPH_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  GRAPH_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  GRAPH_CLIENT_SECRET: 'not.a.real~secret',
  GRAPH_BASE_URL: 'http://127.0.0.1:9',
  GRAPH_AUTHORITY: 'http://127.0.0.1:9',
  ORGANISER_MAILBOX: 'briefings@desk.test',
  TAB_CLIENT_ID: '44444444-4444-4444-8444-444444444444',
  PUBLIC_URL: 'https://desk.test',
};

/** Only what a program needs to run at all: no setting of the tester's own. */
const BARE = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  ),
) as Readonly<Record<string, string>>;

/** Starts a built program (`dist/server/main.js`, `dist/local/main.js`) on a free port. */
export async function startProgram(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const port = Number(env['PORT'] ?? (await freePort()));
  const child = spawn(NODE, ['--enable-source-maps', file], {
    env: { ...BARE, HOST: '127.0.0.1', LOG_LEVEL: 'info', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return { process: child, port, url: `http://127.0.0.1:${String(port)}`, said: () => words, ended };
}

/** Runs a built program to its end. */
export async function runProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(NODE, [file, ...args], { env: { ...BARE, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...said };
}

/** Waits until the program answers on that path with that status. */
export async function untilAnswers(
  { url, said, process: child }: Started,
  path: string,
  withinMs = 60_000,
): Promise<void> {
  for (const end = Date.now() + withinMs; ;) {
    const status = await fetch(url + path).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`no answer on ${path}; it said:\n${said()}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
