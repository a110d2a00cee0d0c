import type { Turned } from '../support/connector-double.js';
import { startTestService, type Known, type RunningService } from '../support/service.js';

/** What people and programs type that nobody planned for. */
const WORDS: Readonly<Record<string, string>> = {
  nothing: '',
  nonsense: 'xyzzy plugh 42 ??',
  emoji: '👩🏽‍🚒🇬🇧🏴󠁧󠁢󠁷󠁬󠁳󠁿 🙂‍↕️',
  html: '<img src=x onerror=alert(1)><b>bold</b><at>Briefing Desk</at>',
  markdown: '[click](https://evil.test) **x** ![i](https://evil.test/i.png)',
  template: '${$root} ${if(true, "x", "y")} {{x}} __proto__ constructor',
  'right to left': '\u202Eأين يقع الاجتماع؟\u202C שלום',
  'control characters': 'a\u0000b\u0007c\u001B[31m\uFFFF\uD800',
  'many spaces': `${' \t\n'.repeat(500)}x`,
  'a hundred thousand letters': 'long words '.repeat(9_091).slice(0, 100_000),
};

let desk: RunningService;
let attendee: Known;
let boss: Known;

beforeAll(async () => {
  desk = await startTestService();
  attendee = await desk.known({ name: 'Arthur Attendee' });
  boss = await desk.known({
    name: 'Cora Coordinator',
    roles: [{ role: 'coordinator' }, { role: 'regional-lead' }],
  });
});
afterAll(() => desk.close());

function expectReply(answer: Turned, typed: string): void {
  expect({ typed: typed.slice(0, 60), status: answer.status }).toEqual({
    typed: typed.slice(0, 60),
    status: 200,
  });
  expect({ typed: typed.slice(0, 60), replies: answer.sent.length }).toEqual({
    typed: typed.slice(0, 60),
    replies: 1,
  });
  expect(answer.words.trim()).not.toBe('');
  for (const card of answer.cards) expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(50_000);
}

describe.each(Object.entries(WORDS))('%s', (_name, words) => {
  test('after every command gets one reply, whoever types it', async () => {
    for (const { name } of desk.service.commands) {
      for (const who of [attendee, boss])
        expectReply(await desk.connector.say(who, `${name} ${words}`), `${name} ${words}`);
    }
  });

  test('alone gets one reply', async () => {
    expectReply(await desk.connector.say(attendee, words), words);
  });
});

test('every command and other name answers alone, in capitals and with a full stop', async () => {
  for (const { name, aliases = [] } of desk.service.commands) {
    for (const typed of [name, ...aliases]) {
      expectReply(await desk.connector.say(boss, typed), typed);
      expectReply(await desk.connector.say(boss, `  ${typed.toUpperCase()}. `), typed);
    }
  }
});

test('every command’s own example is understood', async () => {
  for (const { example } of desk.service.commands) {
    const answer = await desk.connector.say(boss, example);
    expectReply(answer, example);
    expect({ example, words: answer.words }).not.toMatchObject({
      words: expect.stringMatching(/Not quite|did not understand/) as unknown,
    });
  }
});

test('a slip of the keyboard gets the two nearest commands', async () => {
  const answer = await desk.connector.say(attendee, 'regster');
  expect(answer.words).toContain('register');
  expect(answer.words).toMatch(/nearest/);
});

test('what is too long to ask comes back whole enough to send again, with the limit named', async () => {
  const answer = await desk.connector.say(attendee, `ask ${WORDS['a hundred thousand letters'] ?? ''}`);
  expect(answer.words).toMatch(/4000|4,000/);
  expect(answer.words).toContain('call 999');
});

test('nothing of all this was kept as an error', () => {
  expect(desk.log.filter(({ level }) => level === 'error')).toEqual([]);
});
