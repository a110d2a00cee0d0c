/**
 * Brings node_modules in line with package-lock.json: once after cloning, and again whenever the lock has changed.
 * Runs on any Node from 18 on and needs no packages itself.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { run } from './child.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.desk-lock');
const CACHE = join(ROOT, '.cache');
const BUSY = join(CACHE, 'install.pid');
const WINDOWS = process.platform === 'win32';
const PROGRESS_EVERY_MS = 5_000;
const OLDEST_NODE = [22, 12];

/** A fault that the person at the keyboard can mend; the message says how. */
export class BootstrapError extends Error {}

const say = (line) => process.stderr.write(`${line}\n`);

/** The Node that comes with the packages, whether or not it is there. */
export const pinnedNode = () => join(MODULES, 'node', 'bin', WINDOWS ? 'node.exe' : 'node');

/** The Node to run everything on: the pinned one, else this one if it is new enough. */
export function chooseNode() {
  if (existsSync(pinnedNode())) return pinnedNode();
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]))
    return process.execPath;
  throw new BootstrapError(
    `Briefing Desk needs Node ${OLDEST_NODE.join('.')} or newer. This is ${process.versions.node}, and the one that ` +
      'comes with the packages is not there.\nInstall a newer Node, or delete node_modules and run this again.',
  );
}

/** The environment for child processes: programs of node_modules/.bin first, so that `node` is the pinned one. */
export function childEnvironment(node = chooseNode()) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [join(MODULES, '.bin'), dirname(node), process.env[key]].filter(Boolean).join(delimiter);
  return { ...process.env, [key]: path };
}

/** Installs the packages if they are missing or older than the lock. Throws BootstrapError with what to do. */
export async function ensureInstalled() {
  if (upToDate()) return;
  await withLock(async () => {
    if (!upToDate()) await install();
  });
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');

function upToDate() {
  if (!existsSync(join(MODULES, '.bin'))) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8').trim() === lockHash();
  if (!installedByHand()) return false;
  writeFileSync(STAMP, `${lockHash()}\n`);
  return true;
}

/** npm writes its own list last, so a complete `npm ci` or `npm install` made by hand can be told by it. */
function installedByHand() {
  const list = join(MODULES, '.package-lock.json');
  if (!existsSync(list) || !existsSync(pinnedNode())) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional)
    .every(([path, entry]) => present[path]?.version === entry.version);
}

async function install() {
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  say('Installing the packages of Briefing Desk (about half a minute on a good connection) …');
  rmSync(STAMP, { force: true });
  let output = '';
  const timer = setInterval(() => say(`  … still installing, ${elapsed()}`), PROGRESS_EVERY_MS);
  const options = { cwd: ROOT, onOutput: (text) => (output += text), env: installEnvironment() };
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const retries = ['--fetch-retries=3', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=15000'];
  try {
    const status = await runNpm([...args, ...retries], options);
    if (status === 130 || status === 143)
      throw new BootstrapError('The installation was stopped. Run this again to go on.');
    if (status !== 0) throw new BootstrapError(explain(output));
  } finally {
    clearInterval(timer);
  }
  writeFileSync(STAMP, `${lockHash()}\n`);
  say(`Packages installed in ${elapsed()}.`);
}

/** Development packages are wanted whatever NODE_ENV says: the build needs them. */
function installEnvironment() {
  const { NODE_ENV: _, npm_config_production: __, npm_config_omit: ___, ...environment } = process.env;
  return environment;
}

async function runNpm(args, options) {
  const outside = nodeOutside();
  try {
    const script = process.env.npm_execpath;
    if (script && /npm-cli\.c?js$/.test(script) && existsSync(script))
      return await run(outside, [script, ...args], options);
    return await run(WINDOWS ? 'npm.cmd' : 'npm', args, { ...options, shell: WINDOWS });
  } catch (cause) {
    if (cause.code !== 'ENOENT') throw cause;
    throw new BootstrapError(
      'npm was not found. It comes with Node: install Node 24 from https://nodejs.org and run this again.',
    );
  }
}

/** `npm ci` deletes node_modules first, so it must not run on a Node inside; a running program on Windows is moved away. */
function nodeOutside() {
  if (!process.execPath.startsWith(MODULES + sep)) return process.execPath;
  if (WINDOWS) {
    mkdirSync(CACHE, { recursive: true });
    const moved = join(CACHE, `node-${process.pid}.exe`);
    renameSync(process.execPath, moved);
    return moved;
  }
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules'));
  const found = folders.map((folder) => join(folder, 'node')).find((file) => existsSync(file));
  if (!found) throw new BootstrapError('The packages have changed. Run "npm ci" and start this again.');
  return found;
}

function explain(output) {
  const offline =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request/.test(
      output,
    );
  const advice = offline
    ? 'The package registry could not be reached. Check the network (and the proxy: npm config get proxy), then run this again.'
    : 'The packages could not be installed. What npm said is above; mend it and run this again.';
  return `${output.trim()}\n\n${advice}`;
}

async function withLock(work) {
  mkdirSync(CACHE, { recursive: true });
  for (let waited = false; !takeLock(); waited = true) {
    if (!waited) say('Another start of Briefing Desk is installing the packages; waiting for it …');
    await pause(1_000);
  }
  try {
    await work();
  } finally {
    rmSync(BUSY, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(BUSY, String(process.pid), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause.code !== 'EEXIST') throw cause;
    if (!isAlive(Number(readFileSync(BUSY, 'utf8')))) rmSync(BUSY, { force: true });
    return false;
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}
