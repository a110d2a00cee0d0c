import { signal } from './signals.js';
import type { Signal } from './signals.js';

/** Signs of something seen that may be linked to terrorism or extremism. */
export const SUSPICION_SIGNALS: readonly Signal[] = [
  signal(
    'watching a place',
    `(?:film(?:ed|ing|s)?|photograph(?:ed|ing|s)?|taking (?:photos|pictures|pics|notes|video|measurements)|took (?:photos|pictures|pics|notes)|sketch(?:ed|ing)|draw(?:ing|n) (?:a )?(?:map|plan|plans)|pacing out|counting (?:steps|paces|people|cars|cameras)|measuring|noting|writing down|wrote down|recording|drone (?:over|above|hover\\w*)|hovering|timing|timed|scoping|casing|reconn\\w*|recce|watching)(?: [a-z'-]+){0,9}? (?:entrance|entrances|exits?|doors?|gates?|cameras?|cctv|guards?|security|building|mosque|church|synagogue|temple|gurdwara|office|town hall|station|school|bollards|car park|number plates|reg|plates|alarm|fire|keypad|people|who comes|comings|roof|back|side|hall|congregation|times|shift|staff)`,
  ),
  signal(
    'testing security',
    `test(?:ed|ing|s)? (?:our |the |my |your |if |whether |doors|how )?(?:[a-z]+ )?(?:security|doors?|handles|response|alarm|locks|reactions?)|trying (?:the |all the |every |each )?(?:doors|handles|side doors)|tried (?:the |every |all the )?(?:doors|handles|side door|back door)|asking (?:about|what|how|when|where|who|odd|strange|a lot|lots|too many|too much|questions)(?: [a-z'-]+){0,10}? (?:security|cameras|guards|busiest|exits|staff|doors|alarm|alarms|many people|shift|lock up|locks|crowd|police|mp|minister|roof)|asked (?:me |us |our |my |about |what |how |when |where |staff |the )+(?:[a-z'-]+ ){0,8}?(?:security|cameras|guards|busiest|exits|alarm|alarms|crowded|lock up|roof|basement|armed)|fake (?:id|lanyard|uniform|badge|pass)|pretend(?:ed|ing) to be (?:a |an |from )|no (?:id|paperwork|job sheet|lanyard)|wanted to know (?:when|how|where|what|who)`,
  ),
  signal(
    'buying or storing',
    `(?:buy|buying|bought|ordering|ordered|orders|stockpil\\w+|storing|stored|stash\\w*|hoarding|collecting|delivered|deliveries|paid cash|cash)(?: [a-z'-]+){0,9}? (?:chemicals?|fertili[sz]er|peroxide|acetone|acid|ammonium|nitrate|fireworks|knives|weapons|ammunition|ammo|gas (?:bottles|canisters|cylinders)|petrol|drums|bleach|nails|ball bearings|body armour|vests|pipes|gunpowder|bleach|crossbows?|machetes)|(?:chemicals?|fertili[sz]er|peroxide|acetone|ammonium nitrate)(?: [a-z'-]+){0,8}? (?:garage|lockup|lock-up|shed|flat|garden|no garden|cash|unit|allotment|tenant|neighbour|bottles|smell|drums)|3d print\\w+(?: [a-z]+){0,4}? (?:gun|parts|weapon)`,
  ),
  signal(
    'radicalised',
    `radicali[sz]\\w+|extremis[tm]s?|terrorists?|terrorism|isis|daesh|jihad\\w*|martyr\\w*|caliphate|neo ?nazi|far[- ]right|white (?:power|supremac\\w+)|incel|manifesto|race war|great replacement|day of (?:reckoning|the rope)|beheading|attack(?:er)?s? (?:video|praised|heroes)|prais(?:es|ed|ing)(?: [a-z'-]+){0,4}? (?:attack|attacker|bomber|killer|shooter|shooting|terror\\w*)|gone (?:very )?(?:strange|quiet|religious|extreme)|talks? about (?:dying|killing|martyr\\w*|infidels|war|heroes)|(?:cut off|stopped seeing|dropped) (?:his|her|all|old)(?: [a-z]+){0,3}? friends|travel to (?:syria|fight)|training camp|bomb[- ]?making|how to make (?:a )?(?:bomb|explosive\\w*)|instructions for|proscribed`,
  ),
  signal(
    'odd vehicle',
    `(?:same|strange|unknown|white|black|silver|grey|blue|red|hire|rental|unmarked) (?:[a-z]+ )?(?:car|van|vehicle|motorbike|transit|audi|bmw|golf|lorry|estate)(?: [a-z'-]+){0,10}? (?:parked|outside|circling|past|times|again|week|watching|opposite|twice|slowly|days|sat)`,
  ),
  signal(
    'worry about a person',
    `(?:worried|concerned|worry|concern|uneasy|unsettled|do not like|something off|not right|funny feeling|gut feeling|bothering me|can not shake|does not sit right|sits? badly)(?: [a-z'-]+){0,6}? (?:about|by|him|her|them|he|she|my|our|a|the|one)`,
  ),
  signal(
    'suspicious',
    `suspicious(?:ly)?|suspicion|suspect|odd|strange|weird|peculiar|dodgy|iffy|out of place|loitering|hanging (?:around|about)|lurking|nervous|sweating|hotline|act (?:online|form|report\\w*)|tell (?:someone|anyone|you)|pass (?:it|this) on|might be nothing|may be nothing|probably nothing|could be nothing`,
  ),
  signal(
    'asks about signs in general',
    `(?:what|which) (?:are|is|counts?|would|makes?|sort|kind|behaviour|signs?|does)(?: [a-z'-]+){0,8}? (?:suspicious|reconnaissance|signs?|radicalisation|extremism|look for|spot)|signs (?:of|to|that)|how (?:do|would|can|should) (?:we|i|you|one|staff|volunteers|stewards)(?: [a-z'-]+){0,4}? (?:spot|tell|recognise|know|notice|report|describe)|hostile reconnaissance`,
  ),
  signal(
    'Welsh suspicion',
    `amheus|ffilmio|tynnu lluniau|gwylio|eithafol|eithafiaeth|radicaleiddio|terfysg\\w*|llinell gymorth`,
  ),
  signal(
    'Urdu or Punjabi suspicion',
    `(?:video|photo|photos|tasveer|tasveeran|film|movie)(?: [a-z]+){0,4}? (?:bana|banaa|bna|le raha|khich|khinch|lai)|shak|shaq|shakk|mashkook|ajeeb|dehshat\\w*|intehapasand`,
  ),
];
