import { comparedAs, LIGHT, rootOf, WEIGHTY } from './duplicate-words.js';
import { guardsOf, manner, selfOf, subjectOf, type Manner } from './duplicate-guards.js';
import { normalise } from './triage/normalise.js';
import { contentWords, type WordVectors } from './triage/words.js';

/** What two questions are compared by; made once a text. */
export interface Print {
  /** What the question is about: roots of words, each with its weight (rare words weigh more). */
  readonly about: ReadonlyMap<string, number>;
  /** What must be the same on both sides: who, when or how often is asked for, negation, numbers, before or after. */
  readonly guards: string;
  readonly manner: Manner;
  /** Whether the asker does it or has it done to them. */
  readonly self: 'does' | 'suffers' | 'either';
  /** Who is to do it: `self`, or the root of a word. */
  readonly subject?: string;
}

/** From this likeness on two questions ask the same; chosen on labelled pairs, see docs/triage.md. */
export const SAME_QUESTION = 0.8;

/** Who says less than this about a thing says too little to be taken for another. */
const LEAST_WORDS = 2;
/** Longer messages hold more than one question, or a story: nobody's is folded into another's. */
const MOST_WORDS = 14;

/** Reads a text for comparison; nothing where it says too little, or too much, to be compared. */
export function printOf(text: string, { rarity }: Pick<WordVectors, 'rarity'>): Print | undefined {
  const { tokens } = normalise(text);
  const about = new Map<string, number>();
  for (const word of contentWords(tokens)) {
    if (!LIGHT.has(rootOf(word))) about.set(comparedAs(word), 0.3 + rarity(word));
  }
  if (about.size < LEAST_WORDS || about.size > MOST_WORDS) return undefined;
  const subject = subjectOf(tokens);
  return {
    about,
    guards: guardsOf(tokens, about.size).join(' '),
    manner: manner(tokens),
    self: selfOf(tokens),
    ...(subject === undefined ? {} : { subject: subject === 'self' ? subject : comparedAs(subject) }),
  };
}

/**
 * How surely two questions ask the same, 0 to 1. One may say a little more than the other, never something else: where
 * each has a word that the other lacks, or they differ in what turns the answer round, it is 0.
 */
export function sameness(left: Print, right: Print): number {
  if (left.guards !== right.guards || isTurned(left, right)) return 0;
  const lacking = missing(left, right);
  const more = missing(right, left);
  if (lacking.length > 0 && more.length > 0) return 0;
  const extra = [...lacking, ...more];
  if (extra.some((root) => WEIGHTY.has(root))) return 0;
  const longer = lacking.length > 0 ? left : right;
  return 1 - weigh(extra, longer) / weigh([...longer.about.keys()], longer);
}

const missing = (of: Print, from: Print): readonly string[] =>
  [...of.about.keys()].filter((root) => !from.about.has(root));

const weigh = (roots: readonly string[], { about }: Print): number =>
  roots.reduce((sum, root) => sum + (about.get(root) ?? 0), 0);

/** “May I film people” is not “may people film me”; “how do we” is not “should we”, and that not “may we”. */
function isTurned(left: Print, right: Print): boolean {
  if (left.self !== right.self && left.self !== 'either' && right.self !== 'either') return true;
  if (isReversed(left, right)) return true;
  const manners = [left.manner, right.manner];
  const both = (one: Manner, other: Manner): boolean => manners.includes(one) && manners.includes(other);
  return both('how', 'should') || both('how', 'is') || both('should', 'can');
}

/** “Should greeters follow strangers” is not “should strangers follow greeters”, nor “may I see it” “may they”. */
function isReversed({ subject: one, about }: Print, { subject: other, about: others }: Print): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  const named = (word: string, elsewhere: Print['about']): boolean => word === 'self' || elsewhere.has(word);
  return named(one, others) && named(other, about);
}
