import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Instant } from '../../domain/shared/time.js';
import { refused, type Answer } from './answers.js';
import { createClients, type Clients } from './clients.js';
import { deliverTo } from './deliver.js';
import { createMeter, TEAMS_LIMITS, type Limits } from './limits.js';
import { answer } from './routes.js';
import { createTeamsState, type TeamsState } from './state.js';
import type { TeamsEvent, TeamsPerson } from './types.js';

export interface ConnectorSettings {
  /** 0 for any free port. It listens on 127.0.0.1 only. */
  readonly port: number;
  /** Where activities go, for example `http://127.0.0.1:3978/api/messages`; a function when it is not known yet. */
  readonly botEndpoint: string | (() => string);
  readonly botId: string;
  readonly tenantId: string;
  readonly people: readonly TeamsPerson[];
  readonly now: () => Instant;
  readonly limits?: Limits;
  /** How often each activity is delivered; 2 proves that a repeat changes nothing. Default 1. */
  readonly deliveries?: () => number;
  readonly onEvent?: (event: TeamsEvent) => void;
  /** Milliseconds of the rate limits' clock. Default: real time. */
  readonly milliseconds?: () => number;
}

/** The running stand-in: a `serviceUrl` for the bot, and the people who talk to it. */
export interface Connector {
  readonly serviceUrl: string;
  readonly state: TeamsState;
  readonly clients: Clients;
  readonly close: () => Promise<void>;
}

/** Large enough for any message that has a chance; a longer one is refused before it is read to its end. */
const BODY_LIMIT = 1_000_000;

/** Starts the Bot Connector stand-in: conversations, messages, members, meetings, with Teams' own refusals and limits. */
export async function startConnector(settings: ConnectorSettings): Promise<Connector> {
  const tell = settings.onEvent ?? ((): void => undefined);
  const state = createTeamsState({ people: settings.people, now: settings.now, onEvent: tell });
  const meter = createMeter(
    settings.limits ?? TEAMS_LIMITS,
    settings.milliseconds ?? (() => performance.now()),
  );
  const routing = { state, meter, tenantId: settings.tenantId, tell };
  const server = createServer((req, res) => {
    void serve(req, res, (request) => {
      const given = answer(routing, request);
      tell({
        kind: 'call',
        method: request.method,
        path: request.path,
        status: given.status,
        at: settings.now(),
      });
      return given;
    });
  });
  const serviceUrl = `http://127.0.0.1:${String(await listen(server, settings.port))}/`;
  const { botEndpoint, botId, tenantId } = settings;
  const endpoint = typeof botEndpoint === 'string' ? (): string => botEndpoint : botEndpoint;
  const clients = createClients(
    { state, serviceUrl, botId, tenantId },
    deliverTo(endpoint, settings.deliveries ?? (() => 1)),
  );
  return { serviceUrl, state, clients, close: () => close(server) };
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  handle: (request: Parameters<typeof answer>[1]) => Answer,
): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://127.0.0.1');
  let given: Answer;
  try {
    const raw = await read(req);
    given = handle({ method: req.method ?? 'GET', path: url.pathname, query: url.searchParams, raw });
  } catch {
    given = refused(400, 'BadSyntax', 'The body is not the JSON that this address takes.');
  }
  const body = given.body === undefined ? '' : JSON.stringify(given.body);
  res.writeHead(given.status, { 'content-type': 'application/json; charset=utf-8', ...given.headers });
  res.end(body);
}

async function read(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
