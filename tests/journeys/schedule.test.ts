import { button } from '../support/connector-double.js';
import { startTestService, type Known, type RunningService } from '../support/service.js';

const COMMAND = 'schedule 2027 north west second tuesday 18:00 for 60 minutes presenter a@b.test';
const CODES = ['02', '03', '04', '06', '08', '10', '12'].map((month) => `NW-2027-${month}`);

let desk: RunningService;
let lead: Known;

beforeAll(async () => {
  desk = await startTestService();
  lead = await desk.known({ name: 'Lena Lead', roles: [{ role: 'regional-lead', region: 'north-west' }] });
});
afterAll(() => desk.close());

test('one command and Confirm make seven briefings at 18:00 London time and seven meetings with presenters alone', async () => {
  const preview = await desk.connector.say(lead, COMMAND);
  for (const date of [
    '9 February 2027',
    '9 March 2027',
    '13 April 2027',
    '8 June 2027',
    '10 August 2027',
    '12 October 2027',
    '14 December 2027',
  ]) {
    expect(preview.words).toContain(date);
  }
  expect(desk.graph.state.events).toHaveLength(0);
  const { verb, data } = button(preview, /confirm/i);
  const confirmed = await desk.connector.click(lead, verb, data);
  for (const code of CODES) expect(confirmed.words).toContain(code);
  await desk.settled();

  const rows = await desk.database.db.selectFrom('briefings').selectAll().orderBy('starts_at').execute();
  expect(
    rows.map((row) => [row.code, row.status, row.starts_at.toISOString(), row.ends_at.toISOString()]),
  ).toEqual([
    ['NW-2027-02', 'published', '2027-02-09T18:00:00.000Z', '2027-02-09T19:00:00.000Z'],
    ['NW-2027-03', 'published', '2027-03-09T18:00:00.000Z', '2027-03-09T19:00:00.000Z'],
    ['NW-2027-04', 'published', '2027-04-13T17:00:00.000Z', '2027-04-13T18:00:00.000Z'],
    ['NW-2027-06', 'published', '2027-06-08T17:00:00.000Z', '2027-06-08T18:00:00.000Z'],
    ['NW-2027-08', 'published', '2027-08-10T17:00:00.000Z', '2027-08-10T18:00:00.000Z'],
    ['NW-2027-10', 'published', '2027-10-12T17:00:00.000Z', '2027-10-12T18:00:00.000Z'],
    ['NW-2027-12', 'published', '2027-12-14T18:00:00.000Z', '2027-12-14T19:00:00.000Z'],
  ]);

  const created = desk.graph.seen.filter(
    ({ method, path, status }) => method === 'POST' && path.includes('/events') && status === 201,
  );
  expect(created).toHaveLength(7);
  const bodies = created.map(({ body }) => body as Record<string, unknown>);
  expect(bodies.map(({ start }) => start).sort(byDate)).toEqual(
    ['2027-02-09', '2027-03-09', '2027-04-13', '2027-06-08', '2027-08-10', '2027-10-12', '2027-12-14'].map(
      (date) => ({
        dateTime: `${date}T18:00:00`,
        timeZone: 'Europe/London',
      }),
    ),
  );
  for (const body of bodies) {
    expect(body['attendees']).toEqual([
      expect.objectContaining({ emailAddress: expect.objectContaining({ address: 'a@b.test' }) as unknown }),
    ]);
    expect(body).toMatchObject({
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      hideAttendees: true,
    });
  }
  expect(new Set(bodies.map(({ transactionId }) => transactionId)).size).toBe(7);
});

test('the same words in another order and case give the same preview', async () => {
  const preview = await desk.connector.say(
    lead,
    'Schedule, North West 2028: SECOND Tuesday 18.00 presenter A@B.test for 60 minutes',
  );
  expect(preview.words).toContain('8 February 2028');
  expect(preview.words).toContain('12 December 2028');
});

test('an attendee who types schedule is refused with a reason that names who can', async () => {
  const attendee = await desk.known({ name: 'Arthur Attendee' });
  const before = await desk.database.db.selectFrom('drafts').selectAll().execute();
  const refused = await desk.connector.say(attendee, COMMAND);
  expect(refused.words).toMatch(/only a regional lead/i);
  expect(await desk.database.db.selectFrom('drafts').selectAll().execute()).toHaveLength(before.length);
});

test('a lead of another region is refused with the name of whose region it is', async () => {
  const elsewhere = await desk.known({
    name: 'Wyn Lead',
    roles: [{ role: 'regional-lead', region: 'wales' }],
  });
  const refused = await desk.connector.say(elsewhere, COMMAND.replace('2027', '2029'));
  expect(refused.words).toMatch(/North West/);
  expect(refused.words).toMatch(/only/i);
});

const byDate = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b));
