import { signal } from './signals.js';
import type { Signal } from './signals.js';

const POSSESSION =
  '(?:office|offices|house|home|flat|bungalow|farm|surgery|surgeries|mosque|masjid|church|chapel|synagogue|shul|temple|mandir|gurdwara|hall|building|premises|garden|drive|driveway|gate|gates|door|doors|porch|window|windows|car|van|car park|garage|street|road|lane|close|village|town|ward|parish|constituency|route|journey|walk|commute|bus|train|event|service|meeting|fete|festival|march|procession|wedding|funeral|alarm|camera|cameras|cctv|locks?|fence|hedge|lights?|lighting|letterbox|neighbours?|husband|wife|partner|daughter|son|mum|mother|dad|father|kids|children|family|nan|staff|intern|caseworker|secretary|caretaker|volunteers?|boss|school|nursery|madrasa|centre|community centre|vicarage|manse|rectory|presbytery|cottage|estate|block|room|foyer|reception|shop|desk|yard|shed|side door|back door|front door|diary|run|address|councillor|member|mp|minister|imam|vicar|rabbi|granthi|priest)';

/** Signs that a message is about one person's, building's or event's own circumstances. */
export const PERSONAL_SIGNALS: readonly Signal[] = [
  signal(
    'address',
    `\\d{1,4}[a-z]? (?:[a-z'-]+ ){1,3}(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|way|court|crescent|terrace|place|square|gardens|grove|hill|row|mews|parade|walk|view)`,
  ),
  signal(
    'street name',
    `(?:on|in|off|at|of|by|along|down|up|from|to|near) (?!the |a |our |my |this |that |any |your |each |one |every )(?:[a-z'-]+ ){1,2}(?:street|st|road|rd|lane|avenue|ave|close|crescent|terrace|square|gardens|grove|mews|parade|rise|estate|mosque|church|synagogue|gurdwara|hall|library|park)`,
  ),
  signal('postcode', `[a-z]{1,2}\\d{1,2}[a-z]? ?\\d[a-z]{2}`),
  signal('own thing', `(?:my|our|ours|mine) (?:[a-z'-]+ ){0,3}?${POSSESSION}`),
  signal(
    'his or her thing',
    `(?:his|her|their|whose|member|mp|councillor|boss) (?:[a-z'-]+ ){0,2}?${POSSESSION}`,
  ),
  signal(
    'what we have',
    `(?:we|i) (?:only |currently |already |do not |just |also |always |usually |still |now |both )*(?:have|have got|got|live|lives|park|use|open|lock|close|meet|hold|keep|run|rent|share|walk|drive|leave|sit|work|finish|start|own|host|get|hire|are (?:in|on|at|above|next|based|opposite|hosting|holding|having|planning|moving|a|the)|am (?:in|on|at|holding|hosting|going|moving|speaking|a|the))`,
  ),
  signal(
    'asks for a visit',
    `(?:come|comes|visit|pop|call|swing|drop|walk|look|send|attend|patrol|pass|drive|check|survey|inspect|assess|assessed|attend|stand|sit in|meet)(?: [a-z'-]+){0,5}? (?:my|our|us|me|past|round|by|here|out|over|at the|to the|with (?:me|us))`,
  ),
  signal(
    'an officer',
    `(?:an?|some|any|the|one of your|our|your|my|more) ?(?:pcso|pcsos|officers?|constables?|copper|bobby|policeman|policewoman|beat officer|adviser|advisor|dedicated officer|neighbourhood officer|ctsa|patrols?|police presence|police car|designing out crime|crime prevention officer|feoa|liaison)`,
  ),
  signal(
    'who is my',
    `(?:who|what) (?:is|are|would be|do|should) (?:the |my |our |i )?(?:[a-z'-]+ ){0,4}?(?:inspector|sergeant|neighbourhood (?:team|inspector|officer)|local (?:team|police|officer|inspector|contact)|policing team|officer|pcso|adviser|advisor|point of contact|beat|feoa|spoc|contact)|(?:my|our) (?:local |new |own |neighbourhood |named |dedicated )*(?:inspector|sergeant|pcso|officer|policing team|police team|adviser|team)`,
  ),
  signal(
    'look at mine',
    `(?:look at|look over|check|assess|survey|review|advise (?:me|us)|advise on|tell me|tell us|give me|ring me|call me|contact me|contact us|email me|phone me|speak to someone|talk to someone|come and)(?: [a-z'-]+){0,6}? (?:my|our|me|us|mine|ours|about)`,
  ),
  signal(
    'should I',
    `(?:should|shall|can|could|do|must|ought|may) (?:i|we|my|our|she|he|they)|is it (?:ok|okay|safe|alright|wise|worth|sensible|daft|mad|silly)|is that (?:ok|okay|enough|safe|fine|alright|a problem|wise)|am i (?:right|ok|safe|being)|are we (?:ok|right|safe|being|covered)|would (?:that|it|you) (?:be|do|help)|worth (?:it|moving|having|getting|changing)|enough|good enough`,
  ),
  signal(
    'clock time',
    `(?:at|from|till|until|about|around|by|before|after|past) (?:about |around |half |quarter )*(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon)(?::\\d\\d)? ?(?:am|pm|ish|o'clock|at night|in the morning|every|each|to)?`,
  ),
  signal(
    'day or date',
    `(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues?|weds?|thurs?|fri|sat|jan|feb|january|february|april|june|july|august|september|october|november|december|\\d{1,2}(?:st|nd|rd|th)|tomorrow|next (?:week|month|friday|saturday|sunday|monday|tuesday|wednesday|thursday)|tonight|weekend|eid|ramadan|diwali|vaisakhi|easter|christmas|yom kippur|purim|friday prayers|jummah|jumma)`,
  ),
  signal(
    'routine',
    `every (?:day|night|week|morning|evening|other|second|single|monday|tuesday|wednesday|thursday|friday|saturday|sunday|alternate)|each (?:day|night|week|morning|evening)|always|same (?:time|route|way|bus|train|seat|place|cafe)|on (?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)|most (?:days|nights|mornings|evenings)|alone|on (?:my|her|his) own`,
  ),
  signal(
    'particular person',
    `(?:a|the|one) (?:[a-z'-]+ ){0,2}?(?:councillor|mp|leader|deputy|vicar|rabbi|imam|member|caseworker|holder|mayor|candidate|minister|intern|secretary|warden|trustee) (?:who|whose|that|with|at|in) `,
  ),
  signal(
    'next to',
    `(?:above|next to|next door to|opposite|across from|behind|backs? on ?to|beside|on the corner of|between|overlooking|overlooked by|near) (?:a|an|the|our|my|us|two|some)`,
  ),
  signal(
    'named place',
    `(?:saint|st) [a-z'-]+|all saints|(?:my|our|the) ward (?:in|of|is)|i (?:live|work|am based|am) in [a-z]+|here in [a-z]+|in (?:north|south|east|west) [a-z]+`,
  ),
  signal(
    'Welsh own',
    `fy|ein|(?:yn )?ein (?:swyddfa|capel|eglwys|mosg|adeilad|cartref|neuadd)|fy (?:swyddfa|nghartref|nhŷ|nhy|ngwraig|nheulu)|swyddog (?:ddod|i ddod|alw)|pwy yw (?:fy|ein)|allai swyddog|a all swyddog`,
  ),
  signal(
    'Urdu or Punjabi own',
    `(?:mera|mere|meri|hamara|hamare|hamari|humara|hamri|sada|sade|sadi|saada|saade|saadi|mainu|menu|sanu|saanu|apne|apni)(?: [a-z]+){0,3}? (?:ghar|office|daftar|masjid|gurdwara|gurdware|mandir|gali|mohalla|bache|bachay|dukan|school|area|team|inspector|raste|rasta)|(?:koi |kya )?(?:officer|police|pcso)(?: [a-z]+){0,4}? (?:aa|bhej|aake|aakar|sakda|sakta|sakde|sakte)`,
  ),
];
