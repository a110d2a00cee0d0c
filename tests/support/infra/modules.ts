import type { Node } from 'web-tree-sitter';
import { bare, declarations, kids, properties, walk } from './bicep.js';

/** A Bicep file: its path from `infra/`, and its tree. */
export interface BicepFile {
  readonly path: string;
  readonly root: Node;
}

/** What is wrong where one file calls another: parameters not given or not known, outputs that do not exist. */
export function moduleFaults(main: BicepFile, files: readonly BicepFile[]): readonly string[] {
  const called = [...declarations(main.root, 'module_declaration')].map(([symbol, node]) => {
    const path = kids(node).find((child) => child.type === 'string');
    return { symbol, node, file: files.find((file) => file.path === (path ? bare(path) : '')) };
  });
  const missing = called.filter(({ file }) => !file).map(({ symbol }) => `module ${symbol} is no file`);
  const wrong = called.flatMap(({ symbol, node, file }) => (file ? callFaults(symbol, node, file) : []));
  const outputs = new Map(called.map(({ symbol, file }) => [symbol, file]));
  return [...missing, ...wrong, ...outputFaults(main.root, outputs)];
}

function callFaults(symbol: string, node: Node, file: BicepFile): readonly string[] {
  const body = kids(node).find((child) => child.type === 'object');
  const params = body && properties(body).get('params');
  const given = new Set(params ? properties(params).keys() : []);
  const declared = declarations(file.root, 'parameter_declaration');
  const required = [...declared].filter(([, param]) => !param.text.includes('=')).map(([name]) => name);
  return [
    ...required.filter((name) => !given.has(name)).map((name) => `module ${symbol} is not given ${name}`),
    ...[...given].filter((name) => !declared.has(name)).map((name) => `module ${symbol} takes no ${name}`),
  ];
}

function outputFaults(root: Node, modules: ReadonlyMap<string, BicepFile | undefined>): readonly string[] {
  const uses = [...root.text.matchAll(/\b(\w+)\.outputs\.(\w+)/g)];
  return uses.flatMap(([, symbol = '', output = '']) => {
    const file = modules.get(symbol);
    const exists = file !== undefined && declarations(file.root, 'output_declaration').has(output);
    return exists ? [] : [`${symbol} has no output ${output}`];
  });
}

/** Names of the language and its functions that need no declaration. */
const BUILT_IN = new Set(
  [
    'resourceGroup',
    'subscription',
    'tenant',
    'environment',
    'guid',
    'subscriptionResourceId',
    'split',
    'union',
  ].concat([
    'items',
    'map',
    'toObject',
    'empty',
    'minLength',
    'maxLength',
    'minValue',
    'maxValue',
    'description',
    'secure',
  ]),
);

/** Names that are used and never declared. */
export function undeclaredNames(root: Node): readonly string[] {
  const kinds = ['parameter', 'variable', 'resource', 'module', 'output'].map(
    (kind) => `${kind}_declaration`,
  );
  const declared = new Set(kinds.flatMap((kind) => [...declarations(root, kind).keys()]));
  const local = walk(root)
    .filter((node) => ['lambda_expression', 'for_statement'].includes(node.type))
    .map((node) => kids(node)[0]?.text ?? '');
  const names = walk(root).filter((node) => node.type === 'identifier' && !isPropertyName(node));
  const unknown = names.filter(
    ({ text }) => !declared.has(text) && !local.includes(text) && !BUILT_IN.has(text),
  );
  return [
    ...new Set(unknown.map((node) => `line ${node.startPosition.row + 1}: ${node.text} is not declared`)),
  ];
}

function isPropertyName(node: Node): boolean {
  const parent = node.parent;
  return parent?.type === 'object_property' && parent.namedChild(0)?.id === node.id;
}
