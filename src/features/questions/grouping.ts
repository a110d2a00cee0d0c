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

/** More briefings than run at once. */
const KEPT = 20;

/**
 * Grouping as it is read: nothing is stored, so asking costs nothing more and two at once cannot miss each other. What
 * the last reading of a queue has worked out is kept for the next; words that have been erased since are not in it.
 */
export function groupsBy(words: Pick<WordVectors, 'rarity'>): FindGroups {
  const kept = new Map<BriefingCode, ReadonlyMap<string, Print | undefined>>();
  return async (store, code) => {
    const questions = await store.groupable(code);
    const before = kept.get(code);
    const prints = new Map(
      questions.map(
        ({ text }) => [text, before?.has(text) ? before.get(text) : printOf(text, words)] as const,
      ),
    );
    kept.delete(code);
    kept.set(code, prints);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    return groupQuestions(questions, (text) => prints.get(text));
  };
}
