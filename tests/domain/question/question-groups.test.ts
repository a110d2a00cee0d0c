import fc from 'fast-check';
import { printOf } from '../../../src/domain/question/duplicates.js';
import {
  askersOf,
  groupQuestions,
  markOf,
  mayBeGrouped,
} from '../../../src/domain/question/question-groups.js';
import { QUESTION_STATES, type Question } from '../../../src/domain/question/question.js';
import { ROUTES } from '../../../src/domain/question/triage.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import { aQuestion, NOW } from '../../support/memory/question-builders.js';

const print = (text: string) => printOf(text, { rarity: () => 0.5 });
const groupsOf = (questions: readonly Question[]) =>
  groupQuestions(questions, print).map(({ lead, others }) => [lead, ...others].map(({ text }) => text));
const asked = (text: string, minute: number, more: Partial<Question> = {}) =>
  aQuestion({ text, askedAt: plusMinutes(NOW, minute), ...more });

const FIRST = 'Are video doorbells worth it?';
const SECOND = 'Is a video doorbell worth having?';
const THIRD = 'video doorbells - worth it?';
const OTHER = 'Who should open the post at a small office?';

test('wordings of one question stand together, the earliest in front', () => {
  const questions = [asked(THIRD, 3), asked(OTHER, 1), asked(FIRST, 0), asked(SECOND, 2)];
  expect(groupsOf(questions)).toEqual([[FIRST, SECOND, THIRD]]);
  const [group] = groupQuestions(questions, print);
  expect(group && askersOf(group)).toBe(3);
});

test('one person who asks twice is one asker', () => {
  const first = asked(FIRST, 0);
  const [group] = groupQuestions([first, asked(SECOND, 1, { asker: first.asker })], print);
  expect(group && askersOf(group)).toBe(1);
});

test('when the first is taken back, another wording leads and nobody leaves', () => {
  const questions = [asked(FIRST, 0, { state: 'withdrawn' }), asked(SECOND, 1), asked(THIRD, 2)];
  expect(groupsOf(questions)).toEqual([[SECOND, THIRD]]);
});

test('one that is accepted leads, however late it came', () => {
  expect(groupsOf([asked(FIRST, 0), asked(SECOND, 1, { state: 'accepted' })])).toEqual([[SECOND, FIRST]]);
});

test('what is done stands with what is done, and what still waits by itself', () => {
  const done = { state: 'answered' as const };
  const questions = [asked(FIRST, 0, done), asked(SECOND, 1, done), asked(THIRD, 2), asked(THIRD, 3)];
  expect(groupsOf(questions)).toEqual([
    [THIRD, THIRD],
    [FIRST, SECOND],
  ]);
});

test('one that has come back to a moderator stands alone and hides nobody’s from presenters', () => {
  const back = asked(FIRST, 0, { state: 'needs_review', cleared: true });
  expect(groupsOf([back, asked(SECOND, 1)])).toEqual([]);
  expect(groupsOf([back, asked(SECOND, 1), asked(THIRD, 2)])).toEqual([[SECOND, THIRD]]);
});

test('one that was set apart stands alone, and the others stay together', () => {
  const questions = [asked(FIRST, 0, { apart: true }), asked(SECOND, 1), asked(THIRD, 2)];
  expect(groupsOf(questions)).toEqual([[SECOND, THIRD]]);
});

test('only what was cleared for presenters on the presenters’ route is ever grouped', () => {
  for (const route of ROUTES)
    for (const state of QUESTION_STATES)
      for (const cleared of [true, false]) {
        const questions = [0, 1].map((minute) => asked(FIRST, minute, { route, state, cleared }));
        const may = route === 'presenter' && cleared && state !== 'forgotten';
        expect(questions.every(mayBeGrouped)).toBe(may);
        if (!may) expect(groupsOf(questions)).toEqual([]);
      }
});

test('words that were removed after their time are not taken for one question', () => {
  const gone = { state: 'answered' as const };
  expect(
    groupsOf([asked('[removed after its time]', 0, gone), asked('[removed after its time]', 1, gone)]),
  ).toEqual([]);
});

test('in whatever order questions are read, the groups are the same, and nobody is in two', () => {
  const texts = fc.constantFrom(
    FIRST,
    SECOND,
    THIRD,
    OTHER,
    'Who opens the post in a small office?',
    'hello',
  );
  const states = fc.constantFrom('waiting', 'accepted', 'answered', 'withdrawn', 'declined');
  const questions = fc.array(
    fc.record({ text: texts, state: states, minute: fc.nat(5), apart: fc.boolean() }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(questions, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (drawn, random) => {
      const all = drawn.map(({ text, state, minute, apart }) =>
        asked(text, minute, { state: state as Question['state'], ...(apart ? { apart } : {}) }),
      );
      const shuffled = all
        .map((question) => ({ question, at: random.next().value as number }))
        .sort((one, other) => one.at - other.at)
        .map(({ question }) => question);
      const groups = groupQuestions(all, print);
      expect(groupQuestions(shuffled, print)).toEqual(groups);
      const ids = groups.flatMap(({ lead, others }) => [lead, ...others]).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 60 },
  );
});

test('a thousand questions are grouped in the time of a reading', () => {
  const things = ['lock', 'gate', 'lamp', 'camera', 'hedge', 'window', 'alarm', 'fence', 'torch', 'radio'];
  const rooms = [
    'vestry',
    'surgery',
    'kitchen',
    'garage',
    'hall',
    'porch',
    'cellar',
    'attic',
    'library',
    'chapel',
  ];
  const questions = Array.from({ length: 1000 }, (_, at) =>
    asked(
      `Should the ${things[at % 10] ?? ''} of the ${rooms[Math.floor(at / 10) % 10] ?? ''} be painted by builder${String.fromCharCode(97 + (at % 7))}?`,
      at,
    ),
  );
  groupQuestions(questions.slice(0, 50), print);
  const start = performance.now();
  groupQuestions(questions, print);
  expect(performance.now() - start).toBeLessThan(1500);
});

test('marks of questions of one briefing do not meet', () => {
  const marks = new Set(Array.from({ length: 5000 }, () => markOf(aQuestion().id)));
  expect(marks.size).toBe(5000);
});
