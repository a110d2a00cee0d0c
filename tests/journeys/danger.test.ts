import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { sql } from 'kysely';
import { openPostgres } from '../../src/adapters/postgres/database.js';
import type { Turned } from '../support/connector-double.js';
import { failingDatabase } from '../support/service-database.js';
import { eventually, startTestService, type RunningService } from '../support/service.js';

const DANGER = 'there is a man with a knife outside my surgery now';
const WORDINGS = [
  DANGER,
  'ask someone is breaking into my office right now',
  'help he is at my door with a gun',
  'HELP!!! they are attacking us',
  'mae dyn gyda chyllell tu allan i fy swyddfa nawr',
  // begin like commands that take no words
  'my team is being attacked right now by a man with a knife',
  'statement from me: he has broken in and he is coming up the stairs',
];

function expectAnswered(answer: Turned): void {
  expect(answer.status).toBe(200);
  expect(answer.milliseconds).toBeLessThan(1_000);
  const [first] = answer.words.split('\n');
  expect(first).toMatch(/999/);
}

describe('while everything works', () => {
  let desk: RunningService;
  beforeAll(async () => {
    desk = await startTestService();
  });
  afterAll(() => desk.close());

  test.each(WORDINGS)('“%s” is answered within a second with 999 first, and kept', async (words) => {
    const asker = desk.stranger(
      `Dana ${String(WORDINGS.indexOf(words))}`,
      `dana${String(WORDINGS.indexOf(words))}@elsewhere.test`,
    );
    expectAnswered(await desk.connector.say(asker, words));
    await eventually(async () => {
      const kept = await desk.database.db
        .selectFrom('questions')
        .innerJoin('people', 'people.id', 'questions.person_id')
        .select(['questions.text', 'questions.route'])
        .where('people.name', '=', asker.name)
        .execute();
      expect(kept).toEqual([{ text: words, route: 'emergency' }]);
    });
  });

  test('words that begin like a command without words are asked, not swallowed', async () => {
    const asker = desk.stranger('Wordy');
    const answer = await desk.connector.say(
      asker,
      'my team wonders how often we should change the alarm code',
    );
    expect(answer.words).not.toContain('Your local policing team');
    const kept = await desk.database.db.selectFrom('questions').select('text').execute();
    expect(kept.map(({ text }) => text)).toContain(
      'my team wonders how often we should change the alarm code',
    );
  });

  test.each(['move NW-2027-02', 'hello there', 'return nowhere 2026-Q4', 'thanks'])(
    '“%s” is no alarm',
    async (words) => {
      const answer = await desk.connector.say(desk.stranger('Calm'), words);
      expect(answer.words.split('\n')[0]).not.toMatch(/Call 999/);
    },
  );

  test('danger typed on the personal page is answered with 999', async () => {
    const asker = desk.stranger('Paige');
    await desk.connector.say(asker, 'help');
    const answered = await desk.api('POST', '/questions', { as: asker, body: { text: DANGER } });
    expect(JSON.stringify(answered.json)).toContain('999');
  });

  test('the same alarm delivered twice is answered and kept once', async () => {
    const asker = desk.stranger('Twice Told');
    desk.connector.deliveries = 2;
    const answer = await desk.connector.say(asker, DANGER);
    desk.connector.deliveries = 1;
    expect(answer.sent).toHaveLength(1);
    await eventually(async () => {
      const kept = await desk.database.db
        .selectFrom('questions')
        .innerJoin('people', 'people.id', 'questions.person_id')
        .select('questions.id')
        .where('people.name', '=', asker.name)
        .execute();
      expect(kept).toHaveLength(1);
    });
  });

  test('in a meeting chat the answer is seen by its sender alone', async () => {
    const asker = desk.stranger('Mel Meeting');
    const answer = await desk.connector.say(asker, DANGER, {
      conversationId: '19:meeting_x@thread.v2',
      type: 'groupChat',
    });
    expectAnswered(answer);
    expect(answer.sent.map(({ targeted, recipient }) => ({ targeted, recipient }))).toEqual([
      { targeted: true, recipient: `29:${asker.objectId}` },
    ]);
  });

  test('the side panel is answered 999 too', async () => {
    const asker = desk.stranger('Pat Panel');
    const answer = await desk.api('POST', '/questions', { as: asker, body: { text: DANGER } });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ kind: 'emergency', route: 'emergency' });
    expect(JSON.stringify(answer.json)).toContain('999');
  });

  test('no presenter ever sees an alarm, and nobody is asked to decide it', async () => {
    const queued = await desk.database.db
      .selectFrom('questions')
      .select(['state'])
      .where('route', '=', 'emergency')
      .execute();
    expect(new Set(queued.map(({ state }) => state))).toEqual(new Set(['emergency']));
  });
});

test('with the database away the answer comes within a second, and the alarm is kept once it is back', async () => {
  const { database, fail, close } = await failingDatabase();
  const desk = await startTestService({ database });
  const asker = desk.stranger('Dora Down');
  fail(true);
  expectAnswered(await desk.connector.say(asker, DANGER));
  const other = await desk.connector.say(asker, 'my questions');
  expect(other.status).toBe(200);
  expect(other.words).toMatch(/cannot do that just now/i);
  expect(other.words).toContain('my questions');
  fail(false);
  await eventually(async () => {
    const { rows } = await sql<{
      text: string;
    }>`select text from questions where route = 'emergency'`.execute(desk.database.db);
    expect(rows).toEqual([{ text: DANGER }]);
  });
  await desk.close();
  await close();
});

describe('with no database behind the address', () => {
  let deaf: Server;
  const held: Socket[] = [];
  beforeAll(async () => {
    deaf = createServer((socket) => void held.push(socket)); // takes connections and never says a word
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    for (const socket of held) socket.destroy();
    await new Promise((resolve) => deaf.close(resolve));
  });

  test.each(['refuses', 'never answers'])('a server that %s does not hold the answer up', async (how) => {
    const port = how === 'refuses' ? 1 : (deaf.address() as AddressInfo).port;
    const database = openPostgres(`postgres://desk:x@127.0.0.1:${String(port)}/desk`, { poolSize: 2 });
    const desk = await startTestService({ database, withJobs: false });
    expectAnswered(await desk.connector.say(desk.stranger('Nora Nobase'), DANGER));
    expect((await desk.http('/healthz')).status).toBe(200);
    await desk.close();
    await database.close();
  });
});

test('with Graph down and members slow to be named the answer comes within a second', async () => {
  const desk = await startTestService();
  desk.graph.faults.down = true;
  desk.connector.latencyMs = 300;
  expectAnswered(await desk.connector.say(desk.stranger('Sia Slow'), DANGER));
  await desk.close();
});
