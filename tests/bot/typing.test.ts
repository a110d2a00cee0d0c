import type { TurnContext } from 'botbuilder';
import { whileTyping } from '../../src/bot/typing.js';

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function context(fails = false) {
  const sent: unknown[] = [];
  const sendActivity = (activity: unknown): Promise<undefined> => {
    sent.push(activity);
    return fails ? Promise.reject(new Error('gone')) : Promise.resolve(undefined);
  };
  return { sent, sendActivity } as { sent: unknown[] } & Pick<TurnContext, 'sendActivity'>;
}

test('who waits long in their own chat sees that the desk is at work, once', async () => {
  const turn = context();
  const work = async () => {
    await wait(120);
    return 'answer';
  };
  expect(await whileTyping(turn, { scope: 'personal', after: 20 }, work)).toBe('answer');
  expect(turn.sent).toEqual([{ type: 'typing' }]);
});

test('a quick answer comes alone, and nothing follows it', async () => {
  const turn = context();
  await whileTyping(turn, { scope: 'personal', after: 30 }, () => Promise.resolve());
  await wait(60);
  expect(turn.sent).toEqual([]);
});

test.each([
  ['groupChat', 10],
  ['team', 10],
  ['personal', undefined],
] as const)('in %s with %s nobody is shown anything', async (scope, after) => {
  const turn = context();
  await whileTyping(turn, { scope, after }, () => wait(60));
  expect(turn.sent).toEqual([]);
});

test('that it cannot be shown changes nothing, and a failure of the work stays one', async () => {
  const turn = context(true);
  expect(await whileTyping(turn, { scope: 'personal', after: 5 }, () => wait(40).then(() => 'answer'))).toBe(
    'answer',
  );
  const failing = () => wait(40).then(() => Promise.reject(new Error('broken')));
  await expect(whileTyping(turn, { scope: 'personal', after: 5 }, failing)).rejects.toThrow('broken');
});
