import { holidayDates, holidaysOf, recesses } from '../../../src/adapters/policing/holidays.js';

test('each nation has its own bank holidays', () => {
  const dates = (nation: Parameters<typeof holidaysOf>[0]) =>
    holidaysOf(nation, 2027).map((holiday) => holiday.date);
  expect(dates('england-and-wales')).toContain('2027-03-29');
  expect(dates('scotland')).toContain('2027-11-30');
  expect(dates('scotland')).not.toContain('2027-03-29');
  expect(dates('northern-ireland')).toContain('2027-07-12');
});

test('a year brings that year alone, in order, and the dates are all years together', () => {
  const year = holidaysOf('england-and-wales', 2026).map((holiday) => holiday.date);
  expect(year).toEqual([...year].sort());
  expect(year).toHaveLength(8);
  expect(holidayDates('england-and-wales').size).toBe(40);
});

test('a year that nobody has told us is refused, not called free of holidays', () => {
  expect(() => holidaysOf('scotland', 2031)).toThrow(/2024 to 2028/);
});

test('recesses run from their first to their last day', () => {
  const all = recesses();
  expect(all).toHaveLength(38);
  expect(all.filter((recess) => recess.last < recess.first)).toEqual([]);
  expect(all).toContainEqual({
    house: 'commons',
    title: 'Whitsun recess',
    first: '2026-05-22',
    last: '2026-05-31',
  });
});
