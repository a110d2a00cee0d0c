import type { IncomingMessage } from 'node:http';

const LOOPBACK_PEER = /^(?:127\.|::1$|::ffff:127\.)/;
const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Why a request to the local page is refused, or undefined. Only this machine may call; the Host header must name it
 * too, so that a foreign name that resolves to it opens nothing; and what changes something must come from the page
 * itself, as JSON, so that no other page in the same browser can send it.
 */
export function refusal(req: IncomingMessage): string | undefined {
  if (!LOOPBACK_PEER.test(req.socket.remoteAddress ?? '')) return 'This page answers on this machine only.';
  const host = req.headers.host ?? '';
  if (!LOOPBACK_HOST.test(host)) return 'Open this page as http://127.0.0.1 or http://localhost.';
  if (req.method === 'GET' || req.method === 'HEAD') return undefined;
  const { origin } = req.headers;
  if (origin !== undefined && origin !== `http://${host}`) return 'Another page may not do this.';
  const type = req.headers['content-type'] ?? '';
  return type.startsWith('application/json') ? undefined : 'Send JSON.';
}
