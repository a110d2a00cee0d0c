import type { Probabilities, TriageModel } from './classify.js';
import type { DangerFinding } from './danger.js';
import { featuresOf } from './features.js';
import type { Features } from './features.js';
import type { Embeddings } from './meaning.js';
import { ROUTES } from './route.js';
import type { Route, TriageBriefing } from './route.js';

/** How sure triage must be before it decides alone. All are probabilities, 0 to 1. */
export interface TriageThresholds {
  /** Belief in danger from which a message is an emergency whatever else it may be. */
  readonly emergency: number;
  /** The same where a danger rule speaks too. */
  readonly emergencyByRule: number;
  /** The same for one or two words in which no danger rule hears an alarm: they tell the model little. */
  readonly emergencyInBrief: number;
  /** Belief in danger above which nothing but an emergency is decided alone. */
  readonly unease: number;
  /** Belief in `local_policing` and `report_crime` together above which nothing goes to presenters, and above half of which the asker is asked. */
  readonly personal: number;
  /** Belief below which the asker is asked. */
  readonly sure: number;
  /** Belief in `presenter` above which `out_of_scope` is not decided alone. */
  readonly fit: number;
}

export const DEFAULT_THRESHOLDS: TriageThresholds = {
  emergency: 0.17,
  emergencyByRule: 0.02,
  emergencyInBrief: 0.6,
  unease: 0.02,
  personal: 0.09,
  sure: 0.58,
  fit: 0.03,
};

/** Where a message goes, how sure that is and why. */
export interface Decision {
  /** `decided`: act on `route`. `ask`: let the asker choose (or a moderator look); `route` is the best guess. */
  readonly kind: 'decided' | 'ask';
  readonly route: Route;
  /** Belief in `route`, 0 to 1. */
  readonly confidence: number;
  readonly why: DecisionReason;
  readonly probabilities: Probabilities;
  readonly danger: DangerFinding;
}

export interface DecisionReason {
  /** The rule that decided, where one did. */
  readonly rule?: string;
  /** The briefing's topic nearest to the message, where the message is about a topic. */
  readonly topic?: string;
  /** Signals found in the message, and words of it that the topic speaks of. */
  readonly words: readonly string[];
}

export interface TriageInput {
  readonly text: string;
  readonly briefing: TriageBriefing;
  readonly model: TriageModel;
  readonly thresholds?: TriageThresholds;
}

/** Decides where one message goes. Pure, synchronous, never throws on any text or briefing; see `docs/triage.md`. */
export function triage(input: TriageInput): Decision {
  const features = featuresOf(input.text, input.briefing, input.model.words);
  return decide(features, input.model.probabilities(features), input.thresholds);
}

/** From here on a quick decision is as good as certain, and a closer reading would change nothing. */
const CLEAR = 0.97;

/** Whether a message is worth a closer reading: not where danger is decided or all is clear. */
export function wantsCloserReading({ route, kind, confidence }: Decision): boolean {
  return route !== 'emergency' && (kind === 'ask' || confidence < CLEAR);
}

/** The same decision, made with what a sentence encoder makes of the message and its briefing's topics. */
export function triageClosely(input: TriageInput & { readonly embeddings: Embeddings }): Decision {
  const features = featuresOf(input.text, input.briefing, input.model.words);
  return decide(features, input.model.closely(features, input.embeddings), input.thresholds);
}

function decide(
  features: Features,
  believed: Probabilities,
  thresholds: TriageThresholds = DEFAULT_THRESHOLDS,
): Decision {
  const empty = !/[\p{L}\p{N}]/u.test(features.normal.text);
  const probabilities = empty && features.danger.kind === 'none' ? NOTHING_SAID : believed;
  const { route, rule } = chosenRoute(features, probabilities, thresholds);
  const confidence = confidenceIn(route, probabilities, rule);
  return {
    kind: decidesAlone({ route, confidence, probabilities }, thresholds) ? 'decided' : 'ask',
    route,
    confidence,
    why: reasons(features, route, rule),
    probabilities,
    danger: features.danger,
  };
}

const NOTHING_SAID: Probabilities = {
  emergency: 0,
  suspicious_activity: 0,
  report_crime: 0,
  local_policing: 0,
  event_help: 0,
  presenter: 0,
  out_of_scope: 1,
};

interface Choice {
  readonly route: Route;
  readonly rule?: string;
}

function chosenRoute(
  { danger, normal }: Features,
  belief: Probabilities,
  thresholds: TriageThresholds,
): Choice {
  const brief = normal.tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)).length < 3;
  if (danger.kind === 'danger' && danger.rule === 'bare alarm')
    return { route: 'emergency', rule: 'bare alarm' };
  if (danger.kind === 'danger' && belief.emergency >= thresholds.emergencyByRule) {
    return { route: 'emergency', ...(danger.rule ? { rule: danger.rule } : {}) };
  }
  if (belief.emergency >= (brief ? thresholds.emergencyInBrief : thresholds.emergency))
    return { route: 'emergency' };
  const likeliest = mostBelieved(belief, ROUTES.slice(1));
  if (likeliest === 'presenter' && belief.local_policing + belief.report_crime > thresholds.personal) {
    return {
      route: mostBelieved(belief, ['report_crime', 'local_policing']),
      rule: 'may be about someone’s own circumstances',
    };
  }
  return { route: likeliest };
}

function mostBelieved(belief: Probabilities, among: readonly Route[]): Route {
  return among.reduce((best, each) => (belief[each] > belief[best] ? each : best));
}

/** An emergency that a rule names is believed at least as much as the rules have earned. */
function confidenceIn(route: Route, belief: Probabilities, rule: string | undefined): number {
  if (route !== 'emergency') return belief[route];
  return Math.max(belief.emergency, rule === 'bare alarm' ? 0.9 : rule ? 0.6 : 0);
}

/** Whether triage acts alone on a route with that belief in it, or asks. */
export function decidesAlone(
  { route, confidence, probabilities: belief }: Pick<Decision, 'route' | 'confidence' | 'probabilities'>,
  thresholds: TriageThresholds = DEFAULT_THRESHOLDS,
): boolean {
  // Danger is never held up by a question: the 999 card costs little, waiting may cost a life.
  if (route === 'emergency') return true;
  if (belief.emergency > thresholds.unease) return false;
  if (route === 'presenter' && belief.local_policing + belief.report_crime > thresholds.personal / 2)
    return false;
  if (route === 'out_of_scope') {
    if (belief.presenter > thresholds.fit) return false;
    // A crime told in three words looks like small talk; it must not be waved away.
    if (belief.report_crime + belief.local_policing + belief.suspicious_activity > thresholds.personal)
      return false;
  }
  return confidence >= thresholds.sure;
}

function reasons(features: Features, route: Route, rule: string | undefined): DecisionReason {
  const aboutTopic = route === 'presenter' || route === 'out_of_scope';
  return {
    ...(rule ? { rule } : {}),
    ...(aboutTopic && features.scope.topic !== undefined ? { topic: features.scope.topic } : {}),
    words: [...features.signals, ...(aboutTopic ? features.scope.words : [])].slice(0, 12),
  };
}
