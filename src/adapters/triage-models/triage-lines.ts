import { z } from 'zod';
import { explainDecision, triage } from '../../domain/question/triage.js';
import type {
  Considered,
  Decision,
  TriageBriefing,
  TriageInput,
  TriageModel,
  TriageThresholds,
} from '../../domain/question/triage.js';

const briefingShape = z.object({
  id: z.string().default(''),
  title: z.string().default(''),
  audience: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
  topics: z
    .array(
      z.union([
        z.string().transform((title) => ({ title, summary: '' })),
        z.object({ title: z.string().default(''), summary: z.string().default('') }),
      ]),
    )
    .default([]),
});

/** A briefing that cannot be read; the message says what is wrong and where. */
export class BriefingUnreadable extends Error {
  override readonly name = 'BriefingUnreadable';
}

/** Reads `{id, title, audience[], topics[{title, summary}]}`. Missing fields count as empty; wrong kinds are named and refused. */
export function parseBriefing(value: unknown): TriageBriefing {
  const result = briefingShape.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`,
  );
  throw new BriefingUnreadable(
    `This is not a briefing. Expected {id, title, audience[], topics[{title, summary}]}; ${faults.join('; ')}.`,
  );
}

/** One line of output: the decision on one message. */
export interface DecisionLine {
  readonly id: string;
  readonly route: Decision['route'];
  readonly confidence: number;
  readonly kind: Decision['kind'];
  readonly why: Decision['why'];
  readonly danger: Decision['danger']['kind'];
  readonly model: string;
  /** What a second model made of it, where one was asked. */
  readonly second?: Considered['second'];
  /** A moderator would read it at once. */
  readonly review?: true;
  readonly explanation?: readonly string[];
}

/** A line of input that could not be read; `line` counts from 1. */
export interface LineFault {
  readonly line: number;
  readonly error: string;
}

/** A decision after others were heard. */
type Judged = Pick<Considered, 'kind' | 'route' | 'confidence' | 'why'> & Partial<Considered>;

export interface TriageLinesOptions {
  readonly briefing: TriageBriefing;
  readonly model: TriageModel;
  readonly thresholds?: TriageThresholds;
  /** Adds plain lines that say why. */
  readonly explain?: boolean;
  /** Looks closer at a message, where danger has not been decided already. */
  readonly consider?: (
    message: Pick<TriageInput, 'text' | 'briefing'>,
    decision: Decision,
  ) => Promise<Judged>;
  /** Told of each line that could not be read; the stream goes on. */
  readonly onFault?: (fault: LineFault) => void;
}

/** How many messages are looked at at once: a closer look at several together costs less each. */
const AT_ONCE = 16;

/**
 * Decides message after message, one JSON object `{id, text}` a line in, one decision a line out, in order. Holds some
 * lines at a time, so any number of messages may pass; none waits for a line that has not come. Blank lines are skipped.
 */
export async function* triageLines(
  lines: AsyncIterable<string>,
  options: TriageLinesOptions,
): AsyncGenerator<DecisionLine> {
  const source = lines[Symbol.asyncIterator]();
  const under: Promise<DecisionLine>[] = [];
  let count = 0;
  let coming: Promise<IteratorResult<string>> | undefined = heardInTurn(source.next());
  while (coming || under.length > 0) {
    const first = await firstOf(under[0], under.length < AT_ONCE ? coming : undefined);
    if ('line' in first) {
      void under.shift();
      yield first.line;
      continue;
    }
    coming = first.came.done ? undefined : heardInTurn(source.next());
    if (first.came.done) continue;
    count += 1;
    const line = first.came.value;
    if (line.trim() === '') continue;
    const message = readMessage(line);
    if (typeof message === 'string') options.onFault?.({ line: count, error: message });
    else under.push(heardInTurn(decisionLine(message, options)));
  }
}

/** A failure is told when its turn comes; it must not end the process before. */
function heardInTurn<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}

type First = { readonly line: DecisionLine } | { readonly came: IteratorResult<string> };

/** Whichever is there first: the decision that is next, or another line. */
function firstOf(
  decided: Promise<DecisionLine> | undefined,
  coming: Promise<IteratorResult<string>> | undefined,
): Promise<First> {
  const both: (Promise<First> | undefined)[] = [
    decided?.then((line) => ({ line })),
    coming?.then((came) => ({ came })),
  ];
  return Promise.race(both.filter((each) => each !== undefined));
}

interface MessageLine {
  readonly id: string;
  readonly text: string;
}

const messageShape = z.object({ id: z.union([z.string(), z.number().transform(String)]), text: z.string() });

function readMessage(line: string): MessageLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return 'not JSON; each line must be one object {"id": "…", "text": "…"}';
  }
  const result = messageShape.safeParse(value);
  if (result.success) return result.data;
  return `expected {"id": "…", "text": "…"}; ${result.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; ')}`;
}

async function decisionLine(
  { id, text }: MessageLine,
  { briefing, model, thresholds, explain, consider }: TriageLinesOptions,
): Promise<DecisionLine> {
  const own = triage({ text, briefing, model, ...(thresholds ? { thresholds } : {}) });
  const heard: Judged = own.route !== 'emergency' && consider ? await consider({ text, briefing }, own) : own;
  const decision: Considered = { ...own, ...heard };
  return {
    id,
    route: decision.route,
    confidence: Math.round(decision.confidence * 1000) / 1000,
    kind: decision.kind,
    why: decision.why,
    danger: decision.danger.kind,
    model: model.version,
    ...(decision.second ? { second: decision.second } : {}),
    ...(decision.review ? { review: true } : {}),
    ...(explain ? { explanation: explainDecision(decision) } : {}),
  };
}
