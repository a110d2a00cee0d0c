import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { colourIcon, outlineIcon } from '../../scripts/icons.mjs';
import {
  buildPackage,
  fillTemplate,
  packageFaults,
  packageFiles,
  PackageError,
  parseEnvFile,
  translatableKeys,
} from '../../scripts/package.mjs';

type Files = Record<string, Buffer>;
interface Manifest {
  readonly version: string;
  readonly bots: readonly [
    { commandLists: readonly { scopes: readonly string[]; commands: readonly Command[] }[] },
  ];
  readonly authorization: { permissions: { resourceSpecific: readonly { name: string; type: string }[] } };
}
interface Command {
  readonly title: string;
  readonly description: string;
}

const sample = (): Files => packageFiles({ env: 'sample' });
const manifest = JSON.parse(sample()['manifest.json']!.toString()) as Manifest;
const root = new URL('../../', import.meta.url);

/** The sample package with one file changed as text. */
const altered = (name: string, from: string, to: string): Files => {
  const files = sample();
  const text = files[name]!.toString();
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
  return { ...files, [name]: Buffer.from(text.replace(from, to)) };
};

describe('the app package', () => {
  test('is valid by the schema, the icons, the languages and the domains', () => {
    expect(packageFaults(sample())).toEqual([]);
  });

  test.each([
    [
      'a name that is too long',
      'manifest.json',
      '"Briefing Desk"',
      `"${'Briefing Desk '.repeat(4)}"`,
      'name/short',
    ],
    ['a property that does not exist', 'manifest.json', '"supportsFiles"', '"supportsFile"', 'supportsFile'],
    ['an unknown manifest version', 'manifest.json', '"1.29"', '"9.99"', 'no schema is known'],
    ['an id that is no id', 'manifest.json', '00000000-0000-4000-8000-000000000002', 'bot', 'botId'],
    [
      'a tab on another domain',
      'manifest.json',
      'https://briefings.example.org/tab/panel',
      'https://example.com/',
      'validDomains',
    ],
    [
      'a tab without encryption',
      'manifest.json',
      'https://briefings.example.org/tab/panel',
      'http://a.test/',
      'must be https',
    ],
    ['an icon of the wrong size', 'manifest.json', '"color": "color.png"', '"color": "outline.png"', '192'],
    [
      'a missing icon',
      'manifest.json',
      '"color": "color.png"',
      '"color": "none.png"',
      'none.png is not in appPackage',
    ],
    ['a text left in English', 'cy.json', '"name.full"', '"name.fill"', 'name.full is not translated'],
    [
      'a translation of nothing',
      'cy.json',
      'commandLists[1].commands[4]',
      'commandLists[1].commands[9]',
      'no counterpart',
    ],
  ])('would not pass with %s', (_, file, from, to, complaint) => {
    expect(packageFaults(altered(file, from, to)).join('\n')).toContain(complaint);
  });

  test('has the version of the program', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
      version: string;
    };
    expect(manifest.version).toBe(version);
  });

  test('asks for the least: the meeting it is in, and the stage; it reads no chat', () => {
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
      { name: 'MeetingStage.Write.Chat', type: 'Delegated' },
    ]);
  });

  test('offers each scope one list of commands, no longer than Teams shows', () => {
    const lists = manifest.bots[0].commandLists;
    expect(lists.map((list) => list.scopes)).toEqual([['personal'], ['groupChat'], ['team']]);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      for (const { title, description } of commands) {
        expect(title).toMatch(/^[a-z]+( [a-z]+)?$/);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  test('says the same in Welsh, in other words', () => {
    const welsh = JSON.parse(sample()['cy.json']!.toString()) as Record<string, string>;
    const english = manifest.bots[0].commandLists.flatMap((list) =>
      list.commands.map(({ description }) => description),
    );
    const keys = translatableKeys(manifest);
    expect(keys.filter((key) => english.includes(welsh[key] ?? ''))).toEqual([]);
    expect(Object.values(welsh).filter((text) => text.length > 128)).toHaveLength(1);
  });

  test('has icons that are what the script draws', () => {
    expect(sample()['color.png']!.equals(colourIcon())).toBe(true);
    expect(sample()['outline.png']!.equals(outlineIcon())).toBe(true);
  });
});

describe('npm run package', () => {
  const outFolder = mkdtempSync(join(tmpdir(), 'app-package-'));
  afterAll(() => rmSync(outFolder, { recursive: true }));

  test('writes the same bytes twice, with the files at the top', () => {
    const first = buildPackage({ env: 'sample', outFolder });
    const bytes = readFileSync(first.path);
    const second = buildPackage({ env: 'sample', outFolder });
    expect(second.sha256).toBe(first.sha256);
    expect(readFileSync(second.path).equals(bytes)).toBe(true);
    expect(Object.keys(unzipSync(bytes))).toEqual(['color.png', 'cy.json', 'manifest.json', 'outline.png']);
    expect(JSON.parse(Buffer.from(unzipSync(bytes)['manifest.json']!).toString())).toEqual(manifest);
  });

  test('names every variable that has no value', () => {
    expect(() => fillTemplate('"${{ONE}} ${{TWO}} ${{THREE}}"', { TWO: 'x', THREE: '' })).toThrow(
      /ONE\n\s+THREE/,
    );
  });

  test('keeps a value with quotes valid JSON', () => {
    const filled = fillTemplate('{ "name": "${{NAME}}" }', { NAME: 'The "North" \\ Desk' });
    expect(JSON.parse(filled)).toEqual({ name: 'The "North" \\ Desk' });
  });

  test('says which environments there are when asked for another', () => {
    expect(() => packageFiles({ env: 'nowhere' })).toThrow(/env\/\.env\.nowhere.*sample/);
    expect(() => buildPackage({ env: '../secrets' })).toThrow(PackageError);
  });

  test('reads an environment file with comments, blanks and quotes', () => {
    expect(parseEnvFile('# note\nA=1\n\n B = "two words" \nC=\n')).toEqual({ A: '1', B: 'two words', C: '' });
  });
});
