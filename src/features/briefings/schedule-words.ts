import { NTHS, WEEKDAYS, type Nth, type Weekday } from '../../domain/briefing/cadence.js';
import { parseAddress } from '../../domain/briefing/presenters.js';
import { findRegions } from '../../domain/briefing/region-words.js';
import {
  DEFAULT_MINUTES,
  lengthProblem,
  type ProgrammeRequest,
} from '../../domain/briefing/schedule-plan.js';
import { listInWords } from '../../domain/briefing/words.js';
import { PRESENTER_LIMIT } from '../../domain/briefing/presenters.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { LocalTime } from '../../domain/shared/time.js';

export const SCHEDULE_USAGE =
  'schedule <year> <region> <first, second, third, fourth or last> <weekday> <HH:MM> [for <n> minutes] [presenter <email>, …]';
export const SCHEDULE_EXAMPLE =
  'schedule 2027 north west second tuesday 18:00 for 60 minutes presenter a.presenter@example.org';

export type ScheduleWords =
  | { readonly kind: 'input'; readonly input: ScheduleInput }
  | { readonly kind: 'problem'; readonly problem: string };

export interface ScheduleInput {
  readonly request: ProgrammeRequest;
  /** Words that were typed and not used, shown with the preview so that nothing is dropped in silence. */
  readonly unused: string;
}

/** Words taken out of a text as they are understood. */
interface Reading<Value> {
  readonly values: readonly Value[];
  readonly rest: string;
}

const NTH_WORDS: Readonly<Record<string, Nth>> = {
  '1st': 'first',
  '2nd': 'second',
  '3rd': 'third',
  '4th': 'fourth',
  final: 'last',
  ...Object.fromEntries(NTHS.map((nth) => [nth, nth])),
};

const DAY = /\b(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?\b/g;
const NTH = /\b(first|second|third|fourth|last|final|1st|2nd|3rd|4th)\b/g;
const CONNECTORS =
  /\b(schedule|plan|programme|program|briefings?|session|sessions|for|at|on|in|of|the|each|every|month|monthly|year|region|with|and|please|from|london time|o'?clock|presenters?|presented by|by|lasting|long)\b/g;

/**
 * Reads what follows `schedule`: the parts may stand in any order, in any case, with or without small words
 * between them (`North West 2027, 2nd Tue at 6pm`). Says precisely what is missing or said twice.
 */
export function parseSchedule(typed: string): ScheduleWords {
  const people = readPresenters(typed);
  const length = readMinutes(simplify(people.rest));
  const clock = readTimes(length.rest);
  const year = readYears(clock.rest);
  const late = clock.values.length > 0 ? { values: clock.values, rest: year.rest } : readBareTime(year.rest);
  const nth = take(late.rest, NTH, (word) => NTH_WORDS[word]);
  const day = take(nth.rest, DAY, (word) => WEEKDAYS.find((name) => name.startsWith(word.slice(0, 3))));
  const place = findRegions(day.rest.replace(CONNECTORS, ' '));
  const unused = place.rest
    .replace(/[^\p{L}\p{N}@.' ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+$/, '')
    .trim();
  const problem =
    missing(
      { year: year.values, region: place.regions, nth: nth.values, day: day.values, time: late.values },
      unused,
    ) ??
    doubled({
      year: year.values,
      region: place.regions,
      nth: nth.values,
      day: day.values,
      time: late.values,
      length: length.values,
    }) ??
    presentersProblem(people) ??
    lengthProblem(length.values[0] ?? DEFAULT_MINUTES);
  if (problem !== undefined) return { kind: 'problem', problem };
  return {
    kind: 'input',
    input: {
      unused,
      request: {
        region: place.regions[0] as RegionId,
        year: year.values[0] as number,
        nth: nth.values[0] as Nth,
        weekday: day.values[0] as Weekday,
        time: late.values[0] as LocalTime,
        minutes: length.values[0] ?? DEFAULT_MINUTES,
        presenters: people.addresses,
      },
    },
  };
}

/** The words that `parseSchedule` reads back as the same request: what a lead edits. */
export function scheduleWords(request: ProgrammeRequest): string {
  const { year, region, nth, weekday, time, minutes, presenters } = request;
  const who = presenters.length > 0 ? ` presenter ${presenters.join(', ')}` : '';
  return `${String(year)} ${region.replace('-', ' ')} ${nth} ${weekday} ${time} for ${String(minutes)} minutes${who}`;
}

interface People {
  readonly addresses: readonly string[];
  /** Pieces with an @ that are no addresses. */
  readonly odd: readonly string[];
  readonly named: boolean;
  readonly rest: string;
}

function readPresenters(typed: string): People {
  const pieces = typed.match(/[^\s,;<>()]*@[^\s,;<>()]*/g) ?? [];
  const addresses = new Set<string>();
  const odd: string[] = [];
  for (const piece of pieces) {
    const address = parseAddress(piece);
    if (address === undefined) odd.push(piece);
    else addresses.add(address);
  }
  const rest = pieces.reduce((text, piece) => text.replace(piece, ' '), typed);
  return { addresses: [...addresses], odd, named: /\bpresent(?:er|ers|ed by)\b/i.test(typed), rest };
}

function presentersProblem({ addresses, odd, named }: People): string | undefined {
  if (odd[0] !== undefined)
    return `“${odd[0]}” is not a mail address. Write presenters as name@example.org, separated by commas.`;
  if (named && addresses.length === 0)
    return 'After “presenter” give a mail address such as name@example.org, or leave the word out.';
  if (addresses.length > PRESENTER_LIMIT) return `Give at most ${String(PRESENTER_LIMIT)} presenters.`;
  return undefined;
}

function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[,;!?()“”"]/g, ' ')
    .replace(/\s+/g, ' ');
}

function readMinutes(text: string): Reading<number> {
  const values: number[] = [];
  let rest = text.replace(
    /\b(?:(\d+)|an|one)\s*(?:hours?|hrs?|h)(?:\s*(?:and\s*)?(?:(\d{1,2})\s*(?:minutes?|mins?|m)|a half))?\b/g,
    (all, hours?: string, extra?: string) => {
      const half = all.endsWith('a half') ? 30 : 0;
      values.push(Number(hours ?? 1) * 60 + Number(extra ?? 0) + half);
      return ' ';
    },
  );
  rest = rest.replace(
    /\bhalf an hour\b|\b(\d+)[\s-]*(?:minutes?|mins?|min|m)\b/g,
    (_all, minutes?: string) => {
      values.push(minutes === undefined ? 30 : Number(minutes));
      return ' ';
    },
  );
  return { values, rest };
}

function readTimes(text: string): Reading<LocalTime> {
  const values = new Set<LocalTime>();
  let rest = text.replace(
    /\b(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m|p\.?m)\b\.?/g,
    (all, hour: string, minute: string | undefined, half: string) => {
      const plain = Number(hour);
      if (plain < 1 || plain > 12) return all;
      return keep(values, (plain % 12) + (half.startsWith('p') ? 12 : 0), Number(minute ?? 0)) ? ' ' : all;
    },
  );
  rest = rest.replace(/\b(\d{1,2})[:.](\d{2})\b/g, (all, hour: string, minute: string) =>
    keep(values, Number(hour), Number(minute)) ? ' ' : all,
  );
  rest = rest.replace(/\bat (\d{2})(\d{2})\b/g, (all, hour: string, minute: string) =>
    values.size === 0 && keep(values, Number(hour), Number(minute)) ? ' ' : all,
  );
  rest = rest.replace(/\b(?:noon|midday)\b/g, () => (keep(values, 12, 0), ' '));
  return { values: [...values], rest };
}

/** `1830`, once the year has been taken out. */
function readBareTime(text: string): Reading<LocalTime> {
  const values = new Set<LocalTime>();
  const rest = text.replace(/\b(\d{2})(\d{2})\b/g, (all, hour: string, minute: string) =>
    keep(values, Number(hour), Number(minute)) ? ' ' : all,
  );
  return { values: [...values], rest };
}

function keep(values: Set<LocalTime>, hour: number, minute: number): boolean {
  if (hour > 23 || minute > 59) return false;
  values.add(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as LocalTime);
  return true;
}

const readYears = (text: string): Reading<number> => take(text, /\b(20\d{2})\b/g, Number);

function take<Value>(
  text: string,
  pattern: RegExp,
  meaning: (word: string) => Value | undefined,
): Reading<Value> {
  const values = new Set<Value>();
  const rest = text.replace(pattern, (all, word: string) => {
    const value = meaning(word);
    if (value === undefined) return all;
    values.add(value);
    return ' ';
  });
  return { values: [...values], rest };
}

type Parts = Readonly<Record<'year' | 'region' | 'nth' | 'day' | 'time', readonly unknown[]>>;

const PART_NAMES = {
  year: 'the year, such as 2027',
  region: 'the region, such as North West',
  nth: 'which one of the month: first, second, third, fourth or last',
  day: 'the weekday, such as Tuesday',
  time: 'the time, such as 18:00',
  length: 'the length, such as 60 minutes',
};

function missing(parts: Parts, unused: string): string | undefined {
  const absent = (Object.keys(parts) as (keyof Parts)[]).filter((part) => parts[part].length === 0);
  if (absent.length === 0) return undefined;
  const odd = unused === '' ? '' : ` I could not make sense of “${unused}”.`;
  return `Please add ${listInWords(absent.map((part) => PART_NAMES[part]))}.${odd}`;
}

function doubled(parts: Readonly<Record<keyof typeof PART_NAMES, readonly unknown[]>>): string | undefined {
  const part = (Object.keys(parts) as (keyof typeof PART_NAMES)[]).find((name) => parts[name].length > 1);
  if (part === undefined) return undefined;
  const said = listInWords(parts[part].map((value) => String(value).replace('-', ' ')));
  return `I found more than one answer for ${PART_NAMES[part]}: ${said}. Please keep one.`;
}
