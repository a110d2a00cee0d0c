import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
const TYPES = new URL('./resource-types/', import.meta.url);

/** Property name → type; `!` at the end marks what must be given, `[]` a list, ` | ` the allowed words. */
type PropertyTypes = Readonly<Record<string, string>>;

interface ResourceType {
  readonly resource: string;
  readonly types: Readonly<Record<string, PropertyTypes>>;
}

/** Properties the language itself adds to every resource. */
const LANGUAGE_PROPERTIES: PropertyTypes = { parent: 'any', scope: 'any', dependsOn: 'any' };

let language: Promise<Language> | undefined;

/** Parses Bicep. The tree is the caller's to read; nothing is evaluated. */
export async function parseBicep(source: string): Promise<Node> {
  language ??= loadLanguage();
  const loaded = await language;
  const parser = new Parser();
  parser.setLanguage(loaded);
  const tree = parser.parse(source);
  if (!tree) throw new Error('the parser gave no tree');
  return tree.rootNode;
}

async function loadLanguage(): Promise<Language> {
  await Parser.init();
  // Bytes, not a path: given a path the package imports a module while it runs, which the test runner refuses.
  return Language.load(readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
}

/** Where the syntax is wrong: `line 3: …`. */
export function syntaxFaults(root: Node): readonly string[] {
  if (!root.hasError) return [];
  const broken = walk(root).filter((node) => node.isError || node.isMissing);
  return broken.map((node) => `line ${line(node)}: not valid Bicep near "${node.text.slice(0, 40)}"`);
}

/** Every node under that one, and itself. */
export function walk(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap((child) => walk(child))];
}

/** The named children, none of them null. */
export const kids = (node: Node): readonly Node[] => node.namedChildren;

/** The text of a string or a name, without quotes. */
export const bare = (node: Node): string => node.text.replace(/^'|'$/g, '');

/** The declarations of a kind with their names. */
export function declarations(root: Node, kind: string): ReadonlyMap<string, Node> {
  const found = root.descendantsOfType(kind);
  return new Map(found.map((node) => [kids(node)[0]?.text ?? '', node]));
}

/** The properties of an object: name → value. */
export function properties(object: Node): ReadonlyMap<string, Node> {
  const entries = kids(object).filter((node) => node.type === 'object_property');
  return new Map(entries.map((entry) => [bare(kids(entry)[0] ?? entry), kids(entry).at(-1) ?? entry]));
}

/** What is wrong with the properties of the resources in a file, by the property names in `resource-types/`. */
export function resourceFaults(root: Node, types: ReadonlyMap<string, ResourceType>): readonly string[] {
  const variables = declarations(root, 'variable_declaration');
  return [...declarations(root, 'resource_declaration')].flatMap(([symbol, node]) => {
    const name = kids(node).find((child) => child.type === 'string');
    const type = types.get(name ? bare(name).toLowerCase() : '');
    if (!name || !type)
      return [`line ${line(node)}: no property names are known for ${name?.text ?? symbol}`];
    const body = walk(node).find((child) => child.type === 'object');
    return body ? objectFaults({ object: body, typeName: 'resource', path: symbol, type, variables }) : [];
  });
}

interface ObjectCheck {
  readonly object: Node;
  readonly typeName: string;
  readonly path: string;
  readonly type: ResourceType;
  readonly variables: ReadonlyMap<string, Node>;
}

function objectFaults({ object, typeName, path, type, variables }: ObjectCheck): readonly string[] {
  const known = type.types[typeName];
  if (!known) return [`line ${line(object)}: ${path} is a ${typeName}, whose property names are not known`];
  if (known['*'] !== undefined) return [];
  const allowed = typeName === 'resource' ? { ...known, ...LANGUAGE_PROPERTIES } : known;
  const given = properties(object);
  const missing = Object.entries(known)
    .filter(([name, expected]) => expected.endsWith('!') && !given.has(name))
    .map(([name]) => `line ${line(object)}: ${path} needs ${name}`);
  const wrong = [...given].flatMap(([name, value]) => {
    const expected = allowed[name]?.replace(/!$/, '');
    if (expected === undefined) return [`line ${line(value)}: ${path} has no property ${name}`];
    return valueFaults(value, expected, { path: `${path}.${name}`, type, variables });
  });
  return [...missing, ...wrong];
}

type ValueCheck = Pick<ObjectCheck, 'path' | 'type' | 'variables'>;

function valueFaults(value: Node, expected: string, check: ValueCheck): readonly string[] {
  const declared = value.type === 'identifier' ? check.variables.get(value.text) : undefined;
  const actual = declared ? (kids(declared)[1] ?? value) : value;
  if (actual.type === 'object') {
    const isOpen = ['any', 'Tags'].includes(expected) || expected.endsWith('Tags');
    return isOpen ? [] : objectFaults({ object: actual, typeName: expected, ...check });
  }
  if (actual.type === 'array') {
    if (!expected.endsWith('[]') && expected !== 'any')
      return [`line ${line(value)}: ${check.path} is not a list`];
    const objects = kids(actual).filter((item) => item.type === 'object');
    return objects.flatMap((object) =>
      objectFaults({ object, typeName: expected.replace(/\[\]$/, ''), ...check }),
    );
  }
  return wordFaults(actual, expected, check.path);
}

function wordFaults(value: Node, expected: string, path: string): readonly string[] {
  const words = expected.split(' | ');
  const isPlainString = value.type === 'string' && !value.text.includes('${');
  if (isPlainString && words.length > 1 && !words.includes('string') && !words.includes(bare(value))) {
    return [`line ${line(value)}: ${path} cannot be ${value.text}; it is one of ${words.join(', ')}`];
  }
  if (value.type === 'boolean' && !['bool', 'any'].includes(expected)) {
    return [`line ${line(value)}: ${path} is a ${expected}, not a boolean`];
  }
  return [];
}

const line = (node: Node): number => node.startPosition.row + 1;

/** The property names of every resource type the infrastructure uses, by `type@version` in lower case. */
export function resourceTypes(): ReadonlyMap<string, ResourceType> {
  const files = readdirSync(TYPES).filter((name) => name.endsWith('.json'));
  const all = files.map((name) => JSON.parse(readFileSync(new URL(name, TYPES), 'utf8')) as ResourceType);
  return new Map(all.map((type) => [type.resource.toLowerCase(), type]));
}
