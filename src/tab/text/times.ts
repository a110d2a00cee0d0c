import type { Text } from './en.js';

const MINUTE = 60_000;
const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `Tuesday 9 February 2027` of a calendar date `2027-02-09`. */
export function longDate(text: Text, date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return `${text.days[at.getUTCDay()] ?? ''} ${String(at.getUTCDate())} ${text.months[at.getUTCMonth()] ?? ''} ${String(at.getUTCFullYear())}`;
}

/** The wall clock that many minutes after `HH:MM`. */
export function laterClock(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const total = (hours * 60 + past + minutes) % (24 * 60);
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${pad(Math.floor(total / 60))}:${pad(total % 60)}`;
}

interface Session {
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
}

/** `Tuesday 9 February 2027, 18:00 to 19:00 (London time)`. */
export const sessionTime = (text: Text, { date, time, minutes }: Session): string =>
  text.time.span(longDate(text, date), time, laterClock(time, minutes));

/** `Tuesday 9 February 2027, 18:00` in London, of a moment. */
export function londonTime(text: Text, instant: string): string {
  const parts = new Map(LONDON.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${longDate(text, date)}, ${part('hour')}:${part('minute')}`;
}

/** How long ago a moment of today is; an older one is given as its time in London. */
export function ago(text: Text, instant: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(instant)) / MINUTE);
  if (minutes < 1) return text.time.justNow;
  if (minutes < 60) return text.time.minutesAgo(minutes);
  return minutes < 24 * 60 ? text.time.hoursAgo(Math.floor(minutes / 60)) : londonTime(text, instant);
}

/** How much of a response time is left, or by how much it is overdue. */
export function clockSentence(text: Text, due: string, now: number): string {
  const minutes = Math.round((Date.parse(due) - now) / MINUTE);
  const span = spanOf(text, Math.abs(minutes));
  return minutes < 0 ? text.time.over(span) : text.time.left(span);
}

function spanOf(text: Text, minutes: number): string {
  if (minutes < 60) return text.time.spanMinutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? text.time.spanHours(hours, minutes % 60) : text.time.spanDays(Math.floor(hours / 24));
}
