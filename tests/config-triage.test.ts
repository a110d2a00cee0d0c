import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_THRESHOLDS } from '../src/domain/question/triage.js';
import { ConfigError, readLocalConfig, readTriageConfig, type Environment } from '../src/config.js';

const read = (environment: Environment) => readTriageConfig(environment, { secondOpinion: true });

function faultsOf(environment: Environment, reader: (given: Environment) => unknown = read): string {
  try {
    reader(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.join('\n');
    throw error;
  }
  return '';
}

describe('the thresholds of triage', () => {
  test('stay as measured where nothing is set', () => {
    expect(read({}).thresholds).toEqual(DEFAULT_THRESHOLDS);
    expect(readLocalConfig({}).thresholds).toEqual(DEFAULT_THRESHOLDS);
  });

  test('are taken from the settings, each alone', () => {
    const all = {
      TRIAGE_SURE: '0.7',
      TRIAGE_EMERGENCY: '.1',
      TRIAGE_UNEASE: '0',
      TRIAGE_PERSONAL: '0.5',
      TRIAGE_FIT: '0.2',
    };
    expect(readLocalConfig(all).thresholds).toEqual({
      ...DEFAULT_THRESHOLDS,
      sure: 0.7,
      emergency: 0.1,
      unease: 0,
      personal: 0.5,
      fit: 0.2,
    });
    expect(read({ TRIAGE_FIT: '0.2' }).thresholds).toEqual({ ...DEFAULT_THRESHOLDS, fit: 0.2 });
  });

  test.each(['1.1', '-0.1', '0,5', '50 %', 'high', '1e-1', 'NaN', 'Infinity', '0x1'])(
    'that read %s are refused, and it is said what to write',
    (value) => {
      for (const name of [
        'TRIAGE_SURE',
        'TRIAGE_EMERGENCY',
        'TRIAGE_UNEASE',
        'TRIAGE_PERSONAL',
        'TRIAGE_FIT',
      ])
        expect(faultsOf({ [name]: value })).toMatch(
          new RegExp(`${name} must be a number .*such as 0\\.05, not "`),
        );
    },
  );

  test('may make the watch for danger keener, never weaker than its floor', () => {
    expect(read({ TRIAGE_EMERGENCY: '0.5', TRIAGE_UNEASE: '0.2' }).thresholds).toMatchObject({
      emergency: 0.5,
      unease: 0.2,
    });
    for (const set of [{ TRIAGE_EMERGENCY: '0.51' }, { TRIAGE_UNEASE: '0.21' }, { TRIAGE_PERSONAL: '0.51' }])
      expect(faultsOf(set)).toContain('weaken the watch for danger');
    expect(faultsOf({ TRIAGE_EMERGENCY: '0' })).toContain('above 0');
  });
});

describe('the sentence encoder', () => {
  test('is on unless it is switched off, in local mode and in production alike', () => {
    expect(read({}).embeddings).toBe(true);
    expect(read({ TRIAGE_EMBEDDINGS: '' }).embeddings).toBe(true);
    expect(read({ TRIAGE_EMBEDDINGS: 'on' }).embeddings).toBe(true);
    expect(read({ TRIAGE_EMBEDDINGS: 'off' }).embeddings).toBe(false);
    expect(readLocalConfig({}).embeddings).toBe(true);
    expect(readLocalConfig({ TRIAGE_EMBEDDINGS: 'off' }).embeddings).toBe(false);
  });

  test.each(['no', 'false', '0', 'of', 'on, off'])(
    'is not switched by %s, and it is said what to write',
    (value) => {
      expect(faultsOf({ TRIAGE_EMBEDDINGS: value })).toMatch(/TRIAGE_EMBEDDINGS .*one of on, off/);
    },
  );
});

describe('the second opinion', () => {
  const endpoint = {
    AZURE_OPENAI_ENDPOINT: 'https://example.openai.azure.com/',
    AZURE_OPENAI_DEPLOYMENT: 'triage',
  };

  test('is off where nothing is set', () => {
    expect(read({}).secondOpinion).toBeUndefined();
  });

  test('is for general messages once an endpoint is named, by managed identity', () => {
    expect(read({ ...endpoint, BOT_ID: 'the-identity' }).secondOpinion).toEqual({
      endpoint: 'https://example.openai.azure.com',
      deployment: 'triage',
      scope: 'general',
      credential: { kind: 'managed-identity', clientId: 'the-identity' },
    });
  });

  test('takes a key, also from a file, and never shows it in a fault', () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-key-'));
    writeFileSync(join(folder, 'key'), 's3cret-key\n');
    const keyed = { ...endpoint, AZURE_OPENAI_API_KEY_FILE: join(folder, 'key') };
    expect(read(keyed).secondOpinion?.credential).toEqual({ kind: 'key', key: 's3cret-key' });
    expect(faultsOf({ ...keyed, TRIAGE_SECOND_OPINION: 'some' })).not.toContain('s3cret');
    rmSync(folder, { recursive: true });
  });

  test('can be widened and switched off without touching the endpoint', () => {
    expect(read({ ...endpoint, TRIAGE_SECOND_OPINION: 'all' }).secondOpinion).toMatchObject({ scope: 'all' });
    expect(read({ ...endpoint, TRIAGE_SECOND_OPINION: 'off' }).secondOpinion).toBeUndefined();
  });

  test.each<[string, Environment]>([
    ['both or neither', { AZURE_OPENAI_DEPLOYMENT: 'triage' }],
    ['nobody is named', { TRIAGE_SECOND_OPINION: 'general' }],
    ['one of off, general, all', { ...endpoint, TRIAGE_SECOND_OPINION: 'on' }],
    ['must be an https address', { ...endpoint, AZURE_OPENAI_ENDPOINT: 'http://models.example.org' }],
    [
      'the resource alone',
      { ...endpoint, AZURE_OPENAI_ENDPOINT: 'https://example.openai.azure.com/openai/deployments/x' },
    ],
    ['DEBUG is true', { ...endpoint, DEBUG: 'true' }],
  ])('is refused with “%s”: %j', (says, environment) => {
    expect(faultsOf(environment)).toContain(says);
  });

  test('may speak plain http with this very machine alone, for a trial', () => {
    const here = { ...endpoint, AZURE_OPENAI_ENDPOINT: 'http://127.0.0.1:4100' };
    expect(read(here).secondOpinion?.endpoint).toBe('http://127.0.0.1:4100');
  });

  test('needs a key in local mode, which has no managed identity', () => {
    expect(faultsOf(endpoint, readLocalConfig)).toContain('AZURE_OPENAI_API_KEY is missing');
    expect(faultsOf({ ...endpoint, AZURE_OPENAI_API_KEY: 'key' }, readLocalConfig)).toBe('');
  });

  test('is not even read where nobody wants it', () => {
    const off = readTriageConfig({ AZURE_OPENAI_DEPLOYMENT: 'alone' }, { secondOpinion: false });
    expect(off.secondOpinion).toBeUndefined();
  });
});
