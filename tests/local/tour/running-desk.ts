import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = process.cwd();
const START_MS = 40_000;

/** The whole local service in a process of its own, as `npm start` runs it. */
export interface RunningDesk {
  readonly url: string;
  /** Stops it as Ctrl-C does and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _, NODE_ENV: __, DATABASE_URL: ___, ...rest } = process.env;
  return { ...rest, ...more };
};

/** Brings dist/ up to date: what has not changed is not built again. */
export async function buildDesk(): Promise<void> {
  const script = join(ROOT, 'scripts/build.mjs');
  const options = [script, '--only', 'local,local-page,tab', '--quiet'];
  await promisify(execFile)(process.execPath, options, { cwd: ROOT, env: environment() });
}

/** Starts it on a free port with data of its own. */
export async function startDesk(): Promise<RunningDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const port = await freePort();
  let child = await begin(port, folder);
  return {
    url: `http://127.0.0.1:${String(port)}/local/`,
    async restart() {
      await end(child);
      child = await begin(port, folder);
    },
    async close() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function begin(port: number, folder: string): Promise<ChildProcess> {
  const settings = { PORT: String(port), DATA_DIR: folder };
  const child = spawn(process.execPath, [join(ROOT, 'dist/local/main.js')], {
    cwd: ROOT,
    env: environment(settings),
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void => {
      reject(new Error(`the desk ${why}: ${said}`));
    };
    const patience = setTimeout(() => {
      fail('did not start in time');
    }, START_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('Ctrl-C')) return;
      clearTimeout(patience);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      fail('ended');
    });
  });
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
