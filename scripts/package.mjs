/**
 * `npm run package [-- --env <name>]`: makes the Teams app package of an environment (default `dev`).
 *
 * Reads env/.env.<name>, fills the ${{NAME}} placeholders of appPackage/manifest.json, checks the result, and writes
 * appPackage/build/appPackage.<name>.zip. The same input gives the same bytes. Prints the path and the SHA-256.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

const require = createRequire(import.meta.url);
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Zip knows no earlier year than 1980; a fixed one keeps the bytes the same. */
const FIXED_TIME = new Date(1980, 0, 1);

/** A fault the person who packages can mend; the message says how. */
export class PackageError extends Error {}

/** The variables of an env file: `NAME=value` lines, `#` comments, optional quotes. */
export function parseEnvFile(text) {
  const entries = text
    .split(/\r?\n/)
    .map((line) => /^\s*([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name, value]) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]);
  return Object.fromEntries(entries);
}

/** The names of the placeholders in a template, in order, each once. */
export function placeholders(template) {
  return [...new Set([...template.matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name))];
}

/** Fills the placeholders of a JSON template. Throws PackageError that names every variable without a value. */
export function fillTemplate(template, values, source = 'the environment file') {
  const missing = placeholders(template).filter((name) => !values[name]);
  if (missing.length > 0) {
    throw new PackageError(
      [
        `${missing.length === 1 ? 'A variable has' : `${missing.length} variables have`} no value in ${source}:`,
        ...missing.map((name) => `  ${name}`),
        'Provisioning fills in the ids (docs/operations.md); the OPERATOR_… values are yours to write.',
        'To look at a package with sample ids, run: npm run package -- --env sample',
      ].join('\n'),
    );
  }
  return template.replace(/\$\{\{\s*(\w+)\s*\}\}/g, (_, name) => JSON.stringify(values[name]).slice(1, -1));
}

const compiled = new Map();

/** A check by the schema at that path; compiled once, for Microsoft's schema is large. */
function compileSchema(path) {
  const Ajv = require('ajv-draft-04').default;
  const addFormats = require('ajv-formats').default;
  if (!compiled.has(path)) {
    // The schemas use patterns that are not valid with the `u` flag, hence unicodeRegExp.
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, logger: false });
    addFormats(ajv);
    compiled.set(path, ajv.compile(JSON.parse(readFileSync(path, 'utf8'))));
  }
  return compiled.get(path);
}

/** Checks of a kind of app package file, compiled from Microsoft's own schema of that manifest version. */
function schemaFaults(version, schemaFile, file, content) {
  const folder = join(
    dirname(require.resolve('@microsoft/app-manifest/package.json')),
    'build/json-schemas/teams',
  );
  const path = join(folder, `v${version}`, schemaFile);
  if (!existsSync(path)) return [`${file}: no schema is known for manifest version ${version}`];
  const validate = compileSchema(path);
  if (validate(content)) return [];
  return validate.errors.map(({ instancePath, message, params }) => {
    const detail = Object.values(params ?? {}).filter((value) => typeof value === 'string');
    return `${file}${instancePath}: ${message}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}`;
  });
}

/** Width and height of a PNG, or null when it is not one. */
export function pngSize(bytes) {
  const isPng = bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG';
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

function iconFaults(files, name, side) {
  const bytes = files[name];
  if (bytes === undefined) return [`manifest.json/icons: ${name} is not in appPackage`];
  const size = pngSize(bytes);
  if (size?.width === side && size.height === side) return [];
  return [`${name}: must be a PNG of ${side} × ${side} pixels`];
}

/** The texts of a manifest that a language file must translate, by their flattened keys. */
export function translatableKeys(manifest) {
  const lists = manifest.bots?.[0]?.commandLists ?? [];
  return [
    'name.short',
    'name.full',
    'description.short',
    'description.full',
    ...(manifest.staticTabs ?? []).flatMap((tab, index) => (tab.name ? [`staticTabs[${index}].name`] : [])),
    ...lists.flatMap((list, at) =>
      list.commands.map((_, index) => `bots[0].commandLists[${at}].commands[${index}].description`),
    ),
  ];
}

/** Command titles are what a person types: a language may have words of its own for them, or leave them. */
const isCommandTitle = (key) => /^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.title$/.test(key);

function languageFaults(manifest, files) {
  return (manifest.localizationInfo?.additionalLanguages ?? []).flatMap(({ file }) => {
    if (files[file] === undefined) return [`manifest.json/localizationInfo: ${file} is not in appPackage`];
    const texts = JSON.parse(files[file].toString('utf8'));
    const wanted = translatableKeys(manifest);
    return [
      ...schemaFaults(manifest.manifestVersion, 'MicrosoftTeams.Localization.schema.json', file, texts),
      ...wanted.filter((key) => !texts[key]).map((key) => `${file}: ${key} is not translated`),
      ...Object.keys(texts)
        .filter((key) => key !== '$schema' && !wanted.includes(key) && !isCommandTitle(key))
        .map((key) => `${file}: ${key} has no counterpart in manifest.json`),
    ];
  });
}

function addressFaults(manifest) {
  const tabs = [...(manifest.staticTabs ?? []), ...(manifest.configurableTabs ?? [])];
  return tabs
    .flatMap((tab) => [tab.contentUrl, tab.websiteUrl, tab.configurationUrl])
    .filter((url) => url !== undefined)
    .flatMap((url) => {
      if (!URL.canParse(url)) return [`manifest.json: ${url} is not an address`];
      const { protocol, host } = new URL(url);
      if (protocol !== 'https:') return [`manifest.json: ${url} must be https`];
      return manifest.validDomains?.includes(host) ? [] : [`manifest.json/validDomains: ${host} is missing`];
    });
}

/**
 * Every fault of a filled-in package, in words; none means it is fit to upload.
 * @param files file name → bytes, `manifest.json` already filled in.
 */
export function packageFaults(files) {
  const manifest = JSON.parse(files['manifest.json'].toString('utf8'));
  return [
    ...schemaFaults(manifest.manifestVersion, 'MicrosoftTeams.schema.json', 'manifest.json', manifest),
    ...iconFaults(files, manifest.icons?.color, 192),
    ...iconFaults(files, manifest.icons?.outline, 32),
    ...languageFaults(manifest, files),
    ...addressFaults(manifest),
  ];
}

/** The files of the package of that environment, `manifest.json` filled in. Throws PackageError. */
export function packageFiles({ root = ROOT, env }) {
  const envPath = join(root, 'env', `.env.${env}`);
  if (!existsSync(envPath)) {
    const known = readdirSync(join(root, 'env')).filter((name) => /^\.env\.[\w-]+$/.test(name));
    const names = known.map((name) => name.slice('.env.'.length)).join(', ');
    throw new PackageError(`There is no env/.env.${env}. Known environments: ${names}.`);
  }
  const folder = join(root, 'appPackage');
  const names = readdirSync(folder).filter((name) => /\.(json|png)$/.test(name));
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
  const values = parseEnvFile(readFileSync(envPath, 'utf8'));
  const filled = fillTemplate(files['manifest.json'].toString('utf8'), values, `env/.env.${env}`);
  return { ...files, 'manifest.json': Buffer.from(filled) };
}

/** The zip of those files: sorted names, fixed time, so that equal files make equal bytes. */
export function zipPackage(files) {
  const names = Object.keys(files).sort();
  const entries = names.map((name) => [name, [new Uint8Array(files[name]), { mtime: FIXED_TIME, level: 9 }]]);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

/** Makes, checks and writes the package. Returns where it is and its SHA-256. Throws PackageError. */
export function buildPackage({ root = ROOT, env, outFolder = join(root, 'appPackage', 'build') }) {
  if (!/^[\w-]+$/.test(env)) throw new PackageError(`"${env}" is not the name of an environment.`);
  const files = packageFiles({ root, env });
  const faults = packageFaults(files);
  if (faults.length > 0) throw new PackageError(['The app package is not valid:', ...faults].join('\n  '));
  const zip = zipPackage(files);
  mkdirSync(outFolder, { recursive: true });
  const path = join(outFolder, `appPackage.${env}.zip`);
  writeFileSync(path, zip);
  return { path, sha256: createHash('sha256').update(zip).digest('hex') };
}

function main() {
  try {
    const { values } = parseArgs({ options: { env: { type: 'string', default: 'dev' } } });
    const { path, sha256 } = buildPackage({ env: values.env });
    process.stdout.write(`${relative(process.cwd(), path)}\nsha256 ${sha256}\n`);
  } catch (error) {
    const isUsage = typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS');
    if (!isUsage && !(error instanceof PackageError)) throw error;
    process.stderr.write(`${error.message}\n${isUsage ? 'Usage: npm run package -- [--env <name>]\n' : ''}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
