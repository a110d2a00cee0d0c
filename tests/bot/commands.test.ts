import type { Person } from '../../src/domain/shared/person.js';
import fc from 'fast-check';
import { commandTable, editDistance } from '../../src/bot/commands.js';
import { ANYONE, command, type AnyCommand } from '../../src/bot/kit.js';

const named = (name: string, ...aliases: string[]): AnyCommand =>
  command<string>({
    name,
    aliases,
    usage: name,
    example: name,
    description: { en: name, cy: name },
    scopes: ['personal'],
    who: ANYONE,
    parse: (rest) => ({ kind: 'input', input: rest }),
    run: (_turn, input) => Promise.resolve({ kind: 'text', text: input }),
  });

const table = commandTable([
  named('briefings'),
  named('briefing'),
  named('my briefings'),
  named('my questions'),
  named('schedule'),
  named('move'),
  named('ask', 'gofyn'),
  named('forget me'),
  named('help', 'cymorth'),
]);

const found = (text: string): [string, string] | undefined => {
  const match = table.match(text);
  return match && [match.command.name, match.rest];
};

test.each([
  ['briefing NW-2027-02', 'briefing', 'NW-2027-02'],
  ['briefings north west 2027', 'briefings', 'north west 2027'],
  ['My Briefings', 'my briefings', ''],
  ['  my   briefings!  ', 'my briefings', ''],
  ['move NW-2027-02 to 2027-02-16 18:00', 'move', 'NW-2027-02 to 2027-02-16 18:00'],
  ['Move: NW-2027-02 to 2027-02-16 18:00.', 'move', 'NW-2027-02 to 2027-02-16 18:00.'],
  [
    'schedule 2027 north-west second Tuesday 18:00 presenter a.jones@example.org',
    'schedule',
    '2027 north-west second Tuesday 18:00 presenter a.jones@example.org',
  ],
  ['ask: What should I do about letters?', 'ask', 'What should I do about letters?'],
  ['ASK What now', 'ask', 'What now'],
  ['gofyn beth nesaf', 'ask', 'beth nesaf'],
  ['forget me', 'forget me', ''],
  ['Forget me, please', 'forget me', 'please'],
  ['help', 'help', ''],
  ['/help', 'help', ''],
  ['¿help?', 'help', ''],
])('"%s" is %s with "%s"', (text, name, rest) => {
  expect(found(text)).toEqual([name, rest]);
});

test.each(['', '   ', '???', 'helpful people', 'asking for a friend', 'please help', 'forget', 'my', '😀'])(
  '"%s" is no command',
  (text) => {
    expect(found(text)).toBeUndefined();
  },
);

test('what follows the name is never lost, whatever it is', () => {
  const words = fc
    .string({ minLength: 1, unit: 'grapheme' })
    .map((text) => text.trim())
    .filter((text) => /^[\p{L}\p{N}]/u.test(text));
  fc.assert(fc.property(words, (rest) => found(`ask ${rest}`)?.[1] === rest));
});

const anyone = {
  id: 'p',
  name: 'A',
  audience: 'other',
  language: 'en',
  vetted: false,
  roles: [],
} as unknown as Person;

test('any text at all is answered quickly, and never by a thrown error', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 4000 }),
      (text) => table.nearest(text, anyone).length === 2 && (table.match(text), true),
    ),
    { numRuns: 200 },
  );
  const started = performance.now();
  table.match(`ask${' !'.repeat(20_000)}`);
  table.match('-'.repeat(40_000));
  table.nearest('a'.repeat(4_000), anyone);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test.each([
  ['breifing NW-2027-02', 'briefing'],
  ['shedule 2027 wales', 'schedule'],
  ['halp', 'help'],
  ['my qestions', 'my questions'],
])('somebody who types "%s" is offered %s', (text, name) => {
  expect(table.nearest(text, anyone).map((entry) => entry.name)).toContain(name);
});

test('two commands cannot answer to the same words', () => {
  expect(() => commandTable([named('help'), named('aid', 'help')])).toThrow('two commands are called "help"');
});

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('between "%s" and "%s" lie %i changes', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});
