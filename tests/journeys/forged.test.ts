import { linkRecord } from '../../src/adapters/postgres/record-linker.js';
import { randomUUID } from 'node:crypto';
import { button, type Turned } from '../support/connector-double.js';
import { seedBriefing } from '../support/service-briefings.js';
import { eventually, startTestService, type Known, type RunningService } from '../support/service.js';

let desk: RunningService;
let lead: Known;
let ann: Known;
let ben: Known;

beforeAll(async () => {
  desk = await startTestService();
  lead = await desk.known({ name: 'Lena Lead', roles: [{ role: 'regional-lead', region: 'north-west' }] });
  ann = await desk.known({ name: 'Ann Asker', vetted: true });
  ben = await desk.known({ name: 'Ben Other', vetted: true });
  await seedBriefing(desk, { code: 'NW-2027-02' });
});
afterAll(() => desk.close());

/** Everything that a click could change. */
async function world(): Promise<string> {
  const { db } = desk.database;
  const tables = [
    'people',
    'roles',
    'drafts',
    'briefings',
    'registrations',
    'questions',
    'referrals',
    'statements',
    'record',
  ] as const;
  await linkRecord(db);
  const parts = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(parts.map((rows) => rows.map((row) => JSON.stringify(row)).sort()));
}

async function expectNothingChanges(act: () => Promise<Turned>): Promise<Turned> {
  const before = await world();
  const answer = await act();
  expect(answer.status).toBe(200);
  expect(answer.words.trim()).not.toBe('');
  expect(await world()).toBe(before);
  return answer;
}

test("another person's question can be neither opened, moved nor withdrawn", async () => {
  await desk.connector.say(ann, 'register NW-2027-02');
  await desk.connector.say(ann, 'ask How often should we vary our routes when travelling to surgeries?');
  await desk.settled();
  const { id } = await desk.database.db
    .selectFrom('questions')
    .select('id')
    .where('person_id', '=', ann.person.id)
    .executeTakeFirstOrThrow();
  for (const [verb, data] of [
    ['questions/open', { question: id }],
    ['questions/withdraw', { question: id }],
    ['questions/choose', { question: id, choice: 'local' }],
    ['questions/area', { question: id, area: 'Oldham' }],
  ] as const) {
    const answer = await expectNothingChanges(() => desk.connector.click(ben, verb, data));
    expect(answer.words).toMatch(/no such question of yours/i);
    expect(answer.words).not.toContain('vary our routes');
  }
  const byHttp = await desk.api('POST', `/questions/${id}/choice`, { as: ben, body: { choice: 'local' } });
  expect(byHttp.status).toBe(404);
});

test("another person's registration is not reached: withdrawing acts on one's own alone, and approving needs a lead", async () => {
  const { id } = await desk.database.db
    .selectFrom('registrations')
    .select('id')
    .where('person_id', '=', ann.person.id)
    .executeTakeFirstOrThrow();
  await expectNothingChanges(() =>
    desk.connector.click(ben, 'registrations/withdraw', { code: 'NW-2027-02' }),
  );
  const refused = await expectNothingChanges(() =>
    desk.connector.click(ben, 'registrations/approve', { id, page: 1 }),
  );
  expect(refused.words).toMatch(/only a regional lead/i);
});

test("another person's preview is neither shown, confirmed nor discarded", async () => {
  const preview = await desk.connector.say(
    lead,
    'schedule 2028 north west second tuesday 18:00 presenter a@b.test',
  );
  const other = await desk.known({
    name: 'Lou Lead',
    roles: [{ role: 'regional-lead', region: 'north-west' }],
  });
  const { data } = button(preview, /confirm/i);
  for (const verb of ['briefings/confirm', 'briefings/discard', 'briefings/change']) {
    const answer = await expectNothingChanges(() => desk.connector.click(other, verb, data));
    expect(answer.words).toMatch(/not yours|no longer/i);
  }
  const attendee = await expectNothingChanges(() => desk.connector.click(ann, 'briefings/confirm', data));
  expect(attendee.words).toMatch(/only a regional lead/i);
});

test.each([
  ['a verb that nobody knows', 'nobody/knows', {}],
  ['a verb named like a part of every object', '__proto__', {}],
  ['a draft that is no id', 'briefings/confirm', { draft: "1'; drop table people; --" }],
  ['a draft that nobody made', 'briefings/confirm', { draft: randomUUID() }],
  ['a number where words belong', 'briefings/cancel', { code: 12, reason: 7 }],
  ['a list where an id belongs', 'registrations/approve', { id: [randomUUID()], page: {} }],
  ['nothing at all', 'briefings/save-topics', {}],
  ['a briefing of no region', 'briefings/show', { code: 'XX-2027-02' }],
  ['a day that is none', 'briefings/move', { code: 'NW-2027-02', date: '2027-02-30', time: '18:00' }],
  ['a question that nobody asked', 'questions/withdraw', { question: 'not-an-id' }],
  [
    'a decision on a queue item that is not there',
    'questions/decide',
    { code: 'NW-2027-02', page: 1, id: randomUUID(), act: 'accept', version: 1 },
  ],
  ['a referral that is not there', 'referrals/acknowledge', { referral: randomUUID(), version: 1 }],
  ['a page beyond all pages', 'registrations/page', { list: 'coming', page: 1e9 }],
  ['a page of letters', 'questions/mine', { page: 'many' }],
])('a card with %s changes nothing and says so', async (_what, verb, data) => {
  await expectNothingChanges(() => desk.connector.click(lead, verb, data));
});

test.each([
  ['schedule 2020 north west second tuesday 18:00 presenter a@b.test', /past|2020|year/i],
  ['schedule 2027 atlantis second tuesday 18:00 presenter a@b.test', /region/i],
  ['schedule 2027 north west fifth tuesday 18:00 presenter a@b.test', /first|fourth|last/i],
  ['schedule 2027 north west second tuesday 25:00 presenter a@b.test', /time|18:00/i],
  ['move NW-2027-02 to 2020-02-16 18:00', /past|passed|later/i],
  ['move NW-2027-02 to 2027-03-28 01:30', /clock|does not exist|no such time|01:30/i],
  ['move NW-2099-02 to 2027-02-16 18:00', /no briefing|not know|unknown|there is no/i],
  ['cancel NW-2027-02', /because/i],
  ['cancel ZZ-2027-02 because of snow', /code|no briefing|there is no|region/i],
  ['presenter NW-2027-02 add not-an-address', /address/i],
  ['return atlantis 2027-Q1', /coordinator|force/i],
  ['attendance NW-2031-02', /no briefing|not know|there is no/i],
])('“%s” is told what is wrong and changes nothing', async (typed, why) => {
  const before = await world();
  const answer = await desk.connector.say(lead, typed);
  expect(answer.words).toMatch(why);
  expect(await world()).toBe(before);
});

test('over HTTP every refusal says what is wrong in words', async () => {
  const before = await world();
  const large = 'x'.repeat(70_000);
  const answers = [
    [413, await desk.api('POST', '/questions', { as: ann, body: { text: large } })],
    [400, await desk.api('POST', '/questions', { as: ann, body: { text: 'x'.repeat(5_000) } })],
    [400, await desk.api('POST', '/questions', { as: ann, body: { text: '   ' } })],
    [400, await desk.api('POST', '/registrations', { as: ann, body: { briefing: 7 } })],
    [404, await desk.api('POST', '/registrations', { as: ann, body: { briefing: 'NW-2099-02' } })],
    [
      415,
      await desk.api('POST', '/questions', {
        as: ann,
        body: { text: 'hello' },
        headers: { 'content-type': 'text/plain' },
      }),
    ],
    [
      415,
      await desk.api('POST', '/questions', {
        as: ann,
        body: { text: 'hello' },
        headers: { 'content-encoding': 'gzip' },
      }),
    ],
    [
      400,
      await desk.http('/api/v1/public/registrations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"name":',
      }),
    ],
    [
      400,
      await desk.api('POST', '/public/registrations', {
        body: { name: 'A', email: 'nobody', audience: 'other', briefing: 'NW-2027-02' },
      }),
    ],
    [401, await desk.api('GET', '/me')],
    [401, await desk.api('GET', '/me', { headers: { authorization: 'Bearer nonsense' } })],
    [401, await desk.api('GET', '/me', { link: `${randomUUID()}.nonsense` })],
    [401, await desk.api('GET', '/team/referrals', { as: ann })],
    [403, await desk.api('GET', '/queue/NW-2027-02', { as: ann })],
    [404, await desk.api('GET', '/queue/NW-2099-02', { as: lead })],
    [403, await desk.api('GET', '/returns/greater-manchester/2027-Q1', { as: ann })],
    [404, await desk.api('GET', '/nowhere', { as: ann })],
    [405, await desk.api('DELETE', '/briefings', { as: ann })],
  ] as const;
  for (const [status, answer] of answers) {
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
    const { error } = answer.json as { error: { code: string; message: string } };
    expect(error.message).toMatch(/\w+ \w+/);
    expect(error.message).not.toMatch(/Error:|at \/|undefined|\bSQL\b/);
  }
  expect(await world()).toBe(before);
});

test('a personal link opens its own person alone, and not at all when altered, revoked or expired', async () => {
  const token = (await desk.service.people.links.personal(ann.person.id)).split('/me/')[1] ?? '';
  const others = (await desk.service.people.links.personal(ben.person.id)).split('/me/')[1] ?? '';
  expect((await desk.api('GET', '/me', { link: token })).json).toMatchObject({ name: ann.name });
  expect((await desk.api('GET', '/me', { link: others })).json).toMatchObject({ name: ben.name });
  const [annId] = token.split('.');
  const [, benSign] = others.split('.');
  expect((await desk.api('GET', '/me', { link: `${annId ?? ''}.${benSign ?? ''}` })).status).toBe(401);
  expect((await desk.api('GET', '/team/referrals', { link: token })).status).toBe(401);

  await desk.database.db
    .updateTable('links')
    .set({ revoked_at: desk.clock.now() })
    .where('person_id', '=', ben.person.id)
    .execute();
  const revoked = await desk.api('GET', '/me', { link: others });
  expect({ status: revoked.status, text: revoked.text }).toEqual({
    status: 401,
    text: expect.stringMatching(/no longer works/) as unknown,
  });
  await desk.database.db
    .updateTable('links')
    .set({ expires_at: desk.clock.now() })
    .where('person_id', '=', ann.person.id)
    .execute();
  const expired = await desk.api('GET', '/me', { link: token });
  expect(expired.json).toMatchObject({ error: { code: 'link_expired' } });
});

test('a replayed withdrawal and a replayed registration change nothing twice', async () => {
  const eve = await desk.known({ name: 'Eve Twice', vetted: true });
  await desk.connector.click(eve, 'registrations/register', { code: 'NW-2027-02' });
  await desk.connector.click(eve, 'registrations/register', { code: 'NW-2027-02' });
  await desk.settled();
  await eventually(() => expect(desk.outbox.mailsTo(eve.email)).toHaveLength(1));
  await desk.connector.click(eve, 'registrations/withdraw', { code: 'NW-2027-02' });
  await expectNothingChanges(() =>
    desk.connector.click(eve, 'registrations/withdraw', { code: 'NW-2027-02' }),
  );
});
