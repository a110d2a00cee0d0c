import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { processEnvironment } from '../config.js';
import type { Io } from './io.js';
import { runDesk } from './program.js';
import { accessFrom } from './store.js';

/** Standard input as lines; nothing is read until a command asks. */
async function* standardInput(): AsyncGenerator<string> {
  if (process.stdin.isTTY) return;
  yield* createInterface({ input: process.stdin, crlfDelay: Infinity });
}

const io: Io = {
  lines: standardInput(),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

const argv = process.argv.slice(2).filter((word, index) => !(index === 0 && word === '--'));
const environment = processEnvironment();
process.exitCode = await runDesk(argv, io, accessFrom(environment), environment);
process.stdin.pause();
if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
