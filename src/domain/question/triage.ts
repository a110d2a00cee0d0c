/** The door of triage: where a message goes, decided without I/O. */
export { ROUTES } from './triage/route.js';
export type { BriefingTopic, Route, TriageBriefing } from './triage/route.js';
export { mayBeDanger } from './triage/danger.js';
export type { DangerFinding } from './triage/danger.js';
export {
  decidesAlone,
  DEFAULT_THRESHOLDS,
  triage,
  triageClosely,
  wantsCloserReading,
} from './triage/triage.js';
export { EMBEDDING_SIZE } from './triage/meaning.js';
export type { Embedding, Embeddings } from './triage/meaning.js';
export type { Decision, DecisionReason, TriageInput, TriageThresholds } from './triage/triage.js';
export { explainDecision } from './triage/explain.js';
export { DECIDING_LENGTH } from './triage/normalise.js';
export type { Probabilities, TriageModel } from './triage/classify.js';
export {
  combineOpinions,
  keepWithinBounds,
  mayAskSecond,
  OPINION_REASONS,
  SECOND_OPINION_SCOPES,
} from './triage/second-opinion.js';
export type { Considered, SecondOpinion, SecondOpinionScope } from './triage/second-opinion.js';
