import type { AdaptiveCard as Card } from '../../../src/bot/kit.js';
import { QUESTION_LIMIT, type Question } from '../../../src/domain/question/question.js';
import { MESSAGE_LIMIT } from '../../../src/contract/shared.js';
import { ROUTES } from '../../../src/domain/question/triage.js';
import { myQuestionsCard } from '../../../src/features/questions/cards/my-questions.card.js';
import { outcomeCard } from '../../../src/features/questions/cards/outcome.card.js';
import { queueCard, queueItemCard } from '../../../src/features/questions/cards/queue.card.js';
import { queueItem } from '../../../src/features/questions/queue-item.js';
import type { Queue } from '../../../src/features/questions/read-queue.js';
import { aBriefing, aPerson, aQuestion, CODE, without } from '../../support/memory/question-builders.js';
import { expectGoodCard as expectGood } from '../../support/good-card.js';
import { questionDesk } from '../../support/memory/question-desk.js';

const LIMIT = 25 * 1024;

const nasty = '**bold** [link](https://x.test) ${title} "quoted" <b>\n'.repeat(80).slice(0, 4000);

const queueOf = (questions: readonly Question[], total = questions.length): Queue => ({
  kind: 'queue',
  briefing: aBriefing(),
  items: questions.map((question) => queueItem(question, true)),
  total,
  open: total,
  moderator: true,
});

test('every outcome makes a good card, with an area and without', async () => {
  const desk = questionDesk();
  for (const person of [desk.join(aPerson()), desk.join(without(aPerson(), 'area'))])
    for (const route of ROUTES)
      for (const sure of ['', '?'])
        expectGood(outcomeCard(await desk.ask(person, `Something. [${route}${sure}]`)));
});

test('a card that asks back begins with 999', async () => {
  const desk = questionDesk();
  const card = outcomeCard(await desk.ask(desk.join(aPerson()), 'Hm. [presenter?]'));
  expect(JSON.stringify(card['body'])).toMatch(/^.{0,200}Call 999/);
  const titles = (card['actions'] as { title: string }[]).map(({ title }) => title);
  expect(titles).toEqual(
    expect.arrayContaining([
      'Ask the presenters',
      'Privately to my local policing team',
      'It is happening now',
    ]),
  );
});

test('words that people typed stand in text runs, as they were typed', () => {
  const item = queueItem(aQuestion({ text: '**me** ${title}' }), true);
  const card = JSON.stringify(queueItemCard(item, { code: CODE, page: 1 }));
  expect(card).toContain('"type":"TextRun","text":"**me** ${title}"');
});

test('a page of the longest questions, of ten thousand, stays below the limit', () => {
  for (const text of ['x'.repeat(4000), nasty, '\u0001"\\'.repeat(1333), 'ŵ😀'.repeat(1333)]) {
    const questions = Array.from({ length: 10 }, () => aQuestion({ text, topic: text }));
    const card = queueCard(queueOf(questions, 10_000), { page: 500, notice: 'Accepted. The asker is told.' });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(LIMIT);
    expect(JSON.stringify(card)).toContain('page 500 of 1000');
    expectSmall(queueItemCard(queueItem(aQuestion({ text }), true), { code: CODE, page: 1 }));
  }
});

const expectSmall = (card: Card): void => {
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(LIMIT);
};

test('the queue and a question of it make good cards in every state', () => {
  const states = [
    'waiting',
    'needs_review',
    'accepted',
    'answered',
    'declined',
    'handed_over',
    'withdrawn',
  ] as const;
  const questions = states.map((state) => aQuestion({ state }));
  expectGood(queueCard(queueOf(questions), { page: 1 }));
  expectGood(queueCard(queueOf([]), { page: 1 }));
  for (const question of questions)
    expectGood(queueItemCard(queueItem(question, true), { code: CODE, page: 1 }));
});

test('a shortened question says so', () => {
  expect(JSON.stringify(queueCard(queueOf([aQuestion({ text: 'y'.repeat(900) })]), { page: 1 }))).toContain(
    '(shortened)',
  );
});

test('my questions make a good card, empty, full and long', () => {
  expectGood(myQuestionsCard([], { total: 0, page: 1 }));
  const mine = Array.from({ length: 10 }, () => ({
    question: aQuestion({ text: 'z'.repeat(4000) }),
    sentence: 's'.repeat(600),
  }));
  expectGood(myQuestionsCard(mine, { total: 300, page: 3 }));
});

test('the limit is the same at every door', () => {
  expect(QUESTION_LIMIT).toBe(MESSAGE_LIMIT);
});
