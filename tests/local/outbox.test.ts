import { createOutbox, linksIn } from '../../src/local/outbox.js';
import { readCalendarFile } from '../../src/local/calendar-file.js';
import type { Instant } from '../../src/domain/shared/time.js';

const now = (): Instant => '2027-01-11T09:30:00.000Z' as Instant;

const FILE = [
  'BEGIN:VCALENDAR',
  'METHOD:CANCEL',
  'BEGIN:VEVENT',
  'UID:nw-2027-02@desk.example',
  'SEQUENCE:3',
  'SUMMARY:North West briefing\\, Febr',
  ' uary',
  'DTSTART;TZID=Europe/London:20270209T180000',
  'DTEND:20270209T190000Z',
  'ATTENDEE;CN=Maya:mailto:maya.okafor@councillors.test',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

test('a calendar file is read with folded lines, escapes and zones', () => {
  expect(readCalendarFile(FILE)).toMatchObject({
    method: 'CANCEL',
    sequence: 3,
    summary: 'North West briefing, February',
    starts: '2027-02-09 18:00 (Europe/London)',
    ends: '2027-02-09 19:00 (UTC)',
    attendees: 1,
  });
});

test('a mail is kept with its links and calendar details, and found by its reader’s address', async () => {
  const heard: string[] = [];
  const outbox = createOutbox({ now, onMail: (mail) => heard.push(mail.subject) });
  await outbox.send({
    to: { name: 'Maya', email: 'Maya@councillors.test' },
    subject: 'Place',
    text: 'See https://desk.example/me/x.',
    calendar: { method: 'CANCEL', content: FILE },
  });
  const [mail] = outbox.mailsTo('maya@councillors.test');
  expect(mail).toMatchObject({ links: ['https://desk.example/me/x'], details: { sequence: 3 }, at: now() });
  expect(heard).toEqual(['Place']);
});

test('the oldest mail goes when 500 are kept', async () => {
  const outbox = createOutbox({ now });
  for (let n = 0; n < 501; n += 1)
    await outbox.send({ to: { name: 'A', email: 'a@b.test' }, subject: String(n), text: '' });
  expect(outbox.mails()).toHaveLength(500);
  expect(outbox.mails()[0]?.subject).toBe('1');
});

test('punctuation after a link does not belong to it', () => {
  expect(linksIn('(https://a.example/x?y=1), http://b.example!')).toEqual([
    'https://a.example/x?y=1',
    'http://b.example',
  ]);
});
