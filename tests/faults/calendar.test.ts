import { button, type Turned } from '../support/connector-double.js';
import { eventually, startTestService, type Known, type RunningService } from '../support/service.js';

const CODES = ['02', '03', '04', '06', '08', '10', '12'].map((month) => `NW-2027-${month}`);

let desk: RunningService;
let lead: Known;

beforeEach(async () => {
  desk = await startTestService();
  lead = await desk.known({
    name: 'Lena Lead',
    roles: [{ role: 'regional-lead', region: 'north-west' }],
  });
});
afterEach(() => desk.close());

async function plan(): Promise<Turned> {
  const preview = await desk.connector.say(
    lead,
    'schedule 2027 north west second tuesday 18:00 for 60 minutes presenter a@b.test',
  );
  const { verb, data } = button(preview, /confirm/i);
  return desk.connector.click(lead, verb, data);
}

async function expectSevenMeetings(): Promise<void> {
  await desk.settled({ tries: true });
  const rows = await desk.database.db
    .selectFrom('briefings')
    .select(['code', 'status', 'event_id'])
    .orderBy('code')
    .execute();
  expect(rows.map(({ code, status }) => [code, status])).toEqual(CODES.map((code) => [code, 'published']));
  expect(desk.graph.state.events.map(({ event }) => event.id).sort()).toEqual(
    rows.map(({ event_id: id }) => id).sort(),
  );
  expect(desk.graph.state.meetings).toHaveLength(7);
}

test.each([
  ['says that it is busy', { status: 429, retryAfterSeconds: 1, times: 6 }],
  ['is away for a while', { status: 503, times: 5 }],
  [
    'makes the event and loses the answer',
    { status: 504, afterwards: true, times: 3, on: { method: 'POST', path: '/events' } },
  ],
  ['fails while the settings are made', { status: 503, times: 4, on: { path: '/onlineMeetings' } }],
] as const)(
  'a calendar service that %s ends in seven meetings',
  async (_how, trouble) => {
    desk.graph.faults.fail(trouble);
    const confirmed = await plan();
    expect(confirmed.words).toMatch(/confirmed/i);
    await expectSevenMeetings();
  },
  60_000,
);

test('a calendar service that is down shows on the card why no meeting is there yet, and makes seven when it is back', async () => {
  desk.graph.faults.down = true;
  const confirmed = await plan();
  expect(confirmed.status).toBe(200);
  await eventually(async () => {
    const { words } = await desk.connector.say(lead, 'briefing NW-2027-02');
    expect(words).toMatch(/calendar|Graph|did not answer|reach/i);
  }, 30_000);
  desk.graph.faults.clear();
  await expectSevenMeetings();
}, 90_000);

test('the lead is told, once for each briefing, when the last try has failed', async () => {
  desk.graph.faults.fail({ status: 403, times: 1_000 });
  await plan();
  await desk.settled({ tries: true });
  const told = desk.connector.sent.filter(({ cards }) =>
    JSON.stringify(cards).includes('has no meeting yet'),
  );
  const words =
    JSON.stringify(told.map(({ cards }) => cards)) + JSON.stringify(desk.outbox.mailsTo(lead.email));
  for (const code of CODES) expect(words.split(`${code} has no meeting yet`).length - 1).toBeGreaterThan(0);
  expect(told.length + desk.outbox.mailsTo(lead.email).length).toBe(7);
  desk.graph.faults.clear();
  const card = await desk.connector.say(lead, 'briefing NW-2027-02');
  const { verb, data } = button(card, /try again/i);
  await desk.connector.click(lead, verb, data);
  await desk.settled({ tries: true });
  expect(desk.graph.state.events).toHaveLength(1);
}, 90_000);

test('settings that stay weaker than policy hold the briefing back, and the lead hears which', async () => {
  desk.graph.faults.weaker = { lobbyBypassSettings: { scope: 'everyone' } };
  await plan();
  await desk.settled({ tries: true });
  const rows = await desk.database.db.selectFrom('briefings').select('status').execute();
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['held_back']));
  const shown = await desk.api('GET', '/public/briefings');
  expect(shown.json).toEqual({ briefings: [] });
  const card = await desk.connector.say(lead, 'briefing NW-2027-02');
  expect(card.words).toMatch(/lobby/i);
}, 60_000);
