import type { TriageModel } from '../../domain/question/triage/classify.js';
import type { WordVectors } from '../../domain/question/triage/words.js';
import { base64Of, bytesOf } from './base64.js';
import { emptyWeights, kindLogits, routeShares, scopeLogit } from './network.js';
import type { Weights } from './network.js';

/** A table of weights, one byte each: the value is the byte times `step`. */
interface StoredTable {
  readonly step: number;
  readonly bytes: string;
}

/** The trained model as it lies in the repository. */
export interface ModelFile {
  readonly version: string;
  readonly tables: Readonly<Record<string, StoredTable>>;
  /** Kept whole: few, and each matters. */
  readonly tuning: readonly number[];
}

const TABLES = ['pieces', 'dense', 'direction', 'bias', 'scope', 'themes'] as const;

export function packWeights(weights: Weights, version: string): ModelFile {
  const tables = Object.fromEntries(TABLES.map((name) => [name, pack(weights[name])]));
  return { version, tables, tuning: [...weights.tuning].map((value) => Math.round(value * 1e4) / 1e4) };
}

function pack(values: Float32Array): StoredTable {
  const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-6);
  const step = Number((most / 127).toPrecision(6));
  return {
    step,
    bytes: base64Of(
      Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / step)))),
    ),
  };
}

/** Unpacks the weights. Throws where the file was trained for another set of features: train anew. */
export function unpackWeights(file: ModelFile): Weights {
  const weights = emptyWeights();
  for (const name of TABLES) {
    const stored = file.tables[name];
    const bytes = stored ? bytesOf(stored.bytes) : new Int8Array();
    if (!stored || bytes.length !== weights[name].length) {
      throw new Error(
        `The triage model's table "${name}" does not fit this code; run "npm run train:triage".`,
      );
    }
    weights[name].set(Float32Array.from(bytes, (byte) => byte * stored.step));
  }
  weights.tuning.set(file.tuning);
  return weights;
}

export function modelFrom(weights: Weights, words: WordVectors, version: string): TriageModel {
  return {
    version,
    words,
    probabilities: (features) =>
      routeShares(weights, kindLogits(weights, features), scopeLogit(weights, features)),
  };
}
