import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { SETTINGS } from '../../src/config.js';
import { declarations, parseBicep } from '../support/infra/bicep.js';
import { envFile } from '../support/infra/env-file.js';

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}
type LifeCycle = 'provision' | 'deploy' | 'publish';
type Workflow = Readonly<Record<LifeCycle, readonly Step[]>>;

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const text = file('teamsapp.yml');
const workflow = parse(text) as Workflow;
const schema = JSON.parse(file('tests/support/schemas/teamsapp-yaml.v1.11.schema.json')) as object;
const isValid = new Ajv({ strict: false }).compile(schema);
const uses = (cycle: LifeCycle): readonly string[] => workflow[cycle].map((step) => step.uses);
const variables = (template: string): readonly string[] =>
  [...template.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name!);

describe('teamsapp.yml', () => {
  test('follows the schema of the toolkit', () => {
    expect(isValid(workflow)).toBe(true);
  });

  test.each([
    ['an action that does not exist', 'teamsApp/create', 'teamsApp/creat'],
    ['a parameter that does not exist', 'manifestPath:', 'manifestPaths:'],
    ['another version', 'version: v1.11', 'version: v9.9'],
  ])('would not pass with %s', (_, right, wrong) => {
    expect(isValid(parse(text.replace(right, wrong)))).toBe(false);
  });

  test('makes the Entra app before the resources that need its id, and the package last', () => {
    const order = [
      'aadApp/create',
      'teamsApp/create',
      'arm/deploy',
      'aadApp/update',
      'teamsApp/zipAppPackage',
      'teamsApp/update',
    ];
    const found = uses('provision').filter((action) => order.includes(action));
    expect(found).toEqual(order);
  });

  test('asks for no client secret', () => {
    const create = workflow.provision.find((step) => step.uses === 'aadApp/create');
    expect(create?.with['generateClientSecret']).toBe(false);
    expect(text).not.toMatch(/SECRET|PASSWORD/);
  });

  test('deploys to the staging slot and never straight to production', () => {
    const pack = workflow.deploy.find((step) => step.uses === 'azureAppService/zipDeploy');
    expect(pack?.with['dryRun']).toBe(true);
    const upload = workflow.deploy.find((step) => step.uses === 'script');
    expect(upload?.with['run']).toContain('--slot staging');
  });

  test('names only files that exist', () => {
    const named = [
      ...text.matchAll(/(?:\.\/|bash )((?:infra|appPackage)\/[\w./-]+\.(?:json|bicep|sh|ignore))/g),
    ];
    const paths = named.map(([, path]) => path!).filter((path) => !path.startsWith('appPackage/build'));
    expect(paths).toEqual(expect.arrayContaining(['infra/main.bicep', 'infra/federated-credential.sh']));
    expect(paths.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([]);
  });

  test('every variable it and its templates use stands in the environment files or comes from provisioning', async () => {
    const templates = [
      'infra/main.parameters.json',
      'infra/entra-app.manifest.json',
      'appPackage/manifest.json',
    ];
    const used = [text, ...templates.map(file)].flatMap(variables);
    const { deployment, settings } = envFile('.env.prod.example');
    const known = [...deployment, ...settings].map(({ name }) => name);
    expect([...new Set(used)].filter((name) => !known.includes(name))).toEqual([]);
    const outputs = declarations(await parseBicep(file('infra/main.bicep')), 'output_declaration');
    expect([...outputs.keys()].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('the environment files', () => {
  test('dev and production list the same names', () => {
    const names = (path: string): readonly string[] => {
      const { deployment, settings } = envFile(path);
      return [...deployment, ...settings].map(({ name }) => name);
    };
    expect(names('.env.dev')).toEqual(names('.env.prod.example'));
  });

  test('list exactly the settings that src/config.ts reads, each with a word about it', () => {
    const { settings } = envFile('.env.prod.example');
    expect(settings.map(({ name }) => name).sort()).toEqual(SETTINGS.map(({ name }) => name).sort());
    const paired = /^(GRAPH_AUTHORITY|AZURE_OPENAI_DEPLOYMENT|ORGANISER_MAILBOX_)/;
    expect(settings.filter(({ name, comment }) => comment === '' && !paired.test(name))).toEqual([]);
  });

  test('local mode lists the same settings of the app', () => {
    const names = (path: string): readonly string[] => envFile(path).settings.map(({ name }) => name);
    expect(names('.env.local')).toEqual(names('.env.prod.example'));
  });

  test.each(['.env.dev', '.env.local', '.env.prod.example', '.env.sample'])('%s holds no secret', (path) => {
    const { deployment, settings } = envFile(path);
    const secrets = [...deployment, ...settings].filter(({ name }) => /PASSWORD|SECRET/.test(name));
    expect(secrets.filter(({ value }) => value !== '')).toEqual([]);
  });

  test('local mode leaves BOT_ID empty', () => {
    expect(envFile('.env.local').settings.find(({ name }) => name === 'BOT_ID')?.value).toBe('');
  });
});
