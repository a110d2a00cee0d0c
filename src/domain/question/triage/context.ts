/**
 * How a stretch of words is meant: as something going on, as past, as a case imagined, as words of others, denied, or as a figure of speech.
 * All patterns read the text of `normalise` (lower case, contractions written out, marks as words of their own).
 */

export const HYPOTHETICAL =
  /\b(?:if|suppose|supposing|imagine|hypothetical(?:ly)?|theoretical(?:ly)?|in (?:the )?(?:case|event)|in theory|scenario|scenarios|exercise|drill|role ?play|example|for instance|eg|eventuality|rehears\w+|tabletop|whenever|were to|was to|ever|os|pe|beth os|petai|agar|je|jekar)\b/;

/** A question about what to do in general; before the danger words it makes them a case imagined. */
export const HOW_TO =
  /\b(?:how (?:do|does|can|could|should|would|to|might|likely|often|many|quickly|long|best|far|easy|common|soon)|what (?:do|does|should|would|can|could|is|are|to|steps|counts|happens|about|makes|sort|kind|kinds|type|advice|difference)|what is the|when (?:do|does|should|is it|would|a|an|someone|somebody|you|one|people|there)|where (?:do|should|can)|who (?:do|should|would)|why (?:do|does|is|are|would)|should (?:i|we|you|one|staff|they|a|an|someone|somebody|councillors?|everyone|members|volunteers|people|my|our)|would (?:you|it|i|we|a|an|the)|could (?:you|we|i|a|an|the)|can (?:you|we|i|one|a|an|the)|does|do (?:you|we|i|the|they)|did|is it|is there|are there|are we|are you|advice (?:on|about|for|if|when)|guidance (?:on|about|for)|tips|best way|difference between|signs (?:of|that|a)|spot|spotting|recognise|recognising|deal(?:ing)? with|cope with|respond(?:ing)? to|prepare for|preparing for|protect(?:ing)? (?:against|from|ourselves|yourself|myself)|avoid|prevent|preventing|stop|stopping|training|policy|worr(?:y|ied) (?:about|that)|afraid of|fear of|risk of|chance of|threat of|likelihood of|types? of|kind of thing|sut|beth|kya karna|ki karna|kaise|kiven|kidan)\b/;

export const PAST =
  /\b(?:yesterday|last (?:night|week|month|year|time|summer|winter|spring|autumn|weekend|election|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|eid|christmas|easter|ramadan)|(?:a |an |one |two |three |four |five |six |ten |few |couple of |several |many |\d+ )?(?:hours?|days?|weeks?|months?|years?|yrs|fortnight|decades?) (?:ago|back)|ago|back in|in (?:19|20)\d\d|the other (?:day|night|week|evening)|the (?:day|night|week) before|earlier (?:this|in the)|previously|once (?:had|was|saw)|used to|years back|when i was|when we were|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:night|evening|morning|afternoon)?|over the weekend|at the weekend|this time last|a while back|long since|since (?:then|been)|had (?:been|a|an|to|my|our)|have since|already (?:reported|dealt|told|gone|been)|(?:has|have) (?:now )?(?:left|gone|been arrested|been dealt)|sorted now|all over now|ddoe|neithiwr|echdoe|llynedd|wythnos diwethaf|yn ol|kal|parso|parson|pichl[aei]|pichhl[aei]|guzisht[ae])\b/;

export const NOW =
  /\b(?:now|right now|just now|currently|at (?:the|this) (?:moment|minute|second)|this (?:minute|second|very|instant)|as (?:we|i) (?:speak|type|write)|happening|still (?:here|there|outside|going|at|in|on|trying|banging)|outside|on (?:his|her|their|the) way|in progress|ongoing|immediately|urgent(?:ly)?|quick(?:ly)?|hurry|any (?:minute|second|moment)|about to|help|nawr|rwan|rŵan|ar hyn o bryd|brys|abhi|abi|is waqt|hun|hune|hunne|jaldi|jaldi|fatafat)\b/;

export const STORY =
  /\b(?:film|films|movie|movies|netflix|bbc|itv|drama|documentary|series|episode|tv|telly|novel|book|trailer|podcast|video|game|album|song|band|play|theatre|panto|clip|footage|slide|slides|presentation|deck|handout|leaflet|poster|booklet|transcript|chapter|page|paragraph|quote|quotes|quoted|quoting|example|case study|training|course|e-learning|elearning|you (?:said|mentioned|told|showed|talked)|the (?:presenter|speaker|officer|inspector) (?:said|mentioned)|just said|(?:news|paper|papers|article|report|reports|reported|headline) )\b/;

export const FIGURE =
  /\b(?:in the (?:press|papers|media|chamber|debate|polls|local press|meeting|comments)|by the (?:press|media|papers|opposition|tabloids)|politically|verbally|metaphorical\w*|figurative\w*|so to speak|budget|budgets|policy|policies|manifesto|vote|votes|amendment|motion|opponents?|opposition|attack ads?|character assassination|shot down|shoot me an?|shoot (?:over|off|across)|quick(?:fire| fire)|fire away|fire off|fired up|fired off|under fire|in the firing line|line of fire|baptism of fire|fighting fires|firefighting|put(?:ting)? out fires|fire sale|fire drill|killing (?:it|me|time|two)|kill(?:ed|s)? (?:it|off|two|time)|dying (?:to|for)|dead(?:line| right| keen| good)|to death|my (?:feet|back|head|wifi|laptop|phone|battery|eyes) (?:is|are) killing|bombshell|bombed|bombing out|photo ?bomb\w*|bath bombs?|jager ?bombs?|zoom ?bomb\w*|explosive (?:growth|debate|meeting|row)|blow(?:s|n)? (?:my|your) mind|mind ?blow\w*|stab in the (?:back|dark)|backstab\w*|stabbed in the back|have a stab|knives (?:are )?out|bite the bullet|silver bullet|bullet points?|smoking gun|jump(?:ed|ing)? the gun|stick to (?:my|your|our) guns|top gun|gun to (?:my|your) head|hot potato|on fire (?:today|tonight|this)|lol|haha+|lmao|rofl|joking|jk|only kidding|kidding)\b|😂|🤣|😜/u;

export const DENIAL =
  /\b(?:no one|nobody|no-one|none of|not|never|no longer|no|without|nothing|false alarm|nid|dim|doedd|nahi|nahin|nai|nhi)\b/;

/** Something said to be certain not to be urgent. */
export const NOT_URGENT =
  /\b(?:not (?:an? )?(?:emergency|urgent|in (?:any )?danger|immediate)|non[- ]?emergency|no (?:rush|hurry|immediate danger)|not (?:happening )?now|nothing urgent|false alarm|(?:just|only) (?:a )?(?:drill|test|exercise|practice)|(?:was|were) (?:a )?(?:drill|test|exercise))\b/;
