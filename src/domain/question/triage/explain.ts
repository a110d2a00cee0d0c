import { ROUTES } from './route.js';
import type { Decision } from './triage.js';

/** A decision in plain lines, for the operator who asks why. Holds no words of the message beyond those of a danger rule. */
export function explainDecision(decision: Decision): readonly string[] {
  const beliefs = ROUTES.map((route) => `${route} ${Math.round(decision.probabilities[route] * 100)} %`).join(
    ', ',
  );
  return [
    decision.kind === 'decided'
      ? `Decided: ${decision.route}, sure to ${percent(decision.confidence)}.`
      : `The asker is asked: most likely ${decision.route}, sure only to ${percent(decision.confidence)}.`,
    `Danger rules say: ${decision.danger.kind}${decision.danger.rule ? ` (${decision.danger.rule})` : ''}.`,
    ...(decision.why.rule ? [`Decided by the rule: ${decision.why.rule}.`] : []),
    ...(decision.why.topic ? [`Nearest topic: ${decision.why.topic}.`] : []),
    ...(decision.why.words.length > 0 ? [`Signs: ${decision.why.words.join('; ')}.`] : []),
    `Belief: ${beliefs}.`,
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
