import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { calendarCall } from './calendar.js';
import { StandInFaults, type Trouble } from './faults.js';
import { mailCall } from './mail.js';
import { meetingsCall } from './meetings.js';
import { signInCall, STAND_IN_TOKEN } from './sign-in.js';
import { emptyState, type GraphState } from './state.js';
import { answer, refuse, type Answer, type Asked } from './talk.js';

/** One request as it was seen, for the strip that shows what the outside world saw. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly at: string;
  /** The subject of the meeting it is about, where the answer names one. */
  readonly about?: string;
}

export interface GraphStandIn {
  /** The base URL for `GRAPH_BASE_URL`, without the version. */
  readonly url: string;
  /** The same server also signs apps in; MSAL asks for https, so tests reach it by a network client of their own. */
  readonly tokenUrl: string;
  /** The one token that it takes. */
  readonly token: string;
  readonly state: GraphState;
  readonly faults: StandInFaults;
  stop(): Promise<void>;
}

const AT_ONCE = 4;
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
const BATCH_LIMIT = 20;

/** Starts a strict likeness of Microsoft Graph v1.0 for the calls that this service makes, on the loopback address. */
export async function startGraphStandIn(options: {
  readonly port?: number;
  readonly onRequest?: (request: SeenRequest) => void;
  /** ISO 8601. */
  readonly now: () => string;
}): Promise<GraphStandIn> {
  const desk = new Desk(options.now, options.onRequest);
  const server = createServer((request, response) => void desk.serve(request, response));
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const { state, faults } = desk;
  return { url, tokenUrl: url, token: STAND_IN_TOKEN, state, faults, stop: () => stopped(server) };
}

class Desk {
  readonly state = emptyState();
  readonly faults = new StandInFaults();
  private running = 0;

  constructor(
    private readonly now: () => string,
    private readonly onRequest: (request: SeenRequest) => void = () => undefined,
  ) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.faults.down) return void request.socket.destroy();
    const text = await bodyOf(request);
    const { method = 'GET', url = '/', headers } = request;
    const origin = `https://${headers.host ?? ''}`;
    const signIn = signInCall(method, new URL(url, origin).pathname, { body: text, origin });
    if (signIn) return send(response, signIn);
    this.running += 1;
    try {
      if (this.faults.latencyMs > 0) await new Promise((wake) => setTimeout(wake, this.faults.latencyMs));
      const asked = askedOf(request, text);
      const given = this.running > AT_ONCE ? tooMany() : this.troubled(asked, url, headers.authorization);
      const about = subjectOf(given.body) ?? subjectOf(asked.body);
      const seen = { method, path: url, body: asked.body, status: given.status, at: this.now() };
      this.onRequest({ ...seen, ...(about === undefined ? {} : { about }) });
      send(response, given);
    } finally {
      this.running -= 1;
    }
  }

  private troubled(asked: Asked, url: string, authorization: string | undefined): Answer {
    const trouble = this.faults.take(asked.method, url);
    if (trouble && !trouble.afterwards) return troubleOf(trouble);
    if (authorization !== `Bearer ${STAND_IN_TOKEN}`) {
      return refuse(401, 'InvalidAuthenticationToken', 'Access token is empty or not for this audience.');
    }
    const given = this.answerTo(asked);
    return trouble ? troubleOf(trouble) : given;
  }

  private answerTo(asked: Asked): Answer {
    const [root, ...rest] = asked.parts;
    if (root === '$batch' && asked.method === 'POST') return this.batch(asked);
    if (root === 'me')
      return refuse(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    if (root !== 'users' || rest[0] === undefined) return refuse(404, 'UnknownError', 'Resource not found.');
    if (rest[1] === 'events') return calendarCall(this.state, asked, rest);
    if (rest[1] === 'onlineMeetings') return meetingsCall(this, asked, rest);
    if (rest[1] === 'sendMail') return mailCall(this.state, asked, { mailbox: rest[0], at: this.now() });
    return refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }

  private batch(asked: Asked): Answer {
    const requests =
      (
        asked.body as {
          requests?: {
            id: string;
            method: string;
            url: string;
            body?: unknown;
            headers?: Record<string, string>;
          }[];
        }
      ).requests ?? [];
    if (requests.length === 0 || requests.length > BATCH_LIMIT) {
      return refuse(400, 'BadRequest', `A batch holds 1 to ${String(BATCH_LIMIT)} requests.`);
    }
    const responses = requests.map(({ id, method, url, body, headers }) => {
      const inner = partsOf(`/v1.0${url}`);
      const trouble = this.faults.take(method, url);
      const prefer = headers?.['Prefer'] ?? '';
      const given = trouble ? troubleOf(trouble) : this.answerTo({ method, body, prefer, ...inner });
      return { id, status: given.status, headers: given.headers ?? {}, body: given.body };
    });
    return answer(200, { responses });
  }
}

function askedOf(request: IncomingMessage, text: string): Asked {
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    body = text;
  }
  const prefer = [request.headers['prefer'] ?? []].flat().join(', ');
  return { method: request.method ?? 'GET', prefer, body, ...partsOf(request.url ?? '/') };
}

function partsOf(url: string): Pick<Asked, 'parts' | 'query'> {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const [, version, ...parts] = pathname.split('/');
  return { parts: version === 'v1.0' ? parts.map(decodeURIComponent) : [], query: searchParams };
}

function subjectOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { subject, value } = body as { subject?: unknown; value?: unknown };
  if (typeof subject === 'string') return subject;
  return Array.isArray(value) ? subjectOf(value[0]) : undefined;
}

const tooMany = (): Answer =>
  refuse(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    'retry-after': '1',
  });

function troubleOf({ status, retryAfterSeconds, code, message }: Trouble): Answer {
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return refuse(
    status,
    code ?? (status === 429 ? 'TooManyRequests' : 'ServiceUnavailable'),
    message ?? 'told to fail',
    headers,
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
  }
  return size > BODY_LIMIT_BYTES ? '"too large"' : Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    ...headers,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
