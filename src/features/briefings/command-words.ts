import { parseBriefingCode } from '../../domain/briefing/code.js';
import { parseAddress } from '../../domain/briefing/presenters.js';
import { findRegions } from '../../domain/briefing/region-words.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { RegionId } from '../../domain/shared/region.js';
import { parseLocalDate, parseLocalTime, type LocalDate, type LocalTime } from '../../domain/shared/time.js';

type Read<Input> =
  { readonly kind: 'input'; readonly input: Input } | { readonly kind: 'problem'; readonly problem: string };

const CODE_ANYWHERE = /\b[a-z]{2}[\s-]?\d{4}[\s-]\d{2}\s?[b-z]?\b/gi;
const CODE_LIKE = /\b[a-z]{2}-\d{4}-\d{1,2}[a-z]?\b/i;
const ODD_TIME = /\b\d{1,2}[:.]\d{2}\b/;
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const NO_CODE = 'Please give the briefing’s code, such as NW-2027-02. Type “briefings” to see them all.';

const noCode = (rest: string): string => {
  const odd = CODE_LIKE.exec(rest)?.[0];
  return odd
    ? `“${odd}” is no briefing’s code. A code is a region, a year and a month, such as NW-2027-02. Type “briefings” to see them all.`
    : NO_CODE;
};

/** `nw-2027-02`, with anything round it. */
export function parseCode(rest: string): Read<BriefingCode> {
  const found = takeCode(rest);
  return found ? { kind: 'input', input: found.code } : problem(noCode(rest));
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
  if (!found) return problem(noCode(rest));
  const date = readDate(found.rest);
  if (date === undefined) return problem('Please add the new date, such as 2027-02-16.');
  if ('odd' in date) return problem(`“${date.odd}” is not in the calendar. Give a date such as 2027-02-16.`);
  const time = readTime(date.rest);
  if (time === undefined) {
    const odd = ODD_TIME.exec(date.rest)?.[0];
    return problem(
      odd
        ? `“${odd}” is not a time of day. Give a time such as 18:00.`
        : 'Please add the new time, such as 18:00.',
    );
  }
  return { kind: 'input', input: { code: found.code, date: date.date, time } };
}

/** `<code> because <reason>`; the reason is kept as typed. */
export function parseCancel(rest: string): Read<{ code: BriefingCode; reason: string }> {
  const found = takeCode(rest);
  if (!found) return problem(noCode(rest));
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
  if (!found) return problem(noCode(rest));
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
  for (const [written] of text.matchAll(CODE_ANYWHERE)) {
    const code = parseBriefingCode(written); // “to 2027-03-16” looks like one and is none
    if (code) return { code, rest: text.replace(written, ' ').trim() };
  }
  return undefined;
}

/** The date and what is left; `odd` when something stands there that is no date of the calendar. */
function readDate(text: string): { date: LocalDate; rest: string } | { odd: string } | undefined {
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  const british = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/.exec(text);
  const spelt = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4})\b/i.exec(text);
  const month = spelt
    ? MONTHS.findIndex((name) => name.startsWith((spelt[2] ?? '').toLowerCase().slice(0, 3))) + 1
    : 0;
  const [written, year, monthNumber, day] = iso
    ? [iso[0], iso[1], iso[2], iso[3]]
    : british
      ? [british[0], british[3], british[2], british[1]]
      : spelt
        ? [spelt[0], spelt[3], String(month), spelt[1]]
        : [];
  if (written === undefined) return undefined;
  const date = parseLocalDate(
    [year ?? '', monthNumber?.padStart(2, '0') ?? '', day?.padStart(2, '0') ?? ''].join('-'),
  );
  return date ? { date, rest: text.replace(written, ' ') } : { odd: written };
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
