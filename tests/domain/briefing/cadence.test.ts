import fc from 'fast-check';
import { BRIEFING_MONTHS, NTHS, programmeDates, WEEKDAYS } from '../../../src/domain/briefing/cadence.js';
import { planProgramme } from '../../../src/domain/briefing/schedule-plan.js';
import { REGIONS } from '../../../src/domain/shared/region.js';
import {
  londonClock,
  plusDays,
  weekdayOf,
  type Instant,
  type LocalTime,
} from '../../../src/domain/shared/time.js';
import { aRequest, NO_CALENDAR } from '../../support/memory/briefing-builders.js';

const known = { now: '2023-01-01T00:00:00.000Z' as Instant, calendar: NO_CALENDAR, others: [] };

test('the second Tuesdays of 2027 are the seven dates of the programme', () => {
  expect(programmeDates(2027, { nth: 'second', weekday: 'tuesday' })).toEqual([
    '2027-02-09',
    '2027-03-09',
    '2027-04-13',
    '2027-06-08',
    '2027-08-10',
    '2027-10-12',
    '2027-12-14',
  ]);
});

test('every weekday of every month from 2024 to 2035 is the one asked for', () => {
  for (let year = 2024; year <= 2035; year += 1) {
    for (const nth of NTHS) {
      for (const weekday of WEEKDAYS) {
        const dates = programmeDates(year, { nth, weekday });
        expect(dates.map((date) => Number(date.slice(5, 7)))).toEqual([...BRIEFING_MONTHS]);
        for (const date of dates) {
          expect(WEEKDAYS[weekdayOf(date)]).toBe(weekday);
          const day = Number(date.slice(8));
          if (nth === 'last') expect(plusDays(date, 7).slice(0, 7)).not.toBe(date.slice(0, 7));
          else expect(Math.ceil(day / 7)).toBe(NTHS.indexOf(nth) + 1);
        }
      }
    }
  }
});

test('London’s wall clock never moves, in any region, over both changes of the clocks', () => {
  const minutes = fc.integer({ min: 3 * 60, max: 23 * 60 + 59 });
  fc.assert(
    fc.property(
      fc.constantFrom(...REGIONS),
      fc.integer({ min: 2024, max: 2035 }),
      fc.constantFrom(...NTHS),
      fc.constantFrom(...WEEKDAYS),
      minutes,
      (region, year, nth, weekday, minute) => {
        const time =
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as LocalTime;
        const plan = planProgramme(aRequest({ region: region.id, year, nth, weekday, time }), known);
        if (plan.kind === 'refused') throw new Error(plan.problem);
        expect(plan.sessions).toHaveLength(7);
        for (const session of plan.sessions) {
          expect(londonClock(session.startsAt)).toEqual({ date: session.date, time });
          expect(Date.parse(session.endsAt) - Date.parse(session.startsAt)).toBe(60 * 60_000);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('the summer sessions begin an hour earlier in UTC and at the same hour in London', () => {
  const plan = planProgramme(aRequest(), known);
  if (plan.kind === 'refused') throw new Error(plan.problem);
  expect(plan.sessions.map((session) => session.startsAt.slice(5, 16))).toEqual([
    '02-09T18:00',
    '03-09T18:00',
    '04-13T17:00',
    '06-08T17:00',
    '08-10T17:00',
    '10-12T17:00',
    '12-14T18:00',
  ]);
});
