import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessFrom } from '../../src/cli/store.js';
import { runWith } from './desk-setup.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'no-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const desk = (words: string, dataDir: string) => {
  const environment = { DATA_DIR: dataDir };
  return runWith(accessFrom(environment), words, [], environment);
};

test.each([
  'export corrections',
  'export record',
  'export person --email ada@example.org',
  'export registrations --briefing NW-2027-02 --lead ada@example.org',
])(
  '“desk %s” where no store is says which folder it looked in, with status 1, and makes none',
  async (words) => {
    const dataDir = join(folder, 'nowhere');
    const failed = await desk(words, dataDir);
    expect(failed).toMatchObject({ status: 1, stdout: [] });
    expect(failed.stderr).toEqual([
      `There is no database in ${dataDir}. Set DATA_DIR to the folder of the service, or DATABASE_URL to its server; if it has never run, start it first.`,
    ]);
    expect(existsSync(dataDir)).toBe(false);
  },
);

test('a folder without a store in it stays as it is', async () => {
  mkdirSync(join(folder, 'empty'));
  expect(await desk('export corrections', join(folder, 'empty'))).toMatchObject({ status: 1, stdout: [] });
  expect(readdirSync(join(folder, 'empty'))).toEqual([]);
});

test('a store that “desk migrate” has made is exported, empty as it is', async () => {
  const dataDir = join(folder, 'made');
  expect(await desk('migrate', dataDir)).toMatchObject({ status: 0 });
  expect(await desk('export corrections', dataDir)).toMatchObject({ status: 0, stdout: [] });
}, 60_000);
