import { readFileSync } from 'node:fs';

/** One `NAME=value` line. */
export interface EnvEntry {
  readonly name: string;
  readonly value: string;
  /** The comment lines right above it. */
  readonly comment: string;
}

/** The two parts of a file in `env/`: what the package and provisioning read, and what `src/config.ts` reads. */
export interface EnvFile {
  readonly deployment: readonly EnvEntry[];
  readonly settings: readonly EnvEntry[];
}

/** Reads `env/<name>`. */
export function envFile(name: string): EnvFile {
  const text = readFileSync(new URL(`../../../env/${name}`, import.meta.url), 'utf8');
  const [deployment = '', settings = ''] = text.split('# === Settings of the app');
  return { deployment: entries(deployment), settings: entries(settings) };
}

function entries(text: string): readonly EnvEntry[] {
  const lines = text.split('\n');
  return lines.flatMap((current, index) => {
    const match = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(current);
    if (!match) return [];
    const above = lines.slice(0, index).reverse();
    const length = above.findIndex((entry) => !entry.startsWith('#'));
    const comment = above.slice(0, length < 0 ? above.length : length).reverse();
    return [{ name: match[1] ?? '', value: match[2] ?? '', comment: comment.join('\n') }];
  });
}
