import { regionById, type RegionId } from '../shared/region.js';
import {
  londonClock,
  londonInstant,
  plusMinutes,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../shared/time.js';
import type { BriefingCode } from '../shared/ids.js';
import type { Slot } from './briefing.js';
import { programmeDates, type MonthlyDay } from './cadence.js';
import { clashesOf, uncheckedDates, type CalendarData, type Clash, type Neighbour } from './clashes.js';
import { nextCode } from './code.js';
import { dateInWords } from './words.js';

export const DEFAULT_MINUTES = 60;
export const SHORTEST_MINUTES = 15;
export const LONGEST_MINUTES = 180;

/** What a lead asks for: one region's programme of one year. */
export interface ProgrammeRequest extends MonthlyDay {
  readonly region: RegionId;
  readonly year: number;
  readonly time: LocalTime;
  readonly minutes: number;
  /** Mail addresses in lower case. */
  readonly presenters: readonly string[];
}

/** One of the seven dates, and what Confirm will make of it. */
export type PlannedSession = Slot & { readonly clashes: readonly Clash[] } & (
    | { readonly kind: 'new'; readonly code: BriefingCode }
    /** The region already has a briefing that starts at this very time: nothing is made. */
    | { readonly kind: 'already'; readonly code: BriefingCode }
    /** The moment has passed: nothing is made. */
    | { readonly kind: 'passed' }
  );

export type ProgrammePlan =
  | {
      readonly kind: 'plan';
      readonly request: ProgrammeRequest;
      readonly sessions: readonly PlannedSession[];
      /** What could not be checked, as sentences. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problem: string };

/** What is known when a plan is made. `others` holds the briefings of every region, cancelled ones too. */
export interface Known {
  readonly now: Instant;
  readonly calendar: CalendarData;
  readonly others: readonly Neighbour[];
}

/** The programme that a request means: its dates, their codes, and what speaks against them. */
export function planProgramme(request: ProgrammeRequest, known: Known): ProgrammePlan {
  const length = lengthProblem(request.minutes);
  if (length !== undefined) return refused(length);
  const slots: Slot[] = [];
  for (const date of programmeDates(request.year, request)) {
    const slot = slotAt(date, request.time, request.minutes);
    if (slot.kind === 'skipped') return refused(skippedSentence(date, request.time));
    slots.push(slot.slot);
  }
  if (slots.every((slot) => slot.startsAt <= known.now)) {
    return refused(`All seven dates in ${String(request.year)} have passed. Give a later year.`);
  }
  const taken = new Set<string>(known.others.map((other) => other.code));
  const dates = slots.map((slot) => slot.date);
  return {
    kind: 'plan',
    request,
    sessions: slots.map((slot) => sessionOf(request.region, slot, { ...known, taken })),
    notes: uncheckedDates(regionById(request.region).nation, dates, known.calendar),
  };
}

const MINUTES_A_DAY = 24 * 60;

/** From one wall-clock time to the next time that the other is shown. */
function minutesBetween(from: string, to: string): number {
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = `${from}:${to}`.split(':').map(Number);
  return (toHour * 60 + toMinute - fromHour * 60 - fromMinute + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/** The slot at which London's clocks show that date and time. */
export function slotAt(
  date: LocalDate,
  time: LocalTime,
  minutes: number,
): { kind: 'slot'; slot: Slot } | { kind: 'skipped' } {
  const start = londonInstant(date, time);
  if (start.kind === 'skipped') return start;
  // A calendar knows wall-clock times only: one that comes twice, or a session across the change, would be misread.
  const hours = [start.at, plusMinutes(start.at, 60), plusMinutes(start.at, minutes)].map(
    (at) => londonClock(at).time,
  );
  const [from = '', later = '', end = ''] = hours;
  if (from === later || minutesBetween(from, end) !== minutes) return { kind: 'skipped' };
  return {
    kind: 'slot',
    slot: { date, time, minutes, startsAt: start.at, endsAt: plusMinutes(start.at, minutes) },
  };
}

/** Why a briefing cannot begin then: the clocks change. */
export function skippedSentence(date: LocalDate, time: LocalTime): string {
  if (londonInstant(date, time).kind === 'instant') {
    return `On ${dateInWords(date)} the clocks change in the night, so a briefing at ${time} could be misread. Give a time that ends before 01:00 or begins from 02:00 on.`;
  }
  return `On ${dateInWords(date)} the clocks go forward and ${time} does not happen. Give a time before 01:00 or from 02:00 on.`;
}

/** Why a briefing cannot last that long, or undefined when it can. */
export function lengthProblem(minutes: number): string | undefined {
  if (Number.isInteger(minutes) && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES)
    return undefined;
  return `A briefing lasts from ${String(SHORTEST_MINUTES)} to ${String(LONGEST_MINUTES)} minutes. Give a length within that.`;
}

function sessionOf(region: RegionId, slot: Slot, known: Known & { taken: Set<string> }): PlannedSession {
  const same = known.others.find(
    (other) => other.region === region && other.startsAt === slot.startsAt && other.status !== 'cancelled',
  );
  if (same) return { ...slot, kind: 'already', code: same.code, clashes: [] };
  const clashes = clashesOf(region, slot, known);
  if (slot.startsAt <= known.now) return { ...slot, kind: 'passed', clashes: [] };
  const code = nextCode(region, slot.date, known.taken);
  known.taken.add(code);
  return { ...slot, kind: 'new', code, clashes };
}

const refused = (problem: string): { kind: 'refused'; problem: string } => ({ kind: 'refused', problem });
