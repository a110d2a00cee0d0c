const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });

const LONG = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const SHORT_DAY = format({ weekday: 'short', day: 'numeric', month: 'short' });
const TIME = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const dayInWords = (at: number | string): string => LONG.format(new Date(at));
export const dayShort = (at: number | string): string => SHORT_DAY.format(new Date(at));
export const timeOfDay = (at: number | string): string => TIME.format(new Date(at));

const DAY = 86_400_000;

/** The moment that many days later, at the same wall-clock time in London. */
export function plusDays(at: number, days: number): number {
  const then = at + days * DAY;
  const shift = minutesOfDay(at) - minutesOfDay(then);
  return then + (shift > 720 ? shift - 1440 : shift < -720 ? shift + 1440 : shift) * 60_000;
}

function minutesOfDay(at: number): number {
  const [hours = 0, minutes = 0] = TIME.format(new Date(at)).split(':').map(Number);
  return hours * 60 + minutes;
}

/** The moment that many Mondays-to-Fridays later. */
export function plusWorkingDays(at: number, days: number): number {
  let then = at;
  for (let left = days; left > 0;) {
    then = plusDays(then, 1);
    if (!['Sat', 'Sun'].includes(SHORT_DAY.format(new Date(then)).slice(0, 3))) left -= 1;
  }
  return then;
}

/** "in 3 days", "in 2 hours", "now". */
export function untilInWords(from: number, to: number): string {
  const minutes = Math.round((to - from) / 60_000);
  if (minutes <= 0) return 'now';
  if (minutes < 90) return `in ${String(minutes)} minutes`;
  if (minutes < 48 * 60) return `in ${String(Math.round(minutes / 60))} hours`;
  return `in ${String(Math.round(minutes / 1440))} days`;
}
