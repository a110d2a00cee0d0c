import { button } from '../support/connector-double.js';
import { startTestService, type Known, type RunningService } from '../support/service.js';

let desk: RunningService;
let lead: Known;
let people: readonly Known[];

beforeAll(async () => {
  desk = await startTestService();
  lead = await desk.known({ name: 'Lena Lead', roles: [{ role: 'regional-lead', region: 'north-west' }] });
  const preview = await desk.connector.say(
    lead,
    'schedule 2027 north west second tuesday 18:00 for 60 minutes presenter a@b.test',
  );
  const { verb, data } = button(preview, /confirm/i);
  await desk.connector.click(lead, verb, data);
  await desk.settled();
  people = await Promise.all(
    ['Ann', 'Ben', 'Cat'].map((name) =>
      desk.known({ name, email: `${name.toLowerCase()}@changes.test`, vetted: true }),
    ),
  );
  for (const who of people) await desk.connector.say(who, 'register NW-2027-04');
  await desk.settled();
});
afterAll(() => desk.close());

const fieldOf = (ics: string | undefined, name: string): string | undefined =>
  new RegExp(`^${name}[^:\\r\\n]*:(.*)$`, 'm')
    .exec((ics ?? '').replaceAll('\r\n ', '').split('BEGIN:VEVENT')[1] ?? '')?.[1]
    ?.trim();

test('a move tells each person alone, with the same calendar entry one sequence higher, and moves the meeting', async () => {
  const before = new Map(
    people.map((who) => [who.email, desk.outbox.mailsTo(who.email).at(-1)?.calendar?.content]),
  );
  const moved = await desk.connector.say(lead, 'move NW-2027-04 to 2027-04-20 19:00');
  expect(moved.words).toMatch(/20 April 2027/);
  await desk.settled();
  for (const who of people) {
    const mails = desk.outbox.mailsTo(who.email);
    expect(mails).toHaveLength(2);
    const calendar = mails.at(-1)?.calendar;
    expect(calendar?.method).toBe('REQUEST');
    expect(fieldOf(calendar?.content, 'UID')).toBe(fieldOf(before.get(who.email), 'UID'));
    expect(Number(fieldOf(calendar?.content, 'SEQUENCE'))).toBeGreaterThan(
      Number(fieldOf(before.get(who.email), 'SEQUENCE')),
    );
    expect(fieldOf(calendar?.content, 'DTSTART')).toMatch(/20270420T(180000Z|190000)/);
    for (const other of people.filter((entry) => entry !== who))
      expect(JSON.stringify(mails)).not.toContain(other.email);
  }
  const row = await desk.database.db
    .selectFrom('briefings')
    .selectAll()
    .where('code', '=', 'NW-2027-04')
    .executeTakeFirstOrThrow();
  expect(row.starts_at.toISOString()).toBe('2027-04-20T18:00:00.000Z');
  const event = desk.graph.state.events.find((kept) => kept.event.id === row.event_id)?.event;
  expect(event?.start).toMatchObject({
    dateTime: expect.stringMatching(/^2027-04-20T19:00/) as unknown,
    timeZone: 'Europe/London',
  });
  expect(event?.onlineMeeting?.joinUrl).toBe(row.join_url);
});

test('a move to the same moment changes and sends nothing', async () => {
  const mails = desk.outbox.mails().length;
  await desk.connector.say(lead, 'move NW-2027-04 to 2027-04-20 19:00');
  await desk.settled();
  expect(desk.outbox.mails()).toHaveLength(mails);
});

test('an hour that the clocks skip is refused, and the hour after is taken', async () => {
  const skipped = await desk.connector.say(lead, 'move NW-2027-03 to 2027-03-28 01:30');
  expect(skipped.words).toMatch(/clock/i);
  await desk.connector.say(lead, 'move NW-2027-03 to 2027-03-28 02:30');
  const row = await desk.database.db
    .selectFrom('briefings')
    .select('starts_at')
    .where('code', '=', 'NW-2027-03')
    .executeTakeFirstOrThrow();
  expect(row.starts_at.toISOString()).toBe('2027-03-28T01:30:00.000Z');
});

test('an hour that the clocks give twice is one moment, and its end comes an hour later', async () => {
  await desk.connector.say(lead, 'move NW-2027-10 to 2027-10-31 01:30');
  const row = await desk.database.db
    .selectFrom('briefings')
    .select(['starts_at', 'ends_at', 'local_time'])
    .where('code', '=', 'NW-2027-10')
    .executeTakeFirstOrThrow();
  expect(row.ends_at.getTime() - row.starts_at.getTime()).toBe(3_600_000);
  await desk.settled({ tries: true });
});

test('a cancellation gives its reason to each person alone and takes the meeting out of the calendar', async () => {
  const cancelled = await desk.connector.say(lead, 'cancel NW-2027-04 because the presenter is unwell');
  expect(cancelled.words).toMatch(/cancel/i);
  await desk.settled();
  for (const who of people) {
    const mail = desk.outbox.mailsTo(who.email).at(-1);
    expect(mail?.calendar?.method).toBe('CANCEL');
    expect(mail?.text).toContain('the presenter is unwell');
    expect(mail?.text).not.toContain('meetup-join');
  }
  expect(desk.graph.state.cancelled).toHaveLength(1);
  const again = await desk.connector.say(lead, 'cancel NW-2027-04 because of snow');
  expect(again.words).toMatch(/cancelled/i);
  await desk.settled();
  expect(desk.outbox.mails().filter(({ calendar }) => calendar?.method === 'CANCEL')).toHaveLength(3);
});

test('nobody can register for a briefing that is cancelled or over, and is told the next one', async () => {
  const late = await desk.known({ name: 'Lou Late', vetted: true });
  expect((await desk.connector.say(late, 'register NW-2027-04')).words).toMatch(/cancelled/i);
  desk.clock.set('2027-06-01T12:00:00Z');
  const over = await desk.connector.say(late, 'register NW-2027-02');
  expect(over.words).toMatch(/over/i);
  expect(over.words).toContain('NW-2027-06');
});
