/** What a text says when it is read as a postcode. */
export type PostcodeReading =
  | { readonly kind: 'postcode'; readonly outcode: string; readonly postcode: string }
  | { readonly kind: 'district'; readonly outcode: string }
  | { readonly kind: 'no-force'; readonly reason: NoForceReason }
  | { readonly kind: 'slip'; readonly meant: string }
  | { readonly kind: 'not-a-postcode' };

/** Why a well-formed postcode has no territorial police force of the United Kingdom. */
export type NoForceReason = 'crown-dependency' | 'overseas' | 'forces-post' | 'not-geographic';

const OUTCODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const FULL = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const IN_TEXT = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/g;
const LETTER_O = /^([A-Z]{1,2}[\dO][A-Z\d]?)([\dO][A-Z]{2})$/;
const CROWN = /^(JE|GY|IM)\d/;
const FORCES_POST = /^(BFPO\d*|BF1(\d[A-Z]{2})?)$/;
const OVERSEAS = /^(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA|AI2640)(1ZZ)?$|^GX11(1AA)?$/;
const GIRO = /^GIR(0AA)?$/;

/**
 * Reads a typed postcode or postcode district in any spacing, case and punctuation. `M1 1` is a sector and
 * stands for its district, `M1`; `M11` is another district. `SW1A OAA`, with a letter O, is a slip: the reading
 * names what was meant, and the person decides. A longer text that holds exactly one full postcode is read as it.
 */
export function readPostcode(text: string): PostcodeReading {
  const parts = text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((part) => part !== '');
  const compact = parts.join('');
  const noForce = noForceReason(compact);
  if (noForce) return { kind: 'no-force', reason: noForce };
  const full = FULL.exec(compact);
  if (full)
    return { kind: 'postcode', outcode: full[1] ?? '', postcode: `${full[1] ?? ''} ${full[2] ?? ''}` };
  const [head = '', tail = ''] = parts;
  if (parts.length === 2 && OUTCODE.test(head) && /^\d[A-Z]?$/.test(tail))
    return { kind: 'district', outcode: head };
  if (OUTCODE.test(compact)) return { kind: 'district', outcode: compact };
  return withinAddress(text.toUpperCase()) ?? slip(compact);
}

/** The one full postcode in a longer text such as an address. */
function withinAddress(text: string): PostcodeReading | undefined {
  const found = new Set([...text.matchAll(IN_TEXT)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`));
  const [postcode] = found;
  if (found.size !== 1 || postcode === undefined) return undefined;
  return { kind: 'postcode', outcode: postcode.split(' ')[0] ?? '', postcode };
}

function noForceReason(compact: string): NoForceReason | undefined {
  if (CROWN.test(compact)) return 'crown-dependency';
  if (OVERSEAS.test(compact)) return 'overseas';
  if (FORCES_POST.test(compact)) return 'forces-post';
  return GIRO.test(compact) ? 'not-geographic' : undefined;
}

function slip(compact: string): PostcodeReading {
  const match = LETTER_O.exec(compact);
  if (!match) return { kind: 'not-a-postcode' };
  const outcode = (match[1] ?? '').replace(/^([A-Z]{1,2})O/, '$10');
  const meant = `${outcode} ${(match[2] ?? '').replace(/^O/, '0')}`;
  return FULL.test(meant.replace(' ', '')) ? { kind: 'slip', meant } : { kind: 'not-a-postcode' };
}
