import { attendeeStatus, isOffered, type Briefing } from '../briefing/briefing.js';
import { whenInWords } from '../briefing/words.js';
import { regionById } from '../shared/region.js';
import type { Instant } from '../shared/time.js';
import type { OfferedBriefing } from './registration.js';

/** Why nobody can register for a briefing. */
export interface Closed {
  readonly kind: 'closed';
  readonly why: 'unknown' | 'over' | 'cancelled';
  /** What is the matter and what to do instead, for the person. */
  readonly problem: string;
}

/**
 * Whether one can register for a briefing now. One that is not published yet is not known to attendees. `next` is the
 * next open briefing of the same region.
 */
export function openFor(
  asked: {
    readonly code: string;
    readonly briefing: OfferedBriefing | undefined;
    readonly next: OfferedBriefing | undefined;
  },
  now: Instant,
): { readonly kind: 'open'; readonly briefing: OfferedBriefing } | Closed {
  const { code, briefing, next } = asked;
  if (!briefing || briefing.status === 'creating' || briefing.status === 'held_back') {
    return {
      kind: 'closed',
      why: 'unknown',
      problem: `There is no briefing ${code} to register for. Type “register” to see the coming ones.`,
    };
  }
  if (isOffered(briefing as Briefing, now)) return { kind: 'open', briefing };
  const why = attendeeStatus(briefing, now) === 'cancelled' ? 'cancelled' : 'over';
  return {
    kind: 'closed',
    why,
    problem: `${code} ${why === 'over' ? 'is over' : 'was cancelled'}. ${instead(briefing, next)}`,
  };
}

function instead(briefing: OfferedBriefing, next: OfferedBriefing | undefined): string {
  const name = regionById(briefing.region).name;
  if (!next) return `No other ${name} briefing is open yet; you may join one of any region: type “register”.`;
  return `The next ${name} briefing is ${next.code}, ${whenInWords(next)}. Register with: register ${next.code}`;
}
