/** Only so much of a message decides its route; the rest is kept by others but not read here. */
export const DECIDING_LENGTH = 4000;

/** A message made comparable: one spelling for what people type in many. */
export interface NormalText {
  /** Lower case, contractions written out, `.`, `?`, `!` and `,` kept as words of their own. */
  readonly text: string;
  /** The words and marks of `text`. */
  readonly tokens: readonly string[];
  /** As typed, without markup and invisible characters; at most `DECIDING_LENGTH` characters. */
  readonly plain: string;
  /** The share of letters typed as capitals, 0 to 1. */
  readonly capitals: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: "'",
  lsquo: "'",
  ldquo: '"',
  rdquo: '"',
  ndash: '-',
  mdash: '-',
  hellip: '...',
  pound: '£',
};

const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFC]|\uDB40[\uDC00-\uDFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
const TAG = /<\/?[a-z][a-z0-9-]{0,20}(?:\s[^<>]{0,300})?\/?>/gi;

/** Letters of other alphabets that look like ours, as used to slip past filters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ɡ: 'g',
  ο: 'o',
  α: 'a',
  ı: 'i',
};

/** Takes out what a reader would not see: markup, entities, invisible and broken characters. */
export function plainText(raw: string): string {
  // Markup and invisible characters may pad a short message, so more than the deciding length is looked at.
  const bounded = raw.length > DECIDING_LENGTH * 2 ? raw.slice(0, DECIDING_LENGTH * 2) : raw;
  return bounded
    .replace(LONE_SURROGATE, ' ')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(whole, name))
    .replace(TAG, ' ')
    .replace(INVISIBLE, '')
    .replace(/[\u2018\u2019\u201B\u02BC\u0060\u00B4\u2032]/g, "'")
    .replace(/[\u201C-\u201F\u00AB\u00BB\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[ \t\u00A0\u2000-\u200A]+/g, ' ')
    .trim()
    .slice(0, DECIDING_LENGTH)
    .replace(LONE_SURROGATE, '');
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const printable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return printable ? String.fromCodePoint(code) : ' ';
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ain't|aint)\b/g, 'is not'],
  [/\b(?:can't|cant|cannot)\b/g, 'can not'],
  [/\b(?:won't|wont)\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need)n'?t\b/g, '$1 not'],
  [/\b(?:let's|lets)\b/g, 'let us'],
  [/\bi'?m\b/g, 'i am'],
  [/\b(i|you|we|they|who)'?ve\b/g, '$1 have'],
  [/\b(should|would|could|must|might)(?:'?ve| of)\b/g, '$1 have'],
  [/\b(you|we|they|what|who|there)'re\b/g, '$1 are'],
  [/\b(?:theyre)\b/g, 'they are'],
  [/\b(?:youre)\b/g, 'you are'],
  [/\b(i|you|we|he|she|it|they|who|there|that)'ll\b/g, '$1 will'],
  [/\b(you|he|it|they|that)ll\b/g, '$1 will'],
  [/\b(i|you|we|he|she|they|who|it)'d\b/g, '$1 would'],
  [
    /\b(he|she|it|that|there|here|what|who|where|how|when|someone|somebody|everyone|everybody|everything|something|nobody)'s\b/g,
    '$1 is',
  ],
  [/\b(hes|shes|thats|theres|heres|whats|whos|wheres|hows|someones|somebodys|somethings)\b/g, '$1'],
  [/\b(?:im a|ima)\b/g, 'i am a'],
];

const SPELLINGS: Readonly<Record<string, string>> = {
  hes: 'he is',
  shes: 'she is',
  thats: 'that is',
  theres: 'there is',
  heres: 'here is',
  whats: 'what is',
  whos: 'who is',
  wheres: 'where is',
  hows: 'how is',
  someones: 'someone is',
  somebodys: 'somebody is',
  somethings: 'something is',
  u: 'you',
  ur: 'your',
  r: 'are',
  pls: 'please',
  plz: 'please',
  pl: 'please',
  thx: 'thanks',
  ppl: 'people',
  b4: 'before',
  bc: 'because',
  cos: 'because',
  coz: 'because',
  cuz: 'because',
  gonna: 'going to',
  gona: 'going to',
  wanna: 'want to',
  gotta: 'have to',
  dunno: 'do not know',
  innit: '',
  abt: 'about',
  rn: 'right now',
  atm: 'at the moment',
  asap: 'as soon as possible',
  wiv: 'with',
  w: 'with',
  defo: 'definitely',
  tmrw: 'tomorrow',
  tmw: 'tomorrow',
  tommorow: 'tomorrow',
  tommorrow: 'tomorrow',
  yday: 'yesterday',
  yest: 'yesterday',
  yesturday: 'yesterday',
  teh: 'the',
  adn: 'and',
  taht: 'that',
  becuase: 'because',
  recieved: 'received',
  recieve: 'receive',
  recived: 'received',
  beleive: 'believe',
  adress: 'address',
  addres: 'address',
  suspicous: 'suspicious',
  suspicius: 'suspicious',
  suspisious: 'suspicious',
  suspicioius: 'suspicious',
  securty: 'security',
  secuirty: 'security',
  securitiy: 'security',
  polise: 'police',
  plice: 'police',
  emergancy: 'emergency',
  emergeny: 'emergency',
  attaking: 'attacking',
  attackd: 'attacked',
  folowing: 'following',
  follwing: 'following',
  followng: 'following',
  somone: 'someone',
  somene: 'someone',
  sombody: 'somebody',
  outisde: 'outside',
  outide: 'outside',
  threatend: 'threatened',
  threatning: 'threatening',
  threatining: 'threatening',
  knif: 'knife',
  nife: 'knife',
  machette: 'machete',
  burgler: 'burglar',
  councilor: 'councillor',
  counciler: 'councillor',
  cllr: 'councillor',
  cllrs: 'councillors',
  constituant: 'constituent',
  breifing: 'briefing',
  breifings: 'briefings',
  breif: 'brief',
  parcle: 'parcel',
  packege: 'package',
  pakage: 'package',
  vechicle: 'vehicle',
  vehical: 'vehicle',
  harrassed: 'harassed',
  harrassment: 'harassment',
  harrasment: 'harassment',
  harrassing: 'harassing',
  email: 'email',
  'e-mail': 'email',
  emails: 'email',
  'e-mails': 'email',
};

/** Figures standing in for letters inside a word (`f1re`, `kn1fe`, `b0mb`). */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

const ALARMS: Readonly<Record<string, string>> = {
  '🔪': 'knife',
  '🗡': 'knife',
  '🔫': 'gunman',
  '💣': 'bomb',
  '🧨': 'bomb',
  '🆘': 'sos',
};

/** Makes a message comparable. Never throws, whatever the string; time is bounded by `DECIDING_LENGTH`. */
export function normalise(raw: string): NormalText {
  const plain = plainText(raw);
  let text = plain
    .toLowerCase()
    // No word is this long; without the cut, a wall of letters would be read over and over.
    .replace(/\S{80,}/g, (word) => word.slice(0, 80))
    .replace(/https?:\/\/\S+|www\.\S+/g, ' weblink ')
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30})+/g, ' mailaddress ')
    .replace(/[а-яіѕԁɡοαı]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/\b[a-z]*(?:[a-z][0134@$5][a-z])[a-z]*\b/g, (word) =>
      word.replace(/[01345@$]/g, (c) => LEET[c] ?? c),
    )
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/\b([a-z])\.([a-z])\.(?:([a-z])\.)?/g, '$1$2$3');
  for (const [pattern, full] of CONTRACTIONS) text = text.replace(pattern, full);
  // Without a word, a picture of a weapon or a cry for help is the word.
  if (!/[\p{L}\p{N}]/u.test(text))
    text = text.replace(/[🔪🗡🔫💣🧨🆘]/gu, (sign) => ` ${ALARMS[sign] ?? ''} `);
  const tokens: string[] = [];
  for (const token of text.match(
    /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|[.?!,;:"()\n]|\p{Extended_Pictographic}/gu,
  ) ?? []) {
    const spelt = Object.hasOwn(SPELLINGS, token) ? SPELLINGS[token] : token.replace(/'s$|'$/, '');
    // A wall of one mark or emoji says no more than one of it.
    if (!spelt || (spelt === tokens.at(-1) && !/[\p{L}\p{N}]/u.test(spelt))) continue;
    tokens.push(...(spelt.includes(' ') ? spelt.split(' ') : [spelt]));
  }
  return { text: tokens.join(' '), tokens, plain, capitals: capitals(plain) };
}

function capitals(plain: string): number {
  const letters = plain.match(/[a-z]/gi)?.length ?? 0;
  return letters === 0 ? 0 : (plain.match(/[A-Z]/g)?.length ?? 0) / letters;
}
