import { brand, type BriefingCode } from '../shared/ids.js';
import { REGIONS, regionById, type RegionId } from '../shared/region.js';
import type { LocalDate } from '../shared/time.js';

const CODE = /^([a-z]{2})[\s-]?(\d{4})[\s-](\d{2})\s?([b-z])?$/i;
const LETTERS = 'bcdefghijklmnopqrstuvwxyz';

/** A code as people write it (`nw-2027-02`, `NW 2027 02 B`) in its one true form, or undefined if it is none. */
export function parseBriefingCode(text: string): BriefingCode | undefined {
  const match = CODE.exec(text.trim());
  if (!match) return undefined;
  const [, head = '', year = '', month = '', letter = ''] = match;
  const region = REGIONS.find((entry) => entry.code === head.toUpperCase());
  if (!region || Number(month) < 1 || Number(month) > 12) return undefined;
  return brand<BriefingCode>(`${region.code}-${year}-${month}${letter.toLowerCase()}`);
}

/**
 * The code for a briefing of that region on that date: `NW-2027-02`, and `NW-2027-02b`, `c` and so on when `taken`
 * already holds it. Codes of cancelled briefings stay taken, so that a code means one briefing for ever.
 * Throws a `RangeError` when the month is full, which needs 26 briefings of one region.
 */
export function nextCode(region: RegionId, date: LocalDate, taken: ReadonlySet<string>): BriefingCode {
  const plain = `${regionById(region).code}-${date.slice(0, 7)}`;
  const free = [plain, ...[...LETTERS].map((letter) => plain + letter)].find((code) => !taken.has(code));
  if (free === undefined) throw new RangeError(`no code left for ${plain}`);
  return brand<BriefingCode>(free);
}
