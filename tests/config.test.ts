import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CLOUD_MARKS,
  ConfigError,
  SETTINGS,
  isLoopback,
  readLocalConfig,
  readProductionConfig,
  readStoreConfig,
  type Environment,
} from '../src/config.js';

const GUID = '11111111-2222-4333-8444-555555555555';

/** Settings with which production starts, changed by what is given. */
const complete = (changes: Environment = {}): Environment => ({
  PUBLIC_URL: 'https://desk.example.org/',
  DATABASE_URL: 'postgres://desk@database.example.org/desk',
  BOT_ID: GUID,
  BOT_TENANT_ID: GUID,
  GRAPH_CLIENT_ID: GUID,
  GRAPH_TENANT_ID: GUID,
  TAB_CLIENT_ID: GUID,
  ORGANISER_MAILBOX: 'briefings@example.org',
  ...changes,
});

function faultsOf(read: (environment: Environment) => unknown, environment: Environment): readonly string[] {
  try {
    read(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('local mode', () => {
  test('starts with no settings at all, on this machine only', () => {
    expect(readLocalConfig({})).toMatchObject({
      mode: 'local',
      host: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://127.0.0.1:3978',
      dataDir: '.data',
    });
  });

  test.each<[string, Environment]>([
    ['BOT_ID', { BOT_ID: GUID }],
    ['NODE_ENV', { NODE_ENV: 'production' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['HOST', { HOST: '::' }],
    ['HOST', { HOST: '192.168.1.4' }],
    ['HOST', { HOST: 'desk.example.org' }],
    ['HOST', { HOST: '127.0.0.1.example.org' }],
    ...CLOUD_MARKS.map((mark): [string, Environment] => [mark, { [mark]: 'anything' }]),
    ...CLOUD_MARKS.map((mark): [string, Environment] => [mark, { [mark]: '' }]),
  ])('refuses to start because of %s: %j', (name, environment) => {
    const faults = faultsOf(readLocalConfig, environment);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  test('BOT_ID in a file counts as well', () => {
    withFile(GUID, (path) => {
      expect(faultsOf(readLocalConfig, { BOT_ID_FILE: path })).toHaveLength(1);
    });
  });

  test('names all that is wrong at once', () => {
    const environment = {
      BOT_ID: GUID,
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      KUBERNETES_SERVICE_HOST: '10.0.0.1',
      PORT: 'many',
    };
    expect(faultsOf(readLocalConfig, environment)).toHaveLength(5);
  });

  test.each(['127.0.0.1', '127.8.0.1', 'localhost', '::1'])('may bind %s', (host) => {
    expect(readLocalConfig({ HOST: host, PORT: '0' })).toMatchObject({ host, port: 0 });
  });

  test('uses the real calendar service only where it is told of one', () => {
    expect(readLocalConfig({}).graph).toBeUndefined();
    const graph = {
      GRAPH_BASE_URL: 'http://127.0.0.1:4001',
      GRAPH_CLIENT_ID: GUID,
      GRAPH_TENANT_ID: GUID,
      GRAPH_CLIENT_SECRET: 'value~of-it',
    };
    expect(readLocalConfig({ ...graph, ORGANISER_MAILBOX: 'briefings@example.org' }).graph).toMatchObject({
      baseUrl: 'http://127.0.0.1:4001',
    });
    expect(faultsOf(readLocalConfig, { GRAPH_BASE_URL: 'http://127.0.0.1:4001' }).length).toBeGreaterThan(0);
  });
});

describe('production mode', () => {
  test('starts with identity, database and public address', () => {
    expect(readProductionConfig(complete())).toMatchObject({
      mode: 'production',
      publicUrl: 'https://desk.example.org',
      bot: { kind: 'UserAssignedMSI', appId: GUID },
      graph: { credential: { kind: 'managed-identity' }, mailFrom: 'briefings@example.org' },
    });
  });

  test('without settings names everything that is missing at once', () => {
    const faults = faultsOf(readProductionConfig, {}).join('\n');
    const needed = [
      'DATABASE_URL',
      'BOT_ID',
      'BOT_TENANT_ID',
      'GRAPH_CLIENT_ID',
      'GRAPH_TENANT_ID',
      'TAB_CLIENT_ID',
    ];
    expect(needed.filter((name) => !faults.includes(name))).toEqual([]);
  });

  test.each([
    'DATABASE_URL',
    'BOT_ID',
    'BOT_TENANT_ID',
    'GRAPH_CLIENT_ID',
    'GRAPH_TENANT_ID',
    'TAB_CLIENT_ID',
  ])('does not start without %s, nor with an empty one', (name) => {
    for (const value of [undefined, '', '   ']) {
      const faults = faultsOf(readProductionConfig, complete({ [name]: value }));
      expect(faults.join('\n')).toContain(`${name} is missing`);
    }
  });

  test.each<[string, Environment]>([
    ['PUBLIC_URL', { PUBLIC_URL: 'http://desk.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'desk.example.org' }],
    ['BOT_ID', { BOT_ID: 'my-bot' }],
    ['BOT_TYPE', { BOT_TYPE: 'MultiTenant' }],
    ['BOT_PASSWORD', { BOT_TYPE: 'SingleTenant' }],
    ['GRAPH_BASE_URL', { GRAPH_BASE_URL: 'ftp://graph.example.org' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['AZURE_OPENAI_DEPLOYMENT', { AZURE_OPENAI_ENDPOINT: 'https://models.example.org' }],
    ['TRIAGE_SURE', { TRIAGE_SURE: '60 %' }],
  ])('does not start with a wrong %s: %j', (name, changes) => {
    expect(faultsOf(readProductionConfig, complete(changes)).join('\n')).toContain(name);
  });

  test('tells the id of a secret from the secret', () => {
    expect(faultsOf(readProductionConfig, complete({ GRAPH_CLIENT_SECRET: GUID })).join('\n')).toMatch(
      /looks like the id of a secret/,
    );
    expect(readProductionConfig(complete({ GRAPH_CLIENT_SECRET: 'a~value' })).graph.credential).toEqual({
      kind: 'secret',
      secret: 'a~value',
    });
    const bot = { BOT_TYPE: 'SingleTenant', BOT_PASSWORD: GUID };
    expect(faultsOf(readProductionConfig, complete(bot)).join('\n')).toMatch(
      /BOT_PASSWORD looks like the id of a secret/,
    );
  });

  test('takes one mailbox for all regions or one for each', () => {
    const own = Object.fromEntries(
      SETTINGS.filter(({ name }) => name.startsWith('ORGANISER_MAILBOX_')).map(({ name }) => [
        name,
        `${name.toLowerCase()}@example.org`,
      ]),
    );
    expect(Object.keys(own)).toHaveLength(11);
    const { organisers } = readProductionConfig(
      complete({ ORGANISER_MAILBOX: undefined, MAIL_FROM: 'desk@example.org', ...own }),
    ).graph;
    expect(Object.keys(organisers.byRegion)).toHaveLength(11);
    const { ORGANISER_MAILBOX_WALES: _, ...tooFew } = own;
    const { advice } = readProductionConfig(complete({ ORGANISER_MAILBOX: undefined, ...tooFew }));
    expect(advice.join('\n')).toMatch(/ORGANISER_MAILBOX.*Wales/);
  });

  test('starts without an address to send mail from, and says what will not work', () => {
    const own = Object.fromEntries(
      SETTINGS.filter(({ name }) => name.startsWith('ORGANISER_MAILBOX_')).map(({ name }) => [
        name,
        'region@example.org',
      ]),
    );
    const { advice } = readProductionConfig(
      complete({ ORGANISER_MAILBOX: undefined, PUBLIC_URL: undefined, ...own }),
    );
    expect(advice.join('\n')).toContain('MAIL_FROM');
    expect(advice.join('\n')).toContain('PUBLIC_URL');
  });

  test('is frozen once it is read', () => {
    expect(Object.isFrozen(readProductionConfig(complete()))).toBe(true);
  });
});

describe('a secret in a file', () => {
  test('is read without the line end that editors leave', () => {
    withFile('s3cret~value\n', (path) => {
      const { bot } = readProductionConfig(complete({ BOT_TYPE: 'SingleTenant', BOT_PASSWORD_FILE: path }));
      expect(bot.password).toBe('s3cret~value');
    });
  });

  test('that cannot be read stops the start and is named', () => {
    const faults = faultsOf(
      readProductionConfig,
      complete({ DATABASE_URL: undefined, DATABASE_URL_FILE: '/nowhere/database' }),
    );
    expect(faults.join('\n')).toContain('DATABASE_URL_FILE names /nowhere/database');
  });

  test('never shows in what is said of a fault', () => {
    withFile('s3cret~value', (path) => {
      const faults = faultsOf(
        readProductionConfig,
        complete({ BOT_ID: 'wrong', GRAPH_CLIENT_SECRET_FILE: path }),
      );
      expect(faults.join('\n')).not.toContain('s3cret');
    });
  });
});

test('the command line finds the database wherever it is', () => {
  expect(readStoreConfig({})).toMatchObject({ dataDir: '.data' });
  expect(readStoreConfig({ DATABASE_URL: 'postgres://x/y' })).toMatchObject({
    databaseUrl: 'postgres://x/y',
  });
});

test.each(['127.0.0.1.example.org', '1127.0.0.1', '0.0.0.0', '', 'localhost.example.org', '169.254.169.254'])(
  '%s is not this machine',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);

test('every setting is explained in a sentence, once', () => {
  expect(SETTINGS.filter(({ doc }) => !/\.$/.test(doc)).map(({ name }) => name)).toEqual([]);
  expect(new Set(SETTINGS.map(({ name }) => name)).size).toBe(SETTINGS.length);
});

function withFile(text: string, use: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'desk-secret-'));
  const path = join(folder, 'secret');
  writeFileSync(path, text);
  try {
    use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
