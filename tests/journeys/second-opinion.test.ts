import { DEFAULT_THRESHOLDS } from '../../src/domain/question/triage.js';
import { DEPLOYMENT, KEY, startOpenAi, type OpenAiStandIn } from '../support/azure/openai-stand-in.js';
import { seedBriefing } from '../support/service-briefings.js';
import { startTestService, type Known, type RunningService } from '../support/service.js';

const QUESTION = 'How often should people in public life vary the way they travel?';

let openAi: OpenAiStandIn;
let desk: RunningService;
let asker: Known;
let lead: Known;
let code: string;

beforeAll(async () => {
  openAi = await startOpenAi();
  desk = await startTestService({
    triage: {
      thresholds: { ...DEFAULT_THRESHOLDS, sure: 1 },
      secondOpinion: {
        endpoint: openAi.endpoint,
        deployment: DEPLOYMENT,
        scope: 'general',
        credential: { kind: 'key', key: KEY },
      },
    },
  });
  asker = await desk.known({ name: 'Arthur Attendee' });
  lead = await desk.known({ name: 'Lena Lead', roles: [{ role: 'regional-lead', region: 'north-west' }] });
  code = await seedBriefing(desk);
});
afterAll(async () => {
  await desk.close();
  await openAi.close();
});

const latest = () =>
  desk.database.db
    .selectFrom('questions')
    .select(['route', 'state', 'evidence'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .where('text', '=', QUESTION)
    .execute();

test('two models that agree spare the asker the question, and it is kept that both were heard', async () => {
  openAi.answerWith('agrees');
  const answer = await desk.connector.say(asker, QUESTION);
  expect(answer.words).not.toContain('Where should this go?');
  expect(await latest()).toMatchObject([
    { route: 'presenter', state: 'needs_review', evidence: { second: { route: 'presenter' } } },
  ]);
  await desk.database.db.deleteFrom('questions').execute();
});

test('where they differ the lead finds it to review at once, with both readings', async () => {
  openAi.answerWith('differs');
  const answer = await desk.connector.say(asker, QUESTION);
  expect(answer.words).toContain('A moderator looks at it first');
  expect(answer.words).toContain('call 999');
  expect(await latest()).toMatchObject([{ state: 'needs_review' }]);
  const queue = await desk.connector.say(lead, `queue ${code}`);
  expect(queue.words).toMatch(
    /the desk reads: for the presenters \(\d+ %\); a second opinion: own circumstances \(88 %\)/,
  );
  const { json } = await desk.api('GET', `/queue/${code}`, { as: lead });
  expect(json).toMatchObject({
    items: [{ readings: [{ route: 'presenter' }, { route: 'local_policing' }] }],
  });
  await desk.database.db.deleteFrom('questions').execute();
});

test('a model that is down leaves the asker asked, and nothing of the message in log or metrics', async () => {
  openAi.answerWith('serverError');
  const answer = await desk.connector.say(asker, QUESTION);
  expect(answer.words).toContain('Where should this go?');
  expect(JSON.stringify(desk.log)).not.toContain('public life');
  const { text } = await desk.http('/metrics');
  expect(text).not.toContain('public life');
  for (const [result, count] of Object.entries({ asked: 3, agreed: 1, differed: 1, failed: 1, skipped: 0 }))
    expect(text).toContain(`desk_second_opinions_total{result="${result}"} ${String(count)}`);
});

test('danger is answered at once while the model hangs', async () => {
  openAi.answerWith('silence');
  const before = openAi.taken.length;
  const answer = await desk.connector.say(asker, 'there is a man with a knife outside my surgery now');
  expect(answer.words).toMatch(/^.*999/);
  expect(answer.milliseconds).toBeLessThan(1_000);
  expect(openAi.taken).toHaveLength(before);
});

test('a slow model holds a turn up for two seconds and no longer', async () => {
  openAi.answerWith('agrees', 5_000);
  const answer = await desk.connector.say(asker, QUESTION);
  expect(answer.words).toContain('Where should this go?');
  expect(answer.milliseconds).toBeGreaterThan(1_900);
  expect(answer.milliseconds).toBeLessThan(3_500);
});
