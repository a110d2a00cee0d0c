import { verifyRecord } from '../../../src/adapters/postgres/record.js';
import { linkRecord } from '../../../src/adapters/postgres/record-linker.js';
import { brand, type ForceId } from '../../../src/domain/shared/ids.js';
import { seedBriefing } from '../../support/service-briefings.js';
import { startTestService, type Known, type RunningService } from '../../support/service.js';

const AREA = {
  kind: 'council',
  name: 'Oldham',
  force: brand<ForceId>('greater-manchester'),
  region: 'north-west',
} as const;
const ASKED = [
  'ask How often should zebrafinch keepers vary their routes?',
  'Can an officer come to my surgery at 7 Vexillology Close on Friday to check the doors?',
];
const SECRETS = /annwen|quartzfield|zebrafinch|vexillology|oldham/i;

let desk: RunningService;
let ann: Known;
let ben: Known;

beforeAll(async () => {
  desk = await startTestService();
  const { db } = desk.database;
  await db
    .insertInto('teams')
    .values({
      id: 'greater-manchester/adviser',
      kind: 'adviser',
      force: 'greater-manchester',
      name: 'Adviser',
      email: 'adviser@gmp.test',
    })
    .execute();
  for (const [code, date] of [
    ['NW-2027-02', '2027-02-09'],
    ['NW-2027-03', '2027-03-09'],
  ] as const) {
    await seedBriefing(desk, { code, date });
  }
  ann = await desk.known({
    name: 'Annwen Zeph',
    email: 'annwen@quartzfield.test',
    audience: 'elected-official',
    area: AREA,
    vetted: true,
  });
  ben = await desk.known({ name: 'Ben Bystander', audience: 'elected-official', area: AREA, vetted: true });
  for (const who of [ann, ben]) await desk.connector.say(who, 'register NW-2027-02');
  await desk.connector.say(ann, 'register NW-2027-03');
  for (const text of ASKED) await desk.connector.say(ann, text);
  await desk.connector.say(ben, 'ask How should we lock the hall after a surgery?');
  await desk.settled();
});
afterAll(() => desk.close());

/** Every row of every table that holds product data, as text. */
async function everything(): Promise<string> {
  const tables = [
    'people',
    'identities',
    'roles',
    'conversations',
    'drafts',
    'registrations',
    'questions',
    'referrals',
    'contacts',
    'links',
    'record',
    'mails',
    'circulations',
  ] as const;
  await linkRecord(desk.database.db);
  const rows = await Promise.all(
    tables.map((table) => desk.database.db.selectFrom(table).selectAll().execute()),
  );
  return JSON.stringify(rows);
}
const linkOf = async (who: Known): Promise<string> =>
  (await desk.service.people.links.personal(who.person.id)).split('/').at(-1) ?? '';

test('“forget me” says what is held and changes nothing until it is confirmed', async () => {
  const preview = await desk.connector.say(ann, 'forget me');
  expect(preview.words).toContain('2 registration(s), 2 question(s) and 1 referral(s)');
  expect(preview.words).toContain('Keep my details');
  const kept = await desk.connector.click(ann, 'people/forget', { sure: false });
  expect(JSON.stringify(kept.body)).toContain('Nothing was removed');
  expect((await desk.api('GET', '/me', { as: ann })).json).toMatchObject({ name: 'Annwen Zeph' });
});

describe('once it is confirmed', () => {
  let token: string;
  let benBefore: unknown;
  const own = (table: 'registrations' | 'questions' | 'referrals') =>
    desk.database.db.selectFrom(table).selectAll().where('person_id', '=', ann.person.id).execute();

  beforeAll(async () => {
    token = await linkOf(ann);
    expect((await desk.api('GET', '/me', { link: token })).status).toBe(200);
    benBefore = await desk.database.db
      .selectFrom('questions')
      .selectAll()
      .where('person_id', '=', ben.person.id)
      .execute();
    // The February briefing is over by then, the March one is not.
    desk.clock.set('2027-02-20T12:00:00.000Z');
    const done = await desk.connector.click(ann, 'people/forget', { sure: true });
    expect(JSON.stringify(done.body)).toContain('have been removed');
    await desk.settled();
  });

  test('name, address, area, accounts, chats and every word are gone from every table', async () => {
    const found = SECRETS.exec((await everything()).replaceAll('"area_name":"Oldham"', ''));
    expect(found).toBeNull();
    expect(await everything()).not.toContain(ann.objectId);
  });

  test('the personal link is dead, for reading and for doing', async () => {
    expect((await desk.api('GET', '/me', { link: token })).status).toBe(401);
    expect((await desk.api('PUT', '/me', { link: token, body: { email: 'back@example.org' } })).status).toBe(
      401,
    );
    expect((await desk.api('DELETE', '/me', { link: token })).status).toBe(401);
  });

  test('the place to come is given back, the one of the past stays a figure', async () => {
    const places = (await own('registrations')).map(({ briefing_code, status }) => [briefing_code, status]);
    expect(places.sort()).toEqual([
      ['NW-2027-02', 'confirmed'],
      ['NW-2027-03', 'withdrawn'],
    ]);
  });

  test('questions are forgotten with what was made of their words, and the referral is withdrawn', async () => {
    for (const question of await own('questions'))
      expect(question).toMatchObject({
        state: 'forgotten',
        evidence: {},
        cleared: false,
        state_reason: null,
      });
    expect((await own('referrals')).map(({ state }) => state)).toEqual(['withdrawn']);
    const queue = await desk.api('GET', '/queue/NW-2027-02', {
      as: await desk.known({ name: 'Lena', roles: [{ role: 'regional-lead', region: 'north-west' }] }),
    });
    expect(queue.text).not.toMatch(SECRETS);
  });

  test('every change is on the record, which still holds', async () => {
    await linkRecord(desk.database.db);
    const lines = await desk.database.db
      .selectFrom('record')
      .select(['subject', 'event'])
      .orderBy('seq')
      .execute();
    const events = lines.map(({ subject, event }) => `${subject}/${event}`);
    expect(events.filter((event) => event === 'question/forgotten')).toHaveLength(2);
    expect(events).toEqual(
      expect.arrayContaining(['registration/withdrawn', 'referral/withdraw', 'person/erased']),
    );
    expect((await verifyRecord(desk.database.db)).brokenAt).toBeUndefined();
  });

  test('the figures of the force’s return stay', async () => {
    const coordinator = await desk.known({ name: 'Coco', roles: [{ role: 'coordinator' }] });
    const file = await desk.api('GET', '/returns/greater-manchester/2026-Q4', { as: coordinator });
    expect(file.status).toBe(200);
    expect(JSON.stringify(file.json ?? file.text)).toMatch(/1/);
    const person = await desk.database.db
      .selectFrom('people')
      .selectAll()
      .where('id', '=', ann.person.id)
      .executeTakeFirstOrThrow();
    expect(person).toMatchObject({
      name: 'A person who asked to be forgotten',
      email: null,
      area_name: null,
      force: 'greater-manchester',
      vetted: false,
    });
  });

  test('nobody else has lost anything', async () => {
    expect(
      await desk.database.db
        .selectFrom('questions')
        .selectAll()
        .where('person_id', '=', ben.person.id)
        .execute(),
    ).toEqual(benBefore);
    expect((await desk.api('GET', '/me', { as: ben })).json).toMatchObject({ name: 'Ben Bystander' });
  });

  test('a second click changes nothing more', async () => {
    const before = await own('questions');
    await desk.connector.click(ann, 'people/forget', { sure: true });
    expect(await own('questions')).toEqual(before);
  });

  test('who comes back is welcome as somebody new, and is reached in the chat', async () => {
    const answer = await desk.connector.say(
      { ...ann, name: 'Returned Person', email: 'returned@example.org' },
      'area Oldham',
    );
    expect(answer.words).toContain('Greater Manchester Police');
    const me = (await desk.api('GET', '/me', { as: ann })).json as { name: string };
    expect(me.name).not.toMatch(SECRETS);
    const back = await desk.service.people.people.find([{ kind: 'channel', id: `29:${ann.objectId}` }]);
    expect(back?.id).not.toBe(ann.person.id);
    expect(back && (await desk.service.people.reach.ofPerson(back.id))).toBeDefined();
    expect(await desk.service.people.reach.ofPerson(ann.person.id)).toBeUndefined();
  });
});
