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
/** Words that may stand round a code or a region; anything else is not for this command. */
const FILLERS =
  /\b(a|an|the|for|from|me|to|in|of|on|at|my|briefings?|place|please|region|thanks|thank you|diolch|os gwelwch yn dda|ar gyfer)\b/gi;
const AFTER_CODE = /\b(please|thanks|thank you|diolch|os gwelwch yn dda)\b/gi;
const PUNCTUATION = /[.,;:?!'"’“”()\s–-]/g;

/** `nw-2027-02`, alone but for a few small words and a please or thanks. */
export function parseCode(rest: string): Read<BriefingCode> {
  const found = codeIn(rest);
  if (!found) {
    return {
      kind: 'problem',
      problem: 'Please give the briefing’s code, such as NW-2027-02. Type “register” to see the coming ones.',
    };
  }
  return found.alone
    ? { kind: 'input', input: found.code }
    : { kind: 'problem', problem: moreThan(found.code) };
}

/** Nothing for the list, a code for a place at once, a region for its list. */
export function parseWanted(rest: string): Read<Wanted> {
  const found = codeIn(rest);
  if (found?.alone) return { kind: 'input', input: { kind: 'briefing', code: found.code } };
  if (found) return { kind: 'problem', problem: moreThan(found.code) };
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

const moreThan = (code: BriefingCode): string =>
  `Nothing has been changed: there is more in your message than the code ${code}. Please send the command with the code alone, and anything else as a message of its own. In danger, call 999.`;

/** The first code, and whether nothing else is said: whoever says more may need something else more urgently. */
function codeIn(text: string): { readonly code: BriefingCode; readonly alone: boolean } | undefined {
  const match = CODE_ANYWHERE.exec(text);
  const code = match && parseBriefingCode(match[0]);
  if (!match || !code) return undefined;
  const before = text.slice(0, match.index).replace(FILLERS, '');
  const after = text.slice(match.index + match[0].length).replace(AFTER_CODE, '');
  return { code, alone: (before + after).replace(PUNCTUATION, '') === '' };
}
