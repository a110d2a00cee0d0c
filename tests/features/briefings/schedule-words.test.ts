import fc from 'fast-check';
import { NTHS, WEEKDAYS } from '../../../src/domain/briefing/cadence.js';
import { REGIONS } from '../../../src/domain/shared/region.js';
import type { LocalTime } from '../../../src/domain/shared/time.js';
import {
  parseSchedule,
  SCHEDULE_EXAMPLE,
  scheduleWords,
} from '../../../src/features/briefings/schedule-words.js';
import { aRequest } from '../../support/memory/briefing-builders.js';

const requestOf = (words: string) => {
  const parsed = parseSchedule(words);
  if (parsed.kind === 'problem') throw new Error(parsed.problem);
  return parsed.input.request;
};
const problemOf = (words: string) => {
  const parsed = parseSchedule(words);
  return parsed.kind === 'problem' ? parsed.problem : 'none';
};
const plain = aRequest({ presenters: [] });

test.each([
  '2027 north west second tuesday 18:00 for 60 minutes',
  'north west 2027 second tuesday at 18:00 60 minutes',
  'NORTH-WEST, 2027: 2nd Tue. at 6pm!',
  'nw second tuesdays of each month in 2027 18.00',
  'for the North West region in 2027, the second Tuesday of the month at 6 p.m. for an hour',
  '18:00 tues second 2027 nw 1 hour',
  'at 1800 second tue northwest 2027',
])('“%s” means the second Tuesday at six in the evening', (words) => {
  expect(requestOf(words)).toEqual(plain);
});

test('the example of the command is understood', () => {
  expect(requestOf(SCHEDULE_EXAMPLE.replace('schedule ', ''))).toEqual(aRequest());
});

test('presenters are read wherever they stand, once each, in lower case', () => {
  expect(
    requestOf(
      'presenter A.B@Example.org, c@example.org and a.b@example.org 2027 wales last friday 9:30 45 mins',
    ).presenters,
  ).toEqual(['a.b@example.org', 'c@example.org']);
});

test.each([
  ['2027 second tuesday 18:00', 'Please add the region'],
  ['north west second tuesday 18:00', 'Please add the year'],
  ['2027 north west tuesday 18:00', 'Please add which one of the month'],
  ['2027 north west second 18:00', 'Please add the weekday'],
  ['2027 north west second tuesday', 'Please add the time'],
  ['', 'Please add the year, such as 2027, the region'],
  ['2027 north wst second tuesday 18:00', 'I could not make sense of “north wst”'],
  ['2027 north west second tuesday or wednesday 18:00', 'more than one answer for the weekday'],
  ['2027 wales scotland second tuesday 18:00', 'more than one answer for the region'],
  ['2027 wales second tuesday 18:00 for 300 minutes', 'from 15 to 180 minutes'],
  ['2027 wales second tuesday 18:00 presenter bob@', '“bob@” is not a mail address'],
  ['2027 wales second tuesday 18:00 presenter bob', 'After “presenter” give a mail address'],
  ['2027 wales second tuesday 25:00', 'Please add the time'],
])('“%s” is answered with what is wrong', (words, expected) => {
  expect(problemOf(words)).toContain(expected);
});

test('words that are not used are handed back', () => {
  const parsed = parseSchedule('2027 wales second tuesday 18:00 fortnightly');
  expect(parsed).toMatchObject({ kind: 'input', input: { unused: 'fortnightly' } });
});

test('every request is read back from its own words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REGIONS.map((region) => region.id)),
      fc.integer({ min: 2024, max: 2099 }),
      fc.constantFrom(...NTHS),
      fc.constantFrom(...WEEKDAYS),
      fc.integer({ min: 0, max: 24 * 60 - 1 }),
      fc.integer({ min: 15, max: 180 }),
      fc.constantFrom([], ['a@example.org'], ['a.b@example.org', 'c@police.test']),
      (region, year, nth, weekday, minute, minutes, presenters) => {
        const time =
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as LocalTime;
        const request = { region, year, nth, weekday, time, minutes, presenters };
        expect(requestOf(scheduleWords(request))).toEqual(request);
      },
    ),
  );
});

test('no text at all makes the parser throw', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (words) => void parseSchedule(words)));
});
