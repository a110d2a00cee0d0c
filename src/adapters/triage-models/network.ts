import type { Probabilities } from '../../domain/question/triage/classify.js';
import { DENSE_FEATURES, HASH_SIZE } from '../../domain/question/triage/features.js';
import type { Features } from '../../domain/question/triage/features.js';
import { EMBEDDING_SIZE, MEETING_FEATURES } from '../../domain/question/triage/meaning.js';
import type { Embedding } from '../../domain/question/triage/meaning.js';
import { SCOPE_FEATURES } from '../../domain/question/triage/scope.js';
import { THEME_NAMES } from '../../domain/question/triage/themes.js';
import { emptyLayer, outputsOf, sparse, unitsOf } from './hidden-layer.js';
import type { HiddenLayer, HiddenShape, SparseInputs } from './hidden-layer.js';

/**
 * What kind of message it is, before the briefing is looked at: five routes that do not depend on the briefing, a general
 * security question (`presenter` if in scope, else `out_of_scope`) and everything that is `out_of_scope` anywhere.
 */
export const KINDS = 7;
export const GENERAL = 5;
export const ELSE = 6;
export const DIRECTIONS = 64;

/** `quick` reads words alone; `close` also has the embeddings of the message and of the topics. */
export type Reading = 'quick' | 'close';

/** What is read of a message and a briefing: `embedding` and `meeting` for a close reading only. */
export interface Read {
  readonly features: Features;
  readonly embedding?: Embedding;
  /** In the order of `MEETING_FEATURES`. */
  readonly meeting?: readonly number[];
}

/** Rows of `KINDS` weights: for each place of words and pieces, each dense feature, each direction; then the scope weights. */
export interface Weights {
  readonly pieces: Float32Array;
  readonly dense: Float32Array;
  readonly direction: Float32Array;
  readonly embedding: Float32Array;
  readonly bias: Float32Array;
  readonly scope: Float32Array;
  readonly meeting: Float32Array;
  readonly themes: Float32Array;
  readonly kinds: HiddenLayer;
  readonly scopes: HiddenLayer;
  /** Bias of the scope, then what calibrates: scale of the kinds, scale and shift of the scope. */
  readonly tuning: Float32Array;
}

export function emptyWeights(reading: Reading): Weights {
  const { kinds, scopes } = hiddenShapes(reading);
  const close = reading === 'close' ? 1 : 0;
  return {
    pieces: new Float32Array(HASH_SIZE * KINDS),
    dense: new Float32Array(DENSE_FEATURES.length * KINDS),
    direction: new Float32Array(DIRECTIONS * KINDS),
    embedding: new Float32Array(close * EMBEDDING_SIZE * KINDS),
    bias: new Float32Array(KINDS),
    scope: new Float32Array(SCOPE_FEATURES.length),
    meeting: new Float32Array(close * MEETING_FEATURES.length),
    themes: new Float32Array(THEME_NAMES.length * THEME_NAMES.length),
    kinds: emptyLayer(kinds),
    scopes: emptyLayer(scopes),
    tuning: Float32Array.of(0, 1, 1, 0),
  };
}

/** Brings the numbers of an embedding to about the size of the other inputs. */
export const EMBEDDING_SCALE = 3;

export function hiddenShapes(reading: Reading): {
  readonly kinds: HiddenShape;
  readonly scopes: HiddenShape;
} {
  const close = reading === 'close' ? 1 : 0;
  return {
    kinds: {
      inputs: DIRECTIONS + DENSE_FEATURES.length + close * EMBEDDING_SIZE,
      units: close ? 128 : 64,
      outputs: KINDS,
    },
    scopes: { inputs: SCOPE_FEATURES.length + close * MEETING_FEATURES.length, units: 24, outputs: 1 },
  };
}

export function kindInputs({ features, embedding = NOTHING }: Read): SparseInputs {
  return sparse([
    ...features.direction,
    ...features.dense,
    ...embedding.map((each) => each * EMBEDDING_SCALE),
  ]);
}

export function scopeInputs({ features, meeting = [] }: Read): SparseInputs {
  return sparse([...features.scope.values, ...meeting]);
}

const NOTHING = new Float32Array();

/** Steadies the length of messages: many pieces together count as much as few. */
export function pieceScale(count: number): number {
  return 3 / Math.sqrt(count + 4);
}

/** The belief in each kind, not yet calibrated: logits. */
export function kindLogits(weights: Weights, read: Read): Float64Array {
  const logits = linearKinds(weights, read);
  outputsOf(weights.kinds, unitsOf(weights.kinds, kindInputs(read))).forEach((value, kind) => {
    logits[kind] = (logits[kind] ?? 0) + value;
  });
  return logits;
}

/** The part of the logits that each feature adds by itself. */
export function linearKinds(weights: Weights, { features, embedding = NOTHING }: Read): Float64Array {
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
  embedding.forEach((value, row) => add(weights.embedding, row, value * EMBEDDING_SCALE));
  return logits;
}

/** How far two sets of themes count together; steadied by their number. */
export function themeScale(features: Pick<Features, 'scope'>): number {
  const pairs = features.scope.messageThemes.length * features.scope.briefingThemes.length;
  return pairs === 0 ? 0 : 1 / Math.sqrt(pairs);
}

/** The belief that a general question is within the briefing, a logit not yet calibrated. */
export function scopeLogit(weights: Weights, read: Read): number {
  return (
    linearScope(weights, read) +
    (outputsOf(weights.scopes, unitsOf(weights.scopes, scopeInputs(read)))[0] ?? 0)
  );
}

/** The part of the scope's logit that each feature adds by itself. */
export function linearScope(weights: Weights, { features, meeting = [] }: Read): number {
  let logit = weights.tuning[0] ?? 0;
  features.scope.values.forEach((value, row) => (logit += value * (weights.scope[row] ?? 0)));
  meeting.forEach((value, row) => (logit += value * (weights.meeting[row] ?? 0)));
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
