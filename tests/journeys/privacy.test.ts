import { brand, type ForceId } from '../../src/domain/shared/ids.js';
import { wordsOf } from '../support/connector-double.js';
import { seedBriefing } from '../support/service-briefings.js';
import { startTestService, type HttpAnswer, type Known, type RunningService } from '../support/service.js';

/** Words that stand nowhere but in what Ann is and says. */
const CANARY = {
  name: 'Annwenquill Zephyrine',
  email: 'annwenquill@quartzfield.test',
  public: 'How often should zebrafinch caretakers vary their routes when travelling to surgeries?',
  specific: 'Can an officer come to my surgery at 7 Vexillology Close on Friday to check the doors?',
  area: 'Oldham',
} as const;
const SECRETS = [/annwenquill/i, /zephyrine/i, /quartzfield/i, /zebrafinch/i, /vexillology/i];

let desk: RunningService;
let ann: Known;
let ben: Known;
let ids: { questions: string[]; registration: string; person: string };

beforeAll(async () => {
  desk = await startTestService();
  const area = {
    kind: 'council',
    name: CANARY.area,
    force: brand<ForceId>('greater-manchester'),
    region: 'north-west',
  } as const;
  ann = await desk.known({
    name: CANARY.name,
    email: CANARY.email,
    audience: 'elected-official',
    area,
    vetted: true,
  });
  ben = await desk.known({ name: 'Ben Bystander', audience: 'elected-official', area, vetted: true });
  const teams = [['greater-manchester/adviser', 'adviser']] as const;
  for (const [id, kind] of teams) {
    await desk.database.db
      .insertInto('teams')
      .values({ id, kind, force: 'greater-manchester', name: 'Adviser', email: 'adviser@gmp.test' })
      .execute();
  }
  await seedBriefing(desk);
  await seedBriefing(desk, { code: 'NW-2027-03', date: '2027-03-09' });
  for (const who of [ann, ben]) await desk.connector.say(who, 'register NW-2027-02');
  await desk.connector.say(ann, CANARY.public);
  await desk.connector.say(ann, CANARY.specific);
  await desk.connector.say(ben, 'ask How should we vary routes on the way home?');
  await desk.settled();
  const questions = await desk.database.db
    .selectFrom('questions')
    .select(['id', 'route'])
    .where('person_id', '=', ann.person.id)
    .execute();
  expect(questions.map(({ route }) => route).sort()).toEqual(['local_policing', 'presenter']);
  const { id } = await desk.database.db
    .selectFrom('registrations')
    .select('id')
    .where('person_id', '=', ann.person.id)
    .executeTakeFirstOrThrow();
  ids = { questions: questions.map((question) => question.id), registration: id, person: ann.person.id };
});
afterAll(() => desk.close());

function expectNothingOfAnn(text: string, where: string): void {
  for (const secret of SECRETS)
    expect({ where, found: secret.exec(text)?.[0] }).toEqual({ where, found: undefined });
  expect({ where, found: text.includes(ids.person) }).toEqual({ where, found: false });
}

/** Every operation of the features, filled with ids of Ann's where it takes any. */
async function operations(): Promise<
  readonly { method: string; path: string; caller: string; body: unknown }[]
> {
  const { json } = await desk.http('/api/v1/openapi.json');
  const { paths } = json as { paths: Record<string, Record<string, { security?: unknown[] }>> };
  const of = (path: string): readonly string[] => {
    if (path.includes('{id}'))
      return [...ids.questions, ids.registration, ids.person].map((id) =>
        path.replace('{id}', id).replace('{code}', 'NW-2027-02'),
      );
    return [
      path
        .replace('{code}', 'NW-2027-02')
        .replace('{meetingId}', 'meeting-NW-2027-02')
        .replace('{force}', 'greater-manchester')
        .replace('{quarter}', '2026-Q4'),
    ];
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method) =>
      of(path).map((filled) => ({
        method: method.toUpperCase(),
        path: filled.replace(/^\/api\/v1/, ''),
        caller: path,
        body: BODIES[`${method} ${path.replace(/^\/api\/v1/, '')}`] ?? {},
      })),
    ),
  );
}

const BODIES: Readonly<Record<string, unknown>> = {
  'post /public/registrations': {
    name: 'Zoe',
    email: CANARY.email,
    audience: 'other',
    briefing: 'NW-2027-02',
  },
  'post /registrations': { briefing: 'NW-2027-02' },
  'post /questions': { text: 'How should we vary routes?', briefing: 'NW-2027-02' },
  'post /questions/{id}/choice': { choice: 'local' },
  'post /queue/{code}/items/{id}': { act: 'accept', version: 1 },
  'post /team/referrals/{id}': { act: 'acknowledge', version: 1 },
  'put /me': { language: 'en' },
  'put /me/area': { area: 'Oldham' },
};

test('no operation of the interface shows Ben, a passer-by or a wrong link anything of Ann', async () => {
  const all = (await operations()).filter(
    ({ method, path }) => !(method === 'DELETE' && path === '/me') && !path.endsWith('/stream'),
  );
  expect(all.length).toBeGreaterThan(20);
  const seen = new Set<number>();
  for (const { method, path, body } of all) {
    const sent = method === 'GET' || method === 'DELETE' ? {} : { body };
    const callers: readonly [string, Promise<HttpAnswer>][] = [
      ['Ben', desk.api(method, path, { as: ben, ...sent })],
      ['a passer-by', desk.api(method, path, sent)],
    ];
    for (const [who, asked] of callers) {
      const answer = await asked;
      seen.add(answer.status);
      expect(answer.status).not.toBe(500);
      expectNothingOfAnn(answer.text + JSON.stringify([...answer.headers]), `${who}: ${method} ${path}`);
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining([200, 401, 403, 404]));
});

test('the stream of a queue is refused to attendees', async () => {
  const refused = await desk.api('GET', '/queue/NW-2027-02/stream', { as: ben });
  expect(refused.status).toBe(403);
  expectNothingOfAnn(refused.text, 'stream');
});

test('no command shows Ben anything of Ann, in his own chat, in the meeting chat or in a channel', async () => {
  const places = [
    undefined,
    { conversationId: '19:meeting_NW-2027-02@thread.v2', type: 'groupChat' },
    { conversationId: '19:channel@thread.tacv2', type: 'channel' },
  ] as const;
  for (const { name } of desk.service.commands.filter((entry) => entry.name !== 'forget me')) {
    for (const rest of ['', 'NW-2027-02', ...ids.questions, ids.registration]) {
      for (const place of places) {
        const typed = `${name} ${rest}`.trim();
        const answer = await desk.connector.say(ben, typed, place);
        expectNothingOfAnn(JSON.stringify(answer.cards) + answer.words, typed);
      }
    }
  }
});

test('no button shows Ben anything of Ann, with her ids in its data', async () => {
  const [first = '', second = ''] = ids.questions;
  const data = {
    page: 1,
    code: 'NW-2027-02',
    version: 1,
    reason: 'because',
    choice: 'local',
    act: 'accept',
    area: 'Oldham',
    list: 'coming',
    sure: false,
    text: 'my questions',
    region: 'north-west',
  };
  const verbs = [
    'questions/open',
    'questions/withdraw',
    'questions/choose',
    'questions/area',
    'questions/mine',
    'questions/queue',
    'questions/item',
    'questions/decide',
    'referrals/acknowledge',
    'referrals/contact',
    'referrals/close',
    'referrals/pass-on',
    'referrals/summary',
    'referrals/contacts',
    'registrations/approve',
    'registrations/decline',
    'registrations/page',
    'registrations/register',
    'registrations/withdraw',
    'briefings/show',
    'briefings/topics',
    'briefings/programme',
    'briefings/edit-topics',
    'people/place',
    'people/forget',
    'statements/circulation',
    'desk/say',
    'guidance/page',
  ];
  for (const verb of verbs) {
    for (const id of [first, second, ids.registration, ids.person]) {
      const answer = await desk.connector.click(ben, verb, { ...data, id, question: id, referral: id });
      expect({ verb, status: answer.status }).toEqual({ verb, status: 200 });
      expectNothingOfAnn(JSON.stringify(answer.body ?? '') + wordsOf(answer.cards), verb);
    }
  }
  const own = await desk.database.db
    .selectFrom('questions')
    .select(['state', 'version'])
    .where('person_id', '=', ann.person.id)
    .execute();
  expect(own.every(({ version }) => version === 1)).toBe(true);
});

test('no mail, calendar file, card sent later or calendar event holds anything of Ann but her own', async () => {
  await desk.settled();
  for (const mail of desk.outbox.mails().filter(({ to }) => to !== CANARY.email))
    expectNothingOfAnn(JSON.stringify(mail), `mail to ${mail.to}`);
  for (const sent of desk.connector.sent.filter(
    ({ conversationId, recipient }) => !`${conversationId}${recipient ?? ''}`.includes(ann.objectId),
  )) {
    expectNothingOfAnn(JSON.stringify(sent), sent.conversationId);
  }
  for (const request of desk.graph.seen) expectNothingOfAnn(JSON.stringify(request), request.path);
  const calendar = await desk.api('GET', '/registrations/NW-2027-02/calendar', { as: ben });
  expect([200, 404]).toContain(calendar.status);
  expectNothingOfAnn(calendar.text, 'calendar file');
});

test('presenters read the question without its asker, and never the specific one', async () => {
  const presenter = desk.stranger('Ada Presenter', 'a@b.test');
  const queue = await desk.connector.say(presenter, 'queue NW-2027-02');
  expect(queue.words).toContain(CANARY.public);
  const json = await desk.api('GET', '/queue/NW-2027-02', { as: presenter });
  for (const text of [queue.words, JSON.stringify(queue.cards), json.text]) {
    for (const secret of [/annwenquill/i, /quartzfield/i, /vexillology/i]) expect(text).not.toMatch(secret);
    expect(text).not.toContain(ids.person);
  }
});

test('attendance is given in counts, and none under five', async () => {
  const lead = await desk.known({
    name: 'Lena Lead',
    roles: [{ role: 'regional-lead', region: 'north-west' }],
  });
  const attendance = await desk.connector.say(lead, 'attendance NW-2027-02');
  expectNothingOfAnn(JSON.stringify(attendance.cards), 'attendance');
  expect(attendance.words).toMatch(/fewer than|under|less than|few/i);
});

test('the log holds nothing of anybody', () => {
  expectNothingOfAnn(JSON.stringify(desk.log), 'log');
});
