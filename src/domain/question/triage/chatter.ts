import { signal } from './signals.js';
import type { Signal } from './signals.js';

/** Signs that a message is about the briefing as an event. */
export const EVENT_SIGNALS: readonly Signal[] = [
  signal(
    'joining',
    `(?:join|joining|joined|link|links|log ?in|log ?on|lobby|teams|zoom|browser|dial|phone in|weblink|invite|invitation|calendar|ics|admit|let (?:me|us) in|kicked out|dropped out|rejoin|passcode for|meeting id|waiting room|app)`,
  ),
  signal(
    'sound or picture',
    `(?:audio|sound|hear|hearing|volume|mic|mike|microphone|mute|muted|unmute|echo\\w*|lag\\w*|froz\\w+|freez\\w+|buffer\\w*|screen|slides?|slide deck|deck|captions?|subtitles?|blurry|picture|camera off|your camera|cuts? (?:in and )?out|breaking up|crackl\\w+|robot|bsl|interpreter|signer|transcript|font|share(?:d|ing)? (?:the |your )?screen|blank|black screen|connection|bandwidth|speak up|louder|quiet|chat (?:box|pane|window)|hand up|raise (?:my )?hand|reactions?)`,
  ),
  signal(
    'recording or papers',
    `(?:record(?:ed|ing)|catch ?up|watch (?:it )?(?:back|later|again)|slides|handouts?|pack|powerpoint|pdf|copy of|copies|send (?:me |us |out |round )?(?:the|a)|circulate|share (?:the|it|them)|download|certificate|cpd|attendance|proof|minutes|notes|feedback|survey|evaluation|checklist|written)`,
  ),
  signal(
    'date or place of it',
    `(?:next (?:one|session|briefing|webinar|date|time)|when is (?:the|this|it)|what time|start(?:s|ing)?|finish(?:es|ing)?|end(?:s|ing)?|how long|overrun|dates?|other (?:regions?|dates?|sessions?|areas?)|another (?:region|session|date|briefing|one)|my region|wrong region|london one|session|sessions|webinar|briefing|briefings|this (?:event|meeting|call|session|briefing)|break|agenda|programme|running late|late|clash\\w*|miss(?:ed|ing)?|postponed|cancel\\w*|resched\\w*|open to|who can (?:come|attend|join))`,
  ),
  signal(
    'registering',
    `(?:regist\\w+|sign(?:ed)? up|book(?:ed|ing)?|place|places|seat|ticket|confirmation|confirm|enrol\\w*|add (?:my|a|me|our|her|him)|colleagues?|forward(?:ed)?|bring (?:a|my|someone)|attend\\w*|unsubscribe|mailing list|withdraw|delete (?:my|that)|take (?:down|back|that)|remove my|my question|anonymous(?:ly)?|names? (?:be )?(?:shown|visible|appear|show)|see (?:my|our) (?:name|names|question|questions|face)|wrong (?:name|email)|is this (?:being )?recorded)`,
  ),
  signal(
    'about these sessions',
    `(?:one of )?these (?:in|on|about|for|again|sessions?|briefings?|events?)|(?:hold|run|do|attend|come to|welcome at|sit in on?) (?:one of )?(?:these|this|it)|(?:evening|morning|lunchtime|weekend|daytime|online) ones?|in person|breakouts?|the poll|homework|gmt|bst|old time|(?:the|an?|that) hour|first hour|second half|line manager|(?:may|can|could|must|do) (?:a |my |the |one's |our )?(?:spouse|partner|wife|husband|clerk|deputy|intern|secretary|volunteers?|friend|guests?|candidates|councils?) (?:come|join|sit|attend|register|listen|count)|sit in\\b|how long is (?:it|this)|how many (?:places|people|from|of us|are (?:on|here|watching))|(?:what|which) (?:platform|region|email)|turn (?:one|my)?self off|(?:come|go) off camera|on camera`,
  ),
  signal(
    'list or message of it',
    `(?:distribution|mailing|waiting|guest) list|(?:on|off|to) (?:the|your) list|reminders?|pending|never (?:came|arrived|got)|joining (?:email|instructions|details)|your (?:text|email|letter|invitation) (?:say\\w*|said|about)|un-?send|delete (?:what|the|my)|(?:message|question) (?:too long|from before|beforehand|in advance)|how (?:do|can|does|should) (?:i|we|one) (?:ask|submit|send|post) (?:a |my |the )?question|without my name|real name|my name on|large print|transcri\\w+|poster you|checklist|website (?:on|you)|headset|phone number to|number to ring|dial in|broadband|reception|tenant|grey(?:ed)?|vanish\\w*|thrown out|organiser removed|translator|interpreter|loudspeaker|background noise|speaker up|both on at once|inbox is showing`,
  ),
  signal(
    'Welsh event',
    `sleidiau|recordiad|recordio|dolen|ymuno|clywed|sain|cyfieith\\w+|tystysgrif|cofrestru|sesiwn|nesaf|pryd mae|faint o'r gloch|is-?deitlau|capsiynau|cymraeg|gymraeg`,
  ),
  signal(
    'Urdu or Punjabi event',
    `(?:awaz|awaaz|avaaz|avaz)|(?:link|recording|slides|certificate|session|meeting|briefing|agla|agli|agle)(?: [a-z]+){0,4}? (?:hai|kab|kado|kadon|mil|bhej|milegi|milega|kithe|kahan|nahi|aa|hou|hovegi|milu|hogi|hoga)`,
  ),
];

/** Signs that nothing is asked that the briefing could answer. */
export const CHATTER_SIGNALS: readonly Signal[] = [
  signal(
    'opinion asked',
    `should (?:the )?(?:councils?|ministers?|police|parliament|they|government|mps|politicians|courts?|judges|churches|bbc|platforms|facebook) (?:be|have|get|really|all|just|pay|do|stop|start|ban)|is the (?:force|police|government|met|council|bbc|law)|is not it (?:time|about time|a shame|funny|true)|why is it always|do you (?:agree|think|believe|personally|like|support|vote)|your (?:view|opinion|take) on|what do you (?:make of|think (?:of|about))|any comment|whose (?:fault|side|idea)|who is to blame|too many|too soft`,
  ),
  signal(
    'about the great',
    `(?:do|does|did|which|what|who|has|have|is|are|where) (?:[a-z]+ ){0,3}?(?:ministers?|cabinet|home secretary|prime minister|king|queen|royals?|royal family|chancellor|leader of|first minister|archbishop|pope|chief rabbi|president|celebrities|speaker)`,
  ),
  signal(
    'asks to do harm',
    `(?:hack|track|bug|tap|spy on|find|trace|get past|get into|beat|disable|fool) (?:[a-z']+ ){0,3}?(?:ex|neighbour|wife|husband|phone|guard|steward|alarm|camera|address|opponent|rival)|if you (?:was|were) (?:a|the) (?:bad|burglar|terrorist)|code for the`,
  ),
  signal(
    'thanks',
    `thanks?|thank you|thx|ta|cheers|diolch|shukriya|shukria|meherbani|dhanvaad|dhanyavaad|jazakallah|much appreciated|well done|great (?:session|talk|briefing)|brilliant|excellent|very (?:useful|helpful|informative|interesting)|really (?:useful|helpful|good|clear)|good (?:session|stuff|point|talk)|amen|hear hear|agreed?|i agree|spot on|so true|lovely|bless`,
  ),
  signal(
    'greeting',
    `hello|hi|hiya|hey|morning|good (?:morning|afternoon|evening)|evening all|afternoon all|bore da|prynhawn da|shwmae|helo|salaam|salam|assalam\\w*|asalam\\w*|sat sri akal|ssa|shalom|namaste|bye|goodbye|see you|hwyl|khuda hafiz|from (?:sunny|rainy)`,
  ),
  signal(
    'politics',
    `prime minister|pm|labour|tory|tories|conservatives?|lib dems?|reform|greens|government|parliament|westminster|brexit|election result|vote for|voted|immigra\\w+|migrants?|asylum|tax(?:es|payers?)?|cuts|austerity|council tax|manifesto|left[- ]wing|right[- ]wing|woke|two[- ]tier|gaza|israel|palestine|ukraine|russia|putin|trump|home secretary|policy on|law should|should be (?:banned|illegal|sacked|ashamed)|why (?:does|do|is|are|did|has|have) (?:not )?(?:the )?(?:police|met|government|home office|council|they|forces?)|death penalty|national service|netanyahu|hamas|bring back`,
  ),
  signal(
    'policing policy',
    `budgets?|funding (?:of|for) (?:the )?(?:police|policing)|police (?:numbers|budget|cuts|pay|funding|priorities|response times)|how much (?:does|do|did|is|are|was|has|money|cost)|who (?:pays|paid|decided|authorised)|cost (?:of|the)|money|overtime|recruit\\w*|number of officers|pay rise|stations? clos\\w+|stop and search|crime figures|statistics|stats|conviction rates?|clear up rate|how many (?:[a-z]+ ){0,4}?(?:arrests?|plots?|people|mps?|councillors|officers|cases|convictions|were|are|have)|chief constable|commissioner|pcc`,
  ),
  signal(
    'operational detail',
    `which (?:mps?|councillors?|members?|ministers?|mosques?|force|people|areas?|groups?|streets?|sites?|synagogues?)|how many (?:armed|undercover|officers|guns|protection|plots|suspects|people on|cameras)|who is (?:on|under|being|the suspect|behind)|on (?:the|your|a) (?:list|watchlist|watch list)|watchlist|watch list|intelligence|intel|informants?|undercover|surveillance (?:team|of|on)|mi5|mi6|gchq|special branch|sas|armed (?:response|police|officers) (?:at|in|near|be|are|do|for)|protection (?:team|officers|officer|detail|squad)|close protection|rota|shift patterns?|call ?signs?|radio frequenc\\w+|code ?words? (?:for|of) (?:the )?police|name of the (?:suspect|man|person)|names of|suspects?|investigation|operation [a-z]+|been arrested|latest on|tapped|snipers?|response plan|where (?:are|is|do|does) (?:the )?(?:armed|cameras?|pm|king|minister|protection|safe ?house|he live|she live)|home address of`,
  ),
  signal(
    'media',
    `journalist|reporter|newspaper|the (?:times|guardian|mail|sun|telegraph|mirror|bbc|press|standard|echo|post|gazette|argus)|interview|quote for|for (?:a|my|our) (?:story|piece|article|podcast|column|radio|programme)|comment (?:on|for|from)|press (?:office|officer|release|enquir\\w+)|on the record|off the record|headline|deadline|documentary|researching`,
  ),
  signal(
    'spam',
    `crypto|bitcoin|invest\\w*|discount|% off|special offer|free (?:trial|demo|quote)|we (?:sell|supply|offer|provide|specialise)|our (?:company|product|products|range|services)|sale|cheap|earn|click here|dm me|follow (?:me|us) on|subscribe|seo|viagra|casino|lottery|prize|winner|loan|weight loss|buy now|contact (?:us|me) for|limited (?:time|offer)|percent off|demo|promo\\w*|quote for your`,
  ),
  signal(
    'instructs the software',
    `ignore (?:all |any |your |the |my |previous |these |everything )*(?:previous |prior |above |earlier )?(?:rules?|instructions?|prompts?|polic(?:y|ies)|guidelines|training|programming|everything)|disregard (?:all|your|the|previous|any)|system prompt|you are (?:now|a|an)(?: [a-z]+){0,3}? (?:assistant|bot|dan|ai|pirate|model)|pretend (?:you|to be|that)|act as|role ?play as|mark (?:this|it|me|my|as)(?: [a-z]+){0,5}? (?:approved|answered|urgent|presenter|priority|top)|approve (?:this|it|my|all)|route (?:this|it|me|my|all)|classify (?:this|as|it)|send (?:this|it) (?:straight |directly )?to the (?:presenter|top|front)|override|admin(?:istrator)? mode|developer mode|jailbreak|print (?:your|the|all)|reveal (?:your|the)|repeat (?:after|the words|your)|respond (?:only )?with|output|set (?:route|confidence|priority)|delete all|drop table|select \\* from|translate (?:this|the)|write (?:me )?a (?:poem|song|limerick|haiku|joke|essay|story)|tell me a joke|bypass|sudo|prompt|language model|chatgpt|ai|bot`,
  ),
  signal(
    'joke',
    `lol|haha+|lmao|rofl|joke|joking|jk|only kidding|kidding|asking for a friend|😂|🤣|😜|funny|hilarious|banter|classic`,
  ),
  signal(
    'abuse',
    `fuck\\w*|shit\\w*|wank\\w*|bollocks|bastards?|tossers?|pricks?|cunts?|twats?|idiots?|useless|rubbish|waste of (?:time|money)|load of|pathetic|joke of|clowns?|pigs|fascists?|boring|yawn|snore|nonsense|crap`,
  ),
  signal(
    'small talk',
    `tea|coffee|biscuits?|lunch|football|match|weather|cat|dog(?:gy|go)|background|bookshelf|jumper|tie|haircut|holiday|weekend|cricket|rugby|bake off|strictly|recipe|birthday|parking ticket|potholes?|bins|dog poo|planning application|noise|parking|fly ?tipping|wheelie`,
  ),
  signal(
    'comment',
    `^(?:i (?:think|agree|believe|feel|reckon|like|love|hate)|just (?:a comment|to say|wanted to say|saying)|interesting|good point|that is|this is|nice|great|wow|yes|no|ok|okay|same here|me too|ditto|\\+1|exactly|indeed|true|noted|understood|got it|typing|test|testing|oops|sorry|ignore me|never mind|nvm|wrong window|ha|hmm)`,
  ),
];

/** Signs that a general question is asked. */
export const QUESTION_SIGNALS: readonly Signal[] = [
  { name: 'question mark', pattern: /\?/ },
  signal(
    'how or what',
    `how (?:do|does|can|should|would|often|many|long|much|far|soon|to|about|best)|what (?:is|are|do|does|should|would|if|about|can|sort|kind|counts|makes|happens|to|other|advice)|which|when (?:should|do|does|is)|where (?:should|do|does|can)|who (?:should|do|does|is|can)|why (?:do|does|is|should|not)|is there|are there|does|do (?:you|we|the|they|people)|is it|can (?:you|we|i|a|an|the)|could|would|should|any (?:advice|tips|guidance|thoughts|suggestions|ideas|recommendations?)|sut|beth|pryd|ble|pwy|pam|faint|oes|ydy|a (?:oes|yw|ddylai|ddylem|allwch|fydd)|kya|kaise|kab|kahan|kaun|kyun|kiven|kidan|ki`,
  ),
  signal(
    'in general',
    `generally|in general|as a rule|in principle|typically|usually|normally|people|councillors|members|staff|volunteers|stewards|candidates|faith leaders|places of worship|offices|one|someone|somebody|anyone|everyone|you|small (?:offices?|teams?|parish|congregations?)|best practice|rule of thumb|recommend\\w*|advice|guidance|difference between|versus|better|sensible`,
  ),
  signal(
    'about the slides',
    `you (?:said|mentioned|talked|showed|covered|spoke|just)|(?:the|that|this|your|last|first|next|earlier) (?:slide|bit|point|section|topic|part|example|diagram|briefing|presentation|talk|session)|blue book|slide \\d+|earlier you|go (?:over|back|through)|again|explain|clarify|more about|expand on|does (?:this|the) (?:briefing|session|advice|guidance)|same (?:advice|apply|go|true)|apply to|applies`,
  ),
];
