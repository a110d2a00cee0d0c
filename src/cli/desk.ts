import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { processEnvironment } from '../config.js';
import { explainFailure } from './explain.js';
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

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  process.exit(cause.code === 'EPIPE' ? 0 : 1);
});

const argv = process.argv.slice(2).filter((word, index) => !(index === 0 && word === '--'));
const environment = processEnvironment();
try {
  process.exitCode = await runDesk(argv, io, accessFrom(environment), environment);
} catch (cause) {
  io.err(explainFailure(cause)); // the settings themselves cannot be read
  process.exitCode = 1;
}
process.stdin.pause();
if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
