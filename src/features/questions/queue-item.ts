import { isDisputed, type Question } from '../../domain/question/question.js';
import { askersOf, marksOf, type QuestionGroup } from '../../domain/question/question-groups.js';
import { moderatorSees, presenterSees, queueState } from '../../domain/question/visibility.js';
import type { Route } from '../../domain/question/triage.js';
import type { QuestionId } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';

export type QueueItemState =
  'waiting' | 'needs_review' | 'accepted' | 'answered' | 'declined' | 'handed_over' | 'withdrawn';

/** Another wording of the same question. */
export interface Wording {
  readonly id: QuestionId;
  readonly text: string;
  readonly version: number;
}

/** Where a model would send a question, and how sure it is, 0 to 1. */
export interface Reading {
  readonly route: Route;
  readonly confidence: number;
}

/** A question as the queue shows it: never its asker, and its words only where they are cleared for the reader. */
export interface QueueItem {
  readonly id: QuestionId;
  readonly text: string;
  readonly state: QueueItemState;
  readonly topic: string | null;
  readonly confidence: number;
  /** For review where two models differ: the desk's own reading and the second one. */
  readonly readings?: readonly [own: Reading, second: Reading];
  readonly askedAt: Instant;
  readonly version: number;
  /** How many people ask it. */
  readonly askers: number;
  /** What else was asked that means the same, the earliest first. */
  readonly wordings: readonly Wording[];
  /** Says which wordings are shown; a decision gives it back, so that none is decided unseen. */
  readonly seen: string;
}

const NO_WORDS: Readonly<Partial<Record<QueueItemState, string>>> = {
  handed_over: 'Handed to the asker’s local policing team; its words are no longer shown.',
  withdrawn: 'Withdrawn by its asker.',
};

/** The item for a presenter or moderator; `others` ask the same and stand with it. */
export function queueItem(
  question: Question,
  moderator: boolean,
  others: QuestionGroup['others'] = [],
): QueueItem {
  const sight = moderator ? moderatorSees(question) : presenterSees(question);
  const state = queueState(question) as QueueItemState;
  const words = sight === 'words';
  // What must never be shown is checked here too: a wording is the words of somebody's question.
  const shown = words ? others.filter((other) => presenterSees(other) === 'words') : [];
  return {
    id: question.id,
    text: words ? question.text : (NO_WORDS[state] ?? 'No longer shown.'),
    state,
    topic: words ? (question.topic ?? null) : null,
    confidence: question.confidence,
    ...(moderator ? readingsOf(question) : {}),
    askedAt: question.askedAt,
    version: question.version,
    askers: askersOf({ lead: question, others: shown }),
    wordings: shown.map(({ id, text, version }) => ({ id, text, version })),
    seen: marksOf(shown),
  };
}

function readingsOf(question: Question): Pick<QueueItem, 'readings'> {
  const { state, route, confidence, second } = question;
  if (state !== 'needs_review' || !second || !isDisputed(question)) return {};
  const { route: other, confidence: sure } = second;
  return {
    readings: [
      { route, confidence },
      { route: other, confidence: sure },
    ],
  };
}
