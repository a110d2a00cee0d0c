/** How many numbers a sentence embedding has. */
export const EMBEDDING_SIZE = 512;

/** A sentence embedding: a direction of unit length, about; texts of like meaning point the same way. */
export type Embedding = Float32Array;

/** The embeddings of a message and of the topics of the briefing it is asked in. */
export interface Embeddings {
  readonly message: Embedding;
  readonly topics: readonly Embedding[];
}

export const MEETING_FEATURES = [
  'embedding, nearest topic',
  'embedding, second nearest topic',
  'embedding, topics on average',
  'embedding, nearer than the nearest topics of the field',
] as const;

/** How many topics of the field a message is compared with. */
const NEAREST = 12;

/** How a message meets the topics of its briefing by embedding, in the order of `MEETING_FEATURES`. */
export function meetByEmbedding(embeddings: Embeddings, field: readonly Embedding[]): readonly number[] {
  return meetBeside(embeddings, nearnessElsewhere(embeddings.message, field));
}

/** How near a message is to the topics of the field that are nearest to it, on average. */
export function nearnessElsewhere(message: Embedding, field: readonly Embedding[]): number {
  const near = downwards(field.map((topic) => nearness(message, topic))).slice(0, NEAREST);
  return near.reduce((sum, each) => sum + each, 0) / Math.max(1, near.length);
}

/** The same where the nearness to the field is known already. */
export function meetBeside({ message, topics }: Embeddings, elsewhere: number): readonly number[] {
  const [first = 0, second = 0, ...rest] = downwards(topics.map((topic) => nearness(message, topic)));
  const average = [first, second, ...rest].reduce((sum, each) => sum + each, 0) / Math.max(1, topics.length);
  return [first * 2, second * 2, average * 2, (first - elsewhere) * 6];
}

function nearness(left: Embedding, right: Embedding): number {
  let sum = 0;
  for (let at = 0; at < EMBEDDING_SIZE; at++) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}

function downwards(values: readonly number[]): readonly number[] {
  return [...values].sort((left, right) => right - left);
}
