import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT, filesBelow, sourcesBelow } from './sources.js';

const sources = sourcesBelow('src');
const tests = sourcesBelow('tests');
const scripts = filesBelow('scripts');

/** Files that may be long, and why. */
const LONG: Readonly<Record<string, string>> = {
  'src/tab/text/en.ts':
    'every sentence of the tab in one language; splitting it would hide what is missing in the other',
  'src/tab/text/cy.ts': 'the Welsh half of the same',
  'src/domain/question/triage/danger-words.ts': 'one lexicon of danger; a rule is read beside its neighbours',
  'tests/support/connector-double.ts': 'one double of one protocol',
  'tests/cli/care.test.ts': 'every command that keeps the store, on one seeded desk',
};
const LIMIT_LINES = 300;

test('no source file is over 300 lines unless it is on the list with a reason', () => {
  const long = [...sources, ...tests].filter(
    ({ path, lines }) => lines > LIMIT_LINES && LONG[path] === undefined,
  );
  expect(long.map(({ path, lines }) => `${path}: ${String(lines)}`)).toEqual([]);
});

test('no file of the list of long ones has become short or gone', () => {
  const stale = Object.keys(LONG).filter(
    (path) =>
      !existsSync(join(ROOT, path)) ||
      readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1 <= LIMIT_LINES,
  );
  expect(stale).toEqual([]);
});

test('nothing is put off by a note in the code', () => {
  const note = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
  const found = [...sources, ...tests].filter(
    ({ path, text }) => path !== 'tests/architecture/house.test.ts' && note.test(text),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('no test is left out, and none runs alone', () => {
  const faults = tests
    .filter(({ path }) => path.endsWith('.test.ts') || path.endsWith('.contract.ts'))
    .flatMap(({ path, text }) => leftOut(path, text));
  expect(faults).toEqual([]);
});

test('the environment is read by src/config.ts alone', () => {
  const readers = sources.filter(
    ({ path, text }) => path !== 'src/config.ts' && readsEnvironment(path, text),
  );
  expect(readers.map(({ path }) => path)).toEqual([]);
});

test('nothing is exported by default and nothing by the armful', () => {
  const faults = sources
    .filter(({ path }) => !path.endsWith('vite.config.ts'))
    .filter(({ path, text }) =>
      parse(path, text).statements.some(
        (statement) =>
          ts.isExportAssignment(statement) ||
          (ts.isExportDeclaration(statement) && !statement.exportClause) ||
          isDefault(statement),
      ),
    );
  expect(faults.map(({ path }) => path)).toEqual([]);
});

test('scripts that npm runs stand in scripts/', () => {
  const { scripts: commands } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = Object.values(commands).flatMap((line) => line.match(/scripts\/[\w.-]+/g) ?? []);
  expect(named.filter((path) => !scripts.includes(path))).toEqual([]);
});

const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);

const isDefault = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false);

/** `it.only`, `fdescribe`; and `it.skip`, `xtest` whose title has no "because" that says why. */
function leftOut(path: string, text: string): string[] {
  const faults: string[] = [];
  walk(parse(path, text), (node) => {
    if (!ts.isCallExpression(node)) return;
    const called = node.expression.getText();
    if (/^(fit|fdescribe)$|\.only(\.|$)/.test(called)) faults.push(`${path}: ${called}`);
    const skips = /^(xit|xtest|xdescribe)$|^(it|test|describe)\.(skip|todo)(\.|$)/.test(called);
    if (skips && !/because|: /.test(node.arguments[0]?.getText() ?? ''))
      faults.push(`${path}: ${called} without a reason in its title`);
  });
  return faults;
}

function readsEnvironment(path: string, text: string): boolean {
  let reads = false;
  walk(parse(path, text), (node) => {
    if (
      ts.isPropertyAccessExpression(node) &&
      node.name.text === 'env' &&
      /^(process|globalThis\.process|import\.meta)$/.test(node.expression.getText())
    ) {
      reads = true;
    }
    if (ts.isImportDeclaration(node) && /['"](node:)?process['"]/.test(node.moduleSpecifier.getText()))
      reads = true;
  });
  return reads;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}
