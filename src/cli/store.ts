import { resolve } from 'node:path';
import { managedIdentityPassword } from '../adapters/azure/database-password.js';
import { hasEngine, openEmbeddedEngine, ownerOf } from '../adapters/postgres/embedded.js';
import { openPostgres, type Database } from '../adapters/postgres/database.js';
import { systemClock, systemIds } from '../adapters/system/system.js';
import { readStoreConfig, type Environment } from '../config.js';
import type { Clock, Ids } from '../domain/shared/ports.js';
import { throughDoor, type Input } from './door.js';
import { CommandFault, type ExitStatus, type Io } from './io.js';

/** What the commands that need the database work with. */
export interface Desk {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The tenant that object ids without a tenant belong to; `*` in local mode. */
  readonly homeTenant: string;
}

/** A command line on its way to the database. */
export interface Call {
  readonly argv: readonly string[];
  readonly io: Io;
  readonly input: Input;
  /** The command only reads what is there: without a store it fails and makes none. */
  readonly reads?: boolean;
}

/** How a command reaches the database: itself, or through the process that owns the embedded engine. */
export interface DeskAccess {
  /** Runs `work` here, or the whole command line at the owner's. */
  use(call: Call, work: (desk: Desk) => Promise<ExitStatus>): Promise<ExitStatus>;
}

/** Access from a process of its own: PostgreSQL at once, the embedded engine when nobody else has it. */
export function accessFrom(environment: Environment): DeskAccess {
  const { databaseUrl, dataDir, homeTenant, identity } = readStoreConfig(environment);
  const password = identity ? { password: managedIdentityPassword(identity) } : {};
  return {
    async use({ argv, io, input, reads = false }, work) {
      const owner = databaseUrl === undefined ? ownerOf(dataDir) : undefined;
      if (owner) return throughDoor(owner, argv, io, input);
      if (reads && databaseUrl === undefined && !hasEngine(dataDir)) throw nothingIn(dataDir);
      const database =
        databaseUrl === undefined
          ? await openEmbeddedEngine(dataDir)
          : openPostgres(databaseUrl, { poolSize: 2, ...password });
      database.boss.on('error', () => undefined); // what a command needs fails in the command itself, in words
      try {
        await database.migrate();
        await database.boss.start();
        return await work({ database, clock: systemClock, ids: systemIds, homeTenant });
      } finally {
        await database.boss.stop({ graceful: false }).catch(() => undefined);
        await database.close();
      }
    },
  };
}

const nothingIn = (folder: string): CommandFault =>
  new CommandFault(
    `There is no database in ${resolve(folder)}. Set DATA_DIR to the folder of the service, or DATABASE_URL to its server; if it has never run, start it first.`,
  );

/** Access inside the process that has the database open already. */
export const accessTo = (desk: Desk): DeskAccess => ({ use: (_call, work) => work(desk) });
