import { printOf, type Print } from '../../domain/question/duplicates.js';
import { groupQuestions, type QuestionGroup } from '../../domain/question/question-groups.js';
import type { WordVectors } from '../../domain/question/triage/words.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { QuestionStore } from './ports.js';

/** Finds the groups of a briefing's questions. */
export type FindGroups = (
  store: Pick<QuestionStore, 'groupable'>,
  code: BriefingCode,
) => Promise<readonly QuestionGroup[]>;

/** Prints of so many texts are kept, the latest used: a queue is read far more often than it grows. */
const KEPT = 4096;

/** Grouping as it is read: nothing is stored, so asking costs nothing more and two at once cannot miss each other. */
export function groupsBy(words: Pick<WordVectors, 'rarity'>): FindGroups {
  const kept = new Map<string, Print | undefined>();
  function print(text: string): Print | undefined {
    const known = kept.has(text) ? kept.get(text) : printOf(text, words);
    kept.delete(text);
    kept.set(text, known);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    return known;
  }
  return async (store, code) => groupQuestions(await store.groupable(code), print);
}
