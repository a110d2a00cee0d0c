import type { Import } from './sources.js';

/**
 * What the files of one kind may import: files of ours by path, where `<own>` stands for the file's own folder as
 * caught by the first group of `files`, and packages by name (`node:*` is all that comes with Node).
 */
export interface Right {
  readonly room: string;
  readonly files: RegExp;
  readonly ours: readonly string[];
  /** More files of ours, of which types alone may be imported. */
  readonly types?: readonly string[];
  readonly packages: readonly string[] | 'any but bots' | 'any';
}

const BOT_SDKS = /^(botbuilder|botframework-|@microsoft\/teams-ai$)/;
const FEATURE = '^src/features/([^/]+)';
/** Use cases, their ports and their words: files of a feature without a suffix, outside its cards. */
const PLAIN = '<own>/[^/.]+\\.ts';
const LIBRARY = '<own>/library/[^/]+\\.json';
const OWN_CARDS = '<own>/cards/[^/]+\\.ts';
const DOMAIN = 'src/domain/.+';
const CONTRACT = 'src/contract/.+';

/** The import table. The first row whose pattern fits a file is its right; a file without a row has none. */
export const RIGHTS: readonly Right[] = [
  { room: 'domain', files: /^src\/domain\//, ours: [DOMAIN], packages: [] },
  { room: 'contract', files: /^src\/contract\//, ours: [CONTRACT], packages: ['zod'] },
  {
    room: 'settings',
    files: /^src\/(config|settings-reader)\.ts$/,
    ours: [DOMAIN, 'src/settings-reader\\.ts'],
    packages: ['zod', 'node:*'],
  },

  { room: 'ports of a feature', files: new RegExp(`${FEATURE}/ports\\.ts$`), ours: [DOMAIN], packages: [] },
  {
    room: 'store of a feature',
    files: new RegExp(`${FEATURE}/[^/]+\\.postgres\\.ts$`),
    ours: [PLAIN, '<own>/[^/]+\\.postgres\\.ts', 'src/adapters/postgres/.+', DOMAIN],
    packages: ['kysely', 'node:*'],
  },
  {
    room: 'chat of a feature',
    files: new RegExp(`${FEATURE}/[^/]+\\.bot\\.ts$`),
    ours: [
      PLAIN,
      '<own>/[^/]+\\.bot\\.ts',
      OWN_CARDS,
      'src/bot/(kit|card)\\.ts',
      'src/bot/cards/[^/]+\\.card\\.ts',
      DOMAIN,
    ],
    packages: ['zod'],
  },
  {
    room: 'routes of a feature',
    files: new RegExp(`${FEATURE}/[^/]+\\.http\\.ts$`),
    ours: [PLAIN, '<own>/[^/]+\\.http\\.ts', 'src/http/kit\\.ts', CONTRACT, DOMAIN],
    packages: ['zod'],
  },
  {
    room: 'jobs of a feature',
    files: new RegExp(`${FEATURE}/[^/]+\\.jobs\\.ts$`),
    ours: [PLAIN, '<own>/[^/]+\\.jobs\\.ts', OWN_CARDS, 'src/jobs/kit\\.ts', DOMAIN],
    packages: ['zod'],
  },
  {
    room: 'cards of a feature',
    files: new RegExp(`${FEATURE}/cards/[^/]+\\.ts$`),
    ours: ['<own>/cards/[^/]+', PLAIN, 'src/bot/(kit|card)\\.ts', DOMAIN],
    packages: [],
  },
  {
    room: 'door of a feature',
    files: new RegExp(`${FEATURE}/index\\.ts$`),
    ours: ['<own>/.+', 'src/(bot|http|jobs)/kit\\.ts', 'src/adapters/postgres/.+', DOMAIN],
    packages: [],
  },
  {
    room: 'use case',
    files: new RegExp(`${FEATURE}/[^/.]+\\.ts$`),
    ours: [PLAIN, LIBRARY, DOMAIN],
    packages: [],
  },

  {
    room: 'adapter',
    files: /^src\/adapters\/([^/]+)\//,
    ours: ['<own>/.+', DOMAIN],
    packages: 'any but bots',
  },
  {
    room: 'adapter of local mode',
    files: /^src\/bot\/loopback-adapter\.ts$/,
    ours: [],
    packages: ['botbuilder'],
  },
  {
    room: 'bot',
    files: /^src\/bot\//,
    ours: ['src/bot/(?!loopback-adapter).+', 'src/config\\.ts', DOMAIN],
    packages: 'any',
  },
  {
    room: 'http',
    files: /^src\/http\//,
    ours: ['src/http/.+', 'src/bot/guard\\.ts', CONTRACT, DOMAIN],
    packages: ['zod', 'jose', 'restify', 'helmet', 'prom-client', 'node:*'],
  },
  { room: 'jobs', files: /^src\/jobs\//, ours: ['src/jobs/.+', DOMAIN], packages: ['zod', 'pg-boss'] },

  {
    room: 'command line',
    files: /^src\/cli\//,
    ours: [
      'src/(cli|features|adapters|domain|contract|jobs|http|bot)/.+',
      'src/(config|compose(-\\w+)?)\\.ts',
    ],
    packages: 'any but bots',
  },
  { room: 'tab', files: /^src\/tab\//, ours: ['src/tab/.+', CONTRACT], packages: 'any but bots' },
  {
    room: 'local page',
    files: /^src\/local\/page\//,
    ours: ['src/local/page/.+', CONTRACT],
    types: ['src/local/.+'],
    packages: 'any but bots',
  },
  {
    room: 'local mode',
    files: /^src\/local\//,
    ours: ['src/(?!tab/|local/page/).+'],
    packages: 'any but bots',
  },
  {
    room: 'composition',
    files: /^src\/(compose(-\w+)?|start|main)\.ts$/,
    ours: ['src/(?!local/|tab/|bot/loopback-adapter).+'],
    packages: 'any but bots',
  },
];

/** The row for a file. */
export const rightOf = (path: string): Right | undefined => RIGHTS.find(({ files }) => files.test(path));

/** True when a file may import that. */
export function mayImport(path: string, { file, pack, typeOnly }: Import): boolean {
  const right = rightOf(path);
  if (!right) return false;
  if (file !== undefined) {
    const open = typeOnly ? [...right.ours, ...(right.types ?? [])] : right.ours;
    return open.some((pattern) => new RegExp(`^${ownOf(path, right, pattern)}$`).test(file));
  }
  if (right.packages === 'any') return true;
  if (right.packages === 'any but bots') return !BOT_SDKS.test(pack ?? '');
  return right.packages.includes(pack ?? '');
}

function ownOf(path: string, { files }: Right, pattern: string): string {
  const name = files.exec(path)?.[1] ?? '';
  const kind = path.startsWith('src/adapters/') ? 'adapters' : 'features';
  return pattern.replace('<own>', `src/${kind}/${name}`);
}
