import type { Features } from './features.js';
import type { Embeddings } from './meaning.js';
import type { Route } from './route.js';
import type { WordVectors } from './words.js';

/** The share of belief in each route; the seven sum to 1. */
export type Probabilities = Readonly<Record<Route, number>>;

/** What has been learned from labelled messages. Pure and synchronous: the same features give the same answer. */
export interface TriageModel {
  /** Which training this is, for the record of decisions. */
  readonly version: string;
  readonly words: WordVectors;
  /** Calibrated: of decisions held with 0.9, about nine in ten are right. */
  readonly probabilities: (features: Features) => Probabilities;
  /** The same with what a sentence encoder makes of the message: slower, and right more often. */
  readonly closely: (features: Features, embeddings: Embeddings) => Probabilities;
}
