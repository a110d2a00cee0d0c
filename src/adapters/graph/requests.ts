import {
  Client,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { faultOf, type GraphFault } from './faults.js';
import { inFlight } from './in-flight.js';
import { checkedBaseUrl, type GraphPlace } from './settings.js';
import type { TokenSource } from './tokens.js';

/** The service runs four requests of an app at once, counted over all mailboxes. */
const AT_ONCE = 4;
const TIMEOUT_MS = 30_000;
/** A longer pause than this is left to the job, which holds nothing while it waits. */
const LONGEST_PAUSE_SECONDS = 20;
const RETRIES = 3;
const PAUSE_SECONDS = 1;

export interface GraphRequest {
  readonly method: 'get' | 'post' | 'patch';
  /** Below the version, with ids and query encoded. */
  readonly path: string;
  readonly body?: object;
  readonly prefer?: string;
  /**
   * False for a POST without a key of its own: it is then sent again only after an answer that says it was not
   * carried out. A lost answer (504) is never a reason, since the deed may be done.
   */
  readonly repeatable: boolean;
}

/** Sends requests to the calendar service; every failure comes back with its cause and remedy. */
export type Graph = (
  request: GraphRequest,
) => Promise<{ readonly kind: 'ok'; readonly body: unknown } | GraphFault>;

/** One client for the whole process: the limit of requests at once holds over all mailboxes. */
export function graphOver(place: GraphPlace, tokens: TokenSource): Graph {
  const base = checkedBaseUrl(place.baseUrl);
  const client = Client.initWithMiddleware({
    baseUrl: `${base.origin}/`,
    defaultVersion: 'v1.0',
    customHosts: new Set([base.hostname]),
    middleware: [
      new TokenToOrigin(base.origin, tokens),
      new RetryHandler(pauses(false)),
      new FewAtOnce(),
      new HTTPMessageHandler(),
    ],
  });
  return async ({ method, path, body, prefer, repeatable }) => {
    const request = client.api(path).middlewareOptions([pauses(repeatable)]);
    if (prefer !== undefined) request.header('Prefer', prefer);
    try {
      const answer: unknown = method === 'get' ? await request.get() : await request[method](body);
      return { kind: 'ok', body: answer };
    } catch (error) {
      return faultOf(error);
    }
  };
}

/** Gives the token to the origin of the settings and to nowhere else; host, port and scheme must all be the same. */
class TokenToOrigin implements Middleware {
  private next: Middleware | undefined;

  constructor(
    private readonly origin: string,
    private readonly tokens: TokenSource,
  ) {}

  setNext(next: Middleware): void {
    this.next = next;
  }

  async execute(context: Context): Promise<void> {
    const url =
      typeof context.request === 'string'
        ? context.request
        : (context.request as { readonly url: string }).url;
    if (new URL(url).origin !== this.origin)
      throw new Error('a request left for another host than the calendar service');
    const headers = { ...(context.options?.headers as Record<string, string> | undefined) };
    headers['Authorization'] = `Bearer ${await this.tokens()}`;
    context.options = { ...context.options, headers };
    await this.next?.execute(context);
  }
}

/** Stands behind the retries, so that a request that waits to be repeated takes nobody's place. */
class FewAtOnce implements Middleware {
  private next: Middleware | undefined;
  private readonly inTurn = inFlight(AT_ONCE);

  setNext(next: Middleware): void {
    this.next = next;
  }

  async execute(context: Context): Promise<void> {
    await this.inTurn(async () => {
      context.options = { ...context.options, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) };
      await this.next?.execute(context);
      // Accepted, with nothing to read: some answers call their empty body JSON, which the client would try to parse.
      if (context.response?.status === 202) context.response = new Response(null, { status: 204 });
    });
  }
}

function pauses(repeatable: boolean): RetryHandlerOptions {
  return new RetryHandlerOptions(PAUSE_SECONDS, RETRIES, (...[, , , , response]) => {
    if (response.status === 504 && !repeatable) return false;
    const asked = response.headers.get('retry-after');
    return asked === null || Number(asked) <= LONGEST_PAUSE_SECONDS;
  });
}
