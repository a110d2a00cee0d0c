import type { Incoming } from '../../src/bot/activity.js';
import { commandTable } from '../../src/bot/commands.js';
import { ANYONE, command, type AnyCommand, type Reply } from '../../src/bot/kit.js';
import type { Alarm, TurnPorts } from '../../src/bot/ports.js';
import { turnPipeline } from '../../src/bot/turn-pipeline.js';
import { brand, type PersonId } from '../../src/domain/shared/ids.js';
import type { Person } from '../../src/domain/shared/person.js';
import type { Instant } from '../../src/domain/shared/time.js';

const PERSON: Person = {
  id: brand<PersonId>('p1'),
  name: 'Pat Person',
  audience: 'other',
  language: 'en',
  vetted: true,
  roles: [],
};
const NOW = '2027-02-09T18:00:00.000Z' as Instant;
const noMail = (): Promise<undefined> => Promise.resolve(undefined);

const incoming = (text: string): Incoming => ({
  type: 'message',
  name: '',
  text,
  value: undefined,
  sender: { channelId: '29:x', name: 'Pat Person' },
  conversationId: 'a:x',
  scope: 'personal',
  deliveryKey: 'a:x/1',
});

const saying = (name: string, overrides: Partial<Parameters<typeof command<string>>[0]> = {}): AnyCommand =>
  command<string>({
    name,
    usage: name,
    example: name,
    description: { en: name, cy: name },
    scopes: ['personal'],
    who: ANYONE,
    parse: (rest) =>
      rest === 'wrong' ? { kind: 'problem', problem: 'That is wrong.' } : { kind: 'input', input: rest },
    run: (_turn, rest) => Promise.resolve({ kind: 'text', text: `${name}: ${rest}` }),
    ...overrides,
  });

function pipeline(overrides: Partial<TurnPorts> = {}) {
  const alarms: Alarm[] = [];
  const ports: TurnPorts = {
    directory: { recognise: () => Promise.resolve(PERSON) },
    places: {
      remember: () => Promise.resolve(),
      briefingOf: () => Promise.resolve(undefined),
      forget: () => Promise.resolve(),
    },
    isDanger: (text) => text.includes('knife'),
    keepAlarm: (alarm) => Promise.resolve(void alarms.push(alarm)),
    onMeeting: () => Promise.resolve(),
    now: () => NOW,
    log: { warn: () => undefined, error: () => undefined },
    ...overrides,
  };
  const refused = saying('lead', { who: { may: () => false, refusal: 'Only a regional lead can do that.' } });
  const ask = saying('ask', { freeText: true, aliases: ['gofyn', 'question'] });
  const commands = [saying('cancel'), saying('register'), refused, ask];
  const run = turnPipeline(ports, commandTable(commands), [], ask);
  return { alarms, say: (text: string): Promise<Reply> => run.message(incoming(text), noMail), run };
}

const words = (reply: Reply): string => JSON.stringify(reply);

test('danger is answered before anybody is recognised', async () => {
  const { say, alarms } = pipeline({ directory: { recognise: () => Promise.reject(new Error('down')) } });
  expect(words(await say('a man with a knife'))).toContain('999');
  await new Promise((turn) => setTimeout(turn, 10));
  expect(alarms.map(({ text }) => text)).toEqual(['a man with a knife']);
});

test.each([
  'ask a man with a knife',
  'Gofyn: a man with a knife',
  'question a man with a knife',
  '“ask” knife',
])('danger is seen behind the word that makes a question: %s', async (text) => {
  const judged: string[] = [];
  const isDanger = (words: string): boolean => judged.push(words) > 0 && words.includes('knife');
  const { say, alarms } = pipeline({ isDanger });
  expect(words(await say(text))).toContain('999');
  await new Promise((turn) => setTimeout(turn, 10));
  expect(alarms.map((alarm) => alarm.text)).toEqual([text]);
  expect(judged.filter((each) => /ask|gofyn|question/i.test(each))).toEqual([]);
});

test('every other message is judged for danger as it was typed, commands too', async () => {
  const judged: string[] = [];
  const { say } = pipeline({ isDanger: (words) => judged.push(words) < 0 });
  const typed = ['register NW-2027-02', 'cancel it', 'lead me', 'how do I keep my house safe at night?'];
  for (const text of typed) await say(text);
  expect(judged).toEqual(typed);
});

test('the sender’s address is asked for while the turn lasts, not when the alarm is kept', async () => {
  let asked = 0;
  const { run, alarms } = pipeline();
  await run.message(incoming('a man with a knife'), () => Promise.resolve(`mail ${String((asked += 1))}`));
  expect(asked).toBe(1);
  await new Promise((turn) => setTimeout(turn, 10));
  expect(await alarms[0]?.mail()).toBe('mail 1');
  expect(asked).toBe(1);
});

test('an alarm that cannot be kept is answered all the same', async () => {
  const { say } = pipeline({ keepAlarm: () => Promise.reject(new Error('down')) });
  expect(words(await say('a man with a knife'))).toContain('999');
});

test('a command that says something definite is no alarm, whatever its reason', async () => {
  const { say, alarms } = pipeline();
  expect(await say('cancel because of a knife show next door')).toEqual({
    kind: 'text',
    text: 'cancel: because of a knife show next door',
  });
  expect(alarms).toEqual([]);
});

test('whatever fails is answered with what was typed and where to turn', async () => {
  const { say } = pipeline({ directory: { recognise: () => Promise.reject(new Error('down')) } });
  const reply = words(await say('register NW-2027-02'));
  expect(reply).toContain('register NW-2027-02');
  expect(reply).toContain('999');
  expect(reply).not.toContain('down');
});

test('who may not is told who may', async () => {
  expect(words(await pipeline().say('lead something'))).toContain('Only a regional lead can do that.');
});

test('words that do not fit come back with the problem and the right form', async () => {
  const reply = words(await pipeline().say('register wrong'));
  expect(reply).toContain('That is wrong.');
  expect(reply).toContain('register wrong');
});

test('one odd word is a slip of the keyboard, a sentence is a question', async () => {
  expect(words(await pipeline().say('regster'))).toContain('register');
  expect(await pipeline().say('how do I keep my house safe at night?')).toMatchObject({
    text: 'ask: how do I keep my house safe at night?',
  });
});

test('too much is refused with its length and the limit', async () => {
  const reply = words(await pipeline().say('x'.repeat(4_001)));
  expect(reply).toContain('4001');
  expect(reply).toContain('4000');
});

test('a button of a card that nobody knows any more changes nothing and says so', async () => {
  const reply = await pipeline().run.click(incoming(''), { verb: 'gone/away', data: {} }, noMail);
  expect(words(reply)).toMatch(/earlier version/);
});

test('the button that says a command runs it as if typed, danger first', async () => {
  const { run } = pipeline();
  const click = (text: unknown) => run.click(incoming(''), { verb: 'desk/say', data: { text } }, noMail);
  expect(await click('register NW')).toEqual({ kind: 'text', text: 'register: NW' });
  expect(words(await click('a man with a knife'))).toContain('999');
  expect((await click(7)).kind).toBe('card');
});
