import { randomUUID } from 'node:crypto';
import type { Environment } from '../../src/config.js';
import { runDesk } from '../../src/cli/program.js';
import { accessTo, type Desk, type DeskAccess } from '../../src/cli/store.js';
import { closeTestDatabase, openTestDatabase } from '../support/database.js';
import { testClock, type TestClock } from '../support/service.js';
import { fakeIo, type FakeIo } from './fake-io.js';

export interface Command extends FakeIo {
  readonly status: 0 | 1 | 2;
}

export interface OpenDesk extends Desk {
  readonly clock: TestClock;
  run(words: string, lines?: Iterable<string>, environment?: Environment): Promise<Command>;
  close(): Promise<void>;
}

/** Runs a command line as typed; words in double quotes stay together. */
export async function runWith(
  access: DeskAccess,
  words: string,
  lines: Iterable<string> = [],
  environment: Environment = {},
): Promise<Command> {
  const argv = [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const io = fakeIo(lines);
  const status = await runDesk(argv, io, access, environment);
  return { ...io, status };
}

/** A desk over a test database, in local mode. */
export async function openDesk(homeTenant = '*'): Promise<OpenDesk> {
  const database = await openTestDatabase();
  const clock = testClock();
  const desk: Desk = { database, clock, ids: { uuid: () => randomUUID() }, homeTenant };
  return {
    ...desk,
    clock,
    run: (words, lines, environment) => runWith(accessTo(desk), words, lines, environment),
    close: () => closeTestDatabase(database),
  };
}

/** No command that uses it may open the database. */
export const closedAccess: DeskAccess = { use: () => Promise.reject(new Error('the database was opened')) };
