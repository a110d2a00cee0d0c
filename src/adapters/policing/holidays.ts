import type { HolidayNation } from '../../domain/shared/region.js';
import type { LocalDate } from '../../domain/shared/time.js';
import holidayTable from './tables/bank-holidays.json' with { type: 'json' };
import recessTable from './tables/recesses.json' with { type: 'json' };

export interface BankHoliday {
  readonly date: LocalDate;
  readonly title: string;
}

/** A recess of a House; the first and the last day belong to it. */
export interface Recess {
  readonly house: 'commons' | 'lords';
  readonly title: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** The years that the bank holiday table covers. */
export const HOLIDAY_YEARS = { first: 2024, last: 2028 } as const;

/**
 * The bank holidays of a nation, in order of date, of one year or of all years of the table. A year outside
 * `HOLIDAY_YEARS` throws a RangeError: an empty list would quietly call every weekday a working day. Years to
 * come may still gain a holiday by proclamation.
 */
export function holidaysOf(nation: HolidayNation, year?: number): readonly BankHoliday[] {
  const all = holidayTable[nation] as readonly { date: string; title: string }[] as readonly BankHoliday[];
  if (year === undefined) return all;
  if (year < HOLIDAY_YEARS.first || year > HOLIDAY_YEARS.last) {
    throw new RangeError(
      `bank holidays are known for ${HOLIDAY_YEARS.first} to ${HOLIDAY_YEARS.last}, not ${year}`,
    );
  }
  return all.filter((holiday) => holiday.date.startsWith(`${year}-`));
}

/** The dates alone, as the response clock takes them. */
export function holidayDates(nation: HolidayNation): ReadonlySet<LocalDate> {
  return new Set(holidaysOf(nation).map((holiday) => holiday.date));
}

/** The recesses both Houses have published: the Commons' up to 31 May 2026, the Lords' up to 11 October 2026. */
export function recesses(): readonly Recess[] {
  return recessTable.recesses as readonly object[] as readonly Recess[];
}
