/**
 * `npm run screenshots`: plays the story on a service of its own and takes the pictures in docs/images/ again.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, ensureInstalled } from './install.mjs';

await ensureInstalled();
const { build } = await import('esbuild');
const outfile = join(ROOT, '.cache/screenshots/run.mjs');
await build({
  absWorkingDir: ROOT,
  entryPoints: ['tests/local/tour/screenshots.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [outfile], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
