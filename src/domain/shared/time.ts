/** A calendar date, `YYYY-MM-DD`, in London. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };
/** A wall-clock time, `HH:MM`, 24 hours, in London. */
export type LocalTime = string & { readonly __brand: 'LocalTime' };
/** A point in time: ISO 8601 in UTC, `2027-02-09T18:00:00.000Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const MINUTE = 60_000;

/** The date if it is written `YYYY-MM-DD` and stands in the calendar (no 30 February), otherwise undefined. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!DATE.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text) return undefined;
  return text as LocalDate;
}

/** The time if it is a 24-hour time such as `18:00`, `9:30` or `18.00`, otherwise undefined. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const match = TIME.exec(text);
  return match ? (`${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}` as LocalTime) : undefined;
}

/** The moment as an `Instant`. */
export function toInstant(at: Date): Instant {
  return at.toISOString() as Instant;
}

/** The wall clock in London at that moment. */
export function londonClock(at: Instant): { date: LocalDate; time: LocalTime } {
  const parts = Object.fromEntries(LONDON.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return {
    date: `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}` as LocalDate,
    time: `${parts['hour'] ?? ''}:${parts['minute'] ?? ''}` as LocalTime,
  };
}

/**
 * The moment at which London's clocks show that date and time. A time that the clocks skip in spring gives
 * `{ kind: 'skipped' }`; a time that comes twice in autumn means the first of the two, in summer time.
 */
export function londonInstant(
  date: LocalDate,
  time: LocalTime,
): { kind: 'instant'; at: Instant } | { kind: 'skipped' } {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  for (const offsetMinutes of [60, 0]) {
    const at = toInstant(new Date(asUtc - offsetMinutes * MINUTE));
    const clock = londonClock(at);
    if (clock.date === date && clock.time === time) return { kind: 'instant', at };
  }
  return { kind: 'skipped' };
}

/** The moment that many minutes later (earlier when negative). */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return toInstant(new Date(Date.parse(at) + minutes * MINUTE));
}

/** The date that many days later (earlier when negative). */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * 60 * MINUTE)
    .toISOString()
    .slice(0, 10) as LocalDate;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
