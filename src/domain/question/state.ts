import type { Instant } from '../shared/time.js';
import { isPrivateRoute, type Question, type QuestionState } from './question.js';
import type { Decision } from './triage.js';

/** What the asker may choose for a question. */
export type Choice = 'presenter' | 'local' | 'now';

/** Whether a briefing's presenters can be reached: `review` by way of a moderator, `none` when no briefing is left. */
export type QueueAccess = 'open' | 'review' | 'none';

interface Seen {
  /** The version the doer saw; a different one is refused. Absent: whatever version stands. */
  readonly seenVersion?: number;
}

/** What can happen to a question. */
export type QuestionCommand =
  | {
      readonly kind: 'choose';
      readonly choice: Choice;
      readonly hasArea: boolean;
      readonly queue: QueueAccess;
    }
  /** The asker's area has become known. */
  | { readonly kind: 'place' }
  | (Seen & { readonly kind: 'accept' })
  | (Seen & { readonly kind: 'answer' })
  | (Seen & { readonly kind: 'hand_over'; readonly hasArea: boolean })
  | (Seen & { readonly kind: 'decline'; readonly reason: string })
  /** A presenter takes it out of the group that it was put in. */
  | (Seen & { readonly kind: 'split' })
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'forget' }
  /** Nobody decided in time. */
  | { readonly kind: 'settle'; readonly hasArea: boolean; readonly queue: QueueAccess };

export type QuestionRefusal =
  'finished' | 'changed-meanwhile' | 'reason-needed' | 'no-queue' | 'not-in-queue';

export type QuestionMove =
  | { readonly kind: 'moved'; readonly question: Question; readonly from: QuestionState }
  /** It already stands where the command would bring it: a repeated click or delivery. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: QuestionRefusal };

type Target = Pick<Question, 'state'> & Partial<Pick<Question, 'reason' | 'cleared' | 'apart'>>;

/** Where a question starts. */
export function firstState(
  decision: Pick<Decision, 'kind' | 'route'>,
  at: { readonly hasArea: boolean; readonly queue: QueueAccess },
): Pick<Question, 'state' | 'cleared'> {
  if (decision.kind === 'ask') return { state: 'asked_back', cleared: false };
  switch (decision.route) {
    case 'emergency':
      return { state: 'emergency', cleared: false };
    case 'local_policing':
      return { state: at.hasArea ? 'referred' : 'needs_area', cleared: false };
    case 'presenter':
      if (at.queue === 'open') return { state: 'waiting', cleared: true };
      return { state: at.queue === 'review' ? 'needs_review' : 'answered_here', cleared: false };
    case 'suspicious_activity':
    case 'report_crime':
    case 'event_help':
    case 'out_of_scope':
      return { state: 'answered_here', cleared: false };
  }
}

/** Decides what a command does to a question. Pure: the same question and command give the same move. */
export function moveQuestion(question: Question, command: QuestionCommand, at: Instant): QuestionMove {
  const target = targetOf(question, command);
  if (typeof target === 'string') {
    return target === 'same' ? { kind: 'same' } : { kind: 'refused', reason: target };
  }
  if ('seenVersion' in command && command.seenVersion !== question.version) {
    return { kind: 'refused', reason: 'changed-meanwhile' };
  }
  const { reason: _gone, ...kept } = question;
  const moved: Question = { ...kept, ...target, version: question.version + 1, changedAt: at };
  return { kind: 'moved', question: moved, from: question.state };
}

function targetOf(question: Question, command: QuestionCommand): Target | 'same' | QuestionRefusal {
  if (question.state === 'forgotten') return command.kind === 'forget' ? 'same' : 'finished';
  switch (command.kind) {
    case 'choose':
      return chosen(question, command);
    case 'place':
      return question.state === 'needs_area' ? toTeam(question) : 'same';
    case 'accept':
    case 'answer':
    case 'hand_over':
    case 'decline':
      return worked(question, command);
    case 'split':
      if (question.apart) return 'same';
      return isInQueue(question) && question.cleared
        ? { state: question.state, apart: true }
        : 'not-in-queue';
    case 'withdraw':
      return withdrawn(question);
    case 'forget':
      return { state: 'forgotten', cleared: false };
    case 'settle':
      return settled(question, command);
  }
}

type Of<Kind extends QuestionCommand['kind']> = Extract<QuestionCommand, { kind: Kind }>;

function chosen(question: Question, command: Of<'choose'>): Target | 'same' | QuestionRefusal {
  const { state } = question;
  if (state === 'withdrawn') return 'finished';
  if (command.choice === 'now') return isWithTeam(state) || isDone(state) ? 'same' : to('emergency', state);
  if (command.choice === 'local') {
    if (isWithTeam(state)) return 'same';
    if (command.hasArea) return { state: 'referred' };
    return to('needs_area', state);
  }
  if (state === 'waiting' || state === 'accepted' || state === 'answered' || state === 'needs_review')
    return 'same';
  if (isWithTeam(state) || state === 'declined') return 'finished';
  if (command.queue === 'none') return 'no-queue';
  // The asker may clear what triage took for a presenter question; anything else a moderator reads first.
  const clear = state === 'asked_back' && !isPrivateRoute(question.route) && question.route === 'presenter';
  return clear && command.queue === 'open' ? { state: 'waiting', cleared: true } : { state: 'needs_review' };
}

function worked(
  question: Question,
  command: Of<'accept'> | Of<'answer'> | Of<'hand_over'> | Of<'decline'>,
): Target | 'same' | QuestionRefusal {
  const { state } = question;
  if (isRepeated(question, command)) return 'same';
  if (!isInQueue(question))
    return state === 'withdrawn' || isDone(state) || isWithTeam(state) ? 'finished' : 'not-in-queue';
  if (command.kind === 'accept') return { state: 'accepted', cleared: true };
  if (command.kind === 'answer') return { state: 'answered', cleared: true };
  if (command.kind === 'decline') {
    const reason = command.reason.trim();
    return reason === '' ? 'reason-needed' : { state: 'declined', reason };
  }
  return command.hasArea ? { state: 'handed_over' } : { state: 'needs_area', reason: 'handed_over' };
}

function isRepeated(
  question: Question,
  command: Of<'accept'> | Of<'answer'> | Of<'hand_over'> | Of<'decline'>,
): boolean {
  switch (command.kind) {
    case 'accept':
      return question.state === 'accepted';
    case 'answer':
      return question.state === 'answered';
    case 'hand_over':
      return (
        question.state === 'handed_over' ||
        (question.state === 'needs_area' && question.reason === 'handed_over')
      );
    case 'decline':
      return question.state === 'declined' && question.reason === command.reason.trim();
  }
}

function withdrawn({ state }: Question): Target | 'same' | QuestionRefusal {
  if (state === 'withdrawn') return 'same';
  return state === 'answered' || state === 'emergency' ? 'finished' : { state: 'withdrawn' };
}

function settled(question: Question, command: Of<'settle'>): Target | 'same' {
  switch (question.state) {
    case 'asked_back':
      if (isPrivateRoute(question.route))
        return command.hasArea ? { state: 'referred' } : { state: 'needs_area' };
      return command.queue === 'none' ? { state: 'lapsed', reason: 'no_queue' } : { state: 'needs_review' };
    case 'needs_area':
      return command.hasArea ? toTeam(question) : { state: 'lapsed', reason: 'no_area' };
    case 'needs_review':
    case 'waiting':
    case 'accepted':
      return { state: 'lapsed', reason: 'briefing_over' };
    default:
      return 'same';
  }
}

const toTeam = (question: Question): Target => ({
  state: question.reason === 'handed_over' ? 'handed_over' : 'referred',
});

const to = (target: QuestionState, from: QuestionState): Target | 'same' =>
  target === from ? 'same' : { state: target };

const isWithTeam = (state: QuestionState): boolean => state === 'referred' || state === 'handed_over';
const isDone = (state: QuestionState): boolean =>
  state === 'answered' || state === 'declined' || state === 'lapsed';

/** Whether presenters, or for `needs_review` a moderator, still have something to decide. */
export const isInQueue = ({ state }: Pick<Question, 'state'>): boolean =>
  state === 'needs_review' || state === 'waiting' || state === 'accepted';
