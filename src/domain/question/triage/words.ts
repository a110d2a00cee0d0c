import { inEnglish } from './glossary.js';

/** What is known of single words: how they relate in meaning and how rare they are. Words are lower case. */
export interface WordVectors {
  readonly dimensions: number;
  /** A row of unit length (times a fixed scale), or undefined for a word not known. */
  readonly vector: (word: string) => Int8Array | undefined;
  /** From 0 (the commonest word) to 1 (rare or unknown). */
  readonly rarity: (word: string) => number;
  /** The numbers of the families of words of like meaning it belongs to, coarse to fine; empty for a word not known. */
  readonly families: (word: string) => readonly number[];
}

const STOP = new Set(
  `a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing
down during each else ever few for from further get gets getting go goes going got had has have having he her here hers him his how i if in into is it its
just let like ll lot made make makes many may me might mine more most much must my need needs no nor not now of off ok okay on once one only or other
our ours out over own please put quite rather re really said same say says she should so some something still such sure take than that the their theirs
them then there these they thing things this those though through to too two under until up us use used using very want was way we well were what when
where whether which while who whom whose why will with within without would yes yet you your yours d m s t ve hi hello thanks thank anything anyone
someone somebody everyone people person know tell think ask asked question questions wondering wonder mean means good best better advice guidance
recommend tips useful help does sort kind bit perhaps maybe instead general generally`.split(/\s+/),
);

/** Words that carry what a text is about: no stop words, numbers or marks. */
export function contentWords(tokens: readonly string[]): readonly string[] {
  return tokens
    .map(inEnglish)
    .flatMap((token) => (token.includes('-') ? token.split('-') : [token]))
    .filter((token) => token.length > 1 && /^\p{L}/u.test(token) && !STOP.has(token));
}

/** A word without its commonest English endings, so that `parcels`, `parcel` and `filming`, `filmed` meet. */
export function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[a-z]{3})s$/, '');
  return word
    .replace(/(?:isation|ization)s?$/, 'is')
    .replace(/(?:ational|ations?|ators?|ating|ated|ates?)$/, 'at')
    .replace(/(?:ness|ments?|fully|ful|ingly|edly)$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=..)(?:ings?|ed|ers?|es|ly|s)$/, '')
    .replace(/([bdgklmnprt])\1$/, '$1')
    .replace(/(?<=...)[ei]$/, '')
    .replace(/y$/, 'i');
}

/** How alike two rows of a table of word vectors are, about -1 to 1. */
export function likeness(left: Int8Array, right: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum / (254 * 254);
}

/** The direction of a bag of words, weighted by rarity; all zero where no word is known. */
export function meaning(words: readonly string[], vectors: WordVectors): Float64Array {
  const sum = new Float64Array(vectors.dimensions);
  for (const word of words) {
    const row = vectors.vector(word);
    if (!row) continue;
    const weight = 0.1 + vectors.rarity(word);
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + weight * (row[at] ?? 0);
  }
  const length = Math.hypot(...sum);
  return length === 0 ? sum : sum.map((each) => each / length);
}
