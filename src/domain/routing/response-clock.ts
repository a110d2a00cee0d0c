import { londonClock, londonInstant, parseLocalTime, plusDays, weekdayOf } from '../shared/time.js';
import type { Instant, LocalDate, LocalTime } from '../shared/time.js';

/** How soon a local team answers for a referral. */
export interface ResponsePolicy {
  /** Working days, after the day of creation, by whose end the referral is acknowledged. */
  readonly acknowledgeWorkingDays: number;
  /** Working days, after the day of creation, by whose end contact is made. */
  readonly contactWorkingDays: number;
  /** The end of a working day, London wall clock. */
  readonly dayEnds: LocalTime;
}

/** One working day to acknowledge, three to make contact: this service's own promise, changed here for all. */
export const RESPONSE_POLICY: ResponsePolicy = {
  acknowledgeWorkingDays: 1,
  contactWorkingDays: 3,
  dayEnds: parseLocalTime('17:00') ?? ('' as LocalTime),
};

/** The moments by which a referral is acknowledged and contact is made. */
export interface ReferralDue {
  readonly acknowledgeBy: Instant;
  readonly contactBy: Instant;
}

/** Whether that is a day from Monday to Friday and no bank holiday. */
export function isWorkingDay(date: LocalDate, holidays: ReadonlySet<LocalDate>): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/** The nth working day after a date (the date itself does not count); the date itself for none. */
export function workingDaysAfter(date: LocalDate, days: number, holidays: ReadonlySet<LocalDate>): LocalDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = plusDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** When a referral created at that moment is due; `holidays` are the bank holidays of the nation of its force. */
export function referralDue(
  createdAt: Instant,
  holidays: ReadonlySet<LocalDate>,
  policy: ResponsePolicy = RESPONSE_POLICY,
): ReferralDue {
  const { date } = londonClock(createdAt);
  const endOf = (days: number): Instant => endOfDay(workingDaysAfter(date, days, holidays), policy.dayEnds);
  return { acknowledgeBy: endOf(policy.acknowledgeWorkingDays), contactBy: endOf(policy.contactWorkingDays) };
}

function endOfDay(date: LocalDate, time: LocalTime): Instant {
  const end = londonInstant(date, time);
  if (end.kind === 'skipped') throw new RangeError(`no ${time} on ${date}: the clocks skip it`);
  return end.at;
}
