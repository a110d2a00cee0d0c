import { normalise } from './normalise.js';
import type { TriageBriefing } from './route.js';
import { THEMES, THEME_NAMES, themesOf } from './themes.js';
import { contentWords, likeness, meaning, stem } from './words.js';
import type { WordVectors } from './words.js';

/** How a message meets a briefing's topics. `values` are what the model weighs, in the order of `SCOPE_FEATURES`. */
export interface ScopeMatch {
  readonly values: readonly number[];
  /** The title of the nearest topic, if the briefing has any. */
  readonly topic?: string;
  /** Words of the message that the nearest topic, or a theme of it, speaks of. */
  readonly words: readonly string[];
  /** Themes of the message, and of the briefing, for the learned relation between them. */
  readonly messageThemes: readonly number[];
  readonly briefingThemes: readonly number[];
}

export const SCOPE_FEATURES = [
  'share of words spoken of, nearest topic',
  'rare words spoken of, nearest topic',
  'share of words close in meaning, nearest topic',
  'closest word, nearest topic',
  'second closest word, nearest topic',
  'direction, nearest topic',
  'direction, whole briefing',
  'share of words spoken of, whole briefing',
  'share of words close in meaning, whole briefing',
  'themes shared, nearest topic',
  'themes shared, whole briefing',
  'share of themes shared, nearest topic',
  'share of themes shared, whole briefing',
  'themes not shared',
  'no theme at all',
  'few words',
  'some words',
  'many words',
  'speaks of the briefing itself',
  'not in English',
  'briefing without topics',
  'a rare theme shared',
  'direction, nearest theme of the briefing',
  'direction, nearest theme of the field elsewhere',
  'nearer to themes elsewhere',
  'direction, second nearest topic',
  'share of words of the field elsewhere',
  'rare words of the field elsewhere',
] as const;

interface TopicProfile {
  readonly title: string;
  readonly words: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly rows: readonly Int8Array[];
  readonly direction: Float64Array;
  readonly themes: ReadonlyMap<string, number>;
}

interface BriefingProfile {
  readonly topics: readonly TopicProfile[];
  readonly whole: TopicProfile;
}

const profiles = new WeakMap<TriageBriefing, BriefingProfile>();

function profileOf(briefing: TriageBriefing, vectors: WordVectors): BriefingProfile {
  const known = profiles.get(briefing);
  if (known) return known;
  const texts = briefing.topics
    .slice(0, 20)
    .map((topic) => ({ title: topic.title, text: `${topic.title} . ${topic.summary}` }));
  const whole = topicProfile(
    briefing.title,
    `${briefing.title} . ${texts.map((each) => each.text).join(' . ')}`,
    vectors,
  );
  const topics = texts.map((each) => topicProfile(each.title, each.text, vectors));
  const profile = { topics, whole };
  profiles.set(briefing, profile);
  return profile;
}

function topicProfile(title: string, text: string, vectors: WordVectors): TopicProfile {
  const words = [...new Set(contentWords(normalise(text).tokens))].slice(0, 150);
  return {
    title,
    words,
    stems: new Set(words.map(stem)),
    rows: words.flatMap((word) => vectors.vector(word) ?? []),
    direction: meaning(words, vectors),
    themes: themesOf(words),
  };
}

/** Compares a message with the topics of a briefing, known or unknown in training. */
export function matchScope(
  tokens: readonly string[],
  briefing: TriageBriefing,
  vectors: WordVectors,
): ScopeMatch {
  const profile = profileOf(briefing, vectors);
  const words = [...new Set(contentWords(tokens))].slice(0, 60);
  const direction = meaning(words, vectors);
  const themes = themesOf(words);
  const meetings = profile.topics.map((topic) => meet({ words, direction, themes }, topic, vectors));
  const whole = meet({ words, direction, themes }, profile.whole, vectors);
  const nearest =
    meetings.reduce<Meeting | undefined>(
      (best, each) => (!best || each.score > best.score ? each : best),
      undefined,
    ) ?? whole;
  const most = (pick: (meeting: Meeting) => number): number => Math.max(0, ...meetings.map(pick));
  const known = words.filter((word) => vectors.vector(word)).length;
  const text = tokens.join(' ');
  const values = [
    most((each) => each.share),
    most((each) => each.rare),
    most((each) => each.close),
    most((each) => each.closest),
    most((each) => each.second),
    most((each) => each.direction),
    whole.direction,
    whole.share,
    whole.close,
    Math.min(1, most((each) => each.shared) / 3),
    Math.min(1, whole.shared / 3),
    most((each) => each.sharedPart),
    whole.sharedPart,
    Math.min(1, (themes.size - whole.shared) / 4),
    themes.size === 0 ? 1 : 0,
    words.length < 3 ? 1 : 0,
    words.length >= 3 && words.length < 8 ? 1 : 0,
    words.length >= 16 ? 1 : 0,
    /\b(?:slide|slides|you (?:said|mentioned|just|covered|talked)|this (?:briefing|session|talk)|today|the (?:guidance|advice|briefing|presentation))\b/.test(
      text,
    )
      ? 1
      : 0,
    words.length > 0 && known / words.length < 0.5 ? 1 : 0,
    profile.topics.length === 0 ? 1 : 0,
    whole.rareTheme,
    ...fieldValues({ words, direction, themes }, profile, vectors),
    second(meetings.map((each) => each.direction)),
    ...elsewhere(words, profile.whole, vectors),
  ];
  return {
    values,
    ...(profile.topics.length > 0 ? { topic: nearest.title } : {}),
    words: nearest.words,
    messageThemes: themeNumbers(themes),
    briefingThemes: themeNumbers(profile.whole.themes),
  };
}

function themeNumbers(themes: ReadonlyMap<string, number>): readonly number[] {
  return [...themes.keys()].map((theme) => THEME_NAMES.indexOf(theme));
}

interface Meeting {
  readonly title: string;
  readonly words: readonly string[];
  readonly share: number;
  readonly rare: number;
  readonly close: number;
  readonly closest: number;
  readonly second: number;
  readonly direction: number;
  readonly shared: number;
  readonly sharedPart: number;
  readonly rareTheme: number;
  readonly score: number;
}

/** What of a message is compared: its words, their direction of meaning and their themes. */
interface MessageProfile {
  readonly words: readonly string[];
  readonly direction: Float64Array;
  readonly themes: ReadonlyMap<string, number>;
}

function meet(
  { words, direction, themes }: MessageProfile,
  topic: TopicProfile,
  vectors: WordVectors,
): Meeting {
  let total = 0;
  let exact = 0;
  let close = 0;
  const found: string[] = [];
  const best: number[] = [];
  for (const word of words) {
    const weight = 0.1 + vectors.rarity(word);
    const same = topic.stems.has(stem(word));
    const row = vectors.vector(word);
    const nearness = same
      ? 1
      : row
        ? topic.rows.reduce((most, other) => Math.max(most, likeness(row, other)), 0)
        : 0;
    total += weight;
    if (same) {
      exact += weight;
      found.push(word);
    }
    close += weight * Math.max(0, nearness - 0.3) * 1.4;
    best.push(weight * nearness);
  }
  best.sort((left, right) => right - left);
  const shared = [...themes.keys()].filter((theme) => topic.themes.has(theme));
  const share = total === 0 ? 0 : exact / total;
  const meaningful = dot(direction, topic.direction);
  const sharedPart = themes.size === 0 ? 0 : shared.length / themes.size;
  return {
    title: topic.title,
    words: found,
    share,
    rare: Math.min(1, exact / 2),
    close: total === 0 ? 0 : close / total,
    closest: best[0] ?? 0,
    second: best[1] ?? 0,
    direction: Math.max(0, meaningful),
    shared: shared.length,
    sharedPart,
    rareTheme: shared.some((theme) => (topic.themes.get(theme) ?? 0) >= 2) ? 1 : 0,
    score: share + meaningful + sharedPart + (total === 0 ? 0 : close / total),
  };
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}

const directions = new WeakMap<WordVectors, readonly Float64Array[]>();

function themeDirections(vectors: WordVectors): readonly Float64Array[] {
  const known = directions.get(vectors);
  if (known) return known;
  const made = Object.values(THEMES).map((words) => meaning(words.split(' '), vectors));
  directions.set(vectors, made);
  return made;
}

function fieldValues(
  message: MessageProfile,
  profile: BriefingProfile,
  vectors: WordVectors,
): readonly number[] {
  let inside = 0;
  let outside = 0;
  themeDirections(vectors).forEach((each, at) => {
    const near = dot(message.direction, each);
    if (profile.whole.themes.has(THEME_NAMES[at] ?? '')) inside = Math.max(inside, near);
    else outside = Math.max(outside, near);
  });
  return [inside, outside, Math.max(0, outside - inside) * 3];
}

function second(list: readonly number[]): number {
  return [...list].sort((a, b) => b - a)[1] ?? 0;
}

/** Words of the message that the field speaks of, none of whose themes the briefing has. */
function elsewhere(words: readonly string[], whole: TopicProfile, vectors: WordVectors): readonly number[] {
  let total = 0;
  let found = 0;
  for (const word of words) {
    const weight = 0.1 + vectors.rarity(word);
    total += weight;
    const own = [...themesOf([word]).keys()];
    if (own.length > 0 && !own.some((theme) => whole.themes.has(theme)) && !whole.stems.has(stem(word)))
      found += weight;
  }
  return [total === 0 ? 0 : found / total, Math.min(1, found / 2)];
}
