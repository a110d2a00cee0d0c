import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildTab } from '../support/tab-site.js';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const KB = 1_000;
const THIRD_PARTY = /^(react|zod|teams)-/;

/** The scripts that a page needs before it shows anything, by the manifest of the build. */
function initialFiles(manifest: Readonly<Record<string, Chunk>>, entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const needed of chunk.imports ?? []) visit(needed);
  };
  for (const entry of entries) visit(entry);
  return [...seen].filter((file) => file.endsWith('.js'));
}

describe('what the tab weighs', () => {
  let folder = '';
  let manifest: Record<string, Chunk> = {};
  const weigh = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
  const weightOf = (...entries: string[]): number =>
    initialFiles(manifest, ['index.html', ...entries]).reduce((sum, file) => sum + weigh(file), 0);

  beforeAll(async () => {
    folder = await buildTab();
    manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<
      string,
      Chunk
    >;
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('the guidance library needs at most 230 kB of script inside Teams', () => {
    const weight = weightOf('pages/guidance/GuidancePage.tsx', 'host/teams.ts');
    expect(weight).toBeGreaterThan(50 * KB);
    expect(weight).toBeLessThanOrEqual(230 * KB);
  });

  test.each(['panel/PanelPage', 'me/MePage', 'register/RegisterPage', 'team/TeamPage', 'stage/StagePage'])(
    'the page %s needs at most 260 kB of script inside Teams',
    (page) => {
      expect(weightOf(`pages/${page}.tsx`, 'host/teams.ts')).toBeLessThanOrEqual(260 * KB);
    },
  );

  test('outside Teams the library of Teams is not loaded', () => {
    const files = initialFiles(manifest, ['index.html', 'pages/guidance/GuidancePage.tsx']);
    expect(files.filter((file) => file.includes('teams'))).toEqual([]);
  });

  test('no chunk is over 150 kB', () => {
    const files = Object.values(manifest).map(({ file }) => file);
    expect([...new Set(files)].filter((file) => file.endsWith('.js') && weigh(file) > 150 * KB)).toEqual([]);
    expect(files.some((file) => THIRD_PARTY.test(file.replace('assets/', '')))).toBe(true);
  });

  test('the page has no inline script', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBeNull();
  });
});
