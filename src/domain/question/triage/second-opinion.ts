import { ROUTES, type Route } from './route.js';
import type { Decision, TriageThresholds } from './triage.js';

/** Which unsure messages a second opinion may be asked about; the operator says so. */
export const SECOND_OPINION_SCOPES = ['off', 'general', 'all'] as const;
export type SecondOpinionScope = (typeof SECOND_OPINION_SCOPES)[number];

/** Why a second opinion chose its route: a closed set, so that no words of a message come back in it. */
export const OPINION_REASONS = [
  'danger_now',
  'suspicion',
  'past_incident',
  'own_circumstances',
  'about_the_event',
  'within_topics',
  'outside_topics',
  'no_question',
] as const;

/** What a second model made of a message. Nothing in it is trusted beyond what the rules below allow. */
export interface SecondOpinion {
  readonly route: Route;
  /** 0 to 1, by the model's own word. */
  readonly confidence: number;
  readonly reason: (typeof OPINION_REASONS)[number];
}

/** A decision after others were heard. */
export interface Considered extends Decision {
  readonly second?: SecondOpinion;
  /** The two differ: a moderator reads the message at once instead of when its asker has not answered. */
  readonly review?: true;
}

/** From here on a second opinion that agrees settles the matter. */
const AGREES_FROM = 0.7;

const GENERAL: ReadonlySet<Route> = new Set<Route>(['event_help', 'presenter', 'out_of_scope']);

/**
 * Whether a message may be sent for a second opinion: only one that triage is unsure of, never one in which danger is
 * suspected. With `general` none that may be personal, a crime or suspicious either, by the same half of the threshold
 * from which triage asks the asker.
 */
export function mayAskSecond(
  decision: Decision,
  scope: SecondOpinionScope,
  thresholds: TriageThresholds,
): boolean {
  if (scope === 'off' || decision.kind !== 'ask' || suspectsDanger(decision, thresholds)) return false;
  if (scope === 'all') return true;
  const { local_policing, report_crime, suspicious_activity } = decision.probabilities;
  const isPrivate = local_policing + report_crime + suspicious_activity > thresholds.personal / 2;
  return GENERAL.has(decision.route) && !isPrivate;
}

/**
 * The decision once a second opinion is heard. One that agrees and is sure of it settles the route that triage had
 * guessed; no other route ever comes of it. One that differs leaves the asker asked and, where the guess was a general
 * one, has a moderator look at once. A guess that was private stays between the asker and the local team.
 */
export function combineOpinions(
  decision: Decision,
  second: SecondOpinion | undefined,
  thresholds: TriageThresholds,
): Considered {
  if (!second || decision.kind !== 'ask' || suspectsDanger(decision, thresholds)) return decision;
  if (second.route !== decision.route) {
    return GENERAL.has(decision.route) ? { ...decision, second, review: true } : { ...decision, second };
  }
  if (!(second.confidence >= AGREES_FROM) || isTooPersonal(decision, thresholds))
    return { ...decision, second };
  return { ...decision, kind: 'decided', why: { ...decision.why, rule: 'a second opinion agrees' }, second };
}

/**
 * What no consideration may change, whoever makes it: nothing becomes an emergency or stops being one, nothing goes to
 * presenters that may be personal, and what was decided stays. Gives `after`, or `before` where it oversteps.
 */
export function keepWithinBounds(
  before: Decision,
  after: Considered,
  thresholds: TriageThresholds,
): Considered {
  const overstepped =
    before.kind === 'decided' ||
    !ROUTES.includes(after.route) ||
    before.route === 'emergency' ||
    after.route === 'emergency' ||
    (after.kind === 'decided' && suspectsDanger(before, thresholds)) ||
    isTooPersonal({ route: after.route, probabilities: before.probabilities }, thresholds);
  return overstepped ? before : { ...after, probabilities: before.probabilities, danger: before.danger };
}

/** Any word of danger, and any belief in it that makes triage uneasy. */
const suspectsDanger = (
  { route, danger, probabilities }: Decision,
  { unease, emergency }: TriageThresholds,
): boolean =>
  route === 'emergency' ||
  danger.kind !== 'none' ||
  !(probabilities.emergency <= Math.min(unease, emergency));

const isTooPersonal = (
  { route, probabilities }: Pick<Decision, 'route' | 'probabilities'>,
  { personal }: TriageThresholds,
): boolean =>
  route === 'presenter' && !(probabilities.local_policing + probabilities.report_crime <= personal);
