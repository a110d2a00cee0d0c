import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TabApi } from './tab-api.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOST_PAGE = fileURLToPath(new URL('teams-host.html', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
/** As strict as production, so that a script or style it forbids fails here. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self' https://res.cdn.office.net; frame-ancestors 'self'; base-uri 'none'; object-src 'none'";

/** Builds the tab into a folder of this process's own; it may be removed afterwards. */
export async function buildTab(): Promise<string> {
  const folder = join(ROOT, '.cache', `tab-${String(process.pid)}`);
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(ROOT, 'src', 'tab', 'vite.config.ts');
  const options = ['build', '--config', config, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
  delete environment['NODE_OPTIONS'];
  await promisify(execFile)(process.execPath, [vite, ...options], {
    cwd: ROOT,
    env: environment,
  });
  return folder;
}

/** The built tab, the stub API and a stub Teams host on one origin. */
export class TabSite {
  readonly api = new TabApi();
  readonly #server: Server;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      if (path.startsWith('/api/v1/')) {
        void this.api.handle(request, response);
        return;
      }
      if (path === '/host') {
        response.writeHead(200, { 'content-type': 'text/html' }); // no chaining: restify replaces writeHead for the whole process
        response.end(readFileSync(HOST_PAGE));
        return;
      }
      const file = normalize(join(folder, path.replace(/^\/tab/, '')));
      const known = extname(path) !== '' && file.startsWith(folder) && existsSync(file);
      const served = known ? file : join(folder, 'index.html');
      response
        .writeHead(200, {
          'content-type': TYPES[extname(served)] ?? 'text/plain',
          'content-security-policy': POLICY,
        })
        .end(readFileSync(served));
    });
  }

  static async open(): Promise<TabSite> {
    const site = new TabSite(await buildTab());
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** The address of a tab page inside the stub Teams host. */
  inTeams(path: string, options: Readonly<Record<string, string>> = {}): string {
    return `${this.origin}/host?${new URLSearchParams({ tab: path, ...options }).toString()}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
