import { readFileSync } from 'node:fs';
import { loadWordVectors } from '../../../../src/adapters/triage-models/word-vectors.js';
import { printOf, sameness } from '../../../../src/domain/question/duplicates.js';

/** Two questions, and whether one answer would do for both. Of the set `held` nothing was tuned. */
export interface LabelledPair {
  readonly id: string;
  readonly set: 'open' | 'held';
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const FILE = 'tests/domain/question/duplicates/pairs.jsonl';

/** The labelled pairs, each with how surely its two ask the same. */
export function judgedPairs(): readonly (LabelledPair & { readonly sameness: number })[] {
  const words = loadWordVectors();
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelledPair)
    .map((pair) => {
      const [left, right] = [printOf(pair.a, words), printOf(pair.b, words)];
      return { ...pair, sameness: left && right ? sameness(left, right) : 0 };
    });
}

/** Precision and recall of taking pairs of at least `threshold` for the same. */
export function measure(
  pairs: readonly { readonly same: boolean; readonly sameness: number }[],
  threshold: number,
): { readonly merged: number; readonly wrong: number; readonly precision: number; readonly recall: number } {
  const merged = pairs.filter((pair) => pair.sameness >= threshold);
  const right = merged.filter(({ same }) => same).length;
  return {
    merged: merged.length,
    wrong: merged.length - right,
    precision: merged.length === 0 ? 1 : right / merged.length,
    recall: right / pairs.filter(({ same }) => same).length,
  };
}
