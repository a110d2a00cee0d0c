import { TeamsInfo } from 'botbuilder';
import { aCard, cardReply } from '../fake-bot.js';
import { CHANNEL, CHAT, MEETING, aMeeting, openWorld, type World } from './setup.js';

let world: World;
afterEach(() => world.close());

const cardActivity = (text: string): object => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: aCard(text) }],
});

test('a message reaches the bot as Teams sends it, and the answer stands in the chat', async () => {
  world = await openWorld(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity('Hello yourself');
    return undefined;
  });
  await world.connector.clients.install('maya');
  await world.connector.clients.say({ person: 'maya', conversationId: CHAT, text: 'hello' });
  const heard = world.bot.heard.find((one) => one.type === 'message');
  expect(heard).toMatchObject({
    channelId: 'msteams',
    text: 'hello',
    locale: 'en-GB',
    serviceUrl: world.connector.serviceUrl,
    conversation: { id: CHAT, conversationType: 'personal' },
    from: { name: 'Cllr Maya Okafor' },
  });
  expect(heard?.from.aadObjectId).toMatch(/^[0-9a-f-]{36}$/);
  const shown = world.connector.state.messages(CHAT);
  expect(shown.map((one) => [one.from, one.text])).toEqual([
    ['maya', 'hello'],
    ['bot', 'Hello yourself'],
  ]);
});

test('installing tells the bot of its membership and of the installation', async () => {
  world = await openWorld();
  await world.connector.clients.install('maya');
  await world.connector.clients.install('maya', 'remove');
  expect(world.bot.heard.map((one) => [one.type, one.action])).toEqual([
    ['conversationUpdate', undefined],
    ['installationUpdate', 'add'],
    ['conversationUpdate', undefined],
    ['installationUpdate', 'remove'],
  ]);
});

test('a button’s answer takes the place of the card in a personal chat', async () => {
  world = await openWorld(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(cardActivity('before'));
    return context.activity.type === 'invoke' ? cardReply('after') : undefined;
  });
  await world.connector.clients.install('maya');
  await world.connector.clients.say({ person: 'maya', conversationId: CHAT, text: 'card' });
  const message = world.connector.state.messages(CHAT).at(-1);
  const action = { type: 'Action.Execute', verb: 'test/confirm', data: { id: '1' } } as const;
  await world.connector.clients.click({
    person: 'maya',
    conversationId: CHAT,
    messageId: message?.id ?? '',
    action,
  });
  expect(world.connector.state.messages(CHAT).at(-1)?.cards).toEqual([aCard('after')]);
  expect(world.bot.heard.at(-1)).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message?.id,
    value: { action: { verb: 'test/confirm', data: { id: '1' } }, trigger: 'manual' },
  });
});

test('an error answer leaves the card and stands below it', async () => {
  world = await openWorld(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(cardActivity('before'));
    return {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: '400', message: 'Ask again.' },
    };
  });
  await world.connector.clients.install('maya');
  await world.connector.clients.say({ person: 'maya', conversationId: CHAT, text: 'card' });
  const id = world.connector.state.messages(CHAT).at(-1)?.id ?? '';
  await world.connector.clients.click({
    person: 'maya',
    conversationId: CHAT,
    messageId: id,
    action: { type: 'Action.Execute', verb: 'x/y' },
  });
  expect(world.connector.state.messages(CHAT).at(-1)).toMatchObject({
    cards: [aCard('before')],
    notices: { maya: { kind: 'error', text: 'Ask again.' } },
  });
});

test('in a meeting chat the bot hears only what mentions it', async () => {
  world = await openWorld();
  await world.connector.clients.planMeeting(aMeeting());
  await world.connector.clients.say({ person: 'maya', conversationId: MEETING.chatId, text: 'aside' });
  await world.connector.clients.say({
    person: 'maya',
    conversationId: MEETING.chatId,
    text: 'ask this',
    mention: true,
  });
  const messages = world.bot.heard.filter((one) => one.type === 'message');
  expect(messages.map((one) => one.text)).toEqual(['<at>Briefing Desk</at> ask this']);
  expect(messages[0]?.entities).toContainEqual(
    expect.objectContaining({ type: 'mention', mentioned: { id: '28:local-bot', name: 'Briefing Desk' } }),
  );
});

test('a click in a shared conversation changes the clicker’s view alone', async () => {
  world = await openWorld(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(cardActivity('for all'));
    return context.activity.type === 'invoke' ? cardReply('for the clicker') : undefined;
  });
  await world.connector.clients.planMeeting(aMeeting());
  await world.connector.clients.say({
    person: 'maya',
    conversationId: MEETING.chatId,
    text: 'card',
    mention: true,
  });
  const id = world.connector.state.messages(MEETING.chatId).at(-1)?.id ?? '';
  const action = { type: 'Action.Execute', verb: 'test/confirm' } as const;
  await world.connector.clients.click({
    person: 'tom',
    conversationId: MEETING.chatId,
    messageId: id,
    action,
  });
  expect(world.connector.state.messages(MEETING.chatId).at(-1)).toMatchObject({
    cards: [aCard('for all')],
    views: { tom: aCard('for the clicker') },
  });
});

test('the bot corrects and takes back what it sent', async () => {
  world = await openWorld(async (context) => {
    if (context.activity.type !== 'message') return undefined;
    const first = await context.sendActivity('one');
    await context.updateActivity({ type: 'message', text: 'two', id: first?.id ?? '' });
    const second = await context.sendActivity('three');
    await context.deleteActivity(second?.id ?? '');
    return undefined;
  });
  await world.connector.clients.install('maya');
  await world.connector.clients.say({ person: 'maya', conversationId: CHAT, text: 'go' });
  const shown = world.connector.state.messages(CHAT).filter((one) => one.from === 'bot');
  expect(shown.map((one) => [one.text, one.edited])).toEqual([['two', true]]);
});

test('an answer in a channel stays in its thread, and the bot can post on its own', async () => {
  world = await openWorld(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity('noted');
    return undefined;
  });
  await world.connector.clients.installInChannel(CHANNEL.id, 'callum');
  await world.bot.adapter.continueConversationAsync('', world.bot.reference(CHANNEL.id), async (context) => {
    await context.sendActivity('a new post');
  });
  const post = world.connector.state.messages(CHANNEL.id).at(-1);
  await world.connector.clients.say({
    person: 'callum',
    conversationId: `${CHANNEL.id};messageid=${post?.id ?? ''}`,
    text: 'thanks',
    mention: true,
  });
  const threads = world.connector.state.messages(CHANNEL.id).map((one) => [one.from, one.threadId]);
  expect(threads).toEqual([
    ['bot', undefined],
    ['callum', post?.id],
    ['bot', post?.id],
  ]);
});

test('the SDK reads members page by page and finds one by object id', async () => {
  const found: unknown[] = [];
  world = await openWorld(async (context) => {
    if (context.activity.type !== 'message') return undefined;
    const page = await TeamsInfo.getPagedMembers(context, 2);
    const more = await TeamsInfo.getPagedMembers(context, 2, page.continuationToken);
    const one = await TeamsInfo.getMember(context, context.activity.from.aadObjectId ?? '');
    found.push(
      [...page.members, ...more.members].map((member) => member.name),
      one.email,
    );
    return undefined;
  });
  await world.connector.clients.planMeeting(aMeeting());
  await world.connector.clients.say({
    person: 'maya',
    conversationId: MEETING.chatId,
    text: 'go',
    mention: true,
  });
  expect(found).toEqual([['Priya Nair', 'Tom Ashworth', 'Cllr Maya Okafor'], 'maya.okafor@councillors.test']);
});

test('every activity can be delivered twice', async () => {
  world = await openWorld(undefined, { deliveries: () => 2 });
  await world.connector.clients.say({
    person: 'maya',
    conversationId: await world.connector.clients.install('maya'),
    text: 'hi',
  });
  const ids = world.bot.heard.filter((one) => one.type === 'message').map((one) => one.id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});
