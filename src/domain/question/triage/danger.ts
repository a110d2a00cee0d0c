import { DENIAL, FIGURE, HOW_TO, HYPOTHETICAL, NOT_URGENT, NOW, PAST, STORY } from './context.js';
import { BARE_ALARM, BARE_FILLER, DANGER_RULES } from './danger-words.js';
import type { DangerRule } from './danger-words.js';
import { normalise } from './normalise.js';
import type { NormalText } from './normalise.js';

/**
 * What the danger rules alone say. `danger`: answer with 999 at once. `maybe`: danger words whose sense (past, imagined,
 * quoted, a figure of speech) leaves room for doubt. `none`: no danger words at all.
 */
export interface DangerFinding {
  readonly kind: 'danger' | 'maybe' | 'none';
  /** The rule that spoke, in plain words. */
  readonly rule?: string;
  /** The words it spoke about, normalised. */
  readonly span?: string;
}

/** A rule's hit and the reasons against taking it at its word. */
export interface DangerHit {
  readonly rule: DangerRule;
  readonly span: string;
  readonly against: readonly DangerDoubt[];
}

export type DangerDoubt = 'imagined' | 'asked' | 'past' | 'story' | 'figure' | 'denied' | 'quoted';

/** Screens a message for danger by rules alone: synchronous, no model, well under a millisecond for a usual message. */
export function mayBeDanger(raw: string): DangerFinding {
  return dangerIn(normalise(raw));
}

/** `mayBeDanger` for text already made comparable. */
export function dangerIn(normal: NormalText): DangerFinding {
  if (isBareAlarm(normal.tokens))
    return { kind: 'danger', rule: 'bare alarm', span: normal.text.slice(0, 80) };
  const hits = dangerHits(normal);
  const certain = hits.find((hit) => hit.rule.strength === 'strong' && hit.against.length === 0);
  if (certain && !NOT_URGENT.test(normal.text))
    return { kind: 'danger', rule: certain.rule.name, span: certain.span };
  const doubtful = hits[0];
  return doubtful ? { kind: 'maybe', rule: doubtful.rule.name, span: doubtful.span } : { kind: 'none' };
}

/** Whether alarm words are all, or nearly all, that the message says. */
export function isBareAlarm(tokens: readonly string[]): boolean {
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token));
  if (words.length === 0 || words.length > 7 || tokens.includes('?')) return false;
  const alarms = words.filter((word) => BARE_ALARM.test(word));
  if (alarms.length === 0) return false;
  if (words.every((word) => word === 'police' || word === 'the' || word === 'danger' || word === 'terrorist'))
    return words.length > 1;
  return words.every((word) => BARE_ALARM.test(word) || BARE_FILLER.test(word));
}

/** Every rule's first hit in each sentence, with the doubts about it. */
export function dangerHits(normal: NormalText): readonly DangerHit[] {
  const hits: DangerHit[] = [];
  for (const sentence of sentences(normal.text)) {
    for (const rule of DANGER_RULES) {
      const match = rule.pattern.exec(sentence);
      if (match)
        hits.push({
          rule,
          span: match[0].slice(0, 120),
          against: doubts(sentence, match.index, match[0], rule),
        });
    }
  }
  return hits;
}

/** Splits at full stops, question and exclamation marks, semicolons and line ends; longer ones are read in pieces. */
export function sentences(text: string): readonly string[] {
  return text
    .split(/ ?[.!;\n] ?|(?<=\?) /)
    .flatMap((sentence) => (sentence.length > 700 ? (sentence.match(/.{1,700}(?:\s|$)/g) ?? []) : [sentence]))
    .filter((sentence) => sentence.length > 1);
}

function doubts(sentence: string, at: number, span: string, rule: DangerRule): readonly DangerDoubt[] {
  const before = sentence.slice(0, at);
  const near = lastWords(before, 12);
  const urgent =
    NOW.test(sentence.slice(at)) || /\bright now|as we speak|currently|happening now\b/.test(sentence);
  const found: DangerDoubt[] = [];
  if (HYPOTHETICAL.test(near) || /^(?:if|when|whenever)\b/.test(span)) found.push('imagined');
  if (HOW_TO.test(near) && !urgent) found.push('asked');
  if (
    !rule.lasts &&
    PAST.test(sentence) &&
    !/\b(?:again|still|right now|back|now)\b/.test(sentence.slice(at))
  )
    found.push('past');
  if (rule.lasts && PAST.test(sentence) && !urgent) found.push('past');
  if (STORY.test(sentence) && !/\b(?:right now|as we speak|outside (?:my|our|the))\b/.test(sentence))
    found.push('story');
  if (FIGURE.test(sentence)) found.push('figure');
  if (
    /\b(?:no one|nobody|no-one|none of us|not|never|no longer|without|false alarm|no)$/.test(
      lastWords(before, 1).trim(),
    ) ||
    DENIAL.test(lastWords(before, 2))
  )
    found.push('denied');
  if ((before.match(/"/g)?.length ?? 0) % 2 === 1) found.push('quoted');
  return found;
}

function lastWords(text: string, count: number): string {
  return text
    .split(' ')
    .slice(-count - 1)
    .join(' ');
}
