import { mkdtempSync, writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMetrics } from '../../src/http/metrics.js';
import { createServer, type HttpOptions } from '../../src/http/server.js';

/** A running server and what it noted. */
export interface Served {
  readonly port: number;
  readonly origin: string;
  readonly logged: Readonly<Record<string, unknown>>[];
  /** Asks with a raw path, so that dots stay as they are. */
  ask(path: string, options?: Ask): Promise<Answer>;
  close(): Promise<void>;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Starts the real server on a free loopback port with a small tab folder, changed by what is given. */
export async function serve(overrides: Partial<HttpOptions> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-tab-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Briefing Desk</title>');
  writeFileSync(join(folder, 'assets', 'app.js'), 'export {};');
  const logged: Readonly<Record<string, unknown>>[] = [];
  const note = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    logged.push({ ...fields, message });
  };
  const server = createServer({
    version: '0.0.0-test',
    features: [],
    identity: {
      tabTokens: { verify: () => Promise.resolve(undefined) },
      personOfTab: () => Promise.reject(new Error('nobody signs in here')),
      followLink: () => Promise.resolve(undefined),
    },
    guard: {
      checkHeaders: () => Promise.resolve({ kind: 'refused', because: 'closed' }),
      checkBody: () => ({ kind: 'refused', because: 'closed' }),
    },
    onActivity: async (_request, response) => {
      response.writeHead(200);
      response.end();
    },
    ready: () => Promise.resolve({ ok: true, checks: { database: true } }),
    metrics: createMetrics(),
    tabFolder: folder,
    now: () => '2027-02-09T18:00:00.000Z' as ReturnType<HttpOptions['now']>,
    log: { info: note, warn: note, error: note },
    ...overrides,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    origin: `http://127.0.0.1:${String(port)}`,
    logged,
    ask: (path, options = {}) => ask(port, path, options),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(resolve);
        server.server.closeAllConnections();
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const outgoing = send(
      { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Sends JSON. */
export const posting = (body: unknown, headers: Readonly<Record<string, string>> = {}): Ask => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
