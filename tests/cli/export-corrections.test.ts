import { randomUUID } from 'node:crypto';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpus } from '../../src/adapters/triage-models/training/corpus.js';
import type { Question } from '../../src/domain/question/question.js';
import { brand, type BriefingCode, type PersonId, type QuestionId } from '../../src/domain/shared/ids.js';
import { plusMinutes } from '../../src/domain/shared/time.js';
import { peopleStore } from '../../src/features/people/people-store.postgres.js';
import type { Correction } from '../../src/features/questions/ports.js';
import { postgresQuestions } from '../../src/features/questions/question-store.postgres.js';
import { createAreaDirectory } from '../../src/adapters/policing/area-directory.js';
import { insertBriefing, insertPerson, makeQueues } from '../support/question-database.js';
import { aPerson, aQuestion } from '../support/memory/question-builders.js';
import { openDesk, type OpenDesk } from './desk-setup.js';

const CODE = brand<BriefingCode>('NW-2027-02');
const PRIVATE = 'Could Tom Ashworth look at my door at 14 Acacia Avenue, M20 2WS, or ring 07700 900123?';
const NOTHING = { record: [], outgoing: [] };

let desk: OpenDesk;
const store = () => postgresQuestions(desk.database, createAreaDirectory());

beforeAll(async () => {
  desk = await openDesk();
  await makeQueues(desk.database);
  await insertBriefing(desk.database, CODE, plusMinutes(desk.clock.now(), 60));
});
afterEach(async () => {
  await desk.database.db.deleteFrom('corrections').execute();
});
afterAll(() => desk.close());

async function corrected(
  overrides: Partial<Question>,
  ...corrections: readonly Correction[]
): Promise<{ readonly id: QuestionId; readonly asker: PersonId; readonly email: string }> {
  const person = aPerson({ id: brand<PersonId>(randomUUID()), email: `${randomUUID()}@example.org` });
  await insertPerson(desk.database, person);
  const now = desk.clock.now();
  const id = brand<QuestionId>(randomUUID());
  const question = aQuestion({
    id,
    asker: person.id,
    briefing: CODE,
    askedAt: now,
    changedAt: now,
    ...overrides,
  });
  await store().add(
    { question, deliveryKey: randomUUID(), evidence: { words: [], model: 'model-7' } },
    NOTHING,
  );
  let version = 1;
  for (const correction of corrections) {
    version += 1;
    const changedAt = plusMinutes(now, version);
    const moved = await store().move({ question: { ...question, version, changedAt }, correction }, NOTHING);
    expect(moved).toBe(true);
  }
  return { id, asker: person.id, email: person.email ?? '' };
}

const exported = async () => {
  const done = await desk.run('export corrections');
  expect(done.status).toBe(0);
  return done;
};

test('a correction is a line of the corpus with its evidence, and with nobody in it', async () => {
  const { id, asker, email } = await corrected(
    { text: PRIVATE, confidence: 0.71234 },
    { route: 'local_policing', role: 'presenter' },
  );
  const done = await exported();
  expect(done.json()).toEqual([
    {
      id: expect.stringMatching(/^correction-[0-9a-f]{8}-[0-9a-f]{4}$/) as string,
      briefing: CODE,
      text: 'Could [name] look at my door at [address], [postcode], or ring [phone]?',
      route: 'local_policing',
      lang: 'en',
      topics: [{ title: 'Security at home', summary: 'Locks, lights and alarms.' }],
      guessed: 'presenter',
      confidence: 0.712,
      by: 'presenter',
      model: 'model-7',
      at: desk.clock.now().slice(0, 10),
    },
  ]);
  const line = done.stdout.join();
  for (const trace of [id, asker, email, 'Ashworth', 'Acacia', 'M20', '07700', 'Maya'])
    expect(line).not.toContain(trace);
});

test('the asker’s own name goes in small letters too', async () => {
  await corrected(
    { text: 'is my lock enough? my name is maya okafor\n- maya okafor' },
    { route: 'local_policing', role: 'asker' },
  );
  const done = await exported();
  expect(done.json()).toMatchObject([{ text: 'is my lock enough? my name is [name]\n- [name]' }]);
  expect(done.stdout.join()).not.toMatch(/maya|okafor/i);
});

test('a line goes straight into the corpus', async () => {
  await corrected({ text: 'Is my own lock enough?' }, { route: 'local_policing', role: 'asker' });
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  try {
    mkdirSync(join(folder, 'briefings'));
    writeFileSync(join(folder, 'corrections.jsonl'), `${(await exported()).stdout.join('\n')}\n`);
    expect(readCorpus(folder)).toMatchObject([
      {
        hand: 'corrections',
        route: 'local_policing',
        text: 'Is my own lock enough?',
        briefing: { id: CODE, topics: [{ title: 'Security at home' }] },
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('of several judgements the moderator’s is taken, then the latest; one that confirms the guess is no correction', async () => {
  const asked: Correction = { route: 'presenter', role: 'asker' };
  const route = 'local_policing' as const;
  await corrected({ text: 'One thing.', route: 'out_of_scope' }, asked, { route, role: 'moderator' });
  await corrected({ text: 'Two things.', route }, asked, { route, role: 'moderator' });
  await corrected({ text: 'Three things.', route: 'event_help' }, asked, {
    route: 'emergency',
    role: 'asker',
  });
  const lines = (await exported()).json();
  expect(lines.map(({ text, route: to, by }) => [text, to, by]).sort()).toEqual([
    ['One thing.', 'local_policing', 'moderator'],
    ['Three things.', 'emergency', 'asker'],
  ]);
});

test('erased and purged words are gone from the evidence, and a person sees their own', async () => {
  const first = await corrected({ text: 'Erase me.' }, { route: 'local_policing', role: 'presenter' });
  const old = plusMinutes(desk.clock.now(), -60 * 24 * 400);
  const second = await corrected({ text: 'Purge me.' }, { route: 'local_policing', role: 'presenter' });
  expect((await exported()).stdout).toHaveLength(2);
  const own = await desk.run(`export person --email ${first.email}`);
  expect(own.json().map(({ kind }) => kind)).toContain('corrections');

  await peopleStore(desk.database, desk.ids).erase(first.asker, desk.clock.now());
  await desk.database.db
    .updateTable('questions')
    .set({ updated_at: old })
    .where('id', '=', second.id)
    .execute();
  await desk.run('purge');
  expect((await exported()).stdout).toEqual([]);
  const kept = await desk.database.db.selectFrom('corrections').selectAll().execute();
  expect(JSON.stringify(kept)).not.toMatch(/Erase me|Purge me/);
});

test('a question declined by presenters is no correction: a reason says nothing about where it belongs', async () => {
  await corrected({ text: 'Not now.', state: 'declined', reason: 'No time.' });
  expect((await exported()).stdout).toEqual([]);
});
