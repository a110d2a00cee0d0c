/** What a danger rule looks for. `strong`: words that alone mean danger under way. `weak`: needs more before it counts. */
export interface DangerRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly strength: 'strong' | 'weak';
  /** Left standing although the clause tells of the past: the danger lasts (a find, an injury, a person locked in). */
  readonly lasts?: boolean;
}

const WHO =
  '(?:man|men|woman|women|guy|guys|bloke|blokes|chap|chaps|lad|lads|fella|fellow|gentleman|someone|somebody|some one|person|people|he|she|they|it|teenager|teenagers|kids?|youths?|intruders?|boys?|girls?|gang|group|visitor|constituent|resident|stranger|strangers|neighbour|husband|wife|partner|ex|son|daughter|individual|male|female|protesters?|protestors?|crowd|mob|driver|caller|customer|parishioner|member|drunk|one|weirdo|nutter|idiot|gunman|attacker|which|who|that)';
const VICTIM =
  '(?:me|us|him|her|them|myself|ourselves|someone|somebody|people|everyone|anyone|my [a-z]+|our [a-z]+|the [a-z]+|a [a-z]+|his [a-z]+|her [a-z]+|their [a-z]+|staff|colleagues?|councillors?|worshippers|children|kids|each other)';
const WEAPON =
  '(?:knife|knives|blade|gun|guns|rifle|shotgun|pistol|handgun|firearm|weapon|weapons|machete|axe|hatchet|sword|hammer|crowbar|bat|baseball bat|iron bar|metal bar|metal pole|bar|bottle|petrol|acid|crossbow|screwdriver|grenade|bomb|explosives|samurai|cleaver|chainsaw|knuckle ?duster|taser|lighter|jerry ?can|something (?:shiny|sharp|metal)|stick|brick|bricks)';
const ITEM =
  '(?:package|parcel|bag|device|box|envelope|rucksack|backpack|holdall|suitcase|letter|item|object|case|jiffy bag|packet|object|canister|cylinder|thing|briefcase|carrier bag|bin bag|tin|tube)';
const ODD =
  '(?:suspicious|unattended|strange|ticking|leaking|unmarked|odd|weird|abandoned|dodgy|unclaimed|beeping|smoking|funny|unexplained|suspect|wires|wiring)';

const HARM_ING =
  '(?:attacking|stabbing|hitting|beating|punching|kicking|strangling|choking|assaulting|shooting|biting|slashing|robbing|mugging|raping|dragging|grabbing|hurting|killing|pushing|shoving|spitting at|throttling|smothering|fighting|threatening|harming|chasing|following|stalking|cornering|surrounding|tailing)';

function rule(name: string, strength: 'strong' | 'weak', source: string, lasts = false): DangerRule {
  return { name, strength, pattern: new RegExp(`\\b(?:${source})(?![\\p{L}\\p{N}])`, 'u'), lasts };
}

/** English, Welsh and Roman Urdu and Punjabi, roughly in order of certainty. */
export const DANGER_RULES: readonly DangerRule[] = [
  rule(
    'being harmed',
    'strong',
    `${WHO}(?: [a-z'-]+){0,6}? (?:is|are|keeps|keep|still|started|begun|just) (?:[a-z]+ ){0,2}?${HARM_ING} ${VICTIM}`,
  ),
  rule(
    'being harmed',
    'strong',
    `(?:is|are|am) (?:[a-z]+ ){0,2}?being (?:[a-z]+ )?(?:attacked|stabbed|beaten|followed|chased|robbed|assaulted|mugged|held|threatened|strangled|shot|kicked|punched|tailed|stalked|burgled|broken into|smashed|surrounded|held hostage)`,
  ),
  rule(
    'being harmed',
    'strong',
    `(?:getting|gettin) (?:attacked|stabbed|beaten|beat|followed|chased|robbed|assaulted|mugged|kicked|battered|jumped)`,
  ),
  rule(
    'being followed',
    'strong',
    `(?:following|follow|chasing|tailing|behind) (?:me|us|my (?:car|daughter|son|wife|husband|staff)|her|him)(?: [a-z]+){0,8} (?:now|right now|still|home|since|from|for the (?:last|past)|all the way|every turn|turn)`,
  ),
  rule(
    'attack told',
    'strong',
    `(?:has|have) (?:just )?(?:been )?(?:stabbed|shot|attacked|knifed|run over|collapsed|been hit|been hurt|taken (?:an overdose|a lot of|all|some) ?(?:of )?(?:pills|tablets|her|his)?)`,
    true,
  ),
  rule(
    'armed person',
    'strong',
    `${WHO}(?: [a-z'-]+){0,7}? (?:with|has|has got|have|have got|carrying|holding|got|waving|pulled|brandishing|wielding|armed with|clutching|swinging|produced|pulling|showing|what looks like|pointing) (?:[a-z'-]+ ){0,5}?${WEAPON}`,
  ),
  rule(
    'armed person',
    'strong',
    `(?:armed (?:man|men|woman|person|people|gang|intruders?|police are)|gunman|gunmen|active shooter|knifeman|shooter|suicide bomber|knife attack|hostages?)`,
  ),
  rule(
    'shots or blast',
    'strong',
    `(?:shots? (?:being )?fired|gun ?shots?|gunfire|(?:is|are|someone|man|he|they) (?:just )?(?:shooting|firing)|(?:heard|hear|was|been|huge|big|massive|an|loud) (?:an )?explosions?|(?:loud|big|massive|huge) bangs?|bomb (?:has )?(?:gone|went) off)`,
  ),
  rule(
    'break-in',
    'strong',
    `(?:breaking|smashing|kicking|forcing|climbing|trying to (?:get|break|force|kick|smash|climb|come)|attempting to (?:get|break|force)|prising|prying|jemmying|drilling)(?: [a-z'-]+){0,4}? (?:in|into|down|through|over|inside|the (?:back |front |side |office |vestry |main )?(?:door|doors|window|windows|lock|gate|fence)|(?:my|our|her|his) (?:back |front |side |office )?(?:door|doors|window|windows|lock|gate))`,
  ),
  rule(
    'break-in',
    'strong',
    `(?:banging|hammering|pounding|kicking|battering|thumping|booting)(?: [a-z'-]+){0,2}? (?:on|at|against|in) (?:[a-z'-]+ ){0,3}?(?:doors?|windows?|shutters?)`,
  ),
  rule(
    'intruder',
    'strong',
    `(?:intruders?|burglars?|someone|somebody|some one|man|stranger|people|they|he|robbers?) (?:is|are|has got|have got|have broken|has broken|broken|just broke|just broken|downstairs|upstairs) ?(?:just )?(?:in|inside|into|downstairs|upstairs) (?:my|our|the) (?:house|home|flat|office|building|garden|kitchen|mosque|church|temple|synagogue|gurdwara|attic|loft|hall|vestry|garage|shed)`,
  ),
  rule(
    'intruder',
    'strong',
    `(?:someone|somebody|intruder|burglar|a (?:man|stranger)) (?:is )?(?:downstairs|upstairs|inside|in (?:my|our) (?:house|home|flat|kitchen|garden))`,
  ),
  rule(
    'fire',
    'strong',
    `(?:(?:is|are|caught|on|set|a|the|catching|set (?:it|them|us)) (?:(?:all|well|now|just|currently) )?(?:on |alight|ablaze|in flames)(?:fire)?|there is (?:a )?(?:small |big |huge )?fire|(?:smoke|flames) (?:is |are )?(?:coming|pouring|filling|billowing|everywhere|in|from|under|out)|can (?:smell|see) (?:smoke|burning|gas|flames|fire|petrol)|(?:building|house|car|office|mosque|church|shop|temple|bin|bins|hall|van|shed|roof|door) (?:is )?(?:on fire|burning|alight|ablaze)|fire in (?:the|our|my)|smell of (?:gas|petrol|burning)|petrol (?:through|in|under|poured|being poured))`,
    true,
  ),
  rule(
    'suspected device',
    'strong',
    `${ODD}(?: looking)?(?: [a-z]+)? ${ITEM}(?: [a-z'-]+){0,8}? (?:here|outside|in (?:the|our|my)|at (?:the|our|my)|under|left|on (?:the|our|my)|just|has|by (?:the|our|my)|near|next to|sitting|now|arrived|with wires)`,
    true,
  ),
  rule(
    'suspected device',
    'strong',
    `(?:found|left|dropped|seen|spotted|opened|got|arrived|delivered|there is|dumped|placed|attached|stuck|sitting|received)(?: [a-z'-]+){0,6}? ${ITEM}(?: [a-z'-]+){0,8}? (?:ticking|wires?|wiring|leaking|smoking|hissing|beeping|powder|smells?|oily|grease|unattended|battery|tape|buzzing|vibrating|fuse|nails)`,
    true,
  ),
  rule(
    'suspected device',
    'strong',
    `(?:there is|found|we have|i have|left|planted|can see|looks like) (?:what (?:looks|appears) (?:like|to be) )?(?:an? )?(?:unexploded |suspected |pipe |nail |petrol |suspicious |possible )?(?:bomb|device|explosives?|explosive device|ied|grenade|tracker)`,
    true,
  ),
  rule(
    'suspected device',
    'strong',
    `(?:under|underneath|beneath|attached to|on) (?:my|our|the|her|his) (?:car|van|vehicle)(?: [a-z'-]+){0,6}? (?:wires?|box|device|magnet|ticking|taped|stuck|attached)|(?:wires?|box|device|magnet|package|something)(?: [a-z'-]+){0,5}? (?:under|underneath|beneath|attached to|taped to|stuck to|wired to) (?:my|our|the|her|his) (?:car|van|vehicle|seat|chassis|wheel)`,
    true,
  ),
  rule(
    'powder',
    'strong',
    `(?:white|brown|grey|strange|funny|unknown|yellow|some|fine|suspicious|odd|weird|the|of) (?:[a-z]+ )?(?:powder|dust|granules|substance|liquid)(?: [a-z'-]+){0,8}? (?:envelope|letter|out|over|hands?|desk|package|parcel|floor|post|just|fell|everywhere|inside|mail|lap|keyboard|clothes|opened|face)|(?:envelope|letter|parcel|package|packet|card|post|mail|jiffy bag)(?: [a-z'-]+){0,10}? (?:powder|white dust|granules)`,
    true,
  ),
  rule(
    'self-harm',
    'strong',
    `(?:i|he|she|they|who|constituent|caller|man|woman|lad|girl|boy|someone|somebody|[a-z]+)(?: [a-z'-]+){0,5}? (?:going to|gonna|about to|wants? to|want to|will|plan(?:s|ning)? to|intend(?:s|ing)? to|threatening to|ready to|trying to|just to|need to|says|said|saying|to) (?:just )?(?:kill|end|hurt|harm|hang|cut|drown|jump|top|finish|do away with|take|shoot|stab|burn)(?:ing)?(?: [a-z]+)? ?(?:myself|himself|herself|themselves|themself|my life|his life|her life|their life|it all|off (?:the|a)|in front of|my own life|his own life|her own life|their own life|it tonight|things)`,
  ),
  rule(
    'self-harm',
    'strong',
    `(?:do not want to (?:be here|live|wake up|go on|carry on|be alive)|can not (?:go on|carry on|do this) (?:any ?more|living)|better off (?:dead|without me)|suicidal|taken an? overdose|taken (?:all|a load|loads|lots|too many) (?:of )?(?:the|my|her|his|their)? ?(?:pills|tablets|medication)|on the (?:ledge|edge|bridge|roof|parapet|wrong side)|(?:no|any) (?:reason|point) (?:to|in) (?:live|living|going on)|goodbye (?:note|message|text|letter)|suicide note|wants to die|want to die)`,
    true,
  ),
  rule(
    'threat at hand',
    'strong',
    `(?:going to|gonna|about to|will|coming to|come to|coming round to|threatening to|wants to|on (?:his|her|their) way to|says he is going to) (?:[a-z]+ )?(?:kill|stab|shoot|burn|blow|bomb|attack|hurt|slash|slit|murder|get|do|rape|behead|hang|torch|petrol bomb) ${VICTIM}(?: [a-z'-]+){0,10}? (?:now|today|tonight|tonite|this (?:morning|afternoon|evening|minute)|in (?:an?|half an|\\d+|ten|five|one|two) (?:hours?|minutes?|mins?)|on (?:his|her|their) way|here|outside|when (?:i|we) (?:come|leave|get|go|finish)|at (?:\\d+|noon|lunchtime|the surgery|the service))`,
  ),
  rule(
    'threat at hand',
    'strong',
    `(?:is|are|he is|she is|they are) (?:now )?(?:on (?:his|her|their) way|coming (?:over|round|here|back|for|to (?:get|kill|find|sort)|after|at|towards)|heading (?:here|this way|over|for|towards)|outside with|driving (?:here|at|towards|round))(?: [a-z'-]+){0,10}? (?:knife|gun|kill|hurt|get (?:me|us|her|him|you)|sort (?:me|us|her|him)|mates|lads|petrol|bat|me|us|here|office|house|weapon|mosque|church|threat|threatening)`,
  ),
  rule(
    'held in',
    'strong',
    `(?:(?:locked|barricaded|shut) (?:myself|ourselves|us|me|in (?:the|a|my|our))|hiding (?:in|under|behind|upstairs|with)|we are hiding|i am hiding|(?:will|would|do|does|did) not let (?:me|us|her|him|them|anyone|the staff|staff|my staff|my [a-z]+) (?:out|leave|go|pass|past|go home|in)|trapped (?:in|inside|here|by|with)|we are trapped|i am trapped|can not get (?:out|away|past)|blocking (?:the|my|our|us|me) (?:[a-z]+ )?(?:door|exit|doorway|way|car|in|entrance|way out|only way)|cornered|held (?:hostage|captive|against)|has (?:kidnapped|taken|grabbed|snatched))`,
    true,
  ),
  rule(
    'medical',
    'strong',
    `(?:not breathing|stopped breathing|unconscious|is bleeding|are bleeding|bleeding (?:badly|heavily|everywhere|out|from)|losing (?:a lot of |so much )?blood|there is blood|blood everywhere|has collapsed|just collapsed|having a (?:heart attack|stroke|seizure|fit)|heart attack|can not breathe|choking on|overdosed|badly (?:hurt|injured|burned|burnt)|covered in blood|lying on the (?:floor|ground|pavement))`,
    true,
  ),
  rule(
    'acid',
    'strong',
    `(?:threw|thrown|throwing|sprayed|squirted|spraying|splashed|poured|chucked|hit with) (?:[a-z'-]+ ){0,4}?(?:acid|bleach|ammonia|corrosive|liquid|petrol)(?: [a-z'-]+){0,4}? (?:at|on|over|in|into|face|eyes)`,
    true,
  ),
  rule(
    'dog',
    'strong',
    `(?:dogs?(?: [a-z'-]+){0,4}? (?:attacking|biting|mauling|savaging|loose|off the lead|has bitten|have bitten|has got|going for|lunging|cornered|latched)|set (?:his|her|their|a|the) dogs? on)`,
  ),
  rule(
    'vehicle',
    'strong',
    `(?:car|van|lorry|truck|vehicle|driver|motorbike|moped)(?: [a-z'-]+){0,5}? (?:driving|driven|ploughed|ploughing|mounted|mounting|ramming|rammed|reversing|accelerating|speeding|drove|aiming|heading|coming) (?:[a-z'-]+ ){0,3}?(?:into|at|onto|towards|through|up) (?:the )?(?:crowd|people|us|me|worshippers|pavement|building|march|parade|procession|gates?|doors?|front|entrance|stall|queue|children)|(?:trying to|tried to|going to|attempting to) run (?:me|us|him|her|them|people) (?:over|off the road|down)|run(?:ning)? (?:me|us) off the road`,
  ),
  rule(
    'mob',
    'strong',
    `(?:fight|riot|brawl|mob|gang|crowd)(?: [a-z'-]+){0,5}? (?:outside|broken out|kicking off|breaking out|attacking|trying to|throwing|storming|charging|at (?:the|our|my)|in (?:the|our|my)|surrounding|smashing|turning (?:nasty|violent|ugly))|(?:throwing|chucking|hurling|lobbing) (?:[a-z'-]+ ){0,2}?(?:bricks|stones|bottles|fireworks|eggs|rocks|things|missiles|petrol bombs?|paint) (?:at|through|over)`,
  ),
  rule(
    'asks for rescue',
    'strong',
    `(?:(?:need|want|get|send|call|where (?:is|are)|bring) (?:[a-z'-]+ ){0,2}?(?:the )?(?:police|help|ambulance|officers?|armed (?:police|response)|someone|fire brigade|999)(?: [a-z'-]+){0,3}? (?:now|here|asap|immediately|urgently|quick(?:ly)?|straight away|please hurry|as soon as possible|right away|right now|over here|round here)|help (?:me|us)(?: [.!]| please| now|$)|come quick(?:ly)?|please hurry|send (?:help|police|someone|ambulance)|(?:call|ring|phone|dial) (?:999|the police|police|an ambulance)(?: [.!]| now| please| for (?:me|us)|$)|save (?:me|us)|get (?:us|me) out|sos|mayday)`,
  ),
  rule(
    'will not leave',
    'strong',
    `(?:(?:will|would|does|do) not|refus(?:es|ing)(?: to)?|is not|are not|not) (?:leav(?:e|ing)|go(?:ing)?(?: away)?|get out|move|calm down|let (?:go|up))(?: [a-z'-]+){0,12}? (?:aggressive|shouting|screaming|scared|frightened|hand|violent|threatening|angry|drunk|abusive|alone|kicking|nasty|swearing|smashing|worse|staff)|(?:aggressive|shouting|screaming|scared|frightened|violent|threatening|angry|drunk|abusive|alone|kicking off|nasty|swearing|raging|something in (?:his|her|their) (?:hand|pocket|bag|jacket|coat))(?: [a-z'-,.]+){0,15}? (?:(?:will|would|does|do) not|refus(?:es|ing)(?: to)?|is not) (?:leav(?:e|ing)|go(?:ing)?(?: away)?|get out|move|calm down)`,
  ),
  rule(
    'will not leave',
    'strong',
    `${WHO}(?: [a-z'-]+){0,8}? (?:outside|at (?:the|my|our) (?:[a-z]+ )?(?:door|gate|window|reception|counter|desk)|in (?:the|my|our) (?:[a-z]+ )?(?:office|lobby|garden|reception|house|foyer|hallway|porch|drive|driveway|waiting room|surgery|hall|church|mosque|temple|car park|building|vestry|aisle))(?: [a-z',.-]+){0,10}? (?:will not (?:leave|go|move|let)|refus(?:es|ing) to|something in (?:his|her|their)|kicking off|getting (?:[a-z]+ )?(?:aggressive|violent|nasty|worse|angry|louder|angrier|agitated|heated|physical)|screaming|shouting|threatening|smashing|has got hold|with his face covered|trying the (?:door|handle|handles|windows|doors))`,
  ),
  rule(
    'something in hand',
    'strong',
    `something in (?:his|her|their) (?:hand|hands|pocket|jacket|coat|waistband)|hand inside (?:his|her|their) (?:coat|jacket|pocket|bag)|reaching into (?:his|her|their)`,
  ),
  rule(
    'abduction',
    'strong',
    `(?:being|been|just) (?:kidnapped|abducted|taken|dragged|bundled|snatched|held)(?: [a-z'-]+){0,4}? (?:car|van|hostage|away|off|by)`,
    true,
  ),
  rule(
    'Welsh',
    'strong',
    `mae(?: [\\p{L}'-]+){0,6}? (?:cyllell|gyllell|chyllell|gwn|dryll|nilyn|fy nilyn|dilyn|ymosod|bygwth|torri (?:i mewn|mewn)|ar dân|ar dan|curo|saethu|tân|bom|gwaedu|trywanu|dwyn|taro|dod i mewn|malu|fwyell|lladd|powdwr|ffrwydro|ffrwydrad)|(?:helpwch|help|achubwch) (?:fi|ni)|galwch (?:yr heddlu|999)|(?:dwi|rydw i|dw i)(?: [\\p{L}'-]+){0,3}? (?:lladd fy hun|cuddio|gaeth)`,
  ),
  rule(
    'Urdu or Punjabi',
    'strong',
    `(?:chaku|chaaku|chakoo|chaqu|chhuri|churi|chura|bandook|bandooq|bandook|pistol|pistaul|tokha|kirpan|danda|hathiyar|talwar|tezab|petrol|bomb|bum)(?: [a-z'-]+){0,6}? (?:hai|hain|he|hae|h|e|ae|aa|liye|lekar|leke|le ke|leker|raha|rahe|rha|rhe|vich|wich|nikal|dikha|abhi|hun)|(?:maar|mar|peet|kutt|maari|torh|tod|tor|pichha|peecha|picha|peechha|ghus|chala|dhamka|jala|sad|saad|attack|hamla|hamle|humla|darwaza|pathar|thok|follow|dhamki(?:yan)?(?: de)?)(?: [a-z'-]+){0,3}? (?:raha|rahe|rahi|rha|rhe|rhi|riha|rahya|reha|rehe|rihe|rahe ne|rhe ne|janda|de ne)|(?:bachao|madad karo|madad kijiye|bachaa?o|madad chahiye|police (?:nu )?(?:bhejo|bulao|bulaiye|pejo|bhejdo|ko bulao))|aag (?:lag|laggi|lagi|lga|laga|lgi)|ghus (?:aaya|aya|gaya|aaye|gaye|gae|aye)|andar (?:ghus|aa (?:gaya|gaye|raha|rahe))|khoon (?:nikal|beh|bah|vag)|goli(?:yan)? (?:chal|maar|chali)|(?:jaan|maar) (?:se maar|dega|dalega|daalega|dunga|denge|dainge|deyga)`,
  ),
  rule(
    'attack told',
    'strong',
    `(?:just |is |who is |are )?(?:been (?:stabbed|shot|knifed|glassed)|got (?:a |the |his |her )?(?:[a-z]+ )?by the (?:throat|neck|wrist|arm|hair|collar|scruff)|(?:has|have|got) (?:me|him|her|them|us|[a-z]+) by the (?:throat|neck|wrist|arm|hair|collar)|by the (?:throat|neck|hair)|tied (?:[a-z]+ )?(?:up|to (?:a|the) chair)|pinned (?:[a-z]+ ){1,3}(?:down|against|to the)|(?:has|have) (?:pinned|grabbed|cornered) [a-z]+|in a headlock|holding [a-z]+ (?:down|hostage|at knife ?point|at gun ?point)|at (?:knife|gun) ?point)`,
    true,
  ),
  rule(
    'suspected device',
    'strong',
    `(?:parcel|package|packet|bag|box|envelope|jiffy|case|rucksack|holdall|suitcase|cylinder|flask|drum|tube)(?: [a-z',-]+){0,12}? (?:ticking|hissing|beeping|wires|wiring|smoking|fizzing|bubbling|clock face|oil coming|oily|leaking|warm to the touch|getting warm|countdown|timer)|(?:ticking|hissing|beeping|fizzing|smoking|leaking)(?: [a-z'-]+){0,6}? (?:parcel|package|packet|bag|box|envelope|rucksack|holdall|suitcase|cylinder|drum)`,
    true,
  ),
  rule(
    'suspected device',
    'strong',
    `(?:bag|rucksack|holdall|suitcase|box|case|backpack|parcel|package)(?: [a-z'-]+){0,8}?(?: [.,])? (?:nobody|no one|nobody is|not ours|nobody knows|no one knows|belongs to no|no owner|was not there|not there (?:before|earlier|at))`,
    true,
  ),
  rule(
    'held in',
    'strong',
    `(?:can|could) (?:still )?hear (?:him|her|them|someone|somebody|footsteps|shouting|screaming|banging|kicking|people|it|movement)(?: [a-z'-]+){0,5}? (?:downstairs|upstairs|outside|kicking|banging|coming|moving|shouting|screaming|trying|in the|on the|breaking|smashing)|(?:we|i) (?:have|are|am) (?:all )?(?:hid|hidden|hiding|crouched|barricaded|locked in)|hear (?:shots|gun ?shots|screams|screaming|gunfire)|boxed (?:us|me|them) in|(?:hid|hidden|hiding|stuck|crouched|i am|we are) (?:in|under|behind) (?:the|a|this|my) (?:cupboard|toilet|toilets|loo|store ?room|vestry|kitchen|office|desk|bathroom|pantry|cellar|attic)`,
    true,
  ),
  rule(
    'gas or fumes',
    'strong',
    `(?:smell|fumes|smoke|gas|powder|liquid)(?: [a-z',-]+){0,14}? (?:faint|dizzy|coughing|sick|choking|burning (?:eyes|throat|skin)|eyes (?:are )?(?:burning|stinging|streaming)|passed out|can not breathe|light ?headed)|(?:building|kitchen|hall|roof|house|church|mosque|office|room|curtains?|bins?|door|stage|marquee|tent|van|car|porch|vestry|shed) (?:is )?alight|flames (?:at|on|up|from|in)`,
    true,
  ),
  rule(
    'laser or aim',
    'strong',
    `(?:red|green) (?:dot|light|laser)(?: [a-z'-]+){0,6}? (?:my|our|his|her) (?:chest|jumper|jacket|coat|shirt|head|window|face|back)|(?:aiming|pointing) (?:a |an |it |something )?(?:[a-z]+ )?(?:at|towards) (?:me|us|him|her|them|the (?:crowd|window|house|building|office))`,
  ),
  rule(
    'gone missing in danger',
    'strong',
    `(?:used|sent|texted|said|given|just|was|is) (?:me |us |just )?(?:the |our |her |his )?(?:code|duress|panic) ?word|(?:not|is not|has not|nobody is|are not|stopped) (?:answering|answered|picking up|replied|replying|responding|come out|checked in)(?: [a-z'-]+){0,12}? (?:shout(?:ing)?|scream(?:ing)?|bang|crash|code|cut off|scared|lone)|(?:shouting|screaming|scream|bang|crash)(?: [a-z',-]+){0,12}? (?:cut off|went dead|line (?:went|is) dead|not answering|no answer|gone quiet|then (?:nothing|silence))`,
  ),
  rule(
    'self-harm',
    'strong',
    `(?:taken|took|swallowed|had) (?:them|it) all|(?:tablets|pills|paracetamol)(?: [a-z]+)? (?:taken|swallowed|gone)|(?:tell|give) (?:my |our |the )?(?:mum|mam|mother|dad|kids|children|family|wife|husband|everyone|them)(?: [a-z]+){0,3}? (?:i am )?(?:sorry|i love|love)|(?:cut|cutting|slit) (?:my|his|her|their) (?:arms?|wrists?|throat)|(?:do not|can not|cannot) see (?:a|any|another) way (?:out|forward|through|on)|(?:on|at|over) the (?:[a-z]+ )?(?:bridge|railway|tracks|roof|ledge|cliff|multi ?storey|car park roof)(?: [a-z',-]+){0,10}? (?:who would|no one|nobody|care|goodbye|sorry|end|jump|done)|(?:do|doing|end|ending) it (?:all )?tonight|not be (?:here|around) (?:tomorrow|in the morning|much longer|by)|say(?:ing)? (?:her|his|their|my) goodbyes|last (?:message|post|goodbye)`,
    true,
  ),
  rule(
    'threat at hand',
    'strong',
    `(?:tonight|today|at (?:\\d{1,2}|nine|eight|seven|ten|noon|midday|midnight)(?: ?(?:pm|am))?|in (?:ten|five|twenty|\\d+) minutes|this (?:afternoon|evening|morning))(?: [a-z',"-]+){0,8}? (?:bring (?:bats|knives|petrol|weapons|sticks|hammers)|burn (?:us|it|the|our|you|them)|(?:shoot|stab|kill|bomb|blow up|attack|torch) (?:us|them|the|our|everyone|people|it|me|him|her))|(?:burn|bomb|torch|shoot up|blow up|storm) (?:our|the|us|my|your) (?:[a-z]+ )?(?:tonight|today|at \\d|in (?:an|half|\\d|ten|five))`,
  ),
  rule(
    'being followed',
    'strong',
    `(?:i|we) (?:stop|stopped|turn|turned|speed up|slow down|cross|crossed)(?: [a-z',-]+){0,4}? (?:he|she|they|it|so) (?:does |do |did )?(?:too|stops?|stopped|turns?|turned|speeds?|slows?|crosse[sd])|(?:behind|after) (?:me|us) (?:since|for|all the way|from|the whole|every|now|right)|matching my (?:steps|pace|speed)|every (?:turn|street|corner) i (?:take|turn)|footsteps (?:behind|same|right)|(?:sat|sitting|stood|standing|waiting|now|is|are|back) (?:on|in|at) (?:my|our) (?:doorstep|step|garden gate|front garden|drive)|(?:camera|cctv|doorbell) (?:is )?show(?:s|ing) (?:a|an|someone|somebody|two|men|him) (?:[a-z]+ ){0,3}?(?:upstairs|inside|in the|at the|torch|climbing|trying)|(?:gate|latch|door|window|stairs) (?:has |is )?(?:just )?(?:clicked|creaked|rattled|opened|opening|creaking|rattling)|in earshot|(?:on the )?other line whispering|trying to (?:push|force|ram|run) (?:me|us|him|her) off`,
  ),
  rule(
    'intruder',
    'strong',
    `(?:killer|gunman|murderer|burglar|intruder|attacker|robber|knifeman|strange man|stranger) (?:is )?(?:in|inside|at) (?:the|my|our)|(?:man|bloke|guy|he|someone|somebody|ex|him)(?: [a-z'-]+){0,8}? is (?:back )?(?:in|inside|at|on) (?:my|our) (?:front |back |side )?(?:garden|yard|drive|house|porch|kitchen|hallway|loft|shed|landing|stairs)|(?:someone|somebody|a man|men|two men|people|figure|figures)(?: [a-z'-]+){0,3}? in the (?:yard|garden|grounds|corridor|stairwell|loft|cellar)|(?:picking|picked|trying|drilling|forcing|rattling) (?:the|my|our) (?:[a-z]+ )?(?:lock|locks|door|doors|handle|handles|window|shutter)`,
  ),
  rule(
    'Urdu or Punjabi',
    'strong',
    `(?:talwar|talwaran|talwarein|kirpanan|dande|bandooqan|bandookan|chhure|churiyan|hathiyaran)(?: [a-z'-]+){0,5}? (?:leke|lekar|lai|le|ke|naal|hath|hai|ne|han)|(?:gas|dhuan|dhua|dhuaan) di? ?(?:mehak|smell|badbu|aa|nikal)|andar band (?:aa|hai|han|ne|hain)|(?:varh|vad|wad|ghus|vadh) (?:gaya|gaye|aaya|aaye|aya|aye|gya)|(?:balda|jalda|jalta|jalti) (?:[a-z]+ )?(?:sutt\\w*|phenk\\w*|daal\\w*)`,
  ),
  rule(
    'Welsh',
    'strong',
    `(?:wedi|yn|mae'n|maen nhw'n|maen nhw)(?: [\\p{L}'-]+){0,4}? (?:fy ngwthio|fy nilyn i|ar dân|torri i mewn|cau gadael|gwrthod gadael|bygwth (?:fi|ni|lladd)|dal (?:fi|ni|cyllell)|trywanu|gwaedu)|rhywun (?:yn|wedi)(?: [\\p{L}'-]+){0,3}? (?:torri|malu|dilyn|saethu|cuddio|trywanu|ymosod)|ddim yn anadlu|anymwybodol`,
  ),
  rule('suspected device', 'weak', `${ODD}(?: looking)?(?: [a-z]+)? ${ITEM}`, true),
  rule(
    'violence',
    'weak',
    `(?:attack(?:ed|ing)?|stab(?:bed|bing)?|shoot(?:ing)?|shot|knife|gun|bomb|explosion|fire|burning|acid|kill(?:ed|ing)?|murder|suicide|hostage|petrol|weapon|machete|axe|assault(?:ed|ing)?|threaten(?:ed|ing)?|violent|violence|blood|bleeding|chas(?:ed|ing)|follow(?:ed|ing) (?:me|us|her|him)|intruder|scream(?:ing|s)?|smash(?:ed|ing)?|emergency|999|danger|hiding|trapped|powder|wires|ticking)`,
  ),
  rule(
    'unease',
    'weak',
    `(?:bit of a situation|situation here|not (?:sure|certain) (?:we|i) (?:are|am) safe|do not feel safe|feel(?:ing)? (?:very )?(?:unsafe|threatened|scared|uneasy)|(?:i am|we are) (?:really |very |quite |a bit |so |absolutely )?(?:scared|frightened|terrified)|something is (?:wrong|not right)|getting (?:a bit )?(?:nasty|lively|heated|out of hand|ugly)|kicking off|trying (?:the|my|our|every|all the) (?:[a-z]+ )?(?:door|handle|handles|doors|windows|car doors?)|keeps? (?:circling|driving past|coming back|looking in|staring)|been (?:sat|sitting|parked|standing|stood|waiting|hanging) (?:outside|across|opposite|there|by)|is (?:outside|in the garden|at the door|at my door|in my garden|on my drive))`,
  ),
];

/** Words that raise the alarm when they are nearly all a message says. */
export const BARE_ALARM =
  /^(?:fire|gunman|gunmen|gun|guns|knife|knives|bomb|bombs|shooter|shooting|shots|shots fired|stabbing|stabbed|attack|attacker|attackers|attacked|intruder|intruders|explosion|explosions|hostage|hostages|help|999|sos|mayday|emergency|machete|terrorist|terrorists|acid|smoke|burglar|burglars|armed|danger|murder|police|ambulance|bleeding|tân|cyllell|gwn|heddlu|argyfwng|bom|ymosodiad|helpwch|bachao|aag|bandook|bandooq|chaku|chaaku|chakoo|goli|hamla|humla|madad|khatra|trapped|kidnapped|overdose|suicide|fight|riot|active|mob)$/;

/** Words that may stand beside a bare alarm without changing it. */
export const BARE_FILLER =
  /^(?:help|now|please|here|the|a|an|police|quick|quickly|omg|oh|god|my|run|call|send|in|at|on|outside|inside|is|there|come|hurry|it|we|us|me|i|man|with|and|right|office|building|church|mosque|temple|synagogue|gurdwara|urgent|urgently|asap|he|has|got|house|someone|nawr|rwan|karo|abhi|jaldi|hai|lag|gayi|gai|fast|need|door|downstairs|upstairs|again|s|shit|fuck|jesus|christ|!|\.|,|yma|alert|code|red|room|hall|no|joke|real|not|drill)$/;
