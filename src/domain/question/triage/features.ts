import { CHATTER_SIGNALS, EVENT_SIGNALS, QUESTION_SIGNALS } from './chatter.js';
import { DENIAL, FIGURE, HOW_TO, HYPOTHETICAL, NOT_URGENT, NOW, PAST, STORY } from './context.js';
import { CRIME_SIGNALS } from './crime.js';
import { DANGER_RULES } from './danger-words.js';
import { dangerHits, dangerIn } from './danger.js';
import type { DangerFinding } from './danger.js';
import { inEnglish } from './glossary.js';
import { normalise, plainText } from './normalise.js';
import type { NormalText } from './normalise.js';
import { withoutOrders } from './orders.js';
import { PERSONAL_SIGNALS } from './personal.js';
import type { TriageBriefing } from './route.js';
import { matchScope } from './scope.js';
import type { ScopeMatch } from './scope.js';
import { signalsIn } from './signals.js';
import { SUSPICION_SIGNALS } from './suspicion.js';
import { contentWords, meaning } from './words.js';
import type { WordVectors } from './words.js';

/** How many places the words and word pieces of a message are dealt into. */
export const HASH_SIZE = 1 << 15;

/** Everything the model may weigh about a message. */
export interface Features {
  readonly normal: NormalText;
  readonly danger: DangerFinding;
  /** Names of the signals found. */
  readonly signals: readonly string[];
  /** Values in the order of `DENSE_FEATURES`. */
  readonly dense: readonly number[];
  /** The message's direction of meaning. */
  readonly direction: Float64Array;
  /** Places of the message's words and word pieces, below `HASH_SIZE`, without repeats, ascending. */
  readonly pieces: readonly number[];
  readonly scope: ScopeMatch;
}

const GROUPS = [
  ['personal', PERSONAL_SIGNALS],
  ['crime', CRIME_SIGNALS],
  ['suspicion', SUSPICION_SIGNALS],
  ['event', EVENT_SIGNALS],
  ['chatter', CHATTER_SIGNALS],
  ['question', QUESTION_SIGNALS],
] as const;

const CONTEXTS: readonly (readonly [string, RegExp])[] = [
  ['imagined', HYPOTHETICAL],
  ['how to', HOW_TO],
  ['past', PAST],
  ['now', NOW],
  ['story', STORY],
  ['figure of speech', FIGURE],
  ['denied', DENIAL],
  ['not urgent', NOT_URGENT],
  ['being done', / (?:is|are|am) (?:[a-z]+ )?[a-z]{3,}ing /],
  ['was done', / (?:was|were|had|been) /],
  ['done by me', /(?:^| )(?:i|we) [a-z]+ed /],
  ['of my own', / (?:my|our) /],
  ['of mine first', /^(?:my|our|i|we) /],
  ['of yours', / (?:your|you) /],
  ['of them', / (?:he|she|they|him|her) /],
  ['question mark', /\?/],
  ['ends with question', /\? ?$/],
  [
    'starts with question',
    /^(?:how|what|when|where|who|why|which|is|are|do|does|can|could|should|would|sut|beth|a oes|oes) /,
  ],
  ['starts with if', /^(?:if|suppose|when) /],
  ['exclaims', /!/],
  ['has figures', /\d/],
  ['quotes', /"/],
];

/** Capitals inside a sentence that name nothing of the asker's own. */
const COMMON_NAMES =
  /^(?:Blue|Book|Run|Hide|Tell|Facebook|Twitter|What[sS]?[aA]pp|Instagram|Tik[tT]ok|Linked[iI]n|Google|Gmail|Signal|Telegram|Teams|Zoom|Outlook|Windows|Microsoft|Apple|Police|Prevent|Parliament|Westminster|Council|Councillors?|Cllrs?|Home|Office|Secretary|Minister|Ministers|Prime|British|English|Welsh|Scottish|Irish|Sikhs?|Muslims?|Jewish|Jews|Hindus?|Christians?|Islam\w*|Action|Counters|Terrorism|Act|Martyn|True|Vision|Companies|House|Electoral|Commission|Royal|Mail|Bluetooth|Ring|Airtag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Eid|Ramadan|Diwali|Shabbat|Vaisakhi|Bridger|Operation|Ford|Samaritans|Crimestoppers|Thanks|Thank|Hello|Dear|Sir|Madam|Good|Please|Does|How|What|When|Where|Which|Who|Why|Should|Can|Could|Is|Are|Do|The|And|But|If|Any|Not|No|Yes|We|You|They|She|He|It|My|Our|Your|This|That|There|Would|Will|Am|As|For|In|On|At|To)$/;

/** Names of people and places inside sentences: giving them away is a sign of one's own circumstances. */
export function namesIn(
  plain: string,
  capitals: number,
): { readonly names: number; readonly places: number } {
  if (capitals > 0.4) return { names: 0, places: 0 };
  let names = 0;
  let places = 0;
  for (const [, before, name] of plain.matchAll(/([\p{Ll}\d,;)]) +(\p{Lu}[\p{Ll}'-]{2,30})(?![\p{L}])/gu)) {
    if (!COMMON_NAMES.test(name ?? '')) names += before ? 1 : 0;
  }
  for (const [, name] of plain.matchAll(
    /\b(?:in|at|near|from|round|around|outside|of|by|for|yn|ym|ng) +(\p{Lu}[\p{Ll}'-]{2,30})/gu,
  ))
    places += COMMON_NAMES.test(name ?? '') ? 0 : 1;
  return { names, places };
}

const RULE_NAMES = [...new Set(DANGER_RULES.map((rule) => rule.name))];
const LENGTHS = [2, 4, 7, 12, 20, 35, 60];

export const DENSE_FEATURES: readonly string[] = [
  'orders the software about',
  'danger by rule',
  'danger in doubt',
  'clean danger rules',
  'doubted danger rules',
  'capitals',
  ...RULE_NAMES.flatMap((name) => [`${name}: plain`, `${name}: doubted`]),
  ...GROUPS.flatMap(([group, signals]) => [
    ...signals.map((each) => `${group}: ${each.name}`),
    `${group}: any`,
    `${group}: several`,
  ]),
  ...CONTEXTS.map(([name]) => `context: ${name}`),
  ...LENGTHS.map((words) => `longer than ${words} words`),
  'a name inside a sentence',
  'several names inside sentences',
  'a named place',
  'a strange word where a place stands',
];

/** Reads a message once, beside a briefing, into what the model weighs. Never throws. */
export function featuresOf(raw: string, briefing: TriageBriefing, vectors: WordVectors): Features {
  // A message that orders the software about is judged by the genuine question it holds, if any.
  const genuine = withoutOrders(plainText(raw));
  const normal = normalise(genuine.text);
  const danger = dangerIn(normal);
  const groups = GROUPS.map(([group, signals]) => ({
    group,
    signals,
    found: new Set(signalsIn(normal.text, signals)),
  }));
  return {
    normal,
    danger,
    signals: groups.flatMap(({ group, found }) => [...found].map((name) => `${group}: ${name}`)),
    dense: [
      genuine.ordered ? 1 : 0,
      ...dangerValues(normal, danger),
      ...groups.flatMap(({ signals, found }) => [
        ...signals.map((each) => (found.has(each.name) ? 1 : 0)),
        found.size > 0 ? 1 : 0,
        found.size > 2 ? 1 : 0,
      ]),
      ...CONTEXTS.map(([, pattern]) => (pattern.test(` ${normal.text} `.replace(/^ /, '')) ? 1 : 0)),
      ...LENGTHS.map((words) => (normal.tokens.length > words ? 1 : 0)),
      ...nameValues(normal, vectors),
    ],
    direction: meaning(contentWords(normal.tokens), vectors),
    pieces: piecesOf(normal.tokens, vectors),
    scope: matchScope(normal.tokens, briefing, vectors),
  };
}

function nameValues(normal: NormalText, vectors: WordVectors): readonly number[] {
  const { names, places } = namesIn(normal.plain, normal.capitals);
  const strange = normal.tokens.some(
    (token, at) =>
      /^(?:in|at|near|from|round|outside)$/.test(normal.tokens[at - 1] ?? '') &&
      /^\p{Ll}{4,}$/u.test(token) &&
      vectors.rarity(inEnglish(token)) > 0.93,
  );
  return [names > 0 ? 1 : 0, names > 1 ? 1 : 0, places > 0 ? 1 : 0, strange ? 1 : 0];
}

function dangerValues(normal: NormalText, danger: DangerFinding): readonly number[] {
  const hits = dangerHits(normal);
  const plain = new Set(hits.filter((hit) => hit.against.length === 0).map((hit) => hit.rule.name));
  const doubted = new Set(hits.filter((hit) => hit.against.length > 0).map((hit) => hit.rule.name));
  return [
    danger.kind === 'danger' ? 1 : 0,
    danger.kind === 'maybe' ? 1 : 0,
    Math.min(1, plain.size / 3),
    Math.min(1, doubted.size / 3),
    normal.capitals > 0.6 ? 1 : 0,
    ...RULE_NAMES.flatMap((name) => [plain.has(name) ? 1 : 0, doubted.has(name) ? 1 : 0]),
  ];
}

/** Words, pairs of words and pieces of three to five letters, dealt into `HASH_SIZE` places. */
export function piecesOf(tokens: readonly string[], vectors: WordVectors): readonly number[] {
  const places = new Set<number>();
  const words = tokens.slice(0, 300).map((token) => (/^\d+$/.test(token) ? '0' : token));
  const families = words.map((word) => familiesOf(word, vectors));
  for (let grain = 0; grain < 3; grain++) {
    const line = families.map((each) => each[grain] ?? '');
    line.forEach((family, at) => {
      places.add(hash(`k${grain} ${family}`));
      places.add(hash(`l${grain} ${line[at - 1] ?? '^'} ${family}`));
      if (at > 1 && grain < 2)
        places.add(hash(`m${grain} ${line[at - 2] ?? ''} ${line[at - 1] ?? ''} ${family}`));
    });
  }
  words.forEach((word, at) => {
    places.add(hash(`w ${word}`));
    places.add(hash(`b ${words[at - 1] ?? '^'} ${word}`));
    if (at > 1) places.add(hash(`s ${words[at - 2] ?? ''} _ ${word}`));
    const padded = `<${word.slice(0, 24)}>`;
    for (let size = 3; size <= 5; size++) {
      for (let from = 0; from + size <= padded.length; from++)
        places.add(hash(`c ${padded.slice(from, from + size)}`));
    }
  });
  return [...places].sort((left, right) => left - right);
}

/** The commonest words, which carry tense and person, stand for themselves; others for their families. */
function familiesOf(word: string, vectors: WordVectors): readonly string[] {
  const english = inEnglish(word);
  const families = vectors.rarity(english) < 0.2 ? [] : vectors.families(english);
  return families.length === 0 ? [english, english, english] : families.map((family) => `#${family}`);
}

function hash(piece: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < piece.length; at++) value = Math.imul(value ^ piece.charCodeAt(at), 0x01000193);
  value ^= value >>> 15;
  return (Math.imul(value, 0x2c1b3c6d) >>> 8) & (HASH_SIZE - 1);
}
