import type { Failure } from '../api/result.js';
import type { Text } from './en.js';

const OURS_IS_BETTER: readonly Failure['kind'][] = ['offline', 'slow', 'broken'];

/** What to tell the reader about a failure: the server's own sentence where it knows better than we do. */
export function failureSentence(text: Text, failure: Failure): string {
  if (failure.message !== null && !OURS_IS_BETTER.includes(failure.kind)) return failure.message;
  return text.failure[failure.kind];
}
