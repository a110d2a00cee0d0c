/** Starting other programs: signals are passed on and waited for, the exit status comes back as it was. */
import { spawn } from 'node:child_process';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end, with this process's own input and output unless `options` say otherwise.
 * Resolves to its exit status (128 + n when a signal ended it); rejects when it cannot be started.
 */
export function run(command, args, options = {}) {
  const { onOutput, ...rest } = options;
  const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, args, { stdio, ...rest });
  child.stdout?.on('data', (chunk) => onOutput(String(chunk)));
  child.stderr?.on('data', (chunk) => onOutput(String(chunk)));
  // A terminal sends Ctrl-C to the whole group, so there the child has it already and a second one would cut it short.
  const reachesAll = (signal) => signal !== 'SIGTERM' && process.stdin.isTTY === true;
  const handlers = SIGNALS.map((signal) => [signal, () => reachesAll(signal) || child.kill(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve(status ?? 128 + (signalNumber(signal) ?? 1)));
  }).finally(() => {
    for (const [signal, handler] of handlers) process.removeListener(signal, handler);
  });
}

const signalNumber = (signal) => ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 })[signal];
