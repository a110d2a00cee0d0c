import { signal } from './signals.js';
import type { Signal } from './signals.js';

/** Signs that a crime or incident has happened and might be recorded. */
export const CRIME_SIGNALS: readonly Signal[] = [
  signal(
    'damage done',
    `(?:smashed|broken|broke|slashed|keyed|scratched|damaged|vandalised|daubed|sprayed|graffitied|defaced|torched|burnt|burned|set fire|egged|ripped|torn|tore|cut|kicked in|put through|wrecked|dented|stolen|nicked|pinched|robbed|burgled|taken|thrown|threw|chucked|tipped|smeared|painted|let down|pulled (?:up|down|off)|gone missing|poisoned)`,
  ),
  signal(
    'threat received',
    `(?:received|got|had|been sent|sent|getting|get|came|arrived|left|emailed|texted|messaged|posted|tweeted|wrote|written|said|saying|says|told|phoned|rang|shouted|called)(?: [a-z'",:-]+){0,8}? (?:threat|threats|threatening|abuse|abusive|death|kill|killed|hang|hanged|shoot|burn|rape|noose|nasty|vile|racist|antisemitic|islamophobic|homophobic|slur|slurs|hate|hateful|blackmail|nazi|swastika|terrorist|paki|jew|bitch|names|stab|watch your back|knows? where|know where)`,
  ),
  signal(
    'was harmed',
    `(?:i|we|he|she|they|staff|wife|husband|son|daughter|colleague|intern|member|caseworker|who|someone|somebody|window|windows|car|office|house|mosque|church|sign|door) (?:was|were|has been|have been|had been|got|had|keeps being|is being|being|been) (?:[a-z]+ )?(?:attacked|assaulted|followed|chased|pushed|shoved|punched|hit|spat|threatened|harassed|abused|stalked|hacked|robbed|mugged|burgled|broken|smashed|vandalised|filmed|doxxed|grabbed|groped|touched|scammed|defrauded|blackmailed|trolled|impersonated|cloned|sent|called|egged|kicked|stolen|racially|verbally|knocked|slapped)`,
  ),
  signal(
    'spat or shoved',
    `spat (?:at|on|in)|shoved|pushed (?:me|her|him|us|my|over|past)|grabbed|punched|slapped|groped|headbutted|flashed|exposed himself|pulled (?:my|her|his|off|a)|rammed|tried to run`,
  ),
  signal(
    'wants to report',
    `(?:report|reporting|log|logged|record|recorded|statement|crime number|crime reference|reference number|press charges|make a complaint|tell the police|tell police|inform (?:the )?police|go to the police|hand (?:it|this|them) (?:in|over)|keep (?:it|the|them) as evidence|evidence|prosecute|charged|arrested|investigat\\w+|who do (?:i|we) (?:tell|give|send|pass|report)|who wants it|do you want (?:it|the|them|me)|cctv of (?:it|him|them)|have (?:the )?(?:footage|dashcam|screenshots?|photos?|pictures|number plate|reg))`,
  ),
  signal(
    'hate',
    `hate (?:crime|incident|mail)|racist|racially|antisemitic|anti-semitic|islamophobic|homophobic|transphobic|swastikas?|slurs?|nazi|go home|go back to|bacon|pig(?:'s)? head|hijab|scarf|turban|kippah|yarmulke|noose`,
  ),
  signal(
    'harassment',
    `harass(?:ed|ing|ment|es)?|stalk(?:ed|ing|er|s)?|keeps? (?:emailing|calling|ringing|phoning|messaging|turning up|sending|coming|following|posting|contacting)|will not stop|won't leave (?:me|us|her|him) alone|obsessed|restraining order|non-molestation|bail conditions|breach(?:ed|ing)?`,
  ),
  signal(
    'when it happened',
    `yesterday|last (?:night|week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|year|weekend)|this morning|the other (?:day|night|week)|(?:an? |one |two |three |four |few |couple of |\\d+ )?(?:hours?|days?|weeks?|months?|years?) ago|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|over the weekend|overnight|earlier|since (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|then|january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas)|in the night|just (?:had|got|been|received|come)|found (?:this|on|when|it|that)|came back to|woke up to|came in to|turned up to|noticed`,
  ),
  signal(
    'online crime',
    `hacked|cloned|fake (?:account|profile|page|email)|pretending to be me|impersonat\\w+|scam(?:med)?|defraud\\w+|ransom|blackmail\\w*|sextortion|leaked|doxx?ed|deepfake of|posted my (?:address|number)|my (?:address|number|home) (?:was|is|has been|got|on|online)|phish\\w* (?:email )?(?:and|clicked)|clicked`,
  ),
  signal(
    'Welsh crime',
    `(?:cefais|ces i|cawsom|gawsom|ges i|cafodd|derbyniais|derbyniodd|torrwyd|torri|malwyd|dwynwyd|wedi (?:torri|malu|dwyn|cael|derbyn|bygwth|ymosod|peintio))|adrodd (?:am|trosedd)|rhif trosedd|bygythiad|bygythiol|graffiti`,
  ),
  signal(
    'Urdu or Punjabi crime',
    `(?:report|parcha|fir|f i r|complaint|shikayat)(?: [a-z]+){0,3}? (?:kar|karni|karwani|karna|karaun|likhwa|darj)|(?:dhamki|dhamkiyan|gaali|gaaliyan|gaalan|galiyan|gaal|chori|tor|tod|tode|torh|sheeshe|shishe|sheesha)(?: [a-z]+){0,4}? (?:di|diti|ditti|mili|milli|aayi|ayi|aai|gaya|gayi|gaye|diye|dittiyan|kadhiyan|hoi|hui|ho gayi|aa)`,
  ),
];
