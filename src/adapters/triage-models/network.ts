import type { Probabilities } from '../../domain/question/triage/classify.js';
import { DENSE_FEATURES, HASH_SIZE } from '../../domain/question/triage/features.js';
import type { Features } from '../../domain/question/triage/features.js';
import { SCOPE_FEATURES } from '../../domain/question/triage/scope.js';
import { THEME_NAMES } from '../../domain/question/triage/themes.js';

/**
 * What kind of message it is, before the briefing is looked at: five routes that do not depend on the briefing, a general
 * security question (`presenter` if in scope, else `out_of_scope`) and everything that is `out_of_scope` anywhere.
 */
export const KINDS = 7;
export const GENERAL = 5;
export const ELSE = 6;
export const DIRECTIONS = 64;

/** Rows of `KINDS` weights: for each place of words and pieces, each dense feature, each direction; then the scope weights. */
export interface Weights {
  readonly pieces: Float32Array;
  readonly dense: Float32Array;
  readonly direction: Float32Array;
  readonly bias: Float32Array;
  readonly scope: Float32Array;
  readonly themes: Float32Array;
  /** Bias of the scope, then what calibrates: scale of the kinds, scale and shift of the scope. */
  readonly tuning: Float32Array;
}

export function emptyWeights(): Weights {
  return {
    pieces: new Float32Array(HASH_SIZE * KINDS),
    dense: new Float32Array(DENSE_FEATURES.length * KINDS),
    direction: new Float32Array(DIRECTIONS * KINDS),
    bias: new Float32Array(KINDS),
    scope: new Float32Array(SCOPE_FEATURES.length),
    themes: new Float32Array(THEME_NAMES.length * THEME_NAMES.length),
    tuning: Float32Array.of(0, 1, 1, 0),
  };
}

/** Steadies the length of messages: many pieces together count as much as few. */
export function pieceScale(count: number): number {
  return 3 / Math.sqrt(count + 4);
}

/** The belief in each kind, not yet calibrated: logits. */
export function kindLogits(weights: Weights, features: Features): Float64Array {
  const logits = Float64Array.from(weights.bias);
  const add = (table: Float32Array, row: number, times: number): void => {
    for (let kind = 0; kind < KINDS; kind++)
      logits[kind] = (logits[kind] ?? 0) + times * (table[row * KINDS + kind] ?? 0);
  };
  const scale = pieceScale(features.pieces.length);
  for (const piece of features.pieces) add(weights.pieces, piece, scale);
  features.dense.forEach((value, row) => {
    if (value !== 0) add(weights.dense, row, value);
  });
  features.direction.forEach((value, row) => add(weights.direction, row, value));
  return logits;
}

/** How far two sets of themes count together; steadied by their number. */
export function themeScale(features: Features): number {
  const pairs = features.scope.messageThemes.length * features.scope.briefingThemes.length;
  return pairs === 0 ? 0 : 1 / Math.sqrt(pairs);
}

/** The belief that a general question is within the briefing, a logit not yet calibrated. */
export function scopeLogit(weights: Weights, features: Features): number {
  let logit = weights.tuning[0] ?? 0;
  features.scope.values.forEach((value, row) => (logit += value * (weights.scope[row] ?? 0)));
  const scale = themeScale(features);
  for (const own of features.scope.messageThemes) {
    for (const other of features.scope.briefingThemes)
      logit += scale * (weights.themes[own * THEME_NAMES.length + other] ?? 0);
  }
  return logit;
}

export function softmax(logits: Float64Array, scale = 1): Float64Array {
  const most = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp((logit - most) * scale));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The seven routes' shares from the kinds' logits and the scope's. */
export function routeShares(
  weights: Pick<Weights, 'tuning'>,
  kinds: Float64Array,
  scope: number,
): Probabilities {
  const kind = softmax(kinds, weights.tuning[1] ?? 1);
  const within = sigmoid(scope * (weights.tuning[2] ?? 1) + (weights.tuning[3] ?? 0));
  const general = kind[GENERAL] ?? 0;
  return {
    emergency: kind[0] ?? 0,
    suspicious_activity: kind[1] ?? 0,
    report_crime: kind[2] ?? 0,
    local_policing: kind[3] ?? 0,
    event_help: kind[4] ?? 0,
    presenter: general * within,
    out_of_scope: (kind[ELSE] ?? 0) + general * (1 - within),
  };
}
