import { aPerson, NOW } from '../../support/memory/briefing-builders.js';
import { briefingDesk, buttonOf, wordsOf } from '../../support/memory/briefing-desk.js';

const published = async () => {
  const desk = briefingDesk();
  await desk.press(
    'briefings/confirm',
    buttonOf(await desk.say('schedule 2027 north west second tuesday 18:00'), 'briefings/confirm'),
  );
  await desk.work();
  return desk;
};
const sent = (desk: Awaited<ReturnType<typeof published>>) =>
  desk.store.outgoing.map(({ job, data }) => [job, data]);

test('a move changes the event, counts its revision and tells the registered, once', async () => {
  const desk = await published();
  expect(wordsOf(await desk.say('move nw-2027-02 to 16.2.2027 6.30pm'))).toContain(
    'Tuesday 16 February 2027, 18:30 to 19:30',
  );
  await desk.say('move NW-2027-02 to 2027-02-16 18:30');
  expect(sent(desk)).toEqual([
    ['briefings.move-meeting', { code: 'NW-2027-02', revision: 1 }],
    ['registrations.briefing-moved', { code: 'NW-2027-02', revision: 1 }],
  ]);
  await desk.work();
  expect(desk.meetings.kept[0]?.start).toBe('2027-02-16T18:30:00');
});

test('a cancellation keeps its reason, cancels the event and tells the registered, once', async () => {
  const desk = await published();
  expect(wordsOf(await desk.say('cancel NW-2027-02 because the presenter is unwell'))).toContain(
    'the presenter is unwell',
  );
  await desk.press('briefings/cancel', { code: 'NW-2027-02', reason: 'again' });
  expect(sent(desk)).toEqual([
    ['briefings.cancel-meeting', { code: 'NW-2027-02' }],
    ['registrations.briefing-cancelled', { code: 'NW-2027-02' }],
  ]);
  await desk.work();
  expect(desk.meetings.kept[0]?.cancelled).toBe(true);
});

test('a presenter is added and removed, and the event’s list follows', async () => {
  const desk = await published();
  await desk.say('presenter NW-2027-02 add B.Presenter@example.org');
  await desk.work();
  expect(desk.meetings.kept[0]?.presenters).toEqual(['b.presenter@example.org']);
  await desk.say('presenter remove b.presenter@example.org NW-2027-02');
  await desk.work();
  expect(desk.meetings.kept[0]?.presenters).toEqual([]);
});

test('topics are edited by card; what does not do comes back as typed', async () => {
  const desk = await published();
  const wrong = await desk.press('briefings/save-topics', {
    code: 'NW-2027-02',
    summary1: 'Only a summary ${title}',
  });
  expect(wordsOf(wrong)).toContain('Only a summary ${title}');
  await desk.press('briefings/save-topics', {
    code: 'NW-2027-02',
    title1: 'Doors',
    summary1: 'Locks',
    title8: 'Windows',
  });
  expect((await desk.store.find('NW-2027-02' as never))?.topics).toEqual([
    { title: 'Doors', summary: 'Locks' },
    { title: 'Windows', summary: '' },
  ]);
  expect(wordsOf(await desk.say('topics NW-2027-02'))).toContain('Windows');
});

test.each([
  ['move NW-2027-02', 'new date'],
  ['move NW-2027-02 to 2027-02-30 18:00', 'not in the calendar'],
  ['move NW-2027-02 to 2027-02-16 25:00', 'not a time of day'],
  ['move NW-2027-99 to 2027-02-16 18:00', 'no briefing’s code'],
  ['move NW-2027-02 to 2027-02-16', 'new time'],
  ['move to 2027-02-16 18:00', 'code'],
  ['cancel NW-2027-02', 'reason'],
  ['presenter NW-2027-02 b@example.org', '“add” or “remove”'],
  ['presenter NW-2027-02 add bob@', '“bob@” is not a mail address'],
  ['briefing XX-2027-02', 'code'],
  ['briefing NW-2029-02', 'no briefing with the code “NW-2029-02”'],
  ['briefings narnia', '“narnia”'],
])('“%s” is answered with what is missing', async (said, expected) => {
  expect(wordsOf(await (await published()).say(said))).toContain(expected);
});

test('a presenter sees the briefing without the lead’s buttons, an attendee does not see it', async () => {
  const desk = await published();
  const presenter = aPerson({ roles: [{ role: 'presenter', region: 'north-west' }] });
  const shown = await desk.say('briefing NW-2027-02', { person: presenter });
  expect(wordsOf(shown)).toContain('Topics');
  expect(wordsOf(shown)).not.toContain('briefings/move');
  expect(wordsOf(await desk.say('move NW-2027-02 to 2027-02-16 18:00', { person: presenter }))).toContain(
    'Only a regional lead',
  );
  expect((await desk.say('briefing NW-2027-02', { person: aPerson({ roles: [] }) })).kind).toBe('text');
});

test('a meeting’s start and end mark its briefing, however they are delivered', async () => {
  const desk = await published();
  const { joinUrl } = (await desk.store.find('NW-2027-02' as never)) ?? {};
  const at = (time: string) => `2027-02-09T${time}:00.000Z` as never;
  const conversationId = '19:meeting_1@thread.v2';
  expect(
    await desk.useCases.openBriefing({ joinUrl: joinUrl ?? '', conversationId, at: at('17:55') }),
  ).toEqual({ kind: 'marked', code: 'NW-2027-02' });
  expect((await desk.useCases.openBriefing({ conversationId, at: at('17:55') })).kind).toBe('unchanged');
  expect((await desk.useCases.closeBriefing({ conversationId, at: at('18:50') })).kind).toBe('marked');
  expect(await desk.store.find('NW-2027-02' as never)).toMatchObject({
    openedAt: at('17:55'),
    closedAt: at('18:50'),
  });
  expect((await desk.useCases.openBriefing({ conversationId, at: at('18:52') })).kind).toBe('marked');
  expect(await desk.store.find('NW-2027-02' as never)).not.toHaveProperty('closedAt');
  expect((await desk.useCases.openBriefing({ conversationId: '19:other@thread.v2', at: NOW })).kind).toBe(
    'unknown',
  );
});
