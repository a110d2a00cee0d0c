/**
 * `npm run build`: bundles the server, the command line and the tab into dist/.
 *
 *   --local              also the local server and its page (not part of the production image)
 *   --only server,cli    these targets alone
 *   --force              build even what has not changed
 *   --quiet              say nothing unless something goes wrong
 *
 * A target is built again only when a file that went into it last time, the lock or this script has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { BootstrapError, ROOT, ensureInstalled } from './install.mjs';

const STAMPS = join(ROOT, '.cache', 'build.json');
const COMMON = ['scripts/build.mjs', 'package-lock.json', 'tsconfig.base.json'];

/** What can be built. `bundle` is for Node and leaves packages outside; `page` is a Vite project for browsers. */
export const TARGETS = {
  server: { kind: 'bundle', entry: 'src/main.ts', out: 'dist/server/main.js', production: true },
  cli: { kind: 'bundle', entry: 'src/cli/desk.ts', out: 'dist/cli/desk.js', production: true },
  local: { kind: 'bundle', entry: 'src/local/main.ts', out: 'dist/local/main.js' },
  bench: { kind: 'bundle', entry: 'tests/load/bench.ts', out: 'dist/bench/main.js' },
  tab: {
    kind: 'page',
    entry: 'src/tab/vite.config.ts',
    folder: 'src/tab',
    out: 'dist/tab/index.html',
    production: true,
  },
  'local-page': {
    kind: 'page',
    entry: 'src/local/page/vite.config.ts',
    folder: 'src/local/page',
    out: 'dist/local-page/index.html',
  },
};

const say = (line) => process.stderr.write(`${line}\n`);

/** Settings of a bundle for Node: packages stay outside, JSON goes in. */
export const bundleOptions = ({ entry, out }) => ({
  absWorkingDir: ROOT,
  entryPoints: [entry],
  outfile: join(ROOT, out),
  bundle: true,
  platform: 'node',
  target: 'node22.12',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'silent',
});

async function makeBundle(target) {
  const { build, formatMessages } = await import('esbuild');
  try {
    const { metafile } = await build(bundleOptions(target));
    return Object.keys(metafile.inputs);
  } catch (cause) {
    if (!Array.isArray(cause.errors)) throw cause;
    throw new BootstrapError((await formatMessages(cause.errors, { kind: 'error' })).join('').trim(), {
      cause,
    });
  }
}

async function makePage({ entry, folder }) {
  const { build } = await import('vite');
  const seen = new Set(filesBelow(folder));
  const watchInputs = {
    name: 'desk-inputs',
    generateBundle() {
      for (const id of this.getModuleIds()) seen.add(relative(ROOT, id.split('?')[0]).split(sep).join('/'));
    },
  };
  await build({ configFile: join(ROOT, entry), logLevel: 'warn', plugins: [watchInputs] });
  return [...seen].filter(
    (file) => !file.startsWith('..') && !file.includes('node_modules/') && existsSync(join(ROOT, file)),
  );
}

/** Builds one target if its inputs have changed; resolves to what was done. */
async function bring(name, stamps, { force }) {
  const target = TARGETS[name];
  if (!existsSync(join(ROOT, target.entry)))
    return { kind: 'missing', name, line: `${target.entry} is not there` };
  const before = stamps[name];
  const unchanged =
    before && existsSync(join(ROOT, target.out)) && before.hash === hashOf(inputsNow(target, before.inputs));
  if (unchanged && !force) return { kind: 'unchanged', name, line: 'unchanged' };
  const started = performance.now();
  try {
    if (target.kind === 'bundle') rmSync(join(ROOT, dirname(target.out)), { recursive: true, force: true });
    const inputs = await (target.kind === 'bundle' ? makeBundle : makePage)(target);
    stamps[name] = { inputs, hash: hashOf(inputsNow(target, inputs)) };
  } catch (cause) {
    delete stamps[name];
    return {
      kind: 'failed',
      name,
      line: 'FAILED',
      detail: cause instanceof BootstrapError ? cause.message : String(cause.stack ?? cause),
    };
  }
  return { kind: 'built', name, line: `${((performance.now() - started) / 1000).toFixed(1)} s` };
}

/** The files that went in last time, and for a page whatever has been added to its folder since. */
const inputsNow = (target, inputs) =>
  [...new Set([...inputs, ...(target.folder ? filesBelow(target.folder) : [])])].sort();

const filesBelow = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...COMMON, ...files]) {
    hash.update(`${file}\n`);
    hash.update(existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file)) : 'gone');
  }
  return hash.digest('hex');
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(STAMPS, 'utf8'));
  } catch {
    return {}; // none yet, or half written: then everything is built
  }
}

/** Brings those targets up to date and resolves to what became of each: built, unchanged, missing or failed. */
export async function buildTargets(names, { force = false, quiet = false } = {}) {
  process.env.NODE_ENV = 'production'; // pages take the production form of React from it
  const stamps = readStamps();
  const results = await Promise.all(
    names.map(async (name) => {
      const result = await bring(name, stamps, { force });
      if (!quiet || result.kind === 'failed') say(`  ${name.padEnd(11)} ${result.line}`);
      if (result.detail) say(result.detail);
      return result;
    }),
  );
  mkdirSync(dirname(STAMPS), { recursive: true });
  writeFileSync(STAMPS, JSON.stringify({ ...readStamps(), ...stamps }));
  return results;
}

function chosen({ only, local }) {
  if (only === undefined)
    return Object.keys(TARGETS).filter((name) => TARGETS[name].production || (local && name !== 'bench'));
  const names = only.split(',').filter(Boolean);
  const unknown = names.filter((name) => !(name in TARGETS));
  if (unknown.length > 0)
    throw new BootstrapError(
      `There is no target ${unknown.join(', ')}. Targets: ${Object.keys(TARGETS).join(', ')}.`,
    );
  return names;
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      local: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const names = chosen(values);
  await ensureInstalled();
  const results = await buildTargets(names, values);
  for (const { name } of results.filter(({ kind }) => kind === 'missing'))
    say(`${name} cannot be built: ${TARGETS[name].entry} is not there.`);
  if (results.some(({ kind }) => kind === 'failed' || kind === 'missing')) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) {
  await main().catch((cause) => {
    if (!(cause instanceof BootstrapError)) throw cause;
    say(cause.message);
    process.exitCode = 1;
  });
}
