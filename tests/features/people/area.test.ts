import { randomUUID } from 'node:crypto';
import constituencyTable from '../../../src/adapters/policing/tables/constituencies.json' with { type: 'json' };
import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import { linkRecord } from '../../../src/adapters/postgres/record-linker.js';
import { placeArea } from '../../../src/domain/routing/area.js';
import { startTestService, type Known, type RunningService } from '../../support/service.js';

let desk: RunningService;
let maya: Known;

beforeAll(async () => {
  desk = await startTestService({ withJobs: false });
});
afterAll(() => desk.close());
beforeEach(async () => {
  maya = await desk.known({
    name: 'Maya',
    email: `maya-${randomUUID()}@elsewhere.test`,
    audience: 'elected-official',
  });
});

const rowOf = ({ person }: Known) =>
  desk.database.db.selectFrom('people').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow();

test('a place that settles the force is shown with force, region and team, and is kept', async () => {
  const answer = await desk.connector.say(maya, 'area Oldham');
  for (const words of ['Oldham', 'Greater Manchester Police', 'North West', 'Elected official adviser'])
    expect(answer.words).toContain(words);
  expect(await rowOf(maya)).toMatchObject({
    area_kind: 'council',
    area_name: 'Oldham',
    force: 'greater-manchester',
    region: 'north-west',
  });
  expect((await desk.connector.say(maya, 'my area')).words).toContain('Greater Manchester Police');
});

test.each([
  ['OL1 1AA', 'OL1'],
  ['ol11aa', 'OL1'],
  ['SW1A 2AA', 'SW1A'],
])(
  'of the full postcode %s its district alone is kept, in the table and on the record',
  async (typed, district) => {
    const answer = await desk.connector.say(maya, `area ${typed}`);
    expect(answer.words).toContain(district);
    const kept = await rowOf(maya);
    expect(kept).toMatchObject({ area_kind: 'postcode', area_name: district });
    await linkRecord(desk.database.db);
    const lines = await desk.database.db.selectFrom('record').selectAll().execute();
    const compact = JSON.stringify([kept, lines, desk.log]).toUpperCase().replaceAll(' ', '');
    expect(compact).not.toContain(typed.toUpperCase().replaceAll(' ', ''));
  },
);

const directory = createAreaDirectory();
const splits = constituencyTable.constituencies
  .map((entry) => String(entry[1]))
  .filter((name) => placeArea(name, directory).kind === 'ask')
  .slice(0, 20);

test('there are constituencies that two forces share', () => {
  expect(splits.length).toBeGreaterThanOrEqual(10);
});

test.each(splits)('%s is shared by forces: the person is asked, and nothing is kept', async (name) => {
  const answer = await desk.connector.say(maya, `area ${name}`);
  expect(answer.words).toContain('One more thing');
  expect(answer.words).toMatch(/postcode/i);
  const input = JSON.stringify(answer.cards);
  expect(input).toContain('"Input.Text"');
  expect(await rowOf(maya)).toMatchObject({ area_name: null, force: null });
});

test.each(['Barking', 'Bexhill and Battle', 'Bath', 'Ealing Central and Acton', 'OL1 1AA'])(
  'the place %s is no alarm',
  async (name) => {
    expect((await desk.connector.say(maya, `area ${name}`)).words).not.toContain('Call 999 now');
  },
);

test('danger after the word “area” is one', async () => {
  const answer = await desk.connector.say(maya, 'area help there is a man with a knife at my door');
  expect(answer.words).toContain('Call 999 now');
});

test('the answer to that question is taken from the card', async () => {
  await desk.connector.say(maya, `area ${splits[0] ?? ''}`);
  const answer = await desk.connector.click(maya, 'people/place', {
    area: 'Oldham',
    audience: 'faith-leader',
  });
  expect(JSON.stringify(answer.body)).toContain('Neighbourhood policing team');
  expect(await rowOf(maya)).toMatchObject({ area_name: 'Oldham', audience: 'faith-leader' });
});

test('an unknown place is answered with the nearest names as buttons, and nothing is kept', async () => {
  const answer = await desk.connector.say(maya, 'area Oldhem');
  expect(answer.words).toContain('Oldham');
  const [card] = answer.cards;
  const actions = card?.['actions'] as { title: string; verb: string; data: object }[];
  const suggestion = actions.find(({ title }) => title === 'Oldham');
  expect(suggestion).toMatchObject({ verb: 'people/place', data: { area: 'Oldham' } });
  expect((await rowOf(maya)).area_name).toBeNull();
});

test('nothing typed asks for a place, too much is refused in words', async () => {
  expect((await desk.connector.say(maya, 'area')).words).toContain('Tell me where you serve');
  expect((await desk.connector.say(maya, `area ${'very '.repeat(40)}long`)).words).toContain(
    'too long for a place',
  );
  expect((await rowOf(maya)).area_name).toBeNull();
});

test('the page places its caller alone, and asks in the same words', async () => {
  const ben = await desk.known({ name: 'Ben' });
  const placed = await desk.api('PUT', '/me/area', { as: maya, body: { area: 'Oldham' } });
  expect(placed.json).toMatchObject({
    kind: 'placed',
    me: { area: { name: 'Oldham', force: 'greater-manchester' } },
  });
  const asked = await desk.api('PUT', '/me/area', { as: maya, body: { area: splits[0] } });
  expect(asked.json).toMatchObject({ kind: 'ask' });
  expect((await desk.api('PUT', '/me/area', { as: maya, body: { area: ' ' } })).status).toBe(400);
  expect((await desk.api('GET', '/me', { as: maya })).json).toMatchObject({ area: { name: 'Oldham' } });
  expect((await desk.api('GET', '/me', { as: ben })).json).toMatchObject({
    name: 'Ben',
    area: null,
    team: null,
  });
});

test('the language is kept and answers follow it', async () => {
  expect((await desk.connector.say(maya, 'cymraeg')).words).toContain('Gymraeg');
  expect((await rowOf(maya)).language).toBe('cy');
  expect((await desk.connector.say(maya, 'English!')).words).toContain('English');
  expect((await rowOf(maya)).language).toBe('en');
});

test('an address typed on the page vets nobody and opens no presenter’s queue', async () => {
  const { db } = desk.database;
  await db.insertInto('trusted_domains').values({ domain: 'council.test' }).execute();
  const { seedBriefing } = await import('../../support/service-briefings.js');
  await seedBriefing(desk, { presenters: ['ada@council.test'] });
  const changed = await desk.api('PUT', '/me', { as: maya, body: { email: 'ada@council.test' } });
  expect(JSON.stringify(changed.json)).not.toContain('ada@council.test');
  expect((await desk.api('GET', '/queue/NW-2027-02', { as: maya })).status).toBe(403);
  await desk.connector.say(maya, 'register NW-2027-02');
  const place = await db
    .selectFrom('registrations')
    .select('status')
    .where('person_id', '=', maya.person.id)
    .executeTakeFirstOrThrow();
  expect(place.status).toBe('waiting');
  expect(await rowOf(maya)).toMatchObject({ vetted: false });
});
