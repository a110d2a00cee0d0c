/**
 * `npm run bench`: turns a second of an echo bot and of a registered attendee's `ask` through the whole service, side by
 * side on this machine, with memory and the time to the first answer. `BENCH_SECONDS` shortens or lengthens a run.
 *
 * With DATABASE_URL the service runs on that server, in a database of its own; otherwise on the embedded engine, and on a
 * PostgreSQL server that is started for the purpose where this machine has one installed.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ASKED } from './asked.js';
import { serveDesk } from './desk.js';
import { drive, type Measured } from './drive.js';
import { serveDouble } from './double.js';
import { serveEcho } from './echo.js';
import { timeToFirstAnswer } from './first-answer.js';
import { throwAwayPostgres } from './postgres.js';

const PEOPLE = 200;
const HANDS = 16;
const seconds = Number(process.env['BENCH_SECONDS'] ?? 10);
const AIMS = { ratio: 0.5, postgresql: 350, embedded: 750 };

interface Child {
  readonly process: ChildProcess;
  readonly url: string;
  ask(what?: object): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

const asked = (n: number): string => `ask ${ASKED[n % ASKED.length] ?? ''}`;

const print = (line = ''): void => void process.stdout.write(`${line}\n`);

async function start(role: string, ...args: readonly string[]): Promise<Child> {
  const child = fork(import.meta.filename, [role, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = (): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      child.once('message', (told) => resolve(told as Record<string, unknown>));
      child.once('exit', () => reject(new Error(`${role} ended early`)));
    });
  const { url } = await answer();
  child.setMaxListeners(0); // every report listens for an end that comes too early
  return {
    process: child,
    url: String(url),
    ask(what) {
      const told = answer();
      child.send(what ?? 'report');
      return told;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

const megabytes = (bytes: unknown): number => Math.round(Number(bytes) / 1024 / 1024);
const shown = ({ turnsPerSecond, p50, p99, turns, failed }: Measured): string =>
  `${turnsPerSecond.toFixed(0).padStart(6)} turns/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   (${String(turns)} turns, ${String(failed)} failed)`;

async function measureEcho(connector: Child): Promise<Measured> {
  const echo = await start('echo');
  const at = {
    target: echo.url,
    connector: connector.url,
    hands: HANDS,
    people: PEOPLE,
    text: asked,
  };
  await drive({ ...at, seconds: 3 });
  const measured = await drive({ ...at, seconds });
  print(
    `  echo bot on the same adapter  ${shown(measured)}   ${String(megabytes((await echo.ask())['rss']))} MB`,
  );
  await echo.stop();
  return measured;
}

/** Triage alone, two hundred decisions a second, and what it does to turns in the same process. */
async function measureTriage(connector: Child): Promise<void> {
  const echo = await start('echo');
  const at = { target: echo.url, connector: connector.url, hands: 4, people: PEOPLE, text: asked };
  await drive({ ...at, seconds: 3 });
  const alone = await drive({ ...at, seconds });
  const deciding = echo.ask({ decide: seconds });
  await new Promise((wake) => setTimeout(wake, 2_000)); // it warms up first
  const beside = await drive({ ...at, seconds: seconds - 1 });
  const { perSecond, delayP99 } = await deciding;
  print(`\nTriage, in the process of an echo bot that 4 connections keep busy`);
  print(
    `  decisions                     ${Number(perSecond).toFixed(0)} a second for ${String(seconds)} s (aim 200)   event loop late by p99 ${Number(delayP99).toFixed(1)} ms`,
  );
  print(`  echo turns without it         ${shown(alone)}`);
  print(`  echo turns meanwhile          ${shown(beside)}`);
  await echo.stop();
}

async function measureDesk(
  connector: Child,
  engine: 'postgresql' | 'embedded',
  store: string,
): Promise<void> {
  print(`\n${engine === 'postgresql' ? 'PostgreSQL' : 'Embedded engine'}`);
  const echo = await measureEcho(connector);
  const desk = await start('desk', store, String(PEOPLE));
  await new Promise((wake) => setTimeout(wake, 3_000));
  const idle = await desk.ask();
  await new Promise((wake) => setTimeout(wake, 5_000));
  const later = await desk.ask();
  const at = {
    target: desk.url,
    connector: connector.url,
    hands: HANDS,
    people: PEOPLE,
    text: (n: number) => `${asked(n)} (${String(n)})`,
  };
  await drive({ ...at, seconds: 3 });
  let peak = 0;
  const watch = setInterval(
    () => void desk.ask().then(({ rss }) => (peak = Math.max(peak, Number(rss)))),
    500,
  );
  const measured = await drive({ ...at, seconds });
  clearInterval(watch);
  peak = Math.max(peak, Number((await desk.ask())['rss']));
  const ratio = measured.turnsPerSecond / echo.turnsPerSecond;
  print(`  ask, through the whole desk   ${shown(measured)}`);
  print(
    `  ratio                         ${ratio.toFixed(2)} of the echo bot (aim ${String(AIMS.ratio)} or more on PostgreSQL)`,
  );
  print(
    `  memory of the service         ${String(megabytes(idle['rss']))} MB idle, ${String(megabytes(peak))} MB under load (aim ${String(AIMS[engine])} MB or less)`,
  );
  print(`  processor while idle          ${cpuShare(idle, later).toFixed(1)} % of one core`);
  await desk.stop();
}

/** The same with what words leave open read by the sentence encoder too, on a store of its own. */
async function measureEncoder(connector: Child, store: string): Promise<void> {
  const desk = await start('desk', store, String(PEOPLE), 'encoder');
  const at = {
    target: desk.url,
    connector: connector.url,
    hands: HANDS,
    people: PEOPLE,
    text: (n: number) => `${asked(n)} (${String(n)})`,
  };
  await drive({ ...at, seconds: 3 });
  const measured = await drive({ ...at, seconds });
  const { rss } = await desk.ask();
  print(`  ask, with the encoder         ${shown(measured)}   ${String(megabytes(rss))} MB`);
  await desk.stop();
}

function cpuShare(before: Record<string, unknown>, after: Record<string, unknown>): number {
  const of = (told: Record<string, unknown>): number => {
    const { user, system } = told['cpu'] as { user: number; system: number };
    return user + system;
  };
  return ((of(after) - of(before)) / 5_000_000) * 100;
}

async function onServer(url: string, work: (own: string) => Promise<void>): Promise<void> {
  const name = `desk_bench_${String(Date.now())}`;
  const run = async (statement: string): Promise<void> => {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(statement);
    await admin.end();
  };
  await run(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    await work(own.href);
  } finally {
    await run(`drop database if exists ${name} with (force)`);
  }
}

async function measureServer(connector: Child, url: string): Promise<void> {
  await onServer(url, (own) => measureDesk(connector, 'postgresql', own));
  await onServer(url, (own) => measureEncoder(connector, own));
}

async function main(): Promise<void> {
  const [cpu] = cpus();
  print(
    `${String(cpus().length)} processors (${cpu?.model.trim() ?? 'unknown'}), ${String(Math.round(totalmem() / 1024 ** 3))} GB, Node ${process.versions.node}`,
  );
  print(
    `${String(HANDS)} connections, ${String(seconds)} s a run after 3 s of warming up; driver, Connector and database share the processors.`,
  );
  const connector = await start('double');
  const url = process.env['DATABASE_URL'];
  if (url) await measureServer(connector, url);
  else {
    const server = await throwAwayPostgres();
    if (server) {
      try {
        await measureServer(connector, server.url);
      } finally {
        server.stop();
      }
    } else
      print(
        '\nPostgreSQL: none is installed here (initdb), so it is not measured. Give one in DATABASE_URL.',
      );
    const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
    await measureDesk(connector, 'embedded', join(folder, 'data'));
    await measureEncoder(connector, join(folder, 'encoder'));
    rmSync(folder, { recursive: true, force: true });
  }
  await measureTriage(connector);
  await connector.stop();
  if (existsSync('dist/local/main.js')) await printFirstAnswer();
}

async function printFirstAnswer(): Promise<void> {
  const { fresh, again } = await timeToFirstAnswer((args, env) =>
    spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'ignore' }),
  );
  print(`\nTime to the first answer after npm start, installed and built`);
  print(`  first start, invented people and a year's programme written   ${fresh.toFixed(1)} s`);
  print(`  every later start                                             ${again.toFixed(1)} s`);
}

const [role, ...args] = process.argv.slice(2);
if (role === 'double') serveDouble();
else if (role === 'echo') serveEcho();
else if (role === 'desk') await serveDesk(args[0] ?? '', Number(args[1]), args[2] === 'encoder');
else await main();
