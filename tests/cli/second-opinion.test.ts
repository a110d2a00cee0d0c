import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/config.js';
import { DEPLOYMENT, KEY, startOpenAi, type OpenAiStandIn } from '../support/azure/openai-stand-in.js';
import { closedAccess, runWith, type Command } from './desk-setup.js';

let openAi: OpenAiStandIn;
let folder: string;
let briefing: string;
let environment: Environment;

beforeAll(async () => {
  openAi = await startOpenAi();
  environment = {
    AZURE_OPENAI_ENDPOINT: openAi.endpoint,
    AZURE_OPENAI_DEPLOYMENT: DEPLOYMENT,
    AZURE_OPENAI_API_KEY: KEY,
  };
  folder = mkdtempSync(join(tmpdir(), 'desk-second-'));
  briefing = join(folder, 'briefing.json');
  writeFileSync(
    briefing,
    JSON.stringify({
      id: 'NW-2027-02',
      title: 'Travelling',
      topics: [{ title: 'Travelling safely', summary: 'Varying routes and times.' }],
    }),
  );
});
afterAll(async () => {
  await openAi.close();
  rmSync(folder, { recursive: true, force: true });
});

const MESSAGES = [
  '{"id":"general","text":"How often should people in public life vary the way they travel?"}',
  '{"id":"danger","text":"There is a man with a knife at my door"}',
  '{"id":"own","text":"Can an officer come to my office on Friday?"}',
];
/** So sure must one be that triage is sure of nothing but danger. */
const DOUBTFUL = { TRIAGE_SURE: '1' };

const triage = (flags: string, given: Environment): Promise<Command> =>
  runWith(closedAccess, `triage --briefing ${briefing} ${flags}`, MESSAGES, given);

describe('desk triage', () => {
  test('asks nobody unless told to, whatever is set', async () => {
    openAi.answerWith('agrees');
    const done = await triage('', { ...environment, ...DOUBTFUL });
    expect(done.json().map(({ kind }) => kind)).toEqual(['ask', 'decided', 'ask']);
    expect(openAi.taken).toEqual([]);
  });

  test('with --second-opinion asks about what is general and unsure, and says what came of it', async () => {
    openAi.answerWith('agrees');
    const done = await triage('--second-opinion', { ...environment, ...DOUBTFUL });
    expect(done.status).toBe(0);
    expect(done.json()[0]).toMatchObject({
      id: 'general',
      kind: 'decided',
      route: 'presenter',
      second: { route: 'presenter', confidence: 0.93, reason: 'within_topics' },
    });
    expect(done.json().slice(1)).toMatchObject([{ route: 'emergency' }, { kind: 'ask' }]);
    expect(
      done
        .json()
        .slice(1)
        .filter((line) => 'second' in line),
    ).toEqual([]);
    expect(openAi.taken).toHaveLength(1);
    expect(done.words()).toContain(
      'Second opinions: asked 1, agreed 1, differed 0, unsure 0, failed 0, skipped 0.',
    );
  });

  test('marks what a moderator would read at once', async () => {
    openAi.answerWith('differs');
    const done = await triage('--second-opinion', { ...environment, ...DOUBTFUL });
    expect(done.json()[0]).toMatchObject({ kind: 'ask', review: true, second: { route: 'local_policing' } });
  });

  test('keeps data and words apart when the service fails', async () => {
    openAi.answerWith('serverError');
    const done = await triage('--second-opinion', { ...environment, ...DOUBTFUL });
    expect(done.status).toBe(0);
    expect(done.json()).toHaveLength(3);
    expect(done.words()).toContain('failed 1');
  });

  test('says what to set where nobody can be asked', async () => {
    for (const given of [{}, { ...environment, TRIAGE_SECOND_OPINION: 'off' }]) {
      const refused = await triage('--second-opinion', given);
      expect(refused).toMatchObject({ status: 1, stdout: [] });
      expect(refused.words()).toContain('AZURE_OPENAI_ENDPOINT');
    }
  });

  test('uses the thresholds of the settings, and refuses what would weaken the watch for danger', async () => {
    expect((await triage('', {})).json()[0]).toMatchObject({ kind: 'decided' });
    const refused = await triage('', { TRIAGE_EMERGENCY: '0.9' });
    expect(refused).toMatchObject({ status: 1, stdout: [] });
    expect(refused.words()).toContain('TRIAGE_EMERGENCY must be a number above 0 and at most 0.5');
  });
});

describe('desk doctor', () => {
  const found = async (changes: Environment = {}) => {
    const done = await runWith(closedAccess, 'doctor', [], { ...environment, ...changes });
    return done.json().find(({ name }) => name === 'second opinion');
  };

  test('sees that the deployment answers, with words of nobody', async () => {
    openAi.answerWith('agrees');
    expect(await found()).toMatchObject({ ok: true, detail: `${DEPLOYMENT} answers` });
    expect(openAi.taken.at(-1)?.text).toContain('How often should we vary the way we travel?');
  });

  test.each([
    ['unauthorised', { AZURE_OPENAI_API_KEY: 'wrong' }, 'Cognitive Services OpenAI User'],
    ['no-deployment', { AZURE_OPENAI_DEPLOYMENT: 'other' }, 'AZURE_OPENAI_DEPLOYMENT'],
    ['unreachable', { AZURE_OPENAI_ENDPOINT: 'http://127.0.0.1:9' }, 'AZURE_OPENAI_ENDPOINT'],
  ])('names %s and what to do, never the key', async (fault, changes, remedy) => {
    const check = await found(changes);
    expect(check).toMatchObject({ ok: false, detail: `no answer (${fault}).` });
    expect(check?.['remedy']).toContain(remedy);
    expect(JSON.stringify(check)).not.toContain(KEY);
  });

  test('says nothing of it where none is set', async () => {
    expect(await found({ TRIAGE_SECOND_OPINION: 'off' })).toBeUndefined();
  });
});
