import type { z } from 'zod';
import type { Person } from '../domain/shared/person.js';
import type { TeamId } from '../domain/shared/ids.js';
import type { Instant } from '../domain/shared/time.js';

/**
 * Who calls: `public` anyone; `person` somebody known by a tab token (`Authorization: Bearer <token>`) or a personal
 * link (`Authorization: Link <token>`); `team` a local team by the signed link in its mail (`Authorization: Link <token>`).
 */
export type Caller = 'public' | 'person' | 'team';

export interface Call<Params, Query, Body> {
  /** The caller of a `person` route; for other routes undefined. */
  readonly person: Person;
  /** The team of a `team` route; for other routes undefined. */
  readonly team: TeamId;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly now: Instant;
  /** From the `Idempotency-Key` header, or fresh: the same key, the same deed. */
  readonly deliveryKey: string;
}

/** A refusal that the caller can act on; `code` is stable, `message` is for people and says what to do. */
export interface HttpProblem {
  readonly code: 'bad_request' | 'not_found' | 'forbidden' | 'conflict' | 'too_large' | 'too_many' | 'gone';
  readonly message: string;
}

export type HttpReply<Body> =
  | { readonly kind: 'ok'; readonly body: Body }
  | { readonly kind: 'created'; readonly body: Body }
  | {
      readonly kind: 'file';
      readonly contentType: string;
      readonly fileName: string;
      readonly content: string;
    }
  | { readonly kind: 'problem'; readonly problem: HttpProblem };

/** One HTTP operation under `/api/v1`. Its schemas validate and describe it (`/api/v1/openapi.json`). */
export interface Route<Params, Query, Body, Reply> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api/v1`, restify style: `/briefings/:code`. */
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly reply: z.ZodType<Reply>;
  run(call: Call<Params, Query, Body>): Promise<HttpReply<Reply>>;
  /** What must be answered within a second even if `run` cannot: pure, or undefined when nothing is urgent. */
  urgent?(body: Body): HttpReply<Reply> | undefined;
}

/** A stream of server-sent events under `/api/v1`. */
export interface Stream<Params> {
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  /**
   * Subscribes `emit` (which sends one event of JSON) or refuses; the returned function ends the subscription.
   * The caller is always a known person.
   */
  open(
    call: Pick<Call<Params, unknown, unknown>, 'person' | 'params' | 'now'>,
    emit: (event: unknown) => void,
  ): Promise<{ kind: 'open'; close: () => void } | { kind: 'problem'; problem: HttpProblem }>;
}

/** A route whose types are forgotten: build it with `route()`. */
export interface AnyRoute {
  readonly method: Route<unknown, unknown, unknown, unknown>['method'];
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly schemas: { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType; reply: z.ZodType };
  run(call: Call<unknown, unknown, unknown>): Promise<HttpReply<unknown>>;
  urgent(body: unknown): HttpReply<unknown> | undefined;
}

/** A stream whose types are forgotten: build it with `stream()`. */
export interface AnyStream {
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType;
  open(
    call: Pick<Call<unknown, unknown, unknown>, 'person' | 'params' | 'now'>,
    emit: (event: unknown) => void,
  ): ReturnType<Stream<unknown>['open']>;
}

/** What a feature brings to HTTP. */
export interface HttpFeature {
  readonly routes: readonly AnyRoute[];
  readonly streams?: readonly AnyStream[];
}

/** Puts a route into the table; the shell parses with the schemas before `run` is called. */
export function route<Params = unknown, Query = unknown, Body = unknown, Reply = unknown>(
  definition: Route<Params, Query, Body, Reply>,
): AnyRoute {
  const { params, query, body, reply, run, ...rest } = definition;
  return {
    ...rest,
    schemas: { ...(params ? { params } : {}), ...(query ? { query } : {}), ...(body ? { body } : {}), reply },
    run: (call) => run(call as Call<Params, Query, Body>),
    urgent: (input) => definition.urgent?.(input as Body),
  };
}

/** Puts a stream into the table. */
export function stream<Params>(definition: Stream<Params>): AnyStream {
  return {
    ...definition,
    open: (call, emit) => definition.open(call as Call<Params, unknown, unknown>, emit),
  };
}

export const problem = (
  code: HttpProblem['code'],
  message: string,
): { kind: 'problem'; problem: HttpProblem } => ({
  kind: 'problem',
  problem: { code, message },
});
