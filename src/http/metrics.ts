import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { RequestHandler, Server } from 'restify';

/** Counters for the operator: routes and statuses, never who or what. */
export interface Metrics {
  readonly registry: Registry;
  readonly measure: RequestHandler;
  /** Counts what became of a message that a second opinion was wanted on. */
  readonly countOpinion: (result: OpinionResult) => void;
}

/**
 * `asked`, and of these `agreed` (decided by both), `differed`, `unsure` (the same route, but not sure of it) or
 * `failed`; `skipped` where nobody was asked because too many were at once or the model had just failed.
 */
const OPINION_RESULTS = ['asked', 'agreed', 'differed', 'unsure', 'failed', 'skipped'] as const;
export type OpinionResult = (typeof OPINION_RESULTS)[number];

/** A registry of its own, so that two services in one process (tests) do not share figures. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'area', 'status'];
  const requests = new Counter({
    name: 'desk_http_requests_total',
    help: 'Requests by area and status',
    labelNames,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'desk_http_seconds',
    help: 'Time to answer by area',
    labelNames: ['area'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const opinions = new Counter({
    name: 'desk_second_opinions_total',
    help: 'Second opinions in triage by what became of them',
    labelNames: ['result'],
    registers: [registry],
  });
  for (const result of OPINION_RESULTS) opinions.inc({ result }, 0);
  const measure: RequestHandler = (request, response, next) => {
    const area = areaOf(request.url ?? '/');
    const stop = seconds.startTimer({ area });
    response.on('finish', () => {
      stop();
      requests.inc({ method: request.method ?? '', area, status: String(response.statusCode) });
    });
    next();
  };
  return {
    registry,
    measure,
    countOpinion: (result) => {
      opinions.inc({ result });
    },
  };
}

/** One of a few known beginnings of the path: personal links carry a token, and callers may ask for anything. */
function areaOf(url: string): string {
  const [, first = '', second = ''] = url.split('?')[0]?.split('/') ?? [];
  if (first === 'api') return second === 'messages' || second === 'v1' ? `api/${second}` : 'other';
  return ['tab', 'me', 'team', 'register', 'healthz', 'readyz', 'metrics', 'local'].includes(first)
    ? first
    : 'other';
}

/** `/metrics` in the Prometheus text format. */
export function mountMetrics(server: Server, { registry }: Metrics): void {
  server.get('/metrics', (_request, response, next) => {
    void registry.metrics().then((text) => {
      response.setHeader('Content-Type', registry.contentType);
      response.writeHead(200);
      response.end(text);
      next(false);
    });
  });
}
