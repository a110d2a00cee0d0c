import { parseBriefingCode } from '../../domain/briefing/code.js';
import { parseAddress } from '../../domain/briefing/presenters.js';
import { findRegions } from '../../domain/briefing/region-words.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { RegionId } from '../../domain/shared/region.js';
import { parseLocalDate, parseLocalTime, type LocalDate, type LocalTime } from '../../domain/shared/time.js';

type Read<Input> =
  { readonly kind: 'input'; readonly input: Input } | { readonly kind: 'problem'; readonly problem: string };

const CODE_ANYWHERE = /\b[a-z]{2}[\s-]?\d{4}[\s-]\d{2}\s?[b-z]?\b/i;
const NO_CODE = 'Please give the briefing’s code, such as NW-2027-02. Type “briefings” to see them all.';

/** `nw-2027-02`, with anything round it. */
export function parseCode(rest: string): Read<BriefingCode> {
  const found = takeCode(rest);
  return found ? { kind: 'input', input: found.code } : problem(NO_CODE);
}

/** `[region] [year]`, in any order. */
export function parseProgramme(rest: string): Read<{ region?: RegionId; year?: number }> {
  const { regions, rest: left } = findRegions(rest.replace(/[.,;:?!]/g, ' '));
  if (regions.length > 1) return problem('Please give one region at a time, or none for all of them.');
  const year = /\b(20\d{2})\b/.exec(left);
  const odd = left
    .replace(/\b20\d{2}\b/, '')
    .replace(/\b(in|for|of|the|region|all|please)\b/g, '')
    .trim();
  if (odd !== '')
    return problem(
      `I do not know a region called “${odd}”. Give a region such as North West, a year such as 2027, or neither.`,
    );
  const region = regions[0];
  return {
    kind: 'input',
    input: { ...(region ? { region } : {}), ...(year ? { year: Number(year[1]) } : {}) },
  };
}

/** `<code> to <YYYY-MM-DD> <HH:MM>`; `9.2.2027`, `9/2/2027` and `6pm` are read too. */
export function parseMove(rest: string): Read<{ code: BriefingCode; date: LocalDate; time: LocalTime }> {
  const found = takeCode(rest);
  if (!found) return problem(NO_CODE);
  const date = readDate(found.rest);
  if (!date) return problem('Please add the new date, such as 2027-02-16.');
  const time = readTime(date.rest);
  if (!time) return problem('Please add the new time, such as 18:00.');
  return { kind: 'input', input: { code: found.code, date: date.date, time } };
}

/** `<code> because <reason>`; the reason is kept as typed. */
export function parseCancel(rest: string): Read<{ code: BriefingCode; reason: string }> {
  const found = takeCode(rest);
  if (!found) return problem(NO_CODE);
  const reason = found.rest
    .replace(/^[\s,.:;–-]+/, '')
    .replace(/^(?:because(?: of)?|since|as|reason:?)\b[\s,:]*/i, '')
    .trim();
  if (reason === '')
    return problem(
      'Please add the reason: cancel <code> because <reason>. It is told to everyone registered.',
    );
  return { kind: 'input', input: { code: found.code, reason } };
}

/** `<code> add|remove <email>`, in any order. */
export function parsePresenter(
  rest: string,
): Read<{ code: BriefingCode; act: 'add' | 'remove'; address: string }> {
  const piece = /[^\s,;<>()]*@[^\s,;<>()]*/.exec(rest)?.[0];
  const found = takeCode(piece ? rest.replace(piece, ' ') : rest);
  if (!found) return problem(NO_CODE);
  const removes = /\b(remove|delete|without|minus)\b/i.test(found.rest);
  const adds = /\b(add|plus|with)\b/i.test(found.rest);
  if (removes === adds) return problem('Please say “add” or “remove”: presenter <code> add <email>.');
  const address = piece && parseAddress(piece);
  if (!address) {
    return problem(
      piece
        ? `“${piece}” is not a mail address. Write it as name@example.org.`
        : 'Please add the presenter’s mail address.',
    );
  }
  return { kind: 'input', input: { code: found.code, act: adds ? 'add' : 'remove', address } };
}

function takeCode(text: string): { code: BriefingCode; rest: string } | undefined {
  // "NW-2027-02 because" must not lend its letter: with a space before it, a letter counts only when it stands alone.
  const match = CODE_ANYWHERE.exec(text);
  const code = match && parseBriefingCode(match[0]);
  return match && code ? { code, rest: text.replace(match[0], ' ').trim() } : undefined;
}

function readDate(text: string): { date: LocalDate; rest: string } | undefined {
  const iso = /\b\d{4}-\d{1,2}-\d{1,2}\b/.exec(text)?.[0];
  const british = iso ? undefined : /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/.exec(text);
  const parts = iso ? iso.split('-') : british ? [british[3], british[2], british[1]] : undefined;
  const date =
    parts &&
    parseLocalDate(parts.map((part = '', index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-'));
  return date ? { date, rest: text.replace(iso ?? british?.[0] ?? '', ' ') } : undefined;
}

function readTime(text: string): LocalTime | undefined {
  const half = /\b(1[0-2]|[1-9])(?:[:.]([0-5]\d))?\s*(am|pm)\b/i.exec(text);
  if (half) {
    const hour = (Number(half[1]) % 12) + (half[3]?.toLowerCase() === 'pm' ? 12 : 0);
    return parseLocalTime(`${String(hour)}:${half[2] ?? '00'}`);
  }
  return parseLocalTime(/\b\d{1,2}[:.]\d{2}\b/.exec(text)?.[0] ?? '');
}

const problem = (text: string): { kind: 'problem'; problem: string } => ({ kind: 'problem', problem: text });
