import { verifyRecord } from '../../src/adapters/postgres/record.js';
import { teamFor } from '../../src/domain/routing/team.js';
import { brand, type ForceId } from '../../src/domain/shared/ids.js';
import { button, type Place, type TeamsUser } from '../support/connector-double.js';
import { startTestService, type Known, type RunningService } from '../support/service.js';

const MESSAGES = {
  danger: 'there is a man with a knife outside my surgery now',
  specific:
    'Can an officer come to my surgery on Friday at 12 Union Street, I keep getting threats from one man?',
  inScope: 'How often should we vary our routes when travelling to surgeries?',
  outOfScope: 'What is the weather going to be like in Spain in July?',
} as const;

const CHAT: Place = { conversationId: '19:meeting_nw202702@thread.v2', type: 'groupChat' };
const GMP = brand<ForceId>('greater-manchester');

let desk: RunningService;
let lead: Known;
let presenter: TeamsUser;
let attendee: TeamsUser;

beforeAll(async () => {
  desk = await startTestService({ triage: { embeddings: true } });
  lead = await desk.known({ name: 'Lena Lead', roles: [{ role: 'regional-lead', region: 'north-west' }] });
  presenter = desk.stranger('Ada Presenter', 'a@b.test');
  attendee = desk.stranger('Cllr Nia Newcomer', 'nia.newcomer@parish.test');
  await desk.database.db
    .insertInto('teams')
    .values({
      id: teamFor(GMP, 'elected-official'),
      force: 'greater-manchester',
      kind: 'adviser',
      name: 'Elected official adviser',
      email: 'adviser@gmp.test',
    })
    .execute();
});
afterAll(() => desk.close());

test('a lead plans the year', async () => {
  const preview = await desk.connector.say(
    lead,
    'schedule 2027 north west second tuesday 18:00 for 60 minutes presenter a@b.test',
  );
  const { verb, data } = button(preview, /confirm/i);
  await desk.connector.click(lead, verb, data);
  await desk.settled();
  expect(desk.graph.state.events).toHaveLength(7);
});

test('somebody unknown asks for a place on the web page and hears that a lead decides', async () => {
  const shown = await desk.api('GET', '/public/briefings');
  expect((shown.json as { briefings: { code: string }[] }).briefings.map(({ code }) => code)).toContain(
    'NW-2027-02',
  );
  const asked = await desk.api('POST', '/public/registrations', {
    body: {
      name: attendee.name,
      email: attendee.email,
      audience: 'elected-official',
      briefing: 'nw-2027-02',
      area: 'Oldham',
    },
  });
  expect(asked.status).toBe(200);
  await desk.settled();
  const [mail] = desk.outbox.mailsTo(attendee.email);
  expect(mail?.subject).toMatch(/wait|request|received/i);
  expect(mail?.calendar).toBeUndefined();
});

test('the lead approves, and a confirmation with calendar file and personal link follows', async () => {
  const approvals = await desk.connector.say(lead, 'approvals');
  expect(approvals.words).toContain(attendee.name);
  const { verb, data } = button(approvals, /approve/i);
  const approved = await desk.connector.click(lead, verb, data);
  expect(approved.words).toMatch(/approved/i);
  await desk.settled();
  const mail = desk.outbox.mailsTo(attendee.email).at(-1);
  expect(mail?.calendar?.method).toBe('REQUEST');
  expect(mail?.calendar?.content).toContain('DTSTART');
  const link = mail?.links.find((address) => address.includes('/me/'));
  const me = await desk.api('GET', '/me', { link: link?.split('/me/')[1] ?? '' });
  expect(me.json).toMatchObject({ name: attendee.name, email: attendee.email });
});

test('the meeting starts and four messages in its chat go four ways', async () => {
  const { join_url: joinUrl } = await desk.database.db
    .selectFrom('briefings')
    .select('join_url')
    .where('code', '=', 'NW-2027-02')
    .executeTakeFirstOrThrow();
  desk.clock.set('2027-02-09T18:00:00Z');
  await desk.connector.meeting('Start', lead, { joinUrl: joinUrl ?? '' }, CHAT);

  const danger = await desk.connector.say(attendee, MESSAGES.danger, CHAT);
  expect(danger.words.split('\n')[0]).toMatch(/999/);
  const specific = await desk.connector.say(attendee, MESSAGES.specific, CHAT);
  expect(specific.words).toMatch(/local/i);
  const inScope = await desk.connector.say(attendee, MESSAGES.inScope, CHAT);
  expect(inScope.words).toMatch(/presenter/i);
  const outOfScope = await desk.connector.say(attendee, MESSAGES.outOfScope, CHAT);
  expect(outOfScope.words).not.toBe('');
  for (const { sent } of [danger, specific, inScope, outOfScope]) {
    expect(sent.map(({ targeted, recipient }) => ({ targeted, recipient }))).toEqual([
      { targeted: true, recipient: `29:${attendee.objectId}` },
    ]);
  }

  await desk.settled();
  const rows = await desk.database.db
    .selectFrom('questions')
    .innerJoin('people', 'people.id', 'questions.person_id')
    .select(['questions.text', 'questions.route', 'questions.state', 'people.email'])
    .execute();
  const byText = new Map(rows.map((row) => [row.text, row]));
  expect(byText.get(MESSAGES.danger)?.route).toBe('emergency');
  expect(byText.get(MESSAGES.specific)).toMatchObject({ route: 'local_policing', state: 'referred' });
  expect(byText.get(MESSAGES.inScope)).toMatchObject({ route: 'presenter', state: 'waiting' });
  expect(byText.get(MESSAGES.outOfScope)?.route).toBe('out_of_scope');
  expect(new Set(rows.map(({ email }) => email))).toEqual(new Set([attendee.email]));
});

test('the presenter sees the one question fit for the briefing, without a name, and the asker hears of the answer', async () => {
  const queue = await desk.connector.say(presenter, 'queue NW-2027-02');
  expect(queue.words).toContain(MESSAGES.inScope);
  for (const hidden of [
    MESSAGES.danger,
    MESSAGES.specific,
    MESSAGES.outOfScope,
    attendee.name,
    attendee.email,
    '12 Union Street',
  ]) {
    expect(JSON.stringify(queue)).not.toContain(hidden);
  }
  const accept = button(queue, /accept/i);
  const accepted = await desk.connector.click(presenter, accept.verb, accept.data);
  const answer = button(accepted, /answered/i);
  const before = desk.connector.sent.length + desk.outbox.mails().length;
  const answered = await desk.connector.click(presenter, answer.verb, answer.data);
  expect(answered.words).toMatch(/answered/i);
  await desk.settled();
  expect(desk.connector.sent.length + desk.outbox.mails().length).toBeGreaterThan(before);
  const mine = await desk.connector.say(attendee, 'my questions');
  expect(mine.words).toContain(MESSAGES.inScope);
  expect(mine.words).toMatch(/answered/i);
});

test('the local team hears of the specific question alone, acknowledges it by its link, and the asker is told', async () => {
  const mails = desk.outbox.mailsTo('adviser@gmp.test');
  expect(mails).toHaveLength(1);
  const token = mails[0]?.links.find((address) => address.includes('/team/'))?.split('/team/')[1] ?? '';
  const seen = await desk.api('GET', '/team/referrals', { link: token });
  expect(seen.status).toBe(200);
  const { referrals } = seen.json as {
    referrals: { id: string; text: string; version: number; state: string }[];
  };
  expect(referrals.map(({ text }) => text)).toEqual([MESSAGES.specific]);
  const [referral] = referrals;
  const body = { act: 'acknowledge', version: referral?.version };
  const acted = await desk.api('POST', `/team/referrals/${referral?.id ?? ''}`, { link: token, body });
  expect(acted.json).toMatchObject({ referral: { state: 'acknowledged' } });
  const stale = await desk.api('POST', `/team/referrals/${referral?.id ?? ''}`, {
    link: token,
    body: { act: 'close', version: 1 },
  });
  expect(stale.status).toBe(409);
  await desk.settled();
  const told = [
    ...desk.outbox.mailsTo(attendee.email).map(({ subject, text }) => subject + text),
    ...desk.connector.sent
      .filter(({ conversationId }) => conversationId === `a:${attendee.objectId}`)
      .map((entry) => JSON.stringify(entry.cards)),
  ];
  expect(
    told.some((words) => /acknowledged|has (seen|read|received|your question)|local team/i.test(words)),
  ).toBe(true);
  const mine = await desk.connector.say(attendee, 'my questions');
  expect(mine.words).toMatch(/acknowledged|has seen|has it/i);
});

test('the record of all of this holds together, and holds no words', async () => {
  const { db } = desk.database;
  const verified = await verifyRecord(db);
  expect(verified.brokenAt).toBeUndefined();
  expect(verified.lines).toBeGreaterThan(20);
  const lines = JSON.stringify(await db.selectFrom('record').selectAll().execute());
  for (const words of [...Object.values(MESSAGES), attendee.name, attendee.email])
    expect(lines).not.toContain(words);
  const log = JSON.stringify(desk.log);
  for (const words of [...Object.values(MESSAGES), attendee.name, attendee.email])
    expect(log).not.toContain(words);
  expect(desk.log.filter(({ level }) => level === 'error')).toEqual([]);
});
