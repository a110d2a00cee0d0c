import { readFileSync } from 'node:fs';
import { commandLists } from '../../src/bot/manifest-commands.js';
import { readableCommandTable } from '../support/command-table.js';

const { commands } = readableCommandTable();
const manifest = JSON.parse(readFileSync('appPackage/manifest.json', 'utf8')) as {
  bots: [{ commandLists: unknown }];
};
const welsh = JSON.parse(readFileSync('appPackage/cy.json', 'utf8')) as Record<string, string>;

test('the manifest offers exactly the commands of the table, in its order and words', () => {
  expect(manifest.bots[0].commandLists).toEqual(commandLists(commands));
});

test('the Welsh file describes the same commands in the words of the table', () => {
  const expected = commandLists(commands, 'cy').flatMap((list, at) =>
    list.commands.map(({ description }, index) => [
      `bots[0].commandLists[${String(at)}].commands[${String(index)}].description`,
      description,
    ]),
  );
  const found = Object.entries(welsh).filter(([key]) => /^bots\[0\]\.commandLists.*description$/.test(key));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test('every command of the design is in the table', () => {
  const design =
    'schedule briefings briefing move cancel presenter topics approvals attendance referrals contacts queue register my_briefings withdraw ask my_questions my_team area guidance statement forget_me help english cymraeg circulate return';
  const names = commands.map(({ name }) => name);
  expect(
    design
      .split(' ')
      .map((name) => name.replace('_', ' '))
      .filter((name) => !names.includes(name)),
  ).toEqual([]);
});

test('a command is described in at most 128 characters, the limit of the manifest', () => {
  expect(
    commands.filter(({ description }) => Math.max(description.en.length, description.cy.length) > 128),
  ).toEqual([]);
});
