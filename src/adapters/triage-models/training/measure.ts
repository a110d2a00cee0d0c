import { ROUTES, triage, triageClosely, wantsCloserReading } from '../../../domain/question/triage.js';
import type { Decision, Route, TriageBriefing, TriageModel } from '../../../domain/question/triage.js';
import type { LabelledMessage } from './corpus.js';
import { seeded } from './seeded.js';
import type { Background, Example } from './train.js';

/** What is measured of a decision. */
export type Judgement = Pick<Decision, 'kind' | 'route' | 'confidence' | 'probabilities'>;

/** A labelled message and what triage made of it, without the words: these are in the corpus. */
export interface Outcome {
  readonly message: Pick<LabelledMessage, 'id' | 'hand' | 'route' | 'lang'> & {
    readonly briefing: Pick<TriageBriefing, 'id' | 'audience'>;
  };
  /** The decision by words alone. */
  readonly quick: Judgement;
  /** The decision that counts: the quick one, or the one after a closer reading. */
  readonly decision: Judgement;
  /** Whether the message was read closely. */
  readonly closely: boolean;
  /** How long the quick decision took. */
  readonly milliseconds: number;
}

/** Decides each message as the service does: quickly, and again with its embedding where that leaves it open. */
export function decideAll(
  examples: readonly Example[],
  model: TriageModel,
  topics: Background['topics'],
): readonly Outcome[] {
  return examples.map(({ message, embedding }) => {
    const start = performance.now();
    const input = { text: message.text, briefing: message.briefing, model };
    const quick = triage(input);
    const quickly = performance.now() - start;
    const closely = wantsCloserReading(quick);
    const decision = closely
      ? triageClosely({ ...input, embeddings: { message: embedding, topics: topics(message.briefing) } })
      : quick;
    return { message, quick, decision, closely, milliseconds: quickly };
  });
}

export interface RouteScore {
  readonly route: Route;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly actual: number;
  readonly said: number;
}

export function scoreRoutes(outcomes: readonly Outcome[]): readonly RouteScore[] {
  return ROUTES.map((route) => {
    const actual = outcomes.filter((each) => each.message.route === route).length;
    const said = outcomes.filter((each) => each.decision.route === route).length;
    const right = outcomes.filter(
      (each) => each.message.route === route && each.decision.route === route,
    ).length;
    const precision = right / Math.max(1, said);
    const recall = right / Math.max(1, actual);
    return {
      route,
      precision,
      recall,
      f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
      right,
      actual,
      said,
    };
  });
}

export function macroF1(outcomes: readonly Outcome[]): number {
  return scoreRoutes(outcomes).reduce((sum, score) => sum + score.f1, 0) / ROUTES.length;
}

export function accuracy(outcomes: readonly Outcome[]): number {
  return share(outcomes.filter(isRight).length, outcomes.length);
}

export function isRight({ message, decision }: Outcome): boolean {
  return decision.route === message.route;
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The 95 % interval of a proportion (Wilson's score). */
export function wilson(part: number, whole: number): readonly [number, number] {
  if (whole === 0) return [0, 1];
  const z = 1.96;
  const p = part / whole;
  const middle = p + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  const within = (bound: number): number => Math.min(1, Math.max(0, bound / (1 + (z * z) / whole)));
  return [within(middle - spread), within(middle + spread)];
}

/** The 95 % interval of a figure over messages drawn again and again, always in the same order. */
export function bootstrap(
  outcomes: readonly Outcome[],
  figure: (drawn: readonly Outcome[]) => number,
): readonly [number, number] {
  const random = seeded(7);
  const figures = Array.from({ length: 200 }, () =>
    figure(outcomes.map(() => outcomes[Math.floor(random() * outcomes.length)] as Outcome)),
  ).sort((left, right) => left - right);
  return [figures[4] ?? 0, figures[195] ?? 0];
}

/** The surest part of the outcomes, of a given size. */
export function surest(outcomes: readonly Outcome[], part: number): readonly Outcome[] {
  const sorted = [...outcomes].sort((left, right) => right.decision.confidence - left.decision.confidence);
  return sorted.slice(0, Math.round(sorted.length * part));
}
