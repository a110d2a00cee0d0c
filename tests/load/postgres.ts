import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface ThrowAwayServer {
  readonly url: string;
  stop(): void;
}

/** A PostgreSQL server of its own in a temporary folder; undefined where this machine has none installed. */
export async function throwAwayPostgres(): Promise<ThrowAwayServer | undefined> {
  if (spawnSync('initdb', ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const port = await freePort();
  const asRoot = userInfo().uid === 0; // the server refuses to run as root
  if (asRoot) {
    chmodSync(folder, 0o755);
    execFileSync('chown', ['postgres', folder]);
  }
  const run = (command: string, args: readonly string[]): void => {
    const [program, rest] = asRoot
      ? ['runuser', ['-u', 'postgres', '--', command, ...args]]
      : [command, args];
    execFileSync(program, rest, { stdio: 'ignore', cwd: folder });
  };
  const data = join(folder, 'data');
  try {
    run('initdb', ['-D', data, '-A', 'trust', '-U', 'desk']);
    run('pg_ctl', [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-p ${String(port)} -k ${folder} -c listen_addresses=127.0.0.1`,
      'start',
    ]);
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  return {
    url: `postgres://desk@127.0.0.1:${String(port)}/postgres`,
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
