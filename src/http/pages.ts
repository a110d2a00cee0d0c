import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Request, Response, Server } from 'restify';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
};

/** Addresses of the one-page tab; what stands behind them is the page's own business. */
const PAGES = ['/', '/tab', '/tab/*', '/register', '/me/:token', '/team/:token'];

/** Serves the built tab: hashed assets for a year, the page itself always fresh. */
export function mountPages(server: Server, folder: string): void {
  server.get('/tab/assets/*', (request, response, next) => {
    void sendFile(
      response,
      folder,
      request.path().slice('/tab/'.length),
      'public, max-age=31536000, immutable',
    ).finally(() => next(false));
  });
  for (const path of PAGES) {
    server.get(path, (request: Request, response: Response, next) => {
      if (request.path() === '/') {
        response.redirect(302, '/tab/guidance', next);
        return;
      }
      // A personal link's token has a dot in it too, so only what lies below /tab may be a file.
      const isFile = request.path().startsWith('/tab/') && extname(request.path()) !== '';
      const name = isFile ? request.path().slice('/tab/'.length) : 'index.html';
      void sendFile(response, folder, name, 'no-cache').finally(() => next(false));
    });
  }
}

/** Sends one file below the folder; anything else is not there. */
export async function sendFile(
  response: Response,
  folder: string,
  name: string,
  cacheControl: string,
): Promise<void> {
  const root = normalize(folder) + sep;
  const file = join(root, name);
  try {
    if (!file.startsWith(root)) throw new Error('outside');
    const content = await readFile(file);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': cacheControl,
    });
    response.end(content);
  } catch {
    response.writeHead(404, { 'Content-Type': 'application/json' });
    response.end(
      JSON.stringify({ error: { code: 'not_found', message: 'There is nothing at this address.' } }),
    );
  }
}
