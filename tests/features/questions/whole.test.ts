import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { verifyRecord } from '../../../src/adapters/postgres/record.js';
import { linkRecord } from '../../../src/adapters/postgres/record-linker.js';
import type { Reply, Turn } from '../../../src/bot/kit.js';
import { questionOutcome, queueView } from '../../../src/contract/questions.js';
import { teamReferrals } from '../../../src/contract/referrals.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import { questionsFeature, type QuestionsFeature } from '../../../src/features/questions/index.js';
import { referralsFeature, type ReferralsFeature } from '../../../src/features/referrals/index.js';
import type { AnyRoute } from '../../../src/http/kit.js';
import { closeTestDatabase, openTestDatabase } from '../../support/database.js';
import { aPerson, CODE, nextId, NOW } from '../../support/memory/question-builders.js';
import { aPresenter, GUIDANCE, scriptedTriage } from '../../support/memory/question-desk.js';
import { ADVISER } from '../../support/memory/referral-builders.js';
import { countJobs, insertBriefing, insertPerson, makeQueues } from '../../support/question-database.js';

let database: Database;
let questions: QuestionsFeature;
let referrals: ReferralsFeature;
const maya = aPerson();
const yusuf = aPerson({ name: 'Yusuf Rahman', audience: 'faith-leader' });
const tom = aPresenter();

beforeAll(async () => {
  database = await openTestDatabase();
  await makeQueues(database);
  const forces = createAreaDirectory();
  const ids = { uuid: () => crypto.randomUUID() };
  const links = {
    personal: () => Promise.resolve('https://desk.test/me'),
    team: () => Promise.resolve('https://desk.test/team'),
  };
  const courier = {
    toPerson: () => Promise.resolve(),
    toTeam: () => Promise.resolve({}),
    updateTeam: () => Promise.resolve(),
  };
  questions = questionsFeature({
    database,
    words: { rarity: () => 0.5 },
    triage: scriptedTriage,
    areas: { place: () => Promise.resolve({ kind: 'ask', message: 'Which?' }) },
    guidance: GUIDANCE,
    forces,
    holidays: () => new Set(),
    courier,
    links,
    ids,
    recognise: () => Promise.resolve(maya.id),
  });
  referrals = referralsFeature({ database, courier, links, forces, ids });
  for (const person of [maya, yusuf, tom]) await insertPerson(database, person);
  await insertBriefing(database, CODE, plusMinutes(NOW, 40));
});
afterAll(async () => {
  await questions.close();
  await closeTestDatabase(database);
});

const turnOf = (person: Person): Turn => ({
  person,
  scope: 'groupChat',
  deliveryKey: nextId(),
  conversationId: '19:meeting',
  briefing: CODE,
  language: 'en',
  text: '',
  now: NOW,
});

async function say(person: Person, text: string): Promise<string> {
  const features = [questions, referrals].flatMap(({ chat }) => chat.commands);
  const command = features.find(({ name }) => text.startsWith(name))!;
  const taken = await command.take(turnOf(person), text.slice(command.name.length).trim());
  return shown(taken.kind === 'reply' ? taken.reply : { kind: 'text', text: taken.problem });
}

async function press(person: Person, verb: string, data: object): Promise<string> {
  const found = [questions, referrals]
    .flatMap(({ chat }) => chat.verbs)
    .find((entry) => entry.verb === verb)!;
  const taken = await found.take(turnOf(person), data);
  return shown(taken.kind === 'reply' ? taken.reply : { kind: 'text', text: taken.problem });
}

const shown = (reply: Reply): string =>
  reply.kind === 'card' ? JSON.stringify(reply.card) : reply.kind === 'text' ? reply.text : '';

async function call(method: AnyRoute['method'], path: string, more: object): Promise<unknown> {
  const route = [questions, referrals]
    .flatMap(({ http }) => http.routes)
    .find((entry) => entry.method === method && entry.path === path)!;
  const reply = await route.run({
    params: {},
    query: {},
    body: {},
    now: NOW,
    deliveryKey: nextId(),
    ...more,
  } as never);
  return reply.kind === 'ok' || reply.kind === 'created' ? reply.body : reply;
}

const dataOf = (card: string, verb: string): object => {
  const at = card.indexOf(`"verb":"${verb}","data":`);
  const text =
    at < 0
      ? card.slice(card.indexOf(`"data":{"verb":"${verb}"`))
      : card.slice(at + `"verb":"${verb}",`.length);
  return JSON.parse(text.slice('"data":'.length, text.indexOf('}') + 1)) as object;
};

test('a question asked in the meeting is decided by its presenter and told to its asker, with a sound record', async () => {
  expect(await say(maya, 'ask How often should we vary our routes? [presenter]')).toContain('in the queue');
  const queue = await say(tom, 'queue NW-2027-02');
  expect(queue).toContain('vary our routes');
  expect(queue).not.toContain(maya.name);
  const before = await countJobs(database, 'questions.tell-asker');
  expect(await press(tom, 'questions/decide', dataOf(queue, 'questions/decide'))).toContain(
    'Accepted. The asker is told.',
  );
  expect(await countJobs(database, 'questions.tell-asker')).toBe(before + 1);
  expect(await say(maya, 'my questions')).toContain('The presenters will answer it');
  expect(await say(yusuf, 'my questions')).not.toContain('vary our routes');
  expect((await verifyRecord(database.db)).brokenAt).toBeUndefined();
});

test('two who ask the same at once are one item at every door, and one that is taken out stands alone', async () => {
  await Promise.all([
    say(maya, 'ask Are video doorbells worth it? [presenter]'),
    say(yusuf, 'ask Is a video doorbell worth having? [presenter]'),
  ]);
  const card = await say(tom, 'queue NW-2027-02');
  expect(card).toContain('Asked by 2');
  const read = async () => {
    const found = await call('get', '/queue/:code', { person: tom, params: { code: CODE } });
    return queueView.parse(found).items.filter(({ text }) => text.includes('doorbell'));
  };
  const [item] = await read();
  const [other] = item?.wordings ?? [];
  expect([item?.askers, item?.wordings.length]).toEqual([2, 1]);
  const own = await press(tom, 'questions/item', { code: CODE, id: item?.id, page: 1 });
  expect(own).toContain(other?.text);

  await call('post', '/queue/:code/items/:id', {
    person: tom,
    params: { code: CODE, id: other?.id },
    body: { act: 'split', version: other?.version },
  });
  expect((await read()).map(({ askers }) => askers)).toEqual([1, 1]);
  const before = await countJobs(database, 'questions.tell-asker');
  const accept = {
    code: CODE,
    id: item?.id,
    version: item?.version,
    page: 1,
    act: 'accept',
    seen: item?.seen,
  };
  expect(await press(tom, 'questions/decide', accept)).toContain('Accepted.');
  expect(await countJobs(database, 'questions.tell-asker')).toBe(before + 1);

  const again = await Promise.all(
    [maya, yusuf].map((person) => say(person, 'ask Should the side gate be locked by night? [presenter]')),
  );
  expect(again).toHaveLength(2);
  const group = (await call('get', '/queue/:code', { person: tom, params: { code: CODE } })) as {
    items: { id: string; version: number; seen: string; text: string }[];
  };
  const gate = group.items.find(({ text }) => text.includes('side gate'))!;
  await call('post', '/queue/:code/items/:id', {
    person: tom,
    params: { code: CODE, id: gate.id },
    body: { act: 'answer', version: gate.version, seen: gate.seen },
  });
  expect(await countJobs(database, 'questions.tell-asker')).toBe(before + 3);
  for (const person of [maya, yusuf])
    expect(await say(person, 'my questions')).toContain('Answered in the briefing');
  await linkRecord(database.db);
  expect((await verifyRecord(database.db)).brokenAt).toBeUndefined();
});

test('a specific question reaches its team’s page alone, and the asker sees how it stands', async () => {
  const outcome = questionOutcome.parse(
    await call('post', '/questions', {
      person: maya,
      body: { text: 'My own side door. [local_policing]', briefing: CODE },
    }),
  );
  expect(outcome.kind).toBe('referred');
  const page = teamReferrals.parse(await call('get', '/team/referrals', { team: ADVISER }));
  const [referral] = page.referrals;
  expect(referral?.text).toContain('side door');
  const other = teamReferrals.parse(
    await call('get', '/team/referrals', { team: 'greater-manchester/neighbourhood' }),
  );
  expect(other.referrals).toEqual([]);
  const queue = queueView.parse(await call('get', '/queue/:code', { person: tom, params: { code: CODE } }));
  expect(JSON.stringify(queue)).not.toContain('side door');
  await call('post', '/team/referrals/:id', {
    team: ADVISER,
    params: { id: referral?.id },
    body: { act: 'contact', version: 1 },
  });
  expect(await say(maya, 'my team')).toContain('made contact');
  expect(
    await call('post', '/questions/:id/choice', {
      person: yusuf,
      params: { id: outcome.id },
      body: { choice: 'now' },
    }),
  ).toMatchObject({
    problem: { code: 'not_found' },
  });
});

test('a reader of the queue hears of a change by way of the database', async () => {
  const [stream] = questions.http.streams ?? [];
  const events: unknown[] = [];
  const opened = await stream!.open({ person: tom, params: { code: CODE }, now: NOW }, (event) =>
    events.push(event),
  );
  if (opened.kind !== 'open') throw new Error('refused');
  await new Promise((done) => setTimeout(done, 700));
  events.length = 0;
  await say(maya, 'ask And at night? [presenter]');
  await say(maya, 'ask And at weekends? [presenter]');
  await new Promise((done) => setTimeout(done, 900));
  opened.close();
  expect(events).toEqual([{ kind: 'changed' }]);
  expect(
    await stream!.open({ person: maya, params: { code: CODE }, now: NOW }, () => undefined),
  ).toMatchObject({ problem: { code: 'forbidden' } });
});
