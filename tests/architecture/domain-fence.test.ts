import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './sources.js';

const FOLDER = join(ROOT, 'src', 'domain');
const configFile = join(FOLDER, 'tsconfig.json');
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)).config,
  ts.sys,
  FOLDER,
);

/** Compiles one more file of the domain, which is never written to disk, under the domain's own settings. */
function faultsOf(text: string): string[] {
  const file = join(FOLDER, 'shared', 'one-more.ts');
  const host = ts.createCompilerHost(options);
  const original = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name.endsWith('one-more.ts')
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023)
      : original(name, ...rest);
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name.endsWith('one-more.ts') || exists(name);
  const program = ts.createProgram(
    [file],
    { ...options, noEmit: true, composite: false, emitDeclarationOnly: false },
    host,
  );
  const source = program.getSourceFile(file);
  return [...program.getSemanticDiagnostics(source), ...program.getSyntacticDiagnostics(source)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '),
  );
}

test('a plain rule compiles inside the fence', () => {
  expect(
    faultsOf(
      `import type { Instant } from './time.js';\nexport const same = (a: Instant, b: Instant): boolean => a === b;`,
    ),
  ).toEqual([]);
});

test.each([
  ['the network', `export const reach = () => fetch('https://example.org');`, 'fetch'],
  ['the process', `export const place = () => process.cwd();`, 'process'],
  ['a timer', `export const later = () => setTimeout(() => 1, 10);`, 'setTimeout'],
  ['the page', `export const title = () => document.title;`, 'document'],
  ['the console', `export const tell = () => console.log('x');`, 'console'],
  ['a file', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`, 'node:fs'],
  ['bytes of Node', `export const bytes = Buffer.from('x');`, 'Buffer'],
])('the domain cannot reach %s', (_, text, word) => {
  expect(faultsOf(text).join('\n')).toContain(word);
});
