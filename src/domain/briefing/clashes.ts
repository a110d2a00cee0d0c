import type { HolidayNation, RegionId } from '../shared/region.js';
import { regionById } from '../shared/region.js';
import type { LocalDate } from '../shared/time.js';
import type { Briefing, Slot } from './briefing.js';
import { dateInWords, monthName } from './words.js';

/** Bank holidays by nation and the recesses of both Houses, as published. */
export interface CalendarData {
  readonly bankHolidays: Readonly<
    Record<HolidayNation, readonly { readonly date: string; readonly title: string }[]>
  >;
  /** First and last day are both within the recess. */
  readonly recesses: readonly {
    readonly house: string;
    readonly title: string;
    readonly first: string;
    readonly last: string;
  }[];
}

/** A briefing as far as another one can clash with it. */
export type Neighbour = Pick<Briefing, 'code' | 'region' | 'startsAt' | 'endsAt' | 'date' | 'status'>;

/** Something the lead ought to know about a date; none of them forbids it. */
export interface Clash {
  readonly kind: 'bank-holiday' | 'recess' | 'same-time' | 'same-month';
  /** Two or three words for a badge. */
  readonly label: string;
  readonly sentence: string;
}

/** Everything that speaks against that slot, holidays first. `others` may hold the briefing itself: leave it out first. */
export function clashesOf(
  region: RegionId,
  slot: Slot,
  known: { readonly calendar: CalendarData; readonly others: readonly Neighbour[] },
): readonly Clash[] {
  const others = known.others.filter((other) => other.status !== 'cancelled');
  return [
    ...holidays(region, slot.date, known.calendar),
    ...recesses(slot.date, known.calendar),
    ...sameTime(slot, others),
    ...sameMonth(region, slot, others),
  ];
}

/** What cannot be checked yet for these dates, as sentences. */
export function uncheckedDates(
  nation: HolidayNation,
  dates: readonly LocalDate[],
  calendar: CalendarData,
): readonly string[] {
  const lastHoliday = latest(calendar.bankHolidays[nation].map((entry) => `${entry.date.slice(0, 4)}-12-31`));
  const houses = [...new Set(calendar.recesses.map((entry) => entry.house))];
  const knownRecess = houses
    .map((house) =>
      latest(calendar.recesses.filter((entry) => entry.house === house).map((entry) => entry.last)),
    )
    .sort()[0];
  const beyond = (end: string | undefined): boolean => dates.some((date) => end === undefined || date > end);
  return [
    ...(beyond(knownRecess)
      ? [`Recess dates are ${publishedUntil(knownRecess)}; later dates could not be checked against them.`]
      : []),
    ...(beyond(lastHoliday)
      ? [`Bank holidays are ${publishedUntil(lastHoliday)}; later dates could not be checked against them.`]
      : []),
  ];
}

function publishedUntil(end: string | undefined): string {
  return end === undefined ? 'not on file' : `on file up to ${dateInWords(end as LocalDate)}`;
}

function latest(dates: readonly string[]): string | undefined {
  return [...dates].sort().at(-1);
}

function holidays(region: RegionId, date: LocalDate, calendar: CalendarData): readonly Clash[] {
  return calendar.bankHolidays[regionById(region).nation]
    .filter((entry) => entry.date === date)
    .map(({ title }) => ({
      kind: 'bank-holiday',
      label: 'Bank holiday',
      sentence: `Bank holiday: ${title}.`,
    }));
}

function recesses(date: LocalDate, calendar: CalendarData): readonly Clash[] {
  return calendar.recesses
    .filter((entry) => entry.first <= date && date <= entry.last)
    .map(({ house, title }) => ({
      kind: 'recess',
      label: 'Recess',
      sentence: `${house === 'lords' ? 'Lords' : 'Commons'}: ${title}.`,
    }));
}

function sameTime(slot: Slot, others: readonly Neighbour[]): readonly Clash[] {
  return others
    .filter((other) => other.startsAt < slot.endsAt && slot.startsAt < other.endsAt)
    .map((other) => ({
      kind: 'same-time',
      label: 'Same time',
      sentence: `At the same time as ${other.code} (${regionById(other.region).name}).`,
    }));
}

function sameMonth(region: RegionId, slot: Slot, others: readonly Neighbour[]): readonly Clash[] {
  const month = slot.date.slice(0, 7);
  return others
    .filter((other) => other.region === region && other.date.startsWith(month))
    .map((other) => ({
      kind: 'same-month',
      label: 'Second this month',
      sentence: `${regionById(region).name} already has ${other.code} in ${monthName(Number(month.slice(5)))}.`,
    }));
}
