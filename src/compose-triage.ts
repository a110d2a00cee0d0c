import { managedIdentityToken } from './adapters/azure/managed-identity.js';
import { azureSecondOpinion, type OpinionAsked } from './adapters/azure/second-opinion.js';
import { closerReading, sentenceEncoder, type SentenceEncoder } from './adapters/triage-models/index.js';
import { completeChat, loadChatLibrary } from './bot/chat-model.js';
import type { SecondOpinionSettings } from './config.js';
import { maskIdentities, nameTeller } from './domain/question/mask.js';
import {
  combineOpinions,
  DEFAULT_THRESHOLDS,
  keepWithinBounds,
  mayAskSecond,
  mayBeDanger,
  triage,
  type Considered,
  type Decision,
  type TriageBriefing,
  type TriageModel,
  type TriageThresholds,
} from './domain/question/triage.js';
import type { Triage } from './features/questions/index.js';
import type { OpinionResult } from './http/metrics.js';

/** What the operator has set about triage. */
export interface TriageSettings {
  readonly thresholds?: TriageThresholds;
  readonly secondOpinion?: SecondOpinionSettings;
  /** Whether what words leave open is read by a sentence encoder; otherwise by its words alone. */
  readonly embeddings?: boolean;
}

interface Message {
  readonly text: string;
  readonly briefing: TriageBriefing;
}

/** Has a second look at a message that triage is not sure of; gives the decision back where it has nothing to say. */
export type Considerer = (message: Message, decision: Decision) => Promise<Considered>;

/** Without a briefing the model must be surer; what is doubtful is judged again, with 999 first, where it is asked. */
const SURE_OF_DANGER = 0.6;

const NO_BRIEFING: TriageBriefing = { id: '', title: '', audience: [], topics: [] };

/** How many turns are likely to be under way between the two judgements of one. */
const TURNS_AT_ONCE = 64;

/** The longest that all considerers together may hold up a turn, in milliseconds. */
const PATIENCE_MS = 2_000;

/** Triage by the trained model of this machine: no I/O, so danger is seen while everything else is down. */
export function judgeBy(
  model: TriageModel,
  { thresholds = DEFAULT_THRESHOLDS, secondOpinion, embeddings }: TriageSettings,
  { count }: { readonly count: (result: OpinionResult) => void },
): Triage & { close(): Promise<void> } {
  const isDanger = (text: string): boolean => {
    if (mayBeDanger(text).kind === 'danger') return true;
    const { route, confidence } = triage({ text, briefing: NO_BRIEFING, model, thresholds });
    return route === 'emergency' && confidence >= SURE_OF_DANGER;
  };
  const encoder = embeddings ? sentenceEncoder() : undefined;
  if (secondOpinion) void loadChatLibrary().catch(() => undefined);
  // Asked in this order, each only while triage is still unsure.
  const considerers: readonly Considerer[] = [
    ...(secondOpinion ? [secondOpinionOf(secondOpinion, { model, thresholds, count })] : []),
  ];
  // A turn asks at its beginning and again where the question is taken, with other turns between; the same words need
  // judging once.
  const judged = new Map<string, boolean>();
  return {
    close: async () => encoder?.close(),
    version: model.version,
    decide: (message) => triage({ ...message, model, thresholds }),
    ...(encoder || considerers.length > 0
      ? {
          consider: readingCloser(
            encoder && closelyBy(encoder, model, thresholds),
            considering(considerers, thresholds),
          ),
        }
      : {}),
    isDanger(text) {
      const known = judged.get(text);
      if (known !== undefined) return known;
      const danger = isDanger(text);
      judged.set(text, danger);
      if (judged.size > TURNS_AT_ONCE) judged.delete(judged.keys().next().value ?? '');
      return danger;
    },
  };
}

/** The longest that a closer reading may hold up a turn, in milliseconds; it takes some twenty, and half a second for the first. */
const READING_MS = 1_500;

/** A closer reading of this machine's own; gives the quick decision back where the encoder cannot be had in time. */
export function closelyBy(
  encoder: SentenceEncoder,
  model: TriageModel,
  thresholds: TriageThresholds,
): (message: Message, quick: Decision) => Promise<Decision> {
  const read = closerReading(encoder);
  return async (message, quick) => {
    const { promise: late, resolve: giveUp } = Promise.withResolvers<Decision>();
    const timer = setTimeout(giveUp, READING_MS, quick);
    const reading = read({ ...message, model, thresholds }, quick).catch(() => quick);
    return Promise.race([reading, late]).finally(() => clearTimeout(timer));
  };
}

/** First a closer reading, which may find danger or settle the matter, then whoever else is to be heard. */
function readingCloser(
  closely: ReturnType<typeof closelyBy> | undefined,
  consider: NonNullable<Triage['consider']>,
): NonNullable<Triage['consider']> {
  return async (message, given) => {
    const { probabilities, danger } = given;
    if (!closely || !probabilities || !danger) return consider(message, given);
    return consider(message, await closely(message, { ...given, probabilities, danger }));
  };
}

/** Asks one after the other while the decision is `ask`, in two seconds altogether; who fails or oversteps is passed over. */
export function considering(
  considerers: readonly Considerer[],
  thresholds: TriageThresholds,
  patience = PATIENCE_MS,
): NonNullable<Triage['consider']> {
  return async (message, given) => {
    const { probabilities, danger } = given;
    if (!probabilities || !danger) return given; // the model itself has failed: nothing says that there is no danger
    const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
    const timer = setTimeout(giveUp, patience, undefined);
    let decision: Considered = { ...given, probabilities, danger };
    for (const consider of considerers) {
      if (decision.kind !== 'ask') break;
      const before = decision;
      const after = await Promise.race([consider(message, before).catch(() => before), late]);
      if (!after) break;
      decision = keepWithinBounds(before, after, thresholds);
    }
    clearTimeout(timer);
    return decision;
  };
}

/** The considerer that asks a chat deployment of Azure OpenAI. */
export function secondOpinionOf(
  settings: SecondOpinionSettings,
  around: {
    readonly model: TriageModel;
    readonly thresholds: TriageThresholds;
    readonly count: (result: OpinionResult) => void;
  },
): Considerer {
  const { thresholds, count } = around;
  const ask = secondOpinionPort(settings, around.model);
  return async (message, decision) => {
    if (!mayAskSecond(decision, settings.scope, thresholds)) return decision;
    const asked = await ask(message);
    if (asked.kind === 'skipped') {
      count('skipped');
      return decision;
    }
    count('asked');
    const considered = combineOpinions(
      decision,
      asked.kind === 'opinion' ? asked.opinion : undefined,
      thresholds,
    );
    count(resultOf(considered, decision));
    return considered;
  };
}

function resultOf({ kind, second }: Considered, before: Decision): OpinionResult {
  if (!second) return 'failed';
  if (kind === 'decided') return 'agreed';
  return second.route === before.route ? 'unsure' : 'differed';
}

/** Asks the deployment itself, with nothing but the masked words and the briefing's topics; `desk doctor` uses it too. */
export function secondOpinionPort(
  { endpoint, deployment, credential }: SecondOpinionSettings,
  { words }: Pick<TriageModel, 'words'>,
): (message: Message) => Promise<OpinionAsked> {
  const mayBeName = nameTeller(words);
  return azureSecondOpinion({
    endpoint,
    deployment,
    headers:
      credential.kind === 'key'
        ? () => Promise.resolve({ 'api-key': credential.key })
        : bearer(managedIdentityToken(credential.clientId)),
    complete: completeChat,
    fetch,
    mask: (text) => maskIdentities(text, mayBeName),
  });
}

const bearer = (token: () => Promise<string>) => async () => ({ authorization: `Bearer ${await token()}` });
