import { randomUUID } from 'node:crypto';
import restify, { type Request, type RequestHandler, type Response, type Server } from 'restify';
import type { z } from 'zod';
import { jsonBody, storable } from './body.js';
import { eventsTo } from './events.js';
import { identify } from './identity.js';
import type { AnyRoute, AnyStream, Call, HttpProblem, HttpReply } from './kit.js';
import { openApi } from './openapi.js';
import type { HttpOptions } from './options.js';

const BASE = '/api/v1';
/** Danger is answered within a second. */
const URGENT_MS = 700;
const BODY_LIMIT_BYTES = 64 * 1024;

const STATUS: Readonly<
  Record<HttpProblem['code'] | 'unauthorised' | 'link_expired' | 'unavailable', number>
> = {
  bad_request: 400,
  unauthorised: 401,
  link_expired: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

/** Registers every operation of the features, and their description. */
export function mountApi(server: Server, options: HttpOptions): void {
  const routes = options.features.flatMap((feature) => feature.routes);
  const streams = options.features.flatMap((feature) => feature.streams ?? []);
  const description = openApi(routes, streams, options.version);
  server.get(`${BASE}/openapi.json`, (_request, response, next) => {
    response.json(200, description);
    next(false);
  });
  for (const route of routes) mountRoute(server, route, options);
  for (const stream of streams) mountStream(server, stream, options);
}

function mountRoute(server: Server, route: AnyRoute, options: HttpOptions): void {
  const handle = then(async (request, response) => {
    const parsed = parse(route, request);
    const urgent = parsed.kind === 'ok' ? route.urgent(parsed.input.body) : undefined;
    if (!urgent) return take(route, { request, response, parsed }, options);
    const timer = setTimeout(() => answer(response, urgent), URGENT_MS);
    try {
      await take(route, { request, response, parsed }, options);
    } catch (cause) {
      answer(response, urgent);
      throw cause; // for the log
    } finally {
      clearTimeout(timer);
    }
  }, options);
  const parsers = [restify.plugins.queryParser({ mapParams: false }), ...jsonBody(BODY_LIMIT_BYTES)];
  const register = { get: server.get, post: server.post, put: server.put, delete: server.del }[
    route.method
  ].bind(server);
  register(BASE + route.path, ...parsers, handle);
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly parsed: ReturnType<typeof parse>;
}

/** Who calls, whether the words fit, and what becomes of it. */
async function take(
  route: AnyRoute,
  { request, response, parsed }: Exchange,
  options: HttpOptions,
): Promise<void> {
  const identified = await identify(options.identity, route.caller, request.headers.authorization);
  if (identified.kind === 'refused') return refuse(response, identified.code, identified.message);
  if (parsed.kind === 'problem') return refuse(response, 'bad_request', parsed.message);
  const call = {
    ...parsed.input,
    now: options.now(),
    deliveryKey: headerOf(request, 'idempotency-key') ?? randomUUID(),
    ...(identified.kind === 'person' ? { person: identified.person } : {}),
    ...(identified.kind === 'team' ? { team: identified.team } : {}),
  } as Call<unknown, unknown, unknown>;
  answer(response, await route.run(call));
}

function parse(
  { schemas }: AnyRoute,
  request: Request,
):
  | { kind: 'ok'; input: { params: unknown; query: unknown; body: unknown } }
  | { kind: 'problem'; message: string } {
  const input = {
    params: storableParams(request.params as object),
    query: request.query as unknown,
    body: (request.body ?? {}) as unknown,
  };
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = schemas[part];
    if (!schema) continue;
    const checked = schema.safeParse(input[part]);
    if (!checked.success) return { kind: 'problem', message: explain(checked.error) };
    input[part] = checked.data;
  }
  return { kind: 'ok', input };
}

const storableParams = (params: object): unknown =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, storable(value)]));

function explain(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'That is not what this address takes.';
  const field = issue.path.join('.');
  return field === '' ? issue.message : `${field}: ${issue.message}`;
}

function answer(response: Response, reply: HttpReply<unknown>): void {
  if (reply.kind === 'problem') {
    refuse(response, reply.problem.code, reply.problem.message);
  } else if (reply.kind === 'file') {
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${reply.fileName.replace(/[^\w.-]/g, '_')}"`,
    );
    response.setHeader('Content-Type', reply.contentType);
    response.setHeader('Cache-Control', 'no-store');
    response.writeHead(200);
    response.end(reply.content);
  } else {
    send(response, reply.kind === 'created' ? 201 : 200, reply.body);
  }
}

function refuse(response: Response, code: keyof typeof STATUS, message: string): void {
  send(response, STATUS[code], { error: { code, message } });
}

function send(response: Response, status: number, body: unknown): void {
  if (response.headersSent) return; // something urgent went out before
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.writeHead(status);
  response.end(JSON.stringify(body));
}

function mountStream(server: Server, stream: AnyStream, options: HttpOptions): void {
  const handle = then(async (request, response) => {
    const identified = await identify(options.identity, 'person', request.headers.authorization);
    if (identified.kind === 'refused') return refuse(response, identified.code, identified.message);
    if (identified.kind !== 'person') return refuse(response, 'forbidden', 'This is for signed-in people.');
    const params = stream.params.safeParse(storableParams(request.params as object));
    if (!params.success) return refuse(response, 'bad_request', explain(params.error));
    const events = eventsTo(response);
    const opened = await stream.open(
      { person: identified.person, params: params.data, now: options.now() },
      events.emit,
    );
    if (opened.kind === 'problem') return refuse(response, opened.problem.code, opened.problem.message);
    events.begin(opened.close);
  }, options);
  server.get(BASE + stream.path, handle);
}

/** Runs an async handler; whatever it throws is logged by code and answered without detail. */
function then(
  work: (request: Request, response: Response) => Promise<void>,
  { log }: HttpOptions,
): RequestHandler {
  return (request, response, next) => {
    void work(request, response)
      .catch((cause: unknown) => {
        const code = cause instanceof Error ? cause.name : 'unknown';
        log.error({ code, path: request.getRoute().path as string }, 'a request failed');
        if (response.headersSent) return;
        refuse(
          response,
          'unavailable',
          'The desk cannot do that just now. Nothing was changed; please try again in a few minutes. In danger, call 999.',
        );
      })
      .finally(() => {
        next(false);
      });
  };
}

function headerOf(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && /^[\w./:-]{8,200}$/.test(value) ? value : undefined;
}
