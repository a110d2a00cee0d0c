import { parseBriefingCode } from '../../domain/briefing/code.js';
import { findRegions } from '../../domain/briefing/region-words.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { RegionId } from '../../domain/shared/region.js';

type Read<Input> =
  { readonly kind: 'input'; readonly input: Input } | { readonly kind: 'problem'; readonly problem: string };

export type Wanted =
  | { readonly kind: 'briefing'; readonly code: BriefingCode }
  | { readonly kind: 'list'; readonly region?: RegionId };

const CODE_ANYWHERE = /\b[a-z]{2}[\s-]?\d{4}[\s-]\d{2}(?:\s?[b-z])?\b/i;
const FILLERS = /\b(a|an|the|for|me|to|in|of|at|my|briefings?|place|please|region)\b/gi;

/** `nw-2027-02`, with anything round it. */
export function parseCode(rest: string): Read<BriefingCode> {
  const code = codeIn(rest);
  if (code) return { kind: 'input', input: code };
  return {
    kind: 'problem',
    problem: 'Please give the briefing’s code, such as NW-2027-02. Type “register” to see the coming ones.',
  };
}

/** Nothing for the list, a code for a place at once, a region for its list. */
export function parseWanted(rest: string): Read<Wanted> {
  const code = codeIn(rest);
  if (code) return { kind: 'input', input: { kind: 'briefing', code } };
  const { regions, rest: left } = findRegions(rest.replace(/[.,;:?!]/g, ' '));
  const odd = left.replace(FILLERS, '').trim();
  if (odd !== '' || regions.length > 1) {
    return {
      kind: 'problem',
      problem:
        'Type “register” alone to see all coming briefings, or add a code such as NW-2027-02 or a region such as North West.',
    };
  }
  const [region] = regions;
  return { kind: 'input', input: { kind: 'list', ...(region ? { region } : {}) } };
}

function codeIn(text: string): BriefingCode | undefined {
  const match = CODE_ANYWHERE.exec(text);
  return match ? parseBriefingCode(match[0]) : undefined;
}
