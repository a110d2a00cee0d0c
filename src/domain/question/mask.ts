import { ACRONYMS, ANNOUNCES, NO_NAMES, PUBLIC_WORDS } from './mask-words.js';
import { contentWords, likeness, type WordVectors } from './triage/words.js';

/** Whether a word, in small letters, may be somebody's name. */
export type MayBeName = (word: string) => boolean;

/** Names of many origins; what is used as they are used is taken for a name too. */
const NAMES =
  `john david sarah michael emma mohammed ahmed fatima patel khan singh smith jones williams hughes murphy rebecca
olivia kevin kowalski karen nancy sharon george priya sunita gupta goldberg levy nguyen chen wei`.split(
    /\s+/,
  );
const NEAREST = 4;
const NAME_LIKE = 0.42;

/** Tells names by the table of word meanings: a word that it does not know may be one, or one used as names are. */
export function nameTeller({ vector }: Pick<WordVectors, 'vector'>): MayBeName {
  const rows = NAMES.flatMap((name) => vector(name) ?? []);
  return (word) => {
    const row = vector(word);
    if (!row) return true;
    const nearest = rows.map((name) => likeness(row, name)).sort((one, other) => other - one);
    return nearest.slice(0, NEAREST).reduce((sum, each) => sum + each, 0) / NEAREST >= NAME_LIKE;
  };
}

const STREET = `street|st|road|rd|lane|ln|avenue|ave|close|drive|way|row|terrace|gardens|grove|crescent|court|place|square|hill|mews|park|walk|view|green|rise|parade|heol|stryd|ffordd`;

/** What gives somebody away by its form alone, in the order in which it is looked for. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|uk|co|info|io|me|cymru|wales|scot|gov)(?:\/\S*\b|\b(?!\S*@))/gi,
    '[link]',
  ],
  [/(?<![\w@])@[\p{L}\d_][\p{L}\d_.]{1,}/gu, '[handle]'],
  // an inward code alone is too common a form (`4th`); the whole postcode or, after its word, the district
  [/\b[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}\b/gi, '[postcode]'],
  [/\b(postcode (?:is )?)[a-z]{1,2}\d[a-z\d]?\b/gi, '$1[postcode]'],
  [/\b[a-z]{2}\d{2} ?[a-z]{3}\b/gi, '[plate]'],
  [/(?<![\w.])(?:\+|00)\d[\d\s().-]{7,}\d|(?<![\w.])\(?0\d[\d\s().-]{7,}\d/g, '[phone]'],
  [
    new RegExp(
      `\\b(?:(?:flat|unit|apartment|no\\.?|number)\\s+)?\\d{1,4}[a-z]?,?\\s+(?:[\\p{L}'’.-]+\\s+){1,3}?(?:${STREET})\\b\\.?`,
      'giu',
    ),
    '[address]',
  ],
  [
    new RegExp(
      `(?<![\\p{L}'’-])(?:\\p{Lu}[\\p{L}'’-]+\\s+){1,3}(?:${STREET.replace(/\b\p{L}/gu, (first) => first.toUpperCase())})\\b`,
      'gu',
    ),
    '[address]',
  ],
  [/\b(?:flat|apartment|number)\s+\d{1,4}[a-z]?\b/gi, '[address]'],
  [/\b\d[\d\s/-]{5,}\d\b/g, '[number]'],
];

const MAIL = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)*/g;

/**
 * The text without what may tell who wrote it or of whom: e-mail addresses, links, handles, postcodes, number plates,
 * telephone numbers, addresses, long numbers and names. Rather one word too many than one too few. Every word of the
 * `writer`'s own name, where it is known, goes in whatever letters it stands.
 */
export function maskIdentities(text: string, mayBeName: MayBeName, writer = ''): string {
  let masked = text.normalize('NFKC').replace(MAIL, '[e-mail]');
  for (const [form, mask] of FORMS) masked = masked.replace(form, mask);
  masked = masked.replace(ANNOUNCES, (whole, before: string, name: string) =>
    NO_NAMES.has(name.toLowerCase()) ||
    (/call|sign/i.test(before) && !isCapital(name) && !mayBeName(name.toLowerCase()))
      ? whole
      : `${before}[name]`,
  );
  return maskWriter(maskCapitals(masked, mayBeName), writer)
    .replace(/\[name\](?:[ -]\[name\])+/g, '[name]')
    .replace(/\b(?!999|101|105|111)\d{1,4}[a-z]?,? \[name\]/gi, '[address]');
}

const SHORTEST_OF_NAME = 3;
const NO_PARTS = new Set(['the', 'and', 'for']); // of a name with its office: `The Rt Hon …`
const WORD = /[\p{L}\p{M}]+/gu;
const JOINED = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const MASKS = 'e-mail|link|handle|postcode|plate|phone|address|number|name';
const MASK_OR_JOINED = new RegExp(`\\[(?:${MASKS})\\]|${JOINED.source}`, 'gu');

/** Small letters without accents, as people type their own names. */
const folded = (word: string): string =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/** The words of the writer's name, those joined by a hyphen or apostrophe whole and in their parts. */
function maskWriter(text: string, writer: string): string {
  const plain = writer.normalize('NFKC');
  const words = [...(plain.match(JOINED) ?? []), ...(plain.match(WORD) ?? [])].map(folded);
  const own = new Set(words.filter((word) => word.length >= SHORTEST_OF_NAME && !NO_PARTS.has(word)));
  if (own.size === 0) return text;
  const masked = (word: string): string => (own.has(folded(word)) ? '[name]' : word);
  return text.replace(MASK_OR_JOINED, (word) => {
    if (word.startsWith('[')) return word;
    const whole = masked(word);
    return whole === word ? word.replace(WORD, masked) : whole;
  });
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Capitals inside a sentence name somebody or some place; at its beginning only where the word may be a name. */
function maskCapitals(text: string, mayBeName: MayBeName): string {
  const shouted = (text.match(/\p{Lu}/gu)?.length ?? 0) > (text.match(/\p{Ll}/gu)?.length ?? 0);
  return text.replace(/(?<![\p{L}\[])\p{Lu}[\p{L}]*(?:['’.-]\p{L}+)*/gu, (word, at: number) => {
    const plain = word.toLowerCase().replaceAll('’', "'");
    const bare = plain.replace(/'s?$|'(?:ve|d|ll|re|m|t)$|s'$/, '').replace(/'s$/, '');
    if ([plain, bare].some((each) => PUBLIC_WORDS.has(each) || ACRONYMS.has(each)) || plain.length < 2)
      return word;
    const begins = isBeginning(text.slice(0, at));
    const follows = text.slice(at + word.length).match(/^ (\p{Lu}[\p{L}'’-]+)/u)?.[1];
    const isFirstOfTwo =
      follows !== undefined &&
      !PUBLIC_WORDS.has(follows.toLowerCase()) &&
      !shouted &&
      contentWords([bare]).length > 0;
    if ((begins && !isFirstOfTwo) || shouted) return mayBeName(bare) ? '[name]' : word;
    return '[name]';
  });
}

/** Whether a sentence or a line begins after `before`. By its end alone: a pattern would try every gap of a long text. */
function isBeginning(before: string): boolean {
  const words = before.trimEnd();
  return words === '' || before.includes('\n', words.length) || /[.?!:;"“(•*-]/.test(words.slice(-1));
}

const WELSH =
  /\b(?:yn|yr|mae|oes|sut|beth|ydy|ydw|ddylwn|ddylai|dylai|hoffwn|fy|ein|gyda|gan|wrth|dros|rhywun|eich|fydd|pwy|pryd|rydw|rwy'n|dwi|wedi|cael)\b/gi;

/** The language of a message, as the corpus names it. */
export const languageOf = (text: string): 'cy' | 'en' =>
  (text.match(WELSH)?.length ?? 0) >= 2 ? 'cy' : 'en';
