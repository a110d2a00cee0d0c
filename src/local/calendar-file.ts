/** What a calendar file says, for showing. */
export interface CalendarDetails {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  /** As written, for example `2027-02-09 18:00 (Europe/London)`. */
  readonly starts: string;
  readonly ends: string;
  readonly location: string;
  readonly status: string;
  /** How many people the file names as attendees; ours names the recipient at most. */
  readonly attendees: number;
}

/** Reads the first event of an iCalendar file; what is missing is empty. */
export function readCalendarFile(content: string): CalendarDetails {
  const lines = content.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'));
  const line = (name: string): string => event.find((one) => new RegExp(`^${name}[:;]`).test(one)) ?? '';
  const value = (name: string): string => unescape(line(name).replace(/^[^:]*:/, ''));
  return {
    method: (lines.find((one) => one.startsWith('METHOD:')) ?? '').slice(7),
    uid: value('UID'),
    sequence: Number(value('SEQUENCE') || 0),
    summary: value('SUMMARY'),
    starts: moment(line('DTSTART')),
    ends: moment(line('DTEND')),
    location: value('LOCATION'),
    status: value('STATUS'),
    attendees: event.filter((one) => /^ATTENDEE[:;]/.test(one)).length,
  };
}

const unescape = (text: string): string => text.replace(/\\n/gi, '\n').replace(/\\([\\;,])/g, '$1');

function moment(line: string): string {
  const match = /(?:TZID=([^:;]+))?.*:(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})\d{2}(Z?)$/.exec(line);
  if (!match) return line.replace(/^[^:]*:/, '');
  const zone = /TZID=([^:;]+)/.exec(line)?.[1] ?? (match[7] ? 'UTC' : '');
  return `${match[2] ?? ''}-${match[3] ?? ''}-${match[4] ?? ''} ${match[5] ?? ''}:${match[6] ?? ''}${zone ? ` (${zone})` : ''}`;
}
