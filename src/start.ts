import { createServer } from 'node:net';
import type { Database } from './adapters/postgres/database.js';
import type { Log, Service } from './compose.js';

const RETRY_MS = 5_000;
const LAST_REQUESTS_MS = 5_000;

/** The port is taken; the message says what to do. */
export class PortTaken extends Error {
  constructor(port: number, host: string) {
    super(
      `Port ${String(port)} on ${host} is in use. Stop the other program (perhaps a second start of this one), or choose another: PORT=${String(port + 1)} npm start`,
    );
    this.name = 'PortTaken';
  }
}

/** Throws `PortTaken` before anything else is opened. */
export async function checkPort(port: number, host: string): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause: { code?: string }) => {
      reject(
        cause.code === 'EADDRINUSE'
          ? new PortTaken(port, host)
          : Object.assign(new Error('the port cannot be used'), { cause }),
      );
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

export interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Listens first, so that danger is answered even while the database is away, then prepares the database, trying
 * again until it answers. SIGINT and SIGTERM stop it all in reverse.
 */
export async function startService(options: {
  config: { readonly port: number; readonly host: string };
  database: Database;
  service: Service;
  log: Log;
  /** Called once the database is ready, before jobs are worked. */
  onReady?: () => Promise<void>;
  onStop?: () => Promise<void>;
}): Promise<Running> {
  const { config, database, service, log } = options;
  await checkPort(config.port, config.host);
  await new Promise<void>((resolve) => {
    service.server.listen(config.port, config.host, resolve);
  });
  let stopping = false;
  const prepared = prepare().catch(() => undefined);

  async function prepare(): Promise<void> {
    for (;;) {
      try {
        await database.migrate();
        await database.boss.start();
        await options.onReady?.();
        await service.startJobs();
        return;
      } catch (cause) {
        if (stopping) return;
        log.error(
          { code: (cause as { code?: string }).code ?? (cause as Error).name },
          'the database cannot be used; trying again',
        );
        await new Promise((wake) => setTimeout(wake, RETRY_MS).unref());
      }
    }
  }

  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await Promise.race([
      new Promise<void>((resolve) => {
        service.server.close(resolve);
      }),
      new Promise((wake) => setTimeout(wake, LAST_REQUESTS_MS).unref()),
    ]);
    await options.onStop?.();
    await service.close().catch(() => undefined);
    await database.boss.stop({ graceful: true, timeout: LAST_REQUESTS_MS }).catch(() => undefined);
    await database.close().catch(() => undefined);
  }

  // One forgotten promise must not silence the desk: somebody may be in danger the next moment.
  process.on('unhandledRejection', (cause) => {
    log.error({ code: cause instanceof Error ? cause.name : 'unknown' }, 'something failed unattended');
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().finally(() => process.exit(0));
    });
  }
  database.boss.on('error', (cause: Error) => {
    log.warn({ code: cause.name }, 'the job queue reports a fault');
  });
  if (options.onReady) await prepared;
  const { port } = service.server.address();
  return { port, stop };
}
