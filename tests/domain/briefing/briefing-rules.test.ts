import { attendeeStatus, isOffered, type Briefing } from '../../../src/domain/briefing/briefing.js';
import { cancelBriefing } from '../../../src/domain/briefing/cancel.js';
import { parseBriefingCode } from '../../../src/domain/briefing/code.js';
import { moveBriefing } from '../../../src/domain/briefing/move.js';
import { changePresenter } from '../../../src/domain/briefing/presenters.js';
import { defaultTopics, editTopics } from '../../../src/domain/briefing/topics.js';
import { whenInWords } from '../../../src/domain/briefing/words.js';
import type { Instant, LocalDate, LocalTime } from '../../../src/domain/shared/time.js';
import { aNewBriefing, NO_CALENDAR, NOW } from '../../support/memory/briefing-builders.js';

const aBriefing = (over: Partial<Briefing> = {}): Briefing => ({
  ...aNewBriefing(),
  status: 'published',
  revision: 0,
  version: 1,
  ...over,
});
const at = (time: string) => `2027-02-09T${time}:00.000Z` as Instant;
const known = { now: NOW, calendar: NO_CALENDAR, others: [] };
const to = (date: string, time: string) => ({ date: date as LocalDate, time: time as LocalTime });

describe('where a briefing stands for attendees', () => {
  test('it follows the clock when nobody opens it', () => {
    expect(['17:59', '18:00', '18:59', '19:00'].map((time) => attendeeStatus(aBriefing(), at(time)))).toEqual(
      ['coming', 'running', 'running', 'over'],
    );
  });
  test('a meeting opened early runs at once, and one that runs late runs on for an hour', () => {
    const open = aBriefing({ openedAt: at('17:50') });
    expect(['17:55', '19:30', '20:00'].map((time) => attendeeStatus(open, at(time)))).toEqual([
      'running',
      'running',
      'over',
    ]);
  });
  test('a meeting that was ended is over, but a test call the day before does not end it', () => {
    expect(attendeeStatus(aBriefing({ openedAt: at('18:00'), closedAt: at('18:40') }), at('18:41'))).toBe(
      'over',
    );
    const tested = aBriefing({
      openedAt: '2027-02-08T10:00:00.000Z' as Instant,
      closedAt: '2027-02-08T10:05:00.000Z' as Instant,
    });
    expect(attendeeStatus(tested, at('17:00'))).toBe('coming');
  });
  test('only published ones are offered', () => {
    const offered = (['creating', 'published', 'held_back', 'cancelled'] as const).filter((status) =>
      isOffered(aBriefing({ status }), NOW),
    );
    expect(offered).toEqual(['published']);
  });
});

describe('moving', () => {
  test('a moved briefing keeps its code and counts its revision', () => {
    expect(moveBriefing(aBriefing(), to('2027-06-15', '18:30'), known)).toMatchObject({
      kind: 'moved',
      revision: 1,
      slot: { startsAt: '2027-06-15T17:30:00.000Z', endsAt: '2027-06-15T18:30:00.000Z' },
    });
  });
  test('moving to where it stands changes nothing', () => {
    expect(moveBriefing(aBriefing(), to('2027-02-09', '18:00'), known).kind).toBe('same');
  });
  test('the past, a skipped hour, a taken slot and a cancelled briefing are refused', () => {
    const other = aBriefing({ code: 'NW-2027-03' as never, startsAt: '2027-03-09T18:00:00.000Z' as Instant });
    expect(moveBriefing(aBriefing(), to('2026-02-09', '18:00'), known).kind).toBe('refused');
    expect(moveBriefing(aBriefing(), to('2027-03-28', '01:30'), known).kind).toBe('refused');
    expect(moveBriefing(aBriefing(), to('2027-03-09', '18:00'), { ...known, others: [other] }).kind).toBe(
      'refused',
    );
    expect(moveBriefing(aBriefing({ status: 'cancelled' }), to('2027-03-09', '18:00'), known).kind).toBe(
      'refused',
    );
  });
});

test('cancelling needs a reason, happens once, and is refused while the briefing runs', () => {
  expect(cancelBriefing(aBriefing(), ' ', NOW).kind).toBe('refused');
  expect(cancelBriefing(aBriefing(), 'x'.repeat(301), NOW)).toMatchObject({
    problem: expect.stringContaining('by 1.') as unknown,
  });
  expect(cancelBriefing(aBriefing(), ' unwell ', NOW)).toEqual({ kind: 'cancelled', reason: 'unwell' });
  expect(cancelBriefing(aBriefing({ status: 'cancelled' }), 'again', NOW).kind).toBe('already');
  expect(cancelBriefing(aBriefing(), 'late', at('18:10')).kind).toBe('refused');
});

test('presenters are added and removed once, ten at most', () => {
  const briefing = aBriefing({ presenters: ['a@example.org'] });
  expect(changePresenter(briefing, { act: 'add', address: 'a@example.org' }).kind).toBe('same');
  expect(changePresenter(briefing, { act: 'remove', address: 'a@example.org' })).toEqual({
    kind: 'changed',
    presenters: [],
  });
  const full = aBriefing({
    presenters: Array.from({ length: 10 }, (_, index) => `p${String(index)}@example.org`),
  });
  expect(changePresenter(full, { act: 'add', address: 'b@example.org' }).kind).toBe('refused');
});

test('every briefing has five different topics, and a year covers all of them', () => {
  const year = [2, 3, 4, 6, 8, 10, 12].map((month) =>
    defaultTopics(`2027-${String(month).padStart(2, '0')}-09` as LocalDate),
  );
  for (const topics of year) expect(new Set(topics.map((topic) => topic.title)).size).toBe(5);
  expect(new Set(year.flat().map((topic) => topic.title)).size).toBe(9);
});

test('edited topics drop blank rows and keep what was typed otherwise', () => {
  expect(
    editTopics([
      { title: ' A ', summary: 'b' },
      { title: '', summary: ' ' },
    ]),
  ).toEqual({ kind: 'topics', topics: [{ title: 'A', summary: 'b' }] });
  expect(editTopics([{ title: '', summary: 'lost?' }]).kind).toBe('refused');
  expect(editTopics([]).kind).toBe('refused');
});

test('codes are read as people write them', () => {
  expect(['nw-2027-02', 'NW 2027 02', ' NW-2027-02B '].map(parseBriefingCode)).toEqual([
    'NW-2027-02',
    'NW-2027-02',
    'NW-2027-02b',
  ]);
  expect(['XX-2027-02', 'NW-2027-13', 'NW-27-02', ''].map(parseBriefingCode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a time is told with its day and that it is London’s', () => {
  expect(whenInWords(aNewBriefing())).toBe('Tuesday 9 February 2027, 18:00 to 19:00 (London time)');
});
