import { randomUUID } from 'node:crypto';
import helmet from 'helmet';
import restify, { type Next, type Request, type RequestHandler, type Response, type Server } from 'restify';
import type { Admission, VerifiedToken } from '../bot/guard.js';
import { mountApi } from './api.js';
import { jsonBody } from './body.js';
import { mountMetrics } from './metrics.js';
import type { HttpLog, HttpOptions } from './options.js';
import { mountPages } from './pages.js';

export type { HttpLog, HttpOptions } from './options.js';

/** Activities may hold a card's data; more than this is no message of Teams. */
const ACTIVITY_LIMIT_BYTES = 256 * 1024;

const TEAMS_FRAMES = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://outlook.office.com',
  'https://*.office.com',
];

/** The way of a request: id, security headers, metrics, then one of bot, health, API, pages. */
export function createServer(options: HttpOptions): Server {
  const server = restify.createServer({
    name: 'briefing-desk',
    ignoreTrailingSlash: true,
    handleUncaughtExceptions: false,
  });
  server.pre(securityHeaders(options.frameAncestors ?? []));
  server.pre(headAsGet);
  server.pre(requestId);
  server.pre(options.metrics.measure);
  mountBot(server, options);
  mountHealth(server, options);
  mountMetrics(server, options.metrics);
  mountApi(server, options);
  options.extra?.(server);
  mountPages(server, options.tabFolder);
  hideFaults(server, options.log);
  return server;
}

function securityHeaders(more: readonly string[]): RequestHandler {
  const protect = helmet({
    frameguard: false, // frame-ancestors says it; X-Frame-Options would keep Teams out
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-site' },
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:', 'https://res.cdn.office.net', 'https://static2.sharepointonline.com'],
        connectSrc: ["'self'", 'https://res.cdn.office.net'],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'", ...TEAMS_FRAMES, ...more],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
  });
  return (request, response, next) => {
    protect(request, response, () => {
      next();
    });
  };
}

/** A HEAD is answered like its GET; Node leaves the body out by itself. */
function headAsGet(request: Request, _response: Response, next: Next): void {
  if (request.method === 'HEAD') request.method = 'GET';
  next();
}

function requestId(request: Request, response: Response, next: Next): void {
  response.setHeader('X-Request-Id', randomUUID());
  next();
}

/** Nothing unsigned is parsed: headers first, then the body, then where it wants its answer sent. */
function mountBot(server: Server, { guard, onActivity, log }: HttpOptions): void {
  const tokens = new WeakMap<Request, VerifiedToken>();
  const refuse = (response: Response, admission: Admission): void => {
    log.warn(
      { code: 'bot_refused', because: admission.kind === 'refused' ? admission.because : '' },
      'a request to the bot was refused',
    );
    response.writeHead(401, { 'Content-Length': '0' });
    response.end();
  };
  const headers: RequestHandler = (request, response, next) => {
    const { authorization, host } = request.headers;
    void guard.checkHeaders({ authorization, host, peer: request.socket.remoteAddress }).then((admission) => {
      if (admission.kind === 'refused') {
        refuse(response, admission);
        next(false);
        return;
      }
      if (admission.token) tokens.set(request, admission.token);
      next();
    });
  };
  const body: RequestHandler = (request, response, next) => {
    const admission = guard.checkBody(request.body, tokens.get(request));
    if (admission.kind === 'refused') refuse(response, admission);
    next(admission.kind === 'admitted' ? undefined : false);
  };
  const take: RequestHandler = (request, response, next) => {
    void onActivity(request, response)
      .catch(() => {
        log.error({ code: 'activity_failed' }, 'an activity could not be handled');
        if (!response.headersSent) response.send(500);
      })
      .finally(() => {
        next(false);
      });
  };
  server.post('/api/messages', headers, ...jsonBody(ACTIVITY_LIMIT_BYTES), body, take);
}

function mountHealth(server: Server, { ready, version }: HttpOptions): void {
  server.get('/healthz', (_request, response, next) => {
    response.json(200, { status: 'ok', version });
    next(false);
  });
  server.get('/readyz', (_request, response, next) => {
    const unknown = { ok: false, checks: {} }; // what cannot be checked is not ready
    void ready()
      .catch(() => unknown)
      .then(({ ok, checks }) => {
        response.json(ok ? 200 : 503, { status: ok ? 'ready' : 'not ready', checks });
        next(false);
      });
  });
}

/** restify would put an error's own message into the answer; outsiders get a sentence and the request's id. */
function hideFaults(server: Server, log: HttpLog): void {
  server.on(
    'restifyError',
    (_request: Request, response: Response, fault: Error & { statusCode?: number }, done: () => void) => {
      const status = fault.statusCode ?? 500;
      if (status >= 500) log.error({ code: fault.name, status }, 'a request failed');
      const message =
        MESSAGES[status] ??
        (status >= 500
          ? 'Something is wrong on our side. Please try again in a few minutes.'
          : 'That request is not understood here.');
      const body = JSON.stringify({
        error: { code: CODES[status] ?? (status >= 500 ? 'internal' : 'bad_request'), message },
      });
      // sendRaw, for restify would answer a second time after an answer that it does not know of
      if (!response.headersSent)
        response.sendRaw(status, body, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      done();
    },
  );
}

const CODES: Readonly<Record<number, string>> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'wrong_content_type',
};

const MESSAGES: Readonly<Record<number, string>> = {
  400: 'That is not valid JSON. Send a JSON object with Content-Type application/json.',
  404: 'There is nothing at this address.',
  405: 'This address does not take that method.',
  413: 'That is too large. Please shorten it; nothing was stored.',
  415: 'Send JSON with Content-Type application/json.',
};
