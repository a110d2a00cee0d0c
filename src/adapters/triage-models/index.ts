import type { TriageModel } from '../../domain/question/triage/classify.js';
import { modelFrom, unpackEmbeddings, unpackWeights } from './model-file.js';
import type { ModelFile } from './model-file.js';
import file from './triage.model.json' with { type: 'json' };
import { loadWordVectors } from './word-vectors.js';

export { closerReading } from './closer-reading.js';
export { EncoderUnavailable, sentenceEncoder } from './sentence-encoder.js';
export type { SentenceEncoder } from './sentence-encoder.js';
export { BriefingUnreadable, parseBriefing, triageLines } from './triage-lines.js';
export type { DecisionLine, LineFault, TriageLinesOptions } from './triage-lines.js';

let loaded: TriageModel | undefined;

/** The trained model, read once (about a tenth of a second) and shared from then on. */
export function loadTriageModel(): TriageModel {
  const stored: ModelFile = file;
  loaded ??= modelFrom(
    {
      quick: unpackWeights(stored.quick, 'quick'),
      close: unpackWeights(stored.close, 'close'),
      field: unpackEmbeddings(stored.field),
      words: loadWordVectors(),
    },
    stored.version,
  );
  return loaded;
}
