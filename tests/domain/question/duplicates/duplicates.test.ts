import { printOf, SAME_QUESTION, sameness } from '../../../../src/domain/question/duplicates.js';
import { judgedPairs, measure } from './pairs.js';

const pairs = judgedPairs();
const even = { rarity: () => 0.5 };

function alike(a: string, b: string): number {
  const [left, right] = [printOf(a, even), printOf(b, even)];
  return left && right ? sameness(left, right) : 0;
}

test('of what is taken for the same, at least 97 in 100 are, and most repeats are found', () => {
  for (const set of ['open', 'held'] as const) {
    const { precision, recall } = measure(
      pairs.filter((pair) => pair.set === set),
      SAME_QUESTION,
    );
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  }
});

test('the labelled set is large, and more of it differs than not', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(250);
  expect(pairs.filter(({ same }) => !same).length).toBeGreaterThan(pairs.length / 2);
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
});

test('the order of the two makes no difference', () => {
  for (const { a, b } of pairs) expect(alike(a, b)).toBe(alike(b, a));
});

test.each([
  ['Should we lock the side gate?', 'Should we not lock the side gate?'],
  ['Should doors be checked before a service?', 'Should doors be checked after a service?'],
  ['Is topic 1 about parcels and powder?', 'Is topic 2 about parcels and powder?'],
  ['How often should the alarm code change?', 'Who should change the alarm code?'],
  ['Can I film visitors at a meeting?', 'Can visitors film me at a meeting?'],
  ['Should greeters follow strangers round?', 'Should strangers follow greeters round?'],
  ['Should stewards search bags?', 'Can stewards search bags?'],
  ['Which lock suits a front door?', 'Which lock suits a shed door?'],
])('“%s” is not “%s”', (a, b) => {
  expect(alike(a, b)).toBeLessThan(SAME_QUESTION);
});

test('what says too little, or tells a long story, is taken for nobody’s', () => {
  for (const text of ['', '?', 'yes', 'And at night?', '👍👍', 'word '.repeat(2000)])
    expect(printOf(text, even)).toBeUndefined();
  const story = Array.from(
    { length: 40 },
    (_, at) => `thing${String.fromCharCode(97 + (at % 26))}${'x'.repeat(at)}`,
  );
  expect(printOf(story.join(' '), even)).toBeUndefined();
});
