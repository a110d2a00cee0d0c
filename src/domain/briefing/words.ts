import { plusMinutes, londonClock, londonInstant, weekdayOf, type LocalDate } from '../shared/time.js';
import { WEEKDAYS } from './cadence.js';
import type { Slot } from './briefing.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Tuesday 9 February 2027` */
export function dateInWords(date: LocalDate): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  return `${capital(WEEKDAYS[weekdayOf(date)] ?? '')} ${String(Number(day))} ${monthName(Number(month))} ${year}`;
}

/** The name of month 1 to 12. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** `18:00 to 19:00` on London's clock. */
export function timesInWords({ date, time, minutes }: Pick<Slot, 'date' | 'time' | 'minutes'>): string {
  const start = londonInstant(date, time);
  if (start.kind === 'skipped') return time;
  return `${time} to ${londonClock(plusMinutes(start.at, minutes)).time}`;
}

/** `Tuesday 9 February 2027, 18:00 to 19:00 (London time)` */
export function whenInWords(slot: Pick<Slot, 'date' | 'time' | 'minutes'>): string {
  return `${dateInWords(slot.date)}, ${timesInWords(slot)} (London time)`;
}

/** `a`, `a and b`, `a, b and c` */
export function listInWords(words: readonly string[], link = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1) ?? ''}`;
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
