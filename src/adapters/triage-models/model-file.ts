import type { Probabilities, TriageModel } from '../../domain/question/triage/classify.js';
import { EMBEDDING_SIZE, meetByEmbedding } from '../../domain/question/triage/meaning.js';
import type { Embedding } from '../../domain/question/triage/meaning.js';
import type { WordVectors } from '../../domain/question/triage/words.js';
import { base64Of, bytesOf } from './base64.js';
import { EMBEDDING_STEP } from './embedding.js';
import type { HiddenLayer } from './hidden-layer.js';
import { emptyWeights, kindLogits, routeShares, scopeLogit } from './network.js';
import type { Read, Reading, Weights } from './network.js';

/** A table of weights, one byte each: the value is the byte times `step`. */
interface StoredTable {
  readonly step: number;
  readonly bytes: string;
}

/** Weights as they lie in the repository. */
export interface StoredWeights {
  readonly tables: Readonly<Record<string, StoredTable>>;
  /** Kept whole: few, and each matters. */
  readonly tuning: readonly number[];
}

/** The trained model as it lies in the repository. */
export interface ModelFile {
  readonly version: string;
  readonly quick: StoredWeights;
  readonly close: StoredWeights;
  /** Embeddings of topics of the field, `EMBEDDING_SIZE` bytes each. */
  readonly field: string;
}

const TABLES = [
  'pieces',
  'dense',
  'direction',
  'embedding',
  'bias',
  'scope',
  'meeting',
  'themes',
  'kinds.into',
  'kinds.bias',
  'kinds.out',
  'scopes.into',
  'scopes.bias',
  'scopes.out',
] as const;

function tableOf(weights: Weights, name: (typeof TABLES)[number]): Float32Array {
  const [table, part] = name.split('.') as [keyof Weights, keyof HiddenLayer | undefined];
  const found = weights[table];
  return found instanceof Float32Array ? found : found[part ?? 'into'];
}

export function packWeights(weights: Weights): StoredWeights {
  const tables = Object.fromEntries(TABLES.map((name) => [name, pack(tableOf(weights, name))]));
  return { tables, tuning: [...weights.tuning].map((value) => Math.round(value * 1e4) / 1e4) };
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
export function unpackWeights(stored: StoredWeights, reading: Reading): Weights {
  const weights = emptyWeights(reading);
  for (const name of TABLES) {
    const found = stored.tables[name];
    const bytes = found ? bytesOf(found.bytes) : new Int8Array();
    const table = tableOf(weights, name);
    if (!found || bytes.length !== table.length) {
      throw new Error(
        `The triage model's table "${name}" does not fit this code; run "npm run train:triage".`,
      );
    }
    table.set(Float32Array.from(bytes, (byte) => byte * found.step));
  }
  weights.tuning.set(stored.tuning);
  return weights;
}

/** What a model is made of. */
export interface ModelParts {
  readonly quick: Weights;
  readonly close: Weights;
  readonly field: readonly Embedding[];
  readonly words: WordVectors;
}

export function modelFrom({ quick, close, field, words }: ModelParts, version: string): TriageModel {
  return {
    version,
    words,
    probabilities: (features) => sharesOf(quick, { features }),
    closely: (features, embeddings) =>
      sharesOf(close, {
        features,
        embedding: embeddings.message,
        meeting: meetByEmbedding(embeddings, field),
      }),
  };
}

function sharesOf(weights: Weights, read: Read): Probabilities {
  return routeShares(weights, kindLogits(weights, read), scopeLogit(weights, read));
}

/** A topic of the field, or any text, as a byte each number; `EMBEDDING_STEP` gives them back. */
export function packEmbeddings(embeddings: readonly Embedding[]): string {
  return base64Of(
    Int8Array.from(
      embeddings.flatMap((each) => [...each].map((value) => Math.round(value / EMBEDDING_STEP))),
    ),
  );
}

export function unpackEmbeddings(packed: string): readonly Embedding[] {
  const bytes = bytesOf(packed);
  return Array.from({ length: bytes.length / EMBEDDING_SIZE }, (_, at) =>
    Float32Array.from(
      bytes.subarray(at * EMBEDDING_SIZE, (at + 1) * EMBEDDING_SIZE),
      (byte) => byte * EMBEDDING_STEP,
    ),
  );
}
