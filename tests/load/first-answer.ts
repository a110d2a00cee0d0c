import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { message, post } from './drive.js';
import http from 'node:http';

type Start = (args: readonly string[], env: Readonly<Record<string, string>>) => ChildProcess;

const PATIENCE_MS = 120_000;

/** Seconds from starting local mode to the first card in a chat: on an empty folder, and on one that was used before. */
export async function timeToFirstAnswer(start: Start): Promise<{ fresh: number; again: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-first-'));
  try {
    const fresh = await once(start, folder);
    return { fresh, again: await once(start, folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function once(start: Start, folder: string): Promise<number> {
  let answered = (): void => undefined;
  const reply = new Promise<void>((resolve) => (answered = resolve));
  const connector = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"1"}');
    if (request.method === 'POST') answered();
  });
  await listen(connector);
  const port = await listen(createServer(), true);
  const from = performance.now();
  const child = start(['--enable-source-maps', 'dist/local/main.js'], {
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  });
  try {
    const agent = new http.Agent();
    const body = message({
      id: '1',
      oid: 'cccccccc-0000-4000-8000-000000000001',
      connector: `http://127.0.0.1:${String((connector.address() as AddressInfo).port)}/`,
      text: 'register',
    });
    while ((await isReady(port)) !== 200) {
      if (performance.now() - from > PATIENCE_MS) throw new Error('local mode did not start');
      await new Promise((wake) => setTimeout(wake, 50));
    }
    await post(agent, `http://127.0.0.1:${String(port)}/api/messages`, body);
    await reply;
    return (performance.now() - from) / 1000;
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await gone;
    connector.closeAllConnections();
    connector.close();
  }
}

const isReady = (port: number): Promise<number> =>
  fetch(`http://127.0.0.1:${String(port)}/readyz`).then(
    ({ status }) => status,
    () => 0,
  );

function listen(server: ReturnType<typeof createServer>, andClose = false): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      if (andClose) server.close(() => resolve(port));
      else resolve(port);
    });
  });
}
