import { mayImport, rightOf } from './rights.js';
import { readSource, sourcesBelow } from './sources.js';

const sources = sourcesBelow('src');
const inProject = new Set(sources.map(({ path }) => path));

test('every source file has a place in the import table', () => {
  expect(sources.filter(({ path }) => rightOf(path) === undefined).map(({ path }) => path)).toEqual([]);
});

test('no file imports what its room may not', () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports
      .filter((entry) => !mayImport(path, entry))
      .map(({ specifier }) => `${path} (${rightOf(path)?.room ?? 'no room'}) imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['src/domain/briefing/code.ts', `import { z } from 'zod';`],
  ['src/domain/briefing/code.ts', `const late = () => import('node:fs');`],
  ['src/features/questions/ask-question.ts', `import { sql } from 'kysely';`],
  ['src/features/questions/ask-question.ts', `import { see } from '../briefings/see-briefings.js';`],
  [
    'src/features/questions/ask-question.ts',
    `import type { Db } from '../../adapters/postgres/database.js';`,
  ],
  ['src/features/questions/questions.bot.ts', `export { x } from '../../http/kit.js';`],
  ['src/features/questions/questions.http.ts', `import { TurnContext } from 'botbuilder';`],
  ['src/adapters/graph/meetings.ts', `import { transact } from '../postgres/database.js';`],
  ['src/adapters/graph/meetings.ts', `import type { Meetings } from '../../features/briefings/ports.js';`],
  ['src/compose.ts', `import { seed } from './local/seed.js';`],
  ['src/main.ts', `import { loopbackAdapter } from './bot/loopback-adapter.js';`],
  ['src/tab/app/App.tsx', `import { readLocalConfig } from '../../config.js';`],
])('%s may not say %s', (path, text) => {
  const { imports } = readSource(path, text);
  expect(imports.map((entry) => mayImport(path, entry))).toEqual([false]);
});

test('no chain of imports leads back to where it began', () => {
  const edges = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.flatMap(({ file }) =>
        [file, file?.replace(/\.ts$/, '.tsx')].filter((name) => name !== undefined && inProject.has(name)),
      ) as string[],
    ]),
  );
  expect(ringsOf(edges)).toEqual([]);
});

/** Every ring of imports, found by depth-first search. */
function ringsOf(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (node: string, trail: readonly string[]): void => {
    if (trail.includes(node)) {
      rings.push([...trail.slice(trail.indexOf(node)), node].join(' → '));
      return;
    }
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return rings;
}
