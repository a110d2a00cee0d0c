import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './sources.js';

/** What would go into a bundle of production, and which packages it would load. */
async function contentsOf(entry: string): Promise<{ files: string[]; packages: string[] }> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'dist',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
    logLevel: 'silent',
  });
  const outputs = Object.values(metafile.outputs);
  return {
    files: Object.keys(metafile.inputs),
    packages: outputs.flatMap(({ imports }) => imports.map(({ path }) => path)),
  };
}

describe.each(['src/main.ts', 'src/cli/desk.ts'])('the bundle of %s', (entry) => {
  test('holds nothing of local mode, the tab or the tests', async () => {
    expect(existsSync(join(ROOT, entry))).toBe(true);
    const { files } = await contentsOf(entry);
    expect(files.filter((file) => /^src\/(local|tab)\/|^tests\/|loopback-adapter/.test(file))).toEqual([]);
  });

  test('holds the triage model itself, for there is no file to read beside it', async () => {
    const { files } = await contentsOf(entry);
    expect(files.filter((file) => file.endsWith('.model.json'))).not.toEqual([]);
  });
});
