import { embeddingOf } from '../../../src/adapters/triage-models/embedding.js';
import type { SentenceEncoder } from '../../../src/adapters/triage-models/index.js';
import { seeded } from '../../../src/adapters/triage-models/training/seeded.js';
import { loadWordVectors } from '../../../src/adapters/triage-models/word-vectors.js';
import { EMBEDDING_SIZE, ROUTES } from '../../../src/domain/question/triage.js';
import type {
  Decision,
  Embedding,
  Embeddings,
  Probabilities,
  TriageModel,
} from '../../../src/domain/question/triage.js';

/** Belief as told; what is left of it is `out_of_scope`. */
export function belief(told: Partial<Probabilities>): Probabilities {
  const rest = 1 - Object.values(told).reduce((sum, each) => sum + each, 0);
  const none = Object.fromEntries(ROUTES.map((route) => [route, 0])) as Probabilities;
  return { ...none, out_of_scope: rest, ...told };
}

/** A decision that leaves open whether a question is for the presenters. */
export function aDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    kind: 'ask',
    route: 'presenter',
    confidence: 0.5,
    why: { words: [] },
    probabilities: belief({ presenter: 0.5 }),
    danger: { kind: 'none' },
    ...overrides,
  };
}

/** A model that believes what it is told to, and keeps what it was shown for closer reading. */
export function scriptedModel(
  told: {
    readonly quick?: Partial<Probabilities>;
    readonly close?: Partial<Probabilities>;
  } = {},
): TriageModel & { readonly shown: Embeddings[] } {
  const shown: Embeddings[] = [];
  return {
    version: 'scripted',
    words: loadWordVectors(),
    probabilities: () => belief(told.quick ?? { presenter: 0.5 }),
    closely: (_features, embeddings) => {
      shown.push(embeddings);
      return belief(told.close ?? { presenter: 0.99 });
    },
    shown,
  };
}

/** Every text has an embedding of its own that says nothing about its meaning. */
export function fakeEmbedding(text: string): Embedding {
  const random = seeded([...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7));
  return embeddingOf(Array.from({ length: EMBEDDING_SIZE }, () => random() - 0.5));
}

/** An encoder in this thread, which keeps what it was asked. */
export function fakeEncoder(): SentenceEncoder & { readonly asked: (readonly string[])[] } {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    embed(texts) {
      asked.push(texts);
      return Promise.resolve(texts.map(fakeEmbedding));
    },
    close: () => Promise.resolve(),
  };
}
