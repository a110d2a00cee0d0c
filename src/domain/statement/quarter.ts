import { londonInstant, type Instant, type LocalDate, type LocalTime } from '../shared/time.js';

/** A calendar quarter in London: January to March is the first. */
export interface Quarter {
  readonly year: number;
  readonly number: 1 | 2 | 3 | 4;
  /** `2027-Q1` */
  readonly name: string;
  /** Its first moment. */
  readonly from: Instant;
  /** The first moment of the next quarter. */
  readonly to: Instant;
}

const QUARTER = /\b(20\d{2})[\s-]*q\s?([1-4])\b|\bq\s?([1-4])[\s/-]*(20\d{2})\b/i;
const MIDNIGHT = '00:00' as LocalTime;

/** The quarter named anywhere in a text (`2027-Q1`, `Q1 2027`) and the words that are left; undefined without one. */
export function findQuarter(text: string): { readonly quarter: Quarter; readonly rest: string } | undefined {
  const match = QUARTER.exec(text);
  if (!match) return undefined;
  const year = Number(match[1] ?? match[4]);
  const number = Number(match[2] ?? match[3]) as Quarter['number'];
  return { quarter: quarterOf(year, number), rest: text.replace(match[0], ' ').replace(/\s+/g, ' ').trim() };
}

function quarterOf(year: number, number: Quarter['number']): Quarter {
  const next = number === 4 ? { year: year + 1, month: 1 } : { year, month: number * 3 + 1 };
  return {
    year,
    number,
    name: `${String(year)}-Q${String(number)}`,
    from: firstMoment(year, number * 3 - 2),
    to: firstMoment(next.year, next.month),
  };
}

function firstMoment(year: number, month: number): Instant {
  const date = `${String(year)}-${String(month).padStart(2, '0')}-01` as LocalDate;
  const found = londonInstant(date, MIDNIGHT);
  if (found.kind === 'skipped') throw new RangeError(`no midnight on ${date}`);
  return found.at;
}
