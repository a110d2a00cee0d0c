import { readActivity, readClick, readMeeting } from '../../src/bot/activity.js';

const activity = (over: object = {}): object => ({
  id: 'in-1',
  type: 'message',
  text: ' register NW-2027-02 ',
  from: { id: '29:ann', name: 'Ann', aadObjectId: 'oid' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'conversation-tenant' },
  channelData: { tenant: { id: 'sender-tenant' } },
  ...over,
});

test('who, where and what are read; the tenant is the channel’s own word for it', () => {
  expect(readActivity(activity())).toEqual({
    type: 'message',
    name: '',
    text: 'register NW-2027-02',
    value: undefined,
    sender: { channelId: '29:ann', name: 'Ann', tenant: 'sender-tenant', objectId: 'oid' },
    conversationId: 'a:1',
    scope: 'personal',
    deliveryKey: 'a:1/in-1',
  });
  expect(readActivity(activity({ channelData: {} }))?.sender.tenant).toBe('conversation-tenant');
});

test.each([
  ['personal', 'personal'],
  ['groupChat', 'groupChat'],
  ['channel', 'team'],
  [undefined, 'personal'],
])('a conversation of type %s is a %s place', (conversationType, scope) => {
  expect(readActivity(activity({ conversation: { id: 'c', conversationType } }))?.scope).toBe(scope);
});

test('what is missing or of another kind is left out and breaks nothing', () => {
  const sparse = readActivity({
    type: 'message',
    text: 7,
    from: 'nobody',
    conversation: { id: 'c' },
    channelData: 'none',
    locale: 4,
  });
  expect(sparse).toMatchObject({ text: '', sender: { channelId: '', name: '' }, conversationId: 'c' });
  expect(sparse).not.toHaveProperty('meetingId');
});

test.each([
  undefined,
  null,
  'text',
  {},
  { type: 'message' },
  { conversation: { id: 'c' } },
  { type: 'message', conversation: {} },
])('%j is no activity', (value) => {
  expect(readActivity(value)).toBeUndefined();
});

test('a button is read in both forms, and without a verb it is none', () => {
  expect(readClick({ action: { verb: 'people/forget', data: { sure: true } } })).toEqual({
    verb: 'people/forget',
    data: { sure: true },
  });
  expect(readClick({ action: { verb: 'people/forget', data: 'x' } })).toEqual({
    verb: 'people/forget',
    data: {},
  });
  expect(readClick({ verb: 'people/place', area: 'Oldham' })).toEqual({
    verb: 'people/place',
    data: { area: 'Oldham' },
  });
  for (const value of [undefined, null, 'x', {}, { action: {} }, { action: { verb: '' } }, { verb: 7 }])
    expect(readClick(value)).toBeUndefined();
});

test('a meeting event is read whatever the case of its fields', () => {
  expect(readMeeting({ JoinUrl: 'https://teams.example/l/1', Id: 'm1' })).toEqual({
    joinUrl: 'https://teams.example/l/1',
    id: 'm1',
  });
  expect(readMeeting({ joinUrl: 'https://teams.example/l/1' })).toEqual({
    joinUrl: 'https://teams.example/l/1',
  });
  expect(readMeeting('none')).toEqual({});
});
