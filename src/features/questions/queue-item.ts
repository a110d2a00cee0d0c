import type { Question } from '../../domain/question/question.js';
import { moderatorSees, presenterSees, queueState } from '../../domain/question/visibility.js';
import type { QuestionId } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';

export type QueueItemState =
  'waiting' | 'needs_review' | 'accepted' | 'answered' | 'declined' | 'handed_over' | 'withdrawn';

/** A question as the queue shows it: never its asker, and its words only where they are cleared for the reader. */
export interface QueueItem {
  readonly id: QuestionId;
  readonly text: string;
  readonly state: QueueItemState;
  readonly topic: string | null;
  readonly confidence: number;
  readonly askedAt: Instant;
  readonly version: number;
}

const NO_WORDS: Readonly<Partial<Record<QueueItemState, string>>> = {
  handed_over: 'Handed to the asker’s local policing team; its words are no longer shown.',
  withdrawn: 'Withdrawn by its asker.',
};

/** The item for a presenter or moderator. */
export function queueItem(question: Question, moderator: boolean): QueueItem {
  const sight = moderator ? moderatorSees(question) : presenterSees(question);
  const state = queueState(question) as QueueItemState;
  const words = sight === 'words';
  return {
    id: question.id,
    text: words ? question.text : (NO_WORDS[state] ?? 'No longer shown.'),
    state,
    topic: words ? (question.topic ?? null) : null,
    confidence: question.confidence,
    askedAt: question.askedAt,
    version: question.version,
  };
}
