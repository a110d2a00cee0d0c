import { readFileSync, readdirSync } from 'node:fs';
import {
  bare,
  declarations,
  kids,
  parseBicep,
  properties,
  resourceFaults,
  resourceTypes,
  syntaxFaults,
} from '../support/infra/bicep.js';
import { moduleFaults, undeclaredNames, type BicepFile } from '../support/infra/modules.js';
import { envFile } from '../support/infra/env-file.js';

const INFRA = new URL('../../infra/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, INFRA), 'utf8');
const paths = ['main.bicep', ...readdirSync(new URL('modules/', INFRA)).map((name) => `modules/${name}`)];
const load = async (path: string): Promise<BicepFile> => ({ path, root: await parseBicep(read(path)) });
const types = resourceTypes();

/** Settings of the platform, not of the app. */
const PLATFORM = ['NODE_ENV', 'WEBSITE_RUN_FROM_PACKAGE', 'SCM_DO_BUILD_DURING_DEPLOYMENT'];

describe('the infrastructure (checked, not compiled)', () => {
  test.each(paths)('%s is valid Bicep', async (path) => {
    expect(syntaxFaults((await load(path)).root)).toEqual([]);
  });

  test.each(paths)('%s sets only properties that its resource types have', async (path) => {
    expect(resourceFaults((await load(path)).root, types)).toEqual([]);
  });

  test.each(paths)('%s uses no name that it does not declare', async (path) => {
    expect(undeclaredNames((await load(path)).root)).toEqual([]);
  });

  test('every module gets the parameters it asks for and gives the outputs it is asked for', async () => {
    const [main, ...modules] = await Promise.all(paths.map(load));
    expect(moduleFaults(main!, modules)).toEqual([]);
  });

  test('the parameters file gives what main.bicep has no default for, and nothing it does not know', async () => {
    const declared = declarations((await load('main.bicep')).root, 'parameter_declaration');
    const required = [...declared].filter(([, node]) => !node.text.includes('=')).map(([name]) => name);
    const given = Object.keys(
      (JSON.parse(read('main.parameters.json')) as { parameters: object }).parameters,
    );
    expect(given.filter((name) => !declared.has(name))).toEqual([]);
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
  });

  test('the app service gets settings of the app only, each under its own name', async () => {
    const variables = declarations((await load('modules/web.bicep')).root, 'variable_declaration');
    const settings = kids(variables.get('settings')!)[1]!;
    const names = [...properties(settings).keys()].filter((name) => !PLATFORM.includes(name));
    const known = envFile('.env.prod.example').settings.map(({ name }) => name);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['PUBLIC_URL', 'DATABASE_URL', 'BOT_ID', 'GRAPH_CLIENT_ID']),
    );
  });

  test('asks no outside service about places or questions unless the operator names one', async () => {
    const parameters = declarations((await load('main.bicep')).root, 'parameter_declaration');
    const optional = ['postcodesUrl', 'policeApiUrl', 'openAiEndpoint'].map((name) => parameters.get(name)!);
    expect(optional.map((node) => bare(kids(node).at(-1)!))).toEqual(['', '', '']);
    expect(read('modules/web.bicep')).not.toMatch(/postcodes\.io|data\.police\.uk/);
  });

  test('no secret is handed over in the open', async () => {
    const web = (await load('modules/web.bicep')).root;
    const settings = kids(declarations(web, 'variable_declaration').get('settings')!)[1]!;
    const names = [...properties(settings).keys()];
    expect(names.filter((name) => /PASSWORD|SECRET|KEY/.test(name))).toEqual([]);
    expect(properties(settings).get('DATABASE_URL')!.text).not.toMatch(/:[^/@]*@/);
  });

  test.each([
    ['modules/database.bicep', 'server', ['authConfig', 'passwordAuth'], 'Disabled'],
    ['modules/database.bicep', 'server', ['network', 'publicNetworkAccess'], 'Disabled'],
    ['modules/vault.bicep', 'vault', ['publicNetworkAccess'], 'Disabled'],
    ['modules/vault.bicep', 'vault', ['enablePurgeProtection'], 'true'],
    ['modules/web.bicep', 'site', ['httpsOnly'], 'true'],
    ['modules/web.bicep', 'noUploadPassword', ['allow'], 'false'],
    ['modules/bot.bicep', 'bot', ['disableLocalAuth'], 'true'],
  ])('%s: %s has %j = %s', async (path, symbol, keys, expected) => {
    const resource = declarations((await load(path)).root, 'resource_declaration').get(symbol)!;
    const body = kids(resource).find((node) => node.type === 'object')!;
    const value = ['properties', ...keys].reduce((node, key) => properties(node).get(key)!, body);
    expect(bare(value)).toBe(expected);
  });

  test('the log of request addresses stays off, for personal links stand in it', async () => {
    const web = (await load('modules/web.bicep')).root;
    const diagnostics = declarations(web, 'resource_declaration').get('diagnostics')!;
    expect(diagnostics.text).not.toContain('AppServiceHTTPLogs');
    expect(web.text).not.toContain('APPLICATIONINSIGHTS_CONNECTION_STRING');
  });
});
