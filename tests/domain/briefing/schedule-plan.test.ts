import { planProgramme } from '../../../src/domain/briefing/schedule-plan.js';
import type { Neighbour } from '../../../src/domain/briefing/clashes.js';
import type { Instant, LocalTime } from '../../../src/domain/shared/time.js';
import { aNewBriefing, aRequest, NO_CALENDAR, NOW } from '../../support/memory/briefing-builders.js';

const neighbour = (over: Partial<Neighbour> = {}): Neighbour => ({
  ...aNewBriefing(),
  status: 'published',
  ...over,
});
const known = (over: Partial<Parameters<typeof planProgramme>[1]> = {}) => ({
  now: NOW,
  calendar: NO_CALENDAR,
  others: [],
  ...over,
});
const planOf = (...given: Parameters<typeof planProgramme>) => {
  const plan = planProgramme(...given);
  if (plan.kind === 'refused') throw new Error(plan.problem);
  return plan;
};
const clashesByDate = (plan: ReturnType<typeof planOf>) =>
  Object.fromEntries(
    plan.sessions
      .filter((one) => one.clashes.length > 0)
      .map((one) => [one.date, one.clashes.map((clash) => clash.kind)]),
  );

test('a bank holiday of the region’s own nation is a clash, another nation’s is not', () => {
  const calendar = {
    ...NO_CALENDAR,
    bankHolidays: {
      ...NO_CALENDAR.bankHolidays,
      scotland: [{ date: '2027-08-10', title: 'Summer bank holiday' }],
    },
  };
  expect(clashesByDate(planOf(aRequest(), known({ calendar })))).toEqual({});
  expect(clashesByDate(planOf(aRequest({ region: 'scotland' }), known({ calendar })))).toEqual({
    '2027-08-10': ['bank-holiday'],
  });
});

test('the first and the last day of a recess are clashes, the day after is not', () => {
  const recess = (first: string, last: string) => ({
    ...NO_CALENDAR,
    recesses: [{ house: 'commons', title: 'Recess', first, last }],
  });
  expect(clashesByDate(planOf(aRequest(), known({ calendar: recess('2027-02-01', '2027-02-09') })))).toEqual({
    '2027-02-09': ['recess'],
  });
  expect(clashesByDate(planOf(aRequest(), known({ calendar: recess('2027-02-01', '2027-02-08') })))).toEqual(
    {},
  );
});

test('dates beyond what is published are named as unchecked', () => {
  const calendar = {
    ...NO_CALENDAR,
    recesses: [{ house: 'commons', title: 'Recess', first: '2026-05-01', last: '2026-05-31' }],
  };
  expect(planOf(aRequest(), known({ calendar })).notes[0]).toMatch(/up to Sunday 31 May 2026/);
});

test('a briefing of any region at the same time is a clash, one that ends as this begins is not', () => {
  const other = neighbour({ region: 'wales', code: 'WA-2027-02' as never });
  expect(clashesByDate(planOf(aRequest(), known({ others: [other] })))).toEqual({
    '2027-02-09': ['same-time'],
  });
  const before = {
    ...other,
    startsAt: '2027-02-09T17:00:00.000Z' as Instant,
    endsAt: '2027-02-09T18:00:00.000Z' as Instant,
  };
  expect(clashesByDate(planOf(aRequest(), known({ others: [before] })))).toEqual({});
});

test('a second briefing of the region that month is marked and gets the letter b', () => {
  const earlier = neighbour({
    date: '2027-02-02' as never,
    startsAt: '2027-02-02T18:00:00.000Z' as Instant,
    endsAt: '2027-02-02T19:00:00.000Z' as Instant,
  });
  const plan = planOf(aRequest(), known({ others: [earlier] }));
  expect(clashesByDate(plan)).toEqual({ '2027-02-09': ['same-month'] });
  expect(plan.sessions[0]).toMatchObject({ kind: 'new', code: 'NW-2027-02b' });
});

test('the code of a cancelled briefing is never given again, and it clashes with nothing', () => {
  const plan = planOf(aRequest(), known({ others: [neighbour({ status: 'cancelled' })] }));
  expect(plan.sessions[0]).toMatchObject({ kind: 'new', code: 'NW-2027-02b', clashes: [] });
});

test('a date that the region already holds at that time is not planned twice', () => {
  const plan = planOf(aRequest(), known({ others: [neighbour()] }));
  expect(plan.sessions[0]).toMatchObject({ kind: 'already', code: 'NW-2027-02' });
  expect(plan.sessions.filter((one) => one.kind === 'new')).toHaveLength(6);
});

test('dates that have passed are left out, and a year that has passed is refused', () => {
  const late = '2027-05-01T00:00:00.000Z' as Instant;
  expect(
    planOf(aRequest(), known({ now: late })).sessions.filter((one) => one.kind === 'passed'),
  ).toHaveLength(3);
  expect(planProgramme(aRequest({ year: 2025 }), known())).toEqual({
    kind: 'refused',
    problem: 'All seven dates in 2025 have passed. Give a later year.',
  });
});

test('a time that the clocks skip is refused with the day named', () => {
  const plan = planProgramme(
    aRequest({ nth: 'last', weekday: 'sunday', time: '01:30' as LocalTime }),
    known(),
  );
  expect(plan).toMatchObject({
    kind: 'refused',
    problem: expect.stringContaining('Sunday 28 March 2027') as unknown,
  });
});

test('a length outside 15 to 180 minutes is refused', () => {
  expect(planProgramme(aRequest({ minutes: 14 }), known()).kind).toBe('refused');
  expect(planProgramme(aRequest({ minutes: 181 }), known()).kind).toBe('refused');
  expect(planProgramme(aRequest({ minutes: 15 }), known()).kind).toBe('plan');
  expect(planProgramme(aRequest({ minutes: 180 }), known()).kind).toBe('plan');
});
