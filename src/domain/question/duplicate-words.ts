import { stem } from './triage/words.js';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words that would lose too much, and meet another word. */
const WHOLE: ReadonlyMap<string, string> = new Map(
  [
    'carry carries carried carrying',
    'policy policies',
    'business businesses',
    'poster posters',
    'letter letters',
  ].flatMap((forms) => words(forms).map((form) => [form, words(forms)[0] ?? form] as const)),
);

/** A word without its endings, the same for every form: `cover` and `covering`, `save` and `saving`. */
export function rootOf(word: string): string {
  const whole = WHOLE.get(word);
  if (whole !== undefined) return whole;
  let root = word;
  for (let next = stem(root); next !== root && next.length > 2; next = stem(root)) root = next;
  return root.length > 3 ? root.replace(/e$|(.)(?=\1$)/, '') : root;
}

/** How somebody asks, not what: such words may stand on one side alone. English, then Welsh, then Roman Urdu and Punjabi. */
export const LIGHT: ReadonlySet<string> = new Set(
  words(`able acceptable actual actually ahead allow allowed appropriate basically come count counted correct deal dealt
  decent each every exactly example fall fine happen hold idea important involved keen kindly know known meant month necessary need
  needed normally ought party possible practice presumably proper properly real recommend recommended right sensible shall simply
  someone sometimes somewhere sort spot stuff suggest supposed tale taken there today tonight try trying typically usual usually wise wonder worth
  worthwhile would everyone available handle briefing point part okay onto becomes
  a'r ar a'i yw yw'n ydy ydyw ydi hi hi'n mae oes sydd sy yn yr i'r o'r gyfer pa beth sut a oedd fod bod dylai dylwn dylem gallaf allwn
  kya hai hain ho kar karna chahiye ka ke ki ko se mein main ya vich da de di nu layi`).map(rootOf),
);

/** Words that mean the same in this field, each family under its first. */
const FAMILIES = `
photo picture photograph image
frighten scare
look view watch
secure security safe safety safely risky risk dangerous
remove delete taken
detail information
answer reply respond response
deter deterrent
email e-mail mail mailaddress
parcel package
abusive insulting
insult abuse
wipe erase
genuine authentic real
recognise identify
bleed bleeding
staff employee
wifi wi-fi
legal lawful law legally
car vehicle
high height
collect collection
differ difference
decide decision
keep kept
leave left
hide hidden
buy bought
shop store
mosque masjid
stop prevent
stranger strangers
colleague coworker
building premises
practise rehearse`;

/** The root that stands for a word's whole family, else its own. */
const AGREED: ReadonlyMap<string, string> = new Map(
  FAMILIES.trim()
    .split('\n')
    .flatMap((family) => {
      const [first = '', ...others] = words(family).map(rootOf);
      return others.map((other) => [other, first] as const);
    }),
);

/** The root by which a word is compared. */
export function comparedAs(word: string): string {
  const root = rootOf(word);
  return AGREED.get(root) ?? root;
}

/** What turns a question into another one even where it is the only word more. */
export const WEIGHTY: ReadonlySet<string> = new Set(
  words(`police council family children child staff visitor press school church home office legal safe cost price money insurance
  alone abroad online work evidence free car phone day night morning afternoon evening weekend winter summer inside
  outside front back cefn blaen tu`).map(comparedAs),
);
