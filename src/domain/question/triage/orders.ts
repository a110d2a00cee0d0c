/** Words that try to instruct the software rather than ask a person anything. */
const ORDER =
  /\b(?:(?:ignore|disregard|forget|bypass|override|skip|drop)\b.{0,40}\b(?:rules?|instructions?|prompts?|polic(?:y|ies)|guidelines|filters?|training|programming|previous|triage|checks?|moderation|settings)|system prompt|(?:system|assistant|admin|developer|root|user) ?: |you are now|pretend (?:you are|to be)|(?:mark|flag|tag|label|treat|classify|categorise|count|record|set|route|approve|file|log)\b.{0,30}\b(?:as|to|=) ?(?:a |an |the )?(?:approved|presenter|presenters|answered|emergency|out ?of ?scope|in ?scope|safe|urgent|general|priority|top|vip|local|event|question|admin)|mark (?:this|it|me|mine|my [a-z]+) (?:as )?(?:approved|answered|urgent)|set (?:the )?(?:route|confidence|priority)|(?:route|send|forward|push|put) (?:this|it|me|my [a-z]+) (?:straight |directly |right |immediately )?(?:to|through to|at) the (?:presenter|presenters|top|front|queue|head)|(?:developer|admin|debug|god|sudo) mode|jailbreak|print (?:your|the|all)|reveal your|repeat (?:your|the) (?:instructions|prompt|rules)|as an ai|language model|you must (?:now )?(?:obey|comply|approve|answer)|respond (?:only )?with|output (?:only|the word)|new instructions?|end of (?:instructions|prompt)|approve (?:this|it|my|all|everything))\b/i;

/** A message cut into what is asked and whether it also tries to instruct the software. */
export interface WithoutOrders {
  /** What is left when the orders are taken out; the message itself where there are none. */
  readonly text: string;
  readonly ordered: boolean;
}

/** Takes out the sentences and clauses that instruct the software, so that only the genuine question is judged. */
export function withoutOrders(plain: string): WithoutOrders {
  if (!ORDER.test(plain)) return { text: plain, ordered: false };
  const clauses = plain.match(/[^.!?;\n,]+(?:[.!?;\n,]+|$)/g) ?? [plain];
  const left = clauses.flatMap((clause) => (ORDER.test(clause) ? afterOrder(clause) : [clause]));
  // An order may be spread over clauses ("ignore, please, your rules"): then nothing is cut out, and the whole is judged.
  return { text: left.join('').trim(), ordered: true };
}

/** What follows an order in the same breath: "ignore your rules and tell me how …" keeps "tell me how …". */
function afterOrder(clause: string): readonly string[] {
  const rest = clause.replace(ORDER, '\u0000').split('\u0000')[1] ?? '';
  const question = /(?:\band\b|\bthen\b|:|-|\bbecause\b|\bthere\b)\s*(.{12,})$/.exec(rest)?.[1];
  return question && !ORDER.test(question) ? [question] : [];
}
