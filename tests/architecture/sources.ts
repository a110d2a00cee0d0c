import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** One file of ours and what it imports, as TypeScript's own scanner sees it. */
export interface SourceFile {
  /** Below the repository's root, with forward slashes: `src/http/api.ts`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export interface Import {
  /** As written: `../domain/shared/ids.js`, `zod`. */
  readonly specifier: string;
  /** A file of ours, as far as it can be told from the specifier; undefined for packages. */
  readonly file?: string;
  /** The package's name without what follows it; undefined for files of ours. */
  readonly pack?: string;
  /** True where nothing but types is imported, so that nothing is loaded. */
  readonly typeOnly: boolean;
}

/** All TypeScript files below a folder, declarations left out. */
export function sourcesBelow(folder: string): readonly SourceFile[] {
  return filesBelow(folder)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => readSource(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** The paths of all files below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function readSource(path: string, text: string): SourceFile {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  const types = typeImportsOf(path, text);
  const imports = importedFiles.map(({ fileName, end }) => ({
    ...describeImport(path, fileName),
    typeOnly: types.has(end + 2),
  }));
  return { path, text, lines: text.split('\n').length - 1, imports };
}

/** Where the specifiers of `import type` end in the text, quotes included. */
function typeImportsOf(path: string, text: string): ReadonlySet<number> {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023);
  const typeImports = statements.filter(
    (statement): statement is ts.ImportDeclaration =>
      ts.isImportDeclaration(statement) &&
      statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
  );
  return new Set(typeImports.map(({ moduleSpecifier }) => moduleSpecifier.end));
}

function describeImport(from: string, specifier: string): Omit<Import, 'typeOnly'> {
  if (specifier.startsWith('.')) {
    const file = posix
      .normalize(posix.join(dirname(from), specifier.replace(/\?.*$/, '')))
      .replace(/\.js$/, '.ts');
    return { specifier, file };
  }
  const [first = '', second = ''] = specifier.split('/');
  return {
    specifier,
    pack: first.startsWith('@') ? `${first}/${second}` : first.startsWith('node:') ? 'node:*' : first,
  };
}
