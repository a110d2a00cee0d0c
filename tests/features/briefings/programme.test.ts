import { aPerson } from '../../support/memory/briefing-builders.js';
import { briefingDesk, buttonOf, wordsOf } from '../../support/memory/briefing-desk.js';
import { UNREACHABLE } from '../../support/memory/briefing-meetings.js';

const SCHEDULE =
  'schedule 2027 north west second tuesday 18:00 for 60 minutes presenter a.presenter@example.org';
const DATES = ['02-09', '03-09', '04-13', '06-08', '08-10', '10-12', '12-14'].map((day) => `2027-${day}`);

const planned = async () => {
  const desk = briefingDesk();
  const preview = await desk.say(SCHEDULE);
  return { desk, preview, draft: buttonOf(preview, 'briefings/confirm') };
};
const published = async () => {
  const { desk, draft } = await planned();
  await desk.press('briefings/confirm', draft);
  await desk.work();
  return desk;
};

test('the preview shows the seven dates and nothing is made before Confirm', async () => {
  const { desk, preview } = await planned();
  for (const words of [
    'Tuesday 9 February 2027',
    'Tuesday 14 December 2027',
    '18:00 to 19:00',
    'Confirm 7 briefings',
    'a.presenter@example.org',
  ]) {
    expect(wordsOf(preview)).toContain(words);
  }
  expect(await desk.store.list({})).toEqual([]);
  expect(desk.store.outgoing).toEqual([]);
});

test('confirming makes seven meetings on London’s clock and publishes them', async () => {
  const desk = await published();
  const briefings = await desk.store.list({});
  expect(briefings.map(({ date, status }) => [date, status])).toEqual(
    DATES.map((date) => [date, 'published']),
  );
  expect(desk.meetings.kept.map((meeting) => meeting.start)).toEqual(DATES.map((date) => `${date}T18:00:00`));
  expect(wordsOf(await desk.say('briefings north west 2027'))).toContain('7 published');
});

test('confirmed twice, confirmed at once, and jobs run twice: seven meetings, not fourteen', async () => {
  const { desk, draft } = await planned();
  await Promise.all([desk.press('briefings/confirm', draft), desk.press('briefings/confirm', draft)]);
  expect(wordsOf(await desk.press('briefings/confirm', draft))).toContain('confirmed before');
  desk.store.outgoing.push(...desk.store.outgoing);
  await desk.work();
  expect(await desk.store.list({})).toHaveLength(7);
  expect(desk.meetings.kept).toHaveLength(7);
});

test('the same command confirmed a second time finds everything planned already', async () => {
  const desk = await published();
  const again = await desk.say(SCHEDULE);
  expect(wordsOf(again)).toContain('Already planned');
  expect(wordsOf(again)).not.toContain('Confirm');
  await desk.press('briefings/confirm', buttonOf(again, 'briefings/discard'));
  expect(await desk.store.list({})).toHaveLength(7);
});

test('a discarded programme cannot be confirmed, a confirmed one cannot be discarded', async () => {
  const { desk, draft } = await planned();
  expect(wordsOf(await desk.press('briefings/discard', draft))).toContain('Nothing has been scheduled');
  expect(wordsOf(await desk.press('briefings/confirm', draft))).toContain('was discarded');
  const second = buttonOf(await desk.say(SCHEDULE), 'briefings/confirm');
  await desk.press('briefings/confirm', second);
  expect(wordsOf(await desk.press('briefings/discard', second))).toContain('so it stays');
});

test('Change gives the same words back, keeps wrong ones with what is wrong, and previews good ones', async () => {
  const { desk, draft } = await planned();
  expect(wordsOf(await desk.press('briefings/change', draft))).toContain(
    '2027 north west second tuesday 18:00 for 60 minutes presenter a.presenter@example.org',
  );
  const wrong = await desk.press('briefings/preview', { ...draft, words: '2027 north west second 18:00' });
  expect(wordsOf(wrong)).toContain('Please add the weekday');
  expect(wordsOf(wrong)).toContain('2027 north west second 18:00');
  expect(
    wordsOf(await desk.press('briefings/preview', { ...draft, words: '2027 nw last thu 9am' })),
  ).toContain('Thursday 25 February 2027');
});

test('a lead of another region is refused with who can, and nobody else confirms a lead’s draft', async () => {
  const { desk, draft } = await planned();
  const other = aPerson({ id: 'other' as never, roles: [{ role: 'regional-lead', region: 'wales' }] });
  expect(wordsOf(await desk.say(SCHEDULE, { person: other }))).toContain('regional lead of North West');
  expect(wordsOf(await desk.press('briefings/confirm', draft, { person: other }))).toContain('not yours');
  expect(wordsOf(await desk.say(SCHEDULE, { person: aPerson({ roles: [] }) }))).toContain(
    'Only a regional lead',
  );
  expect(await desk.store.list({})).toEqual([]);
});

test('with the calendar service down the briefings wait, say why, tell the lead at last, and recover', async () => {
  const { desk, draft } = await planned();
  desk.meetings.fault = UNREACHABLE;
  await desk.press('briefings/confirm', draft);
  expect(await desk.work()).toEqual({ failed: 7 });
  expect(wordsOf(await desk.say('briefings north west 2027'))).toContain('Microsoft 365 cannot be reached.');
  await desk.lastFailure('briefings.create-meeting', { code: 'NW-2027-02' }, new Error('given up'));
  expect([...desk.told.values()].map((notice) => notice.mail.subject)).toEqual([
    'NW-2027-02 has no meeting yet',
  ]);
  desk.meetings.fault = undefined;
  await desk.press('briefings/retry', { code: 'NW-2027-02' });
  expect(await desk.work()).toEqual({ failed: 0 });
  const briefing = await desk.store.find('NW-2027-02' as never);
  expect(briefing?.status).toBe('published');
  expect(briefing).not.toHaveProperty('statusReason');
});

test('a meeting that is less protected than policy holds its briefing back and tells the lead', async () => {
  const { desk, draft } = await planned();
  desk.meetings.weaker = ['the meeting is recorded by itself'];
  await desk.press('briefings/confirm', draft);
  await desk.work();
  expect((await desk.store.list({ status: 'held_back' })).length).toBe(7);
  expect(desk.told.size).toBe(7);
  expect(await desk.useCases.seePublicBriefings('2026-11-22T12:00:00.000Z' as never)).toEqual([]);
  expect(wordsOf(await desk.say('briefing NW-2027-02'))).toContain('the meeting is recorded by itself');
});

test('a move while the meeting is being made leaves one meeting, at the new time', async () => {
  const { desk, draft } = await planned();
  await desk.press('briefings/confirm', draft);
  const make = desk.meetings.create;
  let moved = false;
  desk.meetings.create = async (wanted) => {
    const made = await make(wanted);
    if (!moved) {
      moved = true;
      await desk.say('move NW-2027-02 to 2027-02-16 19:00');
    }
    return made;
  };
  expect(await desk.work()).toEqual({ failed: 1 });
  desk.store.outgoing.push({ job: 'briefings.create-meeting', data: { code: 'NW-2027-02' } });
  await desk.work();
  expect(desk.meetings.kept).toHaveLength(7);
  expect(desk.meetings.kept[0]?.start).toBe('2027-02-16T19:00:00');
  expect(await desk.store.find('NW-2027-02' as never)).toMatchObject({
    status: 'published',
    date: '2027-02-16',
  });
});

test('a cancellation while the meeting is being made leaves no meeting behind', async () => {
  const { desk, draft } = await planned();
  await desk.press('briefings/confirm', draft);
  const make = desk.meetings.create;
  desk.meetings.create = async (wanted) => {
    const made = await make(wanted);
    if (wanted.code === 'NW-2027-02') await desk.say('cancel NW-2027-02 because the presenter is unwell');
    return made;
  };
  await desk.work();
  expect(desk.meetings.kept.filter((meeting) => meeting.cancelled)).toHaveLength(1);
});
