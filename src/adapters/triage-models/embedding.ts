import { EMBEDDING_SIZE } from '../../domain/question/triage/meaning.js';
import type { Embedding } from '../../domain/question/triage/meaning.js';

/** Numbers of an embedding are kept to this step, so that machines that reckon a little differently agree. */
export const EMBEDDING_STEP = 1 / 400;

/** An encoder's numbers made an embedding: of unit length, each to the nearest step. All nothing stays nothing. */
export function embeddingOf(numbers: ArrayLike<number>): Embedding {
  const raw = Float64Array.from({ length: EMBEDDING_SIZE }, (_, at) => numbers[at] ?? 0);
  const length = Math.hypot(...raw) || 1;
  return Float32Array.from(raw, (value) => {
    const steps = Math.round(value / length / EMBEDDING_STEP);
    return Math.max(-127, Math.min(127, steps)) * EMBEDDING_STEP;
  });
}

/** The first letters of a text are encoded; what the encoder holds grows with the square of its length. */
export const ENCODED_LENGTH = 500;
