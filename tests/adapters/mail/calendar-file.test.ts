import { calendarFiles, type CalendarFileEntry } from '../../../src/adapters/mail/calendar-file.js';
import type { Instant } from '../../../src/domain/shared/time.js';

const make = calendarFiles({ name: 'Briefing Desk', email: 'desk@ctp.example' });
const entry = (overrides: Partial<CalendarFileEntry> = {}): CalendarFileEntry => ({
  uid: 'one@briefing-desk',
  sequence: 3,
  stampedAt: '2027-01-05T09:00:00.000Z' as Instant,
  startsAt: '2027-02-09T18:00:00.000Z' as Instant,
  endsAt: '2027-02-09T19:00:00.000Z' as Instant,
  summary: 'Personal security briefing, North West (NW-2027-02)',
  description: 'Join: https://teams.example/l/1\nTopics: Post; Home, and travel',
  location: 'https://teams.example/l/1',
  attendee: { name: 'Nia, "the" Example', email: 'nia@example.org' },
  ...overrides,
});

/** The file's lines, unfolded. */
const linesOf = (file: string): readonly string[] => file.replace(/\r\n[ \t]/g, '').split('\r\n');
const eventOf = (file: string): readonly string[] => {
  const lines = linesOf(file);
  return lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
};
const value = (file: string, name: string): string | undefined =>
  eventOf(file).find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));

describe('a calendar file', () => {
  test('shows London’s wall clock in winter and in summer', () => {
    expect(value(make('REQUEST', entry()), 'DTSTART')).toBe('DTSTART;TZID=Europe/London:20270209T180000');
    const summer = make(
      'REQUEST',
      entry({
        startsAt: '2027-06-08T17:00:00.000Z' as Instant,
        endsAt: '2027-06-08T18:00:00.000Z' as Instant,
      }),
    );
    expect(value(summer, 'DTSTART')).toBe('DTSTART;TZID=Europe/London:20270608T180000');
    expect(value(summer, 'DTEND')).toBe('DTEND;TZID=Europe/London:20270608T190000');
  });

  test('brings the rules of British time with it', () => {
    const lines = linesOf(make('REQUEST', entry()));
    expect(lines).toEqual(
      expect.arrayContaining(['BEGIN:VTIMEZONE', 'TZID:Europe/London', 'TZNAME:BST', 'TZNAME:GMT']),
    );
    expect(lines.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'));
  });

  test('keeps its UID and carries its SEQUENCE, whatever is done to it', () => {
    for (const method of ['REQUEST', 'CANCEL', 'PUBLISH'] as const) {
      const file = make(method, entry());
      expect(linesOf(file)).toContain(`METHOD:${method}`);
      expect(value(file, 'UID')).toBe('UID:one@briefing-desk');
      expect(value(file, 'SEQUENCE')).toBe('SEQUENCE:3');
    }
    expect(value(make('CANCEL', entry()), 'STATUS')).toBe('STATUS:CANCELLED');
  });

  test('names its recipient and the desk, and nobody else', () => {
    const file = make('REQUEST', entry());
    const attendees = eventOf(file).filter((line) => line.startsWith('ATTENDEE'));
    expect(attendees).toHaveLength(1);
    expect(attendees[0]).toMatch(/nia@example\.org$/i);
    expect(value(file, 'ORGANIZER')).toMatch(/desk@ctp\.example$/i);
    expect(eventOf(make('PUBLISH', entry())).filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
  });

  test('keeps what people’s names hold from becoming lines of its own', () => {
    const file = make(
      'REQUEST',
      entry({ attendee: { name: 'Eve\r\nATTENDEE:mailto:x@example.org', email: 'e@example.org' } }),
    );
    expect(eventOf(file).filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(value(make('REQUEST', entry()), 'DESCRIPTION')).toContain('\\nTopics: Post\\; Home\\, and travel');
  });
});
