import type { z } from 'zod';
import { problemBody } from '../../contract/shared.js';
import { wait } from '../host/timers.js';
import { failed, failureOfStatus, ok, type Result } from './result.js';
import { readEvents } from './events.js';

export interface ApiRequest<T> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly reply: z.ZodType<T>;
  readonly body?: unknown;
  /** Makes a repeated deed harmless. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

export interface Api {
  /** Sends a request and parses the answer. Only reading is tried again. */
  send<T>(request: ApiRequest<T>): Promise<Result<T>>;
  file(path: string): Promise<Result<Blob>>;
  /** Listens until the stream ends, fails or is aborted; `onEvent` gets each event of the shape. */
  listen<T>(
    path: string,
    shape: z.ZodType<T>,
    onEvent: (event: T) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

export interface ApiSettings {
  readonly base: string;
  readonly authorise: () => Promise<string | null>;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs?: number;
  readonly retryDelaysMs?: readonly number[];
}

type Exchange = {
  method: string;
  path: string;
  accept: string;
  body?: unknown;
  key?: string;
  signal?: AbortSignal;
};

const PASSING: readonly number[] = [502, 503, 504];

/** A client of `/api/v1`. */
export function createApi(settings: ApiSettings): Api {
  const { base, authorise, timeoutMs = 15_000, retryDelaysMs = [400, 1_500] } = settings;

  async function headersOf(exchange: Exchange): Promise<Result<Headers>> {
    const headers = new Headers({ accept: exchange.accept });
    if (exchange.body !== undefined) headers.set('content-type', 'application/json');
    if (exchange.key !== undefined) headers.set('idempotency-key', exchange.key);
    try {
      const authorisation = await authorise();
      if (authorisation !== null) headers.set('authorization', authorisation);
      return ok(headers);
    } catch {
      return failed('signed-out');
    }
  }

  async function once(exchange: Exchange): Promise<Result<Response>> {
    const headers = await headersOf(exchange);
    if (headers.kind === 'failed') return headers;
    const patience = AbortSignal.timeout(timeoutMs);
    const signal = exchange.signal ? AbortSignal.any([patience, exchange.signal]) : patience;
    const body = exchange.body === undefined ? null : JSON.stringify(exchange.body);
    try {
      const fetched = settings.fetch(base + exchange.path, {
        method: exchange.method,
        headers: headers.value,
        body,
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      return ok(await fetched);
    } catch {
      return failed(patience.aborted ? 'slow' : 'offline');
    }
  }

  async function patiently(exchange: Exchange): Promise<Result<Response>> {
    let answer = await once(exchange);
    if (exchange.method !== 'GET') return answer;
    for (const delay of retryDelaysMs) {
      if (!isPassing(answer) || exchange.signal?.aborted) return answer;
      await wait(delay, exchange.signal);
      answer = await once(exchange);
    }
    return answer;
  }

  async function exchangeFor(exchange: Exchange): Promise<Result<Response>> {
    const answer = await patiently(exchange);
    if (answer.kind === 'failed' || answer.value.ok) return answer;
    return failed(failureOfStatus(answer.value.status), await sentenceOf(answer.value));
  }

  return {
    async send<T>({ method = 'GET', reply, ...rest }: ApiRequest<T>): Promise<Result<T>> {
      const answer = await exchangeFor({ method, accept: 'application/json', ...rest });
      if (answer.kind === 'failed') return answer;
      const parsed = reply.safeParse(await jsonOf(answer.value));
      return parsed.success ? ok(parsed.data) : failed('broken');
    },
    async file(path) {
      const answer = await exchangeFor({ method: 'GET', path, accept: 'text/calendar' });
      if (answer.kind === 'failed') return answer;
      try {
        return ok(await answer.value.blob());
      } catch {
        return failed('offline');
      }
    },
    async listen(path, shape, onEvent, signal) {
      const headers = await headersOf({ method: 'GET', path, accept: 'text/event-stream' });
      if (headers.kind === 'failed') return;
      try {
        const answer = await settings.fetch(base + path, {
          headers: headers.value,
          signal,
          cache: 'no-store',
        });
        if (!answer.ok || !answer.body) return;
        for await (const data of readEvents(answer.body)) {
          const event = shape.safeParse(data);
          if (event.success) onEvent(event.data);
        }
      } catch {
        // A stream that breaks is opened again by its reader, who also reads the state anew.
      }
    },
  };
}

const isPassing = (answer: Result<Response>): boolean =>
  answer.kind === 'failed'
    ? answer.failure.kind === 'offline' || answer.failure.kind === 'slow'
    : PASSING.includes(answer.value.status);

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}

async function sentenceOf(response: Response): Promise<string | null> {
  const parsed = problemBody.safeParse(await jsonOf(response));
  return parsed.success ? parsed.data.error.message : null;
}
