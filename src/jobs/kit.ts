import type { z } from 'zod';
import type { Instant } from '../domain/shared/time.js';

/** A job: what happens after a change has been committed. At least once, so `run` must bear repetition. */
export interface Job<Data> {
  /** `feature.act`, for example `referrals.deliver`. */
  readonly name: string;
  readonly data: z.ZodType<Data>;
  /** How often and how soon it is tried again; with back-off. Default: 8 times from 2 s on. */
  readonly retry?: { readonly limit: number; readonly delaySeconds: number };
  /** Runs every so often instead of being sent: a cron line, London time. */
  readonly cron?: string;
  /** How many run at once in one process. Default 1. */
  readonly concurrency?: number;
  run(data: Data, at: { now: Instant }): Promise<void>;
  /** Called once when the last try has failed, so that nothing is lost in silence. */
  lastFailure?(data: Data, cause: unknown): Promise<void>;
}

/** A job whose data type is forgotten: build it with `job()`. */
export interface AnyJob extends Omit<Job<never>, 'data' | 'run' | 'lastFailure'> {
  run(data: unknown, at: { now: Instant }): Promise<void>;
  lastFailure(data: unknown, cause: unknown): Promise<void>;
}

/** Puts a job into the table. */
export function job<Data>(definition: Job<Data>): AnyJob {
  const { name, retry, cron, concurrency } = definition;
  return {
    name,
    ...(retry ? { retry } : {}),
    ...(cron ? { cron } : {}),
    ...(concurrency ? { concurrency } : {}),
    run: async (data, at) => definition.run(definition.data.parse(data), at),
    lastFailure: async (data, cause) => definition.lastFailure?.(definition.data.parse(data), cause),
  };
}
