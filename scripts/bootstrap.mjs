/**
 * The one way in: `node scripts/bootstrap.mjs <start|test|desk|bench> [arguments]`.
 *
 * Works on a bare clone with nothing but Node and npm: installs the packages if need be, builds what has changed, and
 * goes on with the Node that comes with the packages. Words and progress go to stderr; stdout belongs to the command.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { BootstrapError, ROOT, childEnvironment, chooseNode, ensureInstalled } from './install.mjs';

/** What is built for a command, and what then runs; `entry` takes the arguments. */
const COMMANDS = {
  start: { build: 'local,local-page,tab', entry: ['--max-semi-space-size=8', 'dist/local/main.js'] },
  desk: { build: 'cli', quiet: true, entry: ['--max-semi-space-size=8', 'dist/cli/desk.js'] },
  bench: { build: 'server,tab,bench', entry: ['--max-semi-space-size=8', 'dist/bench/main.js'] },
  test: { entry: ['scripts/run-tests.mjs'] },
};

const [name = '', ...given] = process.argv.slice(2);
const args = given[0] === '--' ? given.slice(1) : given;
try {
  process.exitCode = await take(COMMANDS[name]);
} catch (cause) {
  if (!(cause instanceof BootstrapError)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
}

async function take(command) {
  if (!command)
    throw new BootstrapError(
      `Usage: node scripts/bootstrap.mjs <${Object.keys(COMMANDS).join('|')}> [arguments]`,
    );
  // An installed image holds the built files alone; there is nothing to install or build.
  if (existsSync(join(ROOT, 'src'))) await ensureInstalled();
  else if (!existsSync(join(ROOT, command.entry.at(-1))))
    throw new BootstrapError(`${command.entry.at(-1)} is not part of this installation.`);
  const onPinned = existsSync(join(ROOT, 'src')) ? runOnPinned : runOnThis;
  if (command.build && onPinned === runOnPinned) {
    const quiet = command.quiet ? ['--quiet'] : [];
    const status = await onPinned(['scripts/build.mjs', '--only', command.build, ...quiet]);
    if (status !== 0) return status;
  }
  return onPinned([...command.entry, ...args]);
}

async function runOnPinned(parts) {
  const node = chooseNode();
  return run(node, inFolder(parts), { env: childEnvironment(node) });
}

function runOnThis(parts) {
  return run(process.execPath, inFolder(parts));
}

/** Paths of ours become absolute, so that file arguments are read where the person stands. */
function inFolder([...parts]) {
  return parts.map((part) => (/^(scripts|dist)\/.*js$/.test(part) ? join(ROOT, part) : part));
}
