import { button, type Turned } from '../support/connector-double.js';
import { startTestService, type Known, type RunningService } from '../support/service.js';

let desk: RunningService;
beforeEach(async () => {
  desk = await startTestService();
});
afterEach(() => desk.close());

const lead = (name = 'Lena Lead'): Promise<Known> =>
  desk.known({ name, roles: [{ role: 'regional-lead', region: 'north-west' }] });

const preview = (who: Known): Promise<Turned> =>
  desk.connector.say(who, 'schedule 2027 north west second tuesday 18:00 for 60 minutes presenter a@b.test');

async function press(who: Known, card: Turned): Promise<Turned> {
  const { verb, data } = button(card, /confirm/i);
  return desk.connector.click(who, verb, data);
}

/** How many briefings there are, events in the calendar, and requests that made one. */
async function counts(): Promise<{ briefings: number; events: number; requests: number }> {
  await desk.settled();
  const rows = await desk.database.db.selectFrom('briefings').select('code').execute();
  const requests = desk.graph.seen.filter(
    ({ method, path, status }) => method === 'POST' && path.endsWith('/events') && status === 201,
  );
  return { briefings: rows.length, events: desk.graph.state.events.length, requests: requests.length };
}

const SEVEN = { briefings: 7, events: 7, requests: 7 };

test('Confirm pressed three times makes seven meetings, and the later presses say that it was done', async () => {
  const who = await lead();
  const card = await preview(who);
  await press(who, card);
  const again = await press(who, card);
  await desk.settled();
  const later = await press(who, card);
  expect(again.words).toMatch(/confirmed before/i);
  expect(later.words).toMatch(/confirmed before/i);
  expect(await counts()).toEqual(SEVEN);
});

test('Confirm pressed five times at once makes seven meetings', async () => {
  const who = await lead();
  const card = await preview(who);
  const answers = await Promise.all(Array.from({ length: 5 }, () => press(who, card)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  for (const { words } of answers) expect(words).toContain('NW-2027-02');
  expect(await counts()).toEqual(SEVEN);
});

test('every delivery arriving twice at once makes seven meetings', async () => {
  desk.connector.deliveries = 2;
  const who = await lead();
  const card = await preview(who);
  await press(who, card);
  expect(await counts()).toEqual(SEVEN);
});

test('two leads who plan the same programme at once make seven meetings between them', async () => {
  const [one, two] = await Promise.all([lead(), lead('Lou Lead')]);
  const cards = await Promise.all([preview(one), preview(two)]);
  await Promise.all([press(one, cards[0]), press(two, cards[1])]);
  expect(await counts()).toEqual(SEVEN);
});

test("another lead cannot confirm somebody else's preview", async () => {
  const [one, two] = await Promise.all([lead(), lead('Lou Lead')]);
  const refused = await press(two, await preview(one));
  expect(refused.words).toMatch(/not yours/i);
  expect(await counts()).toEqual({ briefings: 0, events: 0, requests: 0 });
});

test('Confirm, a restart before any meeting is made, and Confirm again make seven meetings', async () => {
  await desk.close();
  const { openTestDatabase, closeTestDatabase } = await import('../support/database.js');
  const { graphDouble } = await import('../support/graph-double.js');
  const { testClock } = await import('../support/service.js');
  const database = await openTestDatabase();
  const clock = testClock();
  const graph = await graphDouble(clock);
  desk = await startTestService({ database, clock, graph, withJobs: false });
  const who = await lead();
  const card = await preview(who);
  await press(who, card);
  await desk.close();
  expect(graph.state.events).toHaveLength(0);

  desk = await startTestService({ database, clock, graph });
  await press(who, card);
  expect(await counts()).toEqual(SEVEN);
  await closeTestDatabase(database);
  await graph.stop();
});
