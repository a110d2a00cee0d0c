/** How something is asked: `is` for any other question of yes and no. */
export type Manner = 'how' | 'should' | 'can' | 'is' | 'other';

const NUMBERS = new Set(
  'two three four five six seven eight nine ten eleven twelve twenty hundred'.split(' '),
);
const NO = new Set(['not', 'no', 'never', 'without', 'nobody', 'none']);
const ORDER = new Set(['before', 'after', 'until', 'first', 'let', 'back']);
/** `take it off` and `remove it`, not `put it on`. */
const OFF = /^(?:off|remov\w*|delet\w*)$/;

/** Where a clause begins. */
const START = '(?:^|[.?!,;:] )(?:so |and |but |then |or )?';

/** Question words that want another answer than any other does. */
const ASKS: readonly (readonly [RegExp, string])[] = [
  [/\bhow (?:high|tall)\b|\bwhat height\b/, 'how high'],
  [new RegExp(`${START}(?:at )?(?:when|what (?:time|point)|which day)\\b`), 'when'],
  [/\bwhere\b/, 'where'],
  [new RegExp(`${START}(?:who|whom|whose)\\b`), 'who'],
  [/\b(?:why|how come)\b/, 'why'],
  [
    new RegExp(`${START}(?:which|what (?:kind|sort|type|make|brand))\\b|\\bwhat\\b.*\\b(?:best|recommend)`),
    'which',
  ],
  [/\b(?:in|are|is|go|be) in (?:$|[.?!,;])/, 'in'],
  [/(?<!find|work|check|carry|found|set) out\b/, 'out'],
  [/^(?!.*\b(?:off|remov|delet)).*\bfrom\b(?! (?:$|[.?!]))/, 'from'],
];

/** Everything in which two questions that ask the same agree to the letter. `size`: how many words they are about. */
export function guardsOf(tokens: readonly string[], size: number): readonly string[] {
  const text = `${tokens.join(' ')} `.replace(/\bor not\b/g, '');
  const found = new Set<string>();
  for (const token of text.split(' ')) {
    if (/\d/.test(token) || NUMBERS.has(token) || ORDER.has(token)) found.add(token);
    else if (NO.has(token)) found.add('not');
    else if (OFF.test(token)) found.add('off');
  }
  for (const [, measure = ''] of text.matchAll(/\bhow (often|long|many|much|far|loud|soon|old|big|fast)\b/g))
    found.add(`how ${measure}`);
  for (const [pattern, name] of ASKS) if (pattern.test(text)) found.add(name);
  if (size <= 3 && /\bwhat (?:is|are) (?!the )|\bwhat .*\bmeans?\b|\bexplain\b/.test(text))
    found.add('meaning');
  return [...found].sort();
}

/** How the first question of a message is asked. */
export function manner(tokens: readonly string[]): Manner {
  const text = tokens.join(' ');
  if (/\bhow\b/.test(text))
    return /\bhow (?:often|long|many|much|far|loud|soon|old|big|fast|high)\b/.test(text) ? 'other' : 'how';
  if (/\b(?:allowed|possible|permitted)\b/.test(text)) return 'can';
  const hit =
    /(?:^|[.?!,;:] |\b(?:please|so|and|but) )(should|ought|must|can|could|may|is|are|does|do|will)\b/.exec(
      text,
    )?.[1];
  if (hit === undefined)
    return /\bshould\b|\bought\b/.test(text) && !/\b(?:what|where|who|when)\b/.test(text)
      ? 'should'
      : 'other';
  if (hit === 'should' || hit === 'ought' || hit === 'must') return 'should';
  if (hit === 'can' || hit === 'could' || hit === 'may')
    return /\bcan you (?:explain|say|tell)\b/.test(text) ? 'other' : 'can';
  return /^(?:is it (?:ok|okay|wise|worth|sensible|better|best|safe|fine|right|good|a)|do (?:i|we) (?:need|have))/.test(
    text,
  )
    ? 'other'
    : 'is';
}

/** Who does it: the asker, or somebody else to the asker. */
export function selfOf(tokens: readonly string[]): 'does' | 'suffers' | 'either' {
  const does = tokens.includes('i') || tokens.includes('we');
  const suffers = tokens.includes('me') || tokens.includes('us');
  return does === suffers ? 'either' : does ? 'does' : 'suffers';
}

/**
 * Who is to do it, where that is said right after the verb that asks: `self` for the asker, else the word itself.
 * Nothing where it is done to them (“should bags be searched”).
 */
export function subjectOf(tokens: readonly string[]): string | undefined {
  const text = tokens.join(' ');
  if (/\b(?:be|been|being|get|got)\b/.test(text)) return undefined;
  const hit =
    /\b(?:should|ought|must|can|could|may|do|does|did|will|would) (?:(?:the|a|an|our|my|your|some|any|most|one) )?([\p{L}-]+)/u.exec(
      text,
    )?.[1];
  return hit === 'i' || hit === 'we' ? 'self' : hit;
}
