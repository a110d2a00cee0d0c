import fc from 'fast-check';
import {
  EMBEDDING_SIZE,
  MEETING_FEATURES,
  meetByEmbedding,
  type Embedding,
} from '../../../../src/domain/question/triage/meaning.js';

const embedding: fc.Arbitrary<Embedding> = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
  .map((few) => unit(few));
const embeddings = fc.array(embedding, { maxLength: 30 });

/** The first numbers as given, made one long. */
function unit(numbers: readonly number[]): Embedding {
  const length = Math.hypot(...numbers) || 1;
  return Float32Array.from({ length: EMBEDDING_SIZE }, (_, at) => (numbers[at] ?? 0) / length);
}

const [up, right] = [unit([1]), unit([0, 1])];

test('a message meets a briefing in as many numbers as there are names for them, all of them finite', () => {
  fc.assert(
    fc.property(embedding, embeddings, embeddings, (message, topics, field) => {
      const met = meetByEmbedding({ message, topics }, field);
      expect(met).toHaveLength(MEETING_FEATURES.length);
      for (const value of met) expect(Number.isFinite(value)).toBe(true);
    }),
  );
});

test('the numbers do not depend on the order of the topics or of the field', () => {
  fc.assert(
    fc.property(embedding, embeddings, embeddings, (message, topics, field) => {
      const turned = meetByEmbedding({ message, topics: topics.toReversed() }, field.toReversed());
      meetByEmbedding({ message, topics }, field).forEach((value, at) =>
        expect(turned[at]).toBeCloseTo(value, 6),
      );
    }),
  );
});

test('the nearest topic is at least as near as the second and as the average', () => {
  fc.assert(
    fc.property(embedding, fc.array(embedding, { minLength: 2, maxLength: 12 }), (message, topics) => {
      const [first = 0, second = 0, average = 0] = meetByEmbedding({ message, topics }, []);
      expect(first).toBeGreaterThanOrEqual(second);
      expect(first).toBeGreaterThanOrEqual(average - 1e-6);
      expect(Math.abs(first)).toBeLessThanOrEqual(2 + 1e-5);
    }),
  );
});

test('one more topic never makes the nearest topic less near', () => {
  fc.assert(
    fc.property(embedding, fc.array(embedding, { minLength: 1 }), embedding, (message, topics, more) => {
      const before = meetByEmbedding({ message, topics }, [])[0] ?? 0;
      expect(meetByEmbedding({ message, topics: [...topics, more] }, [])[0]).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('a message that says what a topic says is as near as can be, and nearer than the field', () => {
  const met = meetByEmbedding({ message: up, topics: [right, up] }, [right, right]);
  expect(met).toEqual([2, 0, 1, 6]);
});

test('a field nearer than any topic counts against the briefing', () => {
  expect(meetByEmbedding({ message: up, topics: [right] }, [up, up])[3]).toBe(-6);
});

test('only the nearest dozen of the field counts, however large it is', () => {
  const near = Array.from({ length: 12 }, () => up);
  const far = Array.from({ length: 500 }, () => right);
  expect(meetByEmbedding({ message: up, topics: [up] }, [...far, ...near])[3]).toBe(0);
});

test('without topics, or without a field, nothing is near', () => {
  expect(meetByEmbedding({ message: up, topics: [] }, [])).toEqual([0, 0, 0, 0]);
  expect(meetByEmbedding({ message: up, topics: [] }, [up])).toEqual([0, 0, 0, -6]);
  expect(meetByEmbedding({ message: up, topics: [up] }, [])).toEqual([2, 0, 2, 6]);
});

test('what is asked about stays as it was', () => {
  const topics = [right, up];
  meetByEmbedding({ message: up, topics }, topics);
  expect(topics).toEqual([right, up]);
});
