import { z } from 'zod';
import { briefingCode, instant, MESSAGE_LIMIT } from './shared.js';

export const routeName = z.enum([
  'emergency',
  'suspicious_activity',
  'report_crime',
  'local_policing',
  'event_help',
  'presenter',
  'out_of_scope',
]);

/** POST /questions (person). `Idempotency-Key` makes a repeat harmless. */
export const newQuestion = z.object({
  text: z
    .string()
    .trim()
    .min(1, 'Please type your question first.')
    .max(
      MESSAGE_LIMIT,
      `Please shorten your message to ${String(MESSAGE_LIMIT)} characters; nothing has been sent and your text is kept. If anyone is in danger now, call 999.`,
    ),
  briefing: briefingCode.optional(),
});

/** The asker's answer when the desk was not sure: POST /questions/:id/choice (person). */
export const choice = z.enum(['presenter', 'local', 'now']);
export const questionChoice = z.object({ choice });

/** A line to call or a page to read that goes with an outcome. */
export const helpLine = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  url: z.string().nullable(),
  when: z.string(),
});
export const helpResource = z.object({ id: z.string(), title: z.string(), url: z.string().nullable() });

/** What becomes of a message, for the asker alone. */
export const questionOutcome = z.object({
  /** Null when an emergency was answered while nothing could be stored. */
  id: z.string().nullable(),
  route: routeName.nullable(),
  /** `asked_back`: the asker is to choose; otherwise where it went. */
  kind: z.enum(['emergency', 'asked_back', 'queued', 'referred', 'needs_area', 'answered_here']),
  title: z.string(),
  message: z.string(),
  choices: z.array(z.object({ choice, label: z.string() })),
  lines: z.array(helpLine),
  resources: z.array(helpResource),
});
export type QuestionOutcome = z.infer<typeof questionOutcome>;

/** GET /me/questions (person) */
export const myQuestions = z.object({
  questions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      briefing: briefingCode.nullable(),
      askedAt: instant,
      /** A short plain sentence: "Waiting for the presenter." */
      outcome: z.string(),
      state: z.string(),
    }),
  ),
});
export type MyQuestions = z.infer<typeof myQuestions>;

/** GET /queue/:code (person who may present): questions fit for the briefing; askers are not named. */
export const queueItem = z.object({
  id: z.string(),
  text: z.string(),
  state: z.enum(['waiting', 'needs_review', 'accepted', 'answered', 'declined', 'handed_over', 'withdrawn']),
  topic: z.string().nullable(),
  confidence: z.number(),
  /** For moderators, where two models differ: the desk's own reading, then the second one. */
  readings: z.array(z.object({ route: routeName, confidence: z.number() })).optional(),
  askedAt: instant,
  version: z.number().int(),
  /** How many people ask it. */
  askers: z.number().int(),
  /** What else was asked that means the same, the earliest first; empty for a question that stands alone. */
  wordings: z.array(z.object({ id: z.string(), text: z.string(), version: z.number().int() })),
  /** Says which wordings these are; to be given back with a decision. */
  seen: z.string(),
});
export type QueueItem = z.infer<typeof queueItem>;
export const queueView = z.object({
  briefing: z.object({ code: briefingCode, title: z.string() }),
  items: z.array(queueItem),
});
export type QueueView = z.infer<typeof queueView>;

/** POST /queue/:code/items/:id (person who may present). A stale `version` answers 409 and changes nothing. */
export const queueDecision = z.object({
  /** `split`: it is not what the others of its group ask, and stands alone from now on. */
  act: z.enum(['accept', 'answer', 'hand_over', 'decline', 'split']),
  version: z.number().int(),
  /** The item's `seen`: the other wordings are decided with it, and each asker is told. Without it, this one alone. */
  seen: z.string().max(10_000).optional(),
  /** Needed to decline: it is told to the asker. */
  reason: z.string().trim().max(400).optional(),
});
export const queueDecisionReply = z.object({ item: queueItem });

/** Events of the stream /queue/:code/stream (person who may present): read the queue again. */
export const queueEvent = z.object({ kind: z.enum(['ready', 'changed']) });
