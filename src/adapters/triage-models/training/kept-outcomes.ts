import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROUTES } from '../../../domain/question/triage/route.js';
import type { Probabilities } from '../../../domain/question/triage.js';
import type { Judgement, Outcome } from './measure.js';
import type { LearningPoint } from './plots.js';

/** What a measurement judged; a part that has not been judged is absent. */
export interface Judged {
  /** Each open hand by a model that has not seen it. */
  readonly open?: readonly Outcome[];
  readonly curve?: readonly LearningPoint[];
  /** The locked hands by the model in the repository. */
  readonly locked?: readonly Outcome[];
}

/** A judgement in a line: kind, route, belief, and beliefs in the order of `ROUTES`. */
type Packed = readonly [
  kind: Judgement['kind'],
  route: Judgement['route'],
  confidence: number,
  probabilities: readonly number[],
];

interface PackedOutcome {
  readonly id: string;
  readonly hand: string;
  readonly briefing: string;
  readonly label: Judgement['route'];
  readonly lang: string;
  readonly quick: Packed;
  /** Where the message was read closely; otherwise the quick decision counts. */
  readonly close?: Packed;
  readonly ms: number;
}

interface File {
  /** Audiences by the id of the briefing. */
  readonly audiences: Readonly<Record<string, readonly string[]>>;
  readonly open?: readonly PackedOutcome[];
  readonly curve?: readonly LearningPoint[];
  readonly locked?: readonly PackedOutcome[];
}

/**
 * Keeps what was judged, without any message's words. Parts judged earlier stay until they are judged again; what cannot be
 * read any more is given up, as new judgements took longer than it is worth.
 */
export function keepOutcomes(file: string, judged: Judged): void {
  const all: Judged = { ...earlier(file), ...judged };
  const briefings = [...(all.open ?? []), ...(all.locked ?? [])].map(({ message }) => message.briefing);
  const kept: File = {
    audiences: Object.fromEntries(briefings.map(({ id, audience }) => [id, audience])),
    ...(all.open ? { open: all.open.map(packed) } : {}),
    ...(all.curve ? { curve: all.curve } : {}),
    ...(all.locked ? { locked: all.locked.map(packed) } : {}),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(kept));
  renameSync(`${file}.new`, file);
}

function earlier(file: string): Judged {
  try {
    return readOutcomes(file);
  } catch {
    return {};
  }
}

/** Reads what `keepOutcomes` kept; the labels are those of that time. Throws where there is no such file. */
export function readOutcomes(file: string): Judged {
  if (!existsSync(file)) {
    throw new Error(`Nothing has been judged yet: there is no ${file}. Run npm run eval:triage first.`);
  }
  const { audiences, open, curve, locked } = JSON.parse(readFileSync(file, 'utf8')) as File;
  const unpack = (outcome: PackedOutcome): Outcome => unpacked(outcome, audiences[outcome.briefing] ?? []);
  return {
    ...(open ? { open: open.map(unpack) } : {}),
    ...(curve ? { curve } : {}),
    ...(locked ? { locked: locked.map(unpack) } : {}),
  };
}

function packed({ message, quick, decision, closely, milliseconds }: Outcome): PackedOutcome {
  return {
    id: message.id,
    hand: message.hand,
    briefing: message.briefing.id,
    label: message.route,
    lang: message.lang,
    quick: packJudgement(quick),
    ...(closely ? { close: packJudgement(decision) } : {}),
    ms: milliseconds,
  };
}

function unpacked(kept: PackedOutcome, audience: readonly string[]): Outcome {
  const { id, hand, lang, label: route } = kept;
  const quick = unpackJudgement(kept.quick);
  return {
    message: { id, hand, lang, route, briefing: { id: kept.briefing, audience } },
    quick,
    decision: kept.close ? unpackJudgement(kept.close) : quick,
    closely: kept.close !== undefined,
    milliseconds: kept.ms,
  };
}

function packJudgement({ kind, route, confidence, probabilities }: Judgement): Packed {
  return [kind, route, confidence, ROUTES.map((each) => probabilities[each])];
}

function unpackJudgement([kind, route, confidence, beliefs]: Packed): Judgement {
  const probabilities = Object.fromEntries(
    ROUTES.map((each, at) => [each, beliefs[at] ?? 0]),
  ) as Probabilities;
  return { kind, route, confidence, probabilities };
}
