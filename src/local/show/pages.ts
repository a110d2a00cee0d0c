import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Sends a file of the built page, or the page itself for any other address below `/local/`. */
export async function sendPage(directory: string, path: string, res: ServerResponse): Promise<void> {
  const name = normalize(decodeURIComponent(path.replace(/^\/local\/?/, ''))) || 'index.html';
  const isFile = extname(name) !== '';
  const file = join(directory, isFile ? name : 'index.html');
  const inside = file.startsWith(directory.endsWith(sep) ? directory : directory + sep);
  const content = inside ? await readFile(file).catch(() => undefined) : undefined;
  if (!content) {
    notThere(res, isFile);
    return;
  }
  res.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  res.end(content);
}

function notThere(res: ServerResponse, isFile: boolean): void {
  res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  res.end(isFile ? 'There is no such file.' : 'The page has not been built yet: run npm run build first.');
}
