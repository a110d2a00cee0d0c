const COUNCIL_WORDS = [
  'metropolitan borough council',
  'county borough council',
  'metropolitan district council',
  'city and county council',
  'city and district council',
  'london borough council',
  'royal borough council',
  'city council',
  'county council',
  'borough council',
  'district council',
  'islands council',
  'unitary authority',
  'local authority',
  'council',
  'mbc',
  'cbc',
];
const COUNCIL_HEADS = [
  'royal borough of',
  'london borough of',
  'metropolitan borough of',
  'county borough of',
  'city and county of',
  'city and district of',
  'city and borough of',
  'borough of',
  'district of',
  'council of',
  'cyngor',
  'lb of',
  'lb',
];
const PLACE_HEADS = ['city of', 'county of', 'the'];
const PLACE_TAILS = [
  'city of',
  'county of',
  'city',
  'county',
  'uk',
  'england',
  'wales',
  'scotland',
  'northern ireland',
];
const SEAT_WORDS = ['parliamentary constituency', 'uk parliament constituency', 'constituency'];
const LINKING = new Set(['and', 'the', 'of']);

/** What the words around a name say it is: `Manchester City Council`, `Selby constituency`. */
export type AreaHint = 'council' | 'constituency' | undefined;

/** A name in plain words: lower case, no accents or punctuation, `&` as `and`, `Saint` as `st`. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bsaint\b/g, 'st')
    .trim();
}

/** The key under which a name is filed: plain words without spaces, so that spacing does not matter. */
export function areaKey(text: string): string {
  return plainWords(text).replaceAll(' ', '');
}

/** A looser key that also ignores `and`, `the` and `of`: `Brighton Hove` finds `Brighton and Hove`. */
export function looseAreaKey(text: string): string {
  return plainWords(text)
    .split(' ')
    .filter((word) => !LINKING.has(word))
    .join('');
}

function cutTail(words: string, tails: readonly string[]): string | undefined {
  const tail = tails.find((candidate) => words.endsWith(` ${candidate}`));
  return tail === undefined ? undefined : words.slice(0, -tail.length - 1);
}

function cutHead(words: string, heads: readonly string[]): string | undefined {
  const head = heads.find((candidate) => words.startsWith(`${candidate} `));
  return head === undefined ? undefined : words.slice(head.length + 1);
}

/**
 * The readings of a typed name, most literal first: as typed, without the words that say what it is, without
 * `city of` and the like. The hint tells what those words said.
 */
export function readingsOf(text: string): { readonly readings: readonly string[]; readonly hint: AreaHint } {
  const words = plainWords(text);
  const seat = cutTail(words, SEAT_WORDS);
  const council = cutTail(words, COUNCIL_WORDS) ?? cutHead(words, COUNCIL_HEADS);
  const bare = seat ?? (council === undefined ? words : (cutHead(council, COUNCIL_HEADS) ?? council));
  const place = cutHead(bare, PLACE_HEADS) ?? cutTail(bare, PLACE_TAILS);
  const readings = [words, bare, ...(place === undefined ? [] : [cutHead(place, PLACE_HEADS) ?? place])];
  return {
    readings: [...new Set(readings)].filter((reading) => reading !== ''),
    hint: seat !== undefined ? 'constituency' : council !== undefined ? 'council' : undefined,
  };
}
