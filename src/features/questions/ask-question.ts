import { QUESTION_LIMIT, type Door, type Question } from '../../domain/question/question.js';
import { firstState, moveQuestion } from '../../domain/question/state.js';
import { brand, type BriefingCode, type QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Alarms } from './alarms.js';
import { contextOf, triageBriefing, type AskContext } from './context.js';
import { emergencyOutcome, explainOutcome, type ExplainPorts } from './explain-outcome.js';
import { personalKey } from './keep-alarm.js';
import type { Outcome } from './outcome.js';
import type { Evidence, TriageDecision } from './ports.js';
import { referralFor, toldOf, type ReferPorts } from './told.js';

export interface AskInput {
  readonly person: Person;
  readonly text: string;
  readonly door: Door;
  /** The briefing whose chat or panel this is. */
  readonly briefing?: BriefingCode;
  readonly deliveryKey: string;
  readonly now: Instant;
}

export type Asked =
  | { readonly kind: 'asked'; readonly outcome: Outcome }
  /** Nothing was sent; the sentence says what to do. */
  | { readonly kind: 'refused'; readonly problem: string };

export type AskPorts = ExplainPorts & ReferPorts & { readonly alarms: Alarms };

/** Takes a message, decides where it goes, keeps it with what follows from it, and says what becomes of it. */
export const askQuestion =
  (ports: AskPorts) =>
  async (input: AskInput): Promise<Asked> => {
    const text = input.text.trim();
    const problem = problemOf(text);
    if (problem !== undefined) return { kind: 'refused', problem };
    const known = { ...input, text };
    if (isEmergency(ports, text)) return alarmed(ports, known);
    const context = await readContext(ports, known);
    const decision = await consider(ports, { text, context }, decide(ports, text, context));
    if (decision.route === 'emergency' && decision.kind === 'decided') return alarmed(ports, known);
    return { kind: 'asked', outcome: await write(ports, known, { context, decision }) };
  };

function problemOf(text: string): string | undefined {
  if (text === '') return 'Please type your question first.';
  if (text.length <= QUESTION_LIMIT) return undefined;
  return `Please shorten your message to ${String(QUESTION_LIMIT)} characters; it has ${String(text.length)}. Nothing has been sent. If anyone is in danger now, call 999.`;
}

/** Danger is looked for before anything is read, so that nothing can stand in the way of the answer. */
function isEmergency({ triage }: AskPorts, text: string): boolean {
  if (!triage.isDanger(text)) return false;
  try {
    return triage.decide({ text, briefing: triageBriefing(undefined) }).route === 'emergency';
  } catch {
    return true;
  }
}

async function readContext(
  ports: AskPorts,
  { person, briefing, door, now, text }: AskInput,
): Promise<AskContext> {
  try {
    return await contextOf(ports.briefings, {
      person,
      door,
      now,
      ...(briefing === undefined ? {} : { briefing }),
    });
  } catch (cause) {
    const decision = decide(ports, text, { queue: 'none' });
    if (decision.route === 'emergency') return { queue: 'none' };
    throw cause;
  }
}

/** A model that fails asks the asker: nothing is decided blindly. */
function decide({ triage }: AskPorts, text: string, { at }: AskContext): TriageDecision {
  try {
    return triage.decide({ text, briefing: triageBriefing(at) });
  } catch {
    return { kind: 'ask', route: 'local_policing', confidence: 0, why: { rule: 'triage failed', words: [] } };
  }
}

/** A closer look, where danger has not been decided already. Without it the quick decision stands. */
async function consider(
  { triage }: AskPorts,
  { text, context }: { readonly text: string; readonly context: AskContext },
  decision: TriageDecision,
): Promise<TriageDecision> {
  if (decision.route === 'emergency' || !triage.consider) return decision;
  return triage.consider({ text, briefing: triageBriefing(context.at) }, decision).catch(() => decision);
}

/** Answers 999 whatever becomes of the store. */
async function alarmed(ports: AskPorts, input: AskInput): Promise<Asked> {
  try {
    const decision: TriageDecision = {
      kind: 'decided',
      route: 'emergency',
      confidence: 1,
      why: { rule: 'danger', words: [] },
    };
    return { kind: 'asked', outcome: await write(ports, input, { context: { queue: 'none' }, decision }) };
  } catch {
    const { text, deliveryKey, now, person } = input;
    await ports.alarms.keep({
      text,
      deliveryKey,
      at: now,
      door: 'panel',
      person: () => Promise.resolve(person.id),
    });
    return { kind: 'asked', outcome: emergencyOutcome(ports.guidance.lines) };
  }
}

async function write(
  ports: AskPorts,
  input: AskInput,
  { context, decision }: { readonly context: AskContext; readonly decision: TriageDecision },
): Promise<Outcome> {
  const { person, now } = input;
  const model = ports.triage.version;
  const question = newQuestion(ports, input, { context, decision });
  const referral = referralFor(ports, question, { person, area: person.area, at: now });
  const added = await ports.store.add(
    {
      question,
      deliveryKey: personalKey(person.id, input.deliveryKey),
      evidence: { ...evidenceOf(decision), ...(model === undefined ? {} : { model }) },
      ...(referral ? { referral } : {}),
    },
    toldOf(question, { by: person.id, at: now, referral }),
  );
  return explainOutcome(ports)(added.kind === 'added' ? question : added.question, { person, now });
}

function newQuestion(
  { ids }: AskPorts,
  { person, text, door, now }: AskInput,
  { context, decision }: { readonly context: AskContext; readonly decision: TriageDecision },
): Question {
  const code = context.at?.briefing.code;
  const { topic } = decision.why;
  const question: Question = {
    id: brand<QuestionId>(ids.uuid()),
    asker: person.id,
    text,
    door,
    route: decision.route,
    confidence: decision.confidence,
    ...firstState(decision, { hasArea: person.area !== undefined, queue: context.queue }),
    ...(code === undefined ? {} : { briefing: code }),
    ...(topic === undefined ? {} : { topic }),
    ...(decision.second ? { second: decision.second } : {}),
    version: 1,
    askedAt: now,
    changedAt: now,
  };
  return decision.review
    ? reviewed(question, { hasArea: person.area !== undefined, queue: context.queue })
    : question;
}

/** The way a question goes that its asker has not answered, taken at once; only as far as a moderator. */
function reviewed(question: Question, at: { hasArea: boolean; queue: AskContext['queue'] }): Question {
  const move = moveQuestion(question, { kind: 'settle', ...at }, question.askedAt);
  return move.kind === 'moved' && move.question.state === 'needs_review'
    ? { ...move.question, version: question.version }
    : question;
}

const evidenceOf = ({ why: { rule, topic, words }, second }: TriageDecision): Evidence => ({
  ...(rule === undefined ? {} : { rule }),
  ...(topic === undefined ? {} : { topic }),
  words,
  ...(second ? { second } : {}),
});
