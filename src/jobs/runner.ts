import type { PgBoss, Queue } from 'pg-boss';
import type { Instant } from '../domain/shared/time.js';
import type { AnyJob } from './kit.js';

/** Ids and codes only. */
export interface JobLog {
  warn(fields: Readonly<Record<string, string | number>>, message: string): void;
  error(fields: Readonly<Record<string, string | number>>, message: string): void;
}

const DEFAULT_RETRY = { limit: 8, delaySeconds: 2 };
const ONE_MINUTE = 60;

/** Where jobs whose last try failed end up, to be seen by the operator. */
export const DEAD_LETTERS = 'desk.dead-letters';

/** How a queue of that job retries; the queue itself is made by the database adapter. */
export function queueOptions({ retry = DEFAULT_RETRY }: AnyJob): Omit<Queue, 'name'> {
  return {
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: true,
    retryDelayMax: ONE_MINUTE * 10,
    expireInSeconds: ONE_MINUTE * 5,
    deadLetter: DEAD_LETTERS,
    notify: true,
  };
}

/** Starts working the jobs. Retry, back-off and what follows the last failure are here, not in the jobs. */
export async function runJobs(
  boss: PgBoss,
  jobs: readonly AnyJob[],
  at: { now: () => Instant; log: JobLog },
): Promise<void> {
  for (const entry of jobs) {
    const workers: string[] = [];
    const worker = await boss.work(
      entry.name,
      {
        // A notice wakes a worker at once; polling finds what is tried again later.
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 2,
        batchSize: 1,
        includeMetadata: true,
        localConcurrency: entry.concurrency ?? 1,
      },
      async ([work]) => {
        if (!work) return;
        try {
          await entry.run(work.data, { now: at.now() });
        } catch (cause) {
          const last = work.retryCount >= work.retryLimit;
          const fields = {
            job: entry.name,
            id: work.id,
            tries: work.retryCount + 1,
            code: cause instanceof Error ? cause.name : 'unknown',
          };
          at.log[last ? 'error' : 'warn'](
            fields,
            last ? 'a job failed for the last time' : 'a job failed and will be tried again',
          );
          if (last) await entry.lastFailure(work.data, cause);
          throw cause;
        } finally {
          for (const id of workers) boss.notifyWorker(id); // there may be more: look again at once
        }
      },
    );
    workers.push(worker);
    if (entry.cron) await boss.schedule(entry.name, entry.cron, {}, { tz: 'Europe/London' });
  }
}

/** Runs every job that has a cron line once, now; one that fails is logged and does not keep the others back. */
export async function runScheduled(
  jobs: readonly AnyJob[],
  at: { now: () => Instant; log: JobLog },
): Promise<void> {
  for (const entry of jobs.filter(({ cron }) => cron !== undefined)) {
    try {
      await entry.run({}, { now: at.now() });
    } catch (cause) {
      at.log.warn(
        { job: entry.name, code: cause instanceof Error ? cause.name : 'unknown' },
        'a scheduled job failed',
      );
    }
  }
}
