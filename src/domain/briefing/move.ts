import type { Instant, LocalDate, LocalTime } from '../shared/time.js';
import { attendeeStatus, type Briefing, type Slot } from './briefing.js';
import { clashesOf, type Clash } from './clashes.js';
import { skippedSentence, slotAt, type Known } from './schedule-plan.js';
import { dateInWords, whenInWords } from './words.js';

export type MoveDecision =
  | {
      readonly kind: 'moved';
      readonly slot: Slot;
      readonly revision: number;
      readonly clashes: readonly Clash[];
    }
  /** It already stands there: nothing is written and nobody is told. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly problem: string };

/** Whether a briefing may move to that date and time. Its code stays, since people hold it. */
export function moveBriefing(
  briefing: Briefing,
  to: { date: LocalDate; time: LocalTime },
  known: Known,
): MoveDecision {
  const standing = standingProblem(briefing, known.now, 'moved');
  if (standing !== undefined) return { kind: 'refused', problem: standing };
  const found = slotAt(to.date, to.time, briefing.minutes);
  if (found.kind === 'skipped') return { kind: 'refused', problem: skippedSentence(to.date, to.time) };
  const { slot } = found;
  if (slot.startsAt === briefing.startsAt) return { kind: 'same' };
  if (slot.startsAt <= known.now) {
    return {
      kind: 'refused',
      problem: `${dateInWords(to.date)}, ${to.time} has passed. Give a later date or time.`,
    };
  }
  const others = known.others.filter((other) => other.code !== briefing.code);
  const double = others.find(
    (other) =>
      other.region === briefing.region && other.startsAt === slot.startsAt && other.status !== 'cancelled',
  );
  if (double) {
    const when = whenInWords(slot);
    return {
      kind: 'refused',
      problem: `${double.code} already stands at ${when}. Move or cancel that one first.`,
    };
  }
  const clashes = clashesOf(briefing.region, slot, { calendar: known.calendar, others });
  return { kind: 'moved', slot, revision: briefing.revision + 1, clashes };
}

/** Why a briefing can no longer be changed, or undefined when it can. */
export function standingProblem(briefing: Briefing, now: Instant, act: string): string | undefined {
  if (briefing.status === 'cancelled') return `${briefing.code} is cancelled, so it cannot be ${act}.`;
  const status = attendeeStatus(briefing, now);
  if (status === 'running') return `${briefing.code} is running now, so it cannot be ${act}.`;
  if (status === 'over') return `${briefing.code} is over, so it cannot be ${act}.`;
  return undefined;
}
