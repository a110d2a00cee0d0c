import type { Instant } from '../shared/time.js';
import type { Briefing } from './briefing.js';
import { standingProblem } from './move.js';

/** The reason is read by everyone who has registered, so it is short. */
export const REASON_LIMIT = 300;

export type CancelDecision =
  | { readonly kind: 'cancelled'; readonly reason: string }
  /** It was cancelled before: nothing is written and nobody is told again. */
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly problem: string };

/** Whether a briefing may be cancelled for that reason. */
export function cancelBriefing(briefing: Briefing, reason: string, now: Instant): CancelDecision {
  if (briefing.status === 'cancelled') return { kind: 'already' };
  const standing = standingProblem(briefing, now, 'cancelled');
  if (standing !== undefined) return { kind: 'refused', problem: standing };
  const words = reason.trim();
  if (words === '')
    return { kind: 'refused', problem: 'Give a reason: it is told to everyone who has registered.' };
  if (words.length > REASON_LIMIT) {
    const over = String(words.length - REASON_LIMIT);
    return {
      kind: 'refused',
      problem: `The reason may have ${String(REASON_LIMIT)} characters; please shorten it by ${over}. Nothing has been cancelled.`,
    };
  }
  return { kind: 'cancelled', reason: words };
}
