import { weekdayOf, plusDays, type LocalDate } from '../shared/time.js';

/**
 * The months in which briefings are held: monthly from February to April, then every second month.
 * Source: the national coordinator's letter to elected officials and faith leaders of 29 January 2024.
 */
export const BRIEFING_MONTHS = [2, 3, 4, 6, 8, 10, 12] as const;

export const NTHS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Nth = (typeof NTHS)[number];

/** In the order of `weekdayOf`: Sunday is 0. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The day of each briefing month on which a region meets, such as the second Tuesday. */
export interface MonthlyDay {
  readonly nth: Nth;
  readonly weekday: Weekday;
}

/** The date of the given weekday in a month (1 to 12); every month has a fourth and a last of each weekday. */
export function dateInMonth(year: number, month: number, { nth, weekday }: MonthlyDay): LocalDate {
  const wanted = WEEKDAYS.indexOf(weekday);
  if (nth === 'last') {
    const lastDay = plusDays(firstOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1), -1);
    return plusDays(lastDay, -((weekdayOf(lastDay) - wanted + 7) % 7));
  }
  const first = firstOf(year, month);
  return plusDays(first, ((wanted - weekdayOf(first) + 7) % 7) + 7 * NTHS.indexOf(nth));
}

/** The seven dates of a region's programme, in order. */
export function programmeDates(year: number, day: MonthlyDay): readonly LocalDate[] {
  return BRIEFING_MONTHS.map((month) => dateInMonth(year, month, day));
}

function firstOf(year: number, month: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as LocalDate;
}
