/**
 * `npm test [-- paths and jest options]`: builds what the suites look at, then runs them.
 *
 *   npm test                          everything
 *   npm test -- tests/domain cadence  suites whose path holds one of these words
 *   npm test -- -t "bank holiday"     tests by title
 *
 * Suites that reach a browser run one after another, the others side by side. Suites named `*.server.test.ts` need a
 * PostgreSQL server and run only with DATABASE_URL set. Figures for programs: .cache/test-results/summary.json.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildTargets } from './build.mjs';
import { ROOT, childEnvironment, chooseNode } from './install.mjs';

const RESULTS = join(ROOT, '.cache', 'test-results');
/** A run that takes longer than this hangs. */
const LIMIT_MINUTES = 12;
/** How long jest may take to end once its results are written. */
const GRACE_MS = 15_000;
const BROWSER =
  /^import (?!type).*from '(playwright-core|@axe-core\/playwright)'|import\('playwright-core'\)/m;

const say = (line) => process.stderr.write(`${line}\n`);

const posix = (path) => path.split(sep).join('/');

const allSuites = () =>
  readdirSync(join(ROOT, 'tests'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => posix(relative(ROOT, join(entry.parentPath, entry.name))))
    .sort();

/** Splits the arguments into words that select suites and options that jest understands. */
function readArguments(argv) {
  const words = [];
  const options = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index];
    if (argument === '-t' || argument === '--testNamePattern')
      options.push(argument, argv[(index += 1)] ?? '');
    else if (argument.startsWith('-')) options.push(argument);
    else words.push(posix(argument).replace(/^\.\//, ''));
  }
  return { words, options };
}

const reached = new Map();

/** True when a test file, or a helper it imports, opens a browser. */
function reachesBrowser(file) {
  if (reached.has(file)) return reached.get(file);
  reached.set(file, false); // helpers may import each other
  const text = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : '';
  const helpers = [
    ...text.matchAll(/^import (?!type).*?from '(\.{1,2}\/[^']+)\.js';$|^\} from '(\.{1,2}\/[^']+)\.js';$/gm),
  ]
    .map(([, whole, tail]) => posix(join(dirname(file), `${whole ?? tail}.ts`)))
    .filter((helper) => helper.startsWith('tests/'));
  const result = BROWSER.test(text) || helpers.some(reachesBrowser);
  reached.set(file, result);
  return result;
}

/** Runs jest over those suites and waits for it to end, by force if it must. */
async function runJest({ name, suites, options }) {
  const output = join(RESULTS, `${name}.json`);
  rmSync(output, { force: true });
  const node = chooseNode();
  const jest = [
    '--no-warnings',
    '--experimental-vm-modules',
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
  ];
  const args = [
    ...jest,
    '--config',
    'jest.config.json',
    '--json',
    '--outputFile',
    output,
    ...options,
    '--runTestsByPath',
    ...suites,
  ];
  const { NODE_OPTIONS: _, ...environment } = childEnvironment(node);
  const child = spawn(node, args, {
    cwd: ROOT,
    env: { ...environment, NODE_ENV: 'test' },
    stdio: ['ignore', 'ignore', 'inherit'], // the report is on stderr, the JSON in the file
    detached: process.platform !== 'win32',
  });
  const stop = (signal) => endGroup(child, signal);
  const onSignal = (signal) => {
    stop(signal);
    process.exitCode = 130;
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const ended = new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  const note = await Promise.race([ended.then(() => undefined), watch(output, stop, ended)]);
  const status = await ended;
  stop('SIGKILL'); // browsers and workers that outlived it
  process.removeListener('SIGINT', onSignal).removeListener('SIGTERM', onSignal);
  return summaryOf({ name, output, note, status });
}

async function watch(output, stop, ended) {
  const started = Date.now();
  let over = false;
  void ended.then(() => (over = true));
  while (!over && Date.now() - started < LIMIT_MINUTES * 60_000 && !existsSync(output))
    await pause(500, undefined, { ref: false });
  if (over) return undefined;
  const written = existsSync(output);
  if (written) {
    await Promise.race([ended, pause(GRACE_MS, undefined, { ref: false })]);
    if (over) return undefined;
  }
  stop('SIGTERM');
  await Promise.race([ended, pause(5_000, undefined, { ref: false })]);
  stop('SIGKILL');
  return written ? 'left something open after its last test' : `did not end within ${LIMIT_MINUTES} minutes`;
}

function endGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // it has ended already
  }
}

function summaryOf({ name, output, note, status }) {
  if (!existsSync(output)) {
    return {
      name,
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [`${name}: jest ${note ?? `ended with status ${status} and no results`}`],
    };
  }
  const report = JSON.parse(readFileSync(output, 'utf8'));
  const broken = report.testResults.filter(
    ({ status: state, assertionResults }) =>
      state === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failures = report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${posix(relative(ROOT, file))}: ${test.fullName}`),
  );
  if (note) say(`Warning: the ${name} run ${note}.`);
  return {
    name,
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [
      ...failures,
      ...broken.map(({ name: file }) => `${posix(relative(ROOT, file))}: the suite could not run`),
    ],
  };
}

function select({ words, options }) {
  const onServer = Boolean(process.env.DATABASE_URL);
  const wanted = allSuites()
    .filter((file) => onServer || !file.endsWith('.server.test.ts'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
  const inBrowser = wanted.filter(reachesBrowser);
  return [
    { name: 'plain', suites: wanted.filter((file) => !inBrowser.includes(file)), options },
    { name: 'browser', suites: inBrowser, options: [...options, '--runInBand'] },
  ].filter(({ suites }) => suites.length > 0);
}

async function main() {
  const runs = select(readArguments(process.argv.slice(2)));
  if (runs.length === 0) {
    say('No suite has a path like that. Suites are the *.test.ts files under tests/.');
    return 1;
  }
  mkdirSync(RESULTS, { recursive: true });
  rmSync(join(RESULTS, 'summary.json'), { force: true });
  say('Building what has changed …');
  await buildTargets(['server', 'cli', 'local', 'tab', 'local-page']);
  const started = Date.now();
  const parts = [];
  for (const one of runs) {
    if (process.exitCode === 130) return 130;
    say(
      `\nRunning ${one.suites.length} ${one.name === 'browser' ? 'suites that use a browser' : 'suites'} …`,
    );
    parts.push(await runJest(one));
  }
  const sum = (field) => parts.reduce((total, part) => total + part[field], 0);
  const total = {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: parts.flatMap(({ failures }) => failures),
  };
  writeFileSync(join(RESULTS, 'summary.json'), `${JSON.stringify({ ...total, runs: parts }, null, 2)}\n`);
  if (total.failures.length > 0) say(`\nFailed:\n${total.failures.map((line) => `  - ${line}`).join('\n')}`);
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`\nTests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped (${seconds} s)`);
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
