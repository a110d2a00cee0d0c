import type { Judgement, Outcome } from '../../../src/adapters/triage-models/training/measure.js';
import { ROUTES } from '../../../src/domain/question/triage.js';
import type { Probabilities, Route } from '../../../src/domain/question/triage.js';

/** Beliefs that sum to 1: `confidence` in the route, the rest evenly in the others but what `given` says. */
export function beliefs(route: Route, confidence: number, given: Partial<Probabilities> = {}): Probabilities {
  const others = ROUTES.filter((each) => each !== route && given[each] === undefined);
  const taken = Object.values(given).reduce((sum, each) => sum + each, confidence);
  const each = Math.max(0, 1 - taken) / Math.max(1, others.length);
  return {
    ...(Object.fromEntries(others.map((other) => [other, each])) as Probabilities),
    ...given,
    [route]: confidence,
  };
}

/** A judgement that triage has decided, of an event question unless said otherwise. */
export function aJudgement(overrides: Partial<Judgement> = {}): Judgement {
  const { route = 'event_help', confidence = 0.9 } = overrides;
  const rest = { emergency: 0, local_policing: 0, report_crime: 0, presenter: 0 };
  const probabilities = beliefs(route, confidence, rest);
  return { kind: 'decided', route, confidence, probabilities, ...overrides };
}

export interface OutcomeOverrides {
  readonly id?: string;
  readonly label?: Route;
  readonly hand?: string;
  readonly lang?: string;
  readonly briefing?: string;
  readonly audience?: readonly string[];
  readonly quick?: Judgement;
  readonly decision?: Judgement;
  readonly milliseconds?: number;
}

/** A rightly decided message in English for faith leaders; read closely where quick and last decision are both given. */
export function anOutcome(overrides: OutcomeOverrides = {}): Outcome {
  const decision = overrides.decision ?? overrides.quick ?? aJudgement();
  return {
    message: {
      id: overrides.id ?? 'one-1',
      hand: overrides.hand ?? 'one',
      lang: overrides.lang ?? 'en',
      route: overrides.label ?? 'event_help',
      briefing: { id: overrides.briefing ?? 'b', audience: overrides.audience ?? ['faith leaders'] },
    },
    quick: overrides.quick ?? decision,
    decision,
    closely: overrides.quick !== undefined && overrides.decision !== undefined,
    milliseconds: overrides.milliseconds ?? 1,
  };
}

/** So many alike. */
export function times(count: number, overrides: OutcomeOverrides): readonly Outcome[] {
  return Array.from({ length: count }, (_, at) => anOutcome({ id: `${at}`, ...overrides }));
}
