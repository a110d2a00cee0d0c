import type { Question } from './question.js';
import type { Choice } from './state.js';
import type { Route } from './triage.js';

const CHOSEN: Readonly<Record<Choice, Route>> = {
  presenter: 'presenter',
  local: 'local_policing',
  now: 'emergency',
};

/**
 * The route that an asker's click says was the right one, where triage had guessed another. A click that asks for more
 * (the local team too), or for another way because presenters said no or never came to it, corrects nothing.
 */
export function correctedByAsker(question: Question, choice: Choice): Route | undefined {
  const { state, route } = question;
  const isInstead =
    state === 'asked_back' || state === 'waiting' || state === 'needs_review' || state === 'emergency';
  const isAnyway = choice !== 'local' && state !== 'declined' && state !== 'lapsed';
  return (isInstead || isAnyway) && CHOSEN[choice] !== route ? CHOSEN[choice] : undefined;
}

/**
 * The same for what a presenter or moderator does at the queue: to hand over, or to let through after review. Handing
 * over may only confirm what triage had guessed; it is said all the same, because the asker had clicked otherwise.
 */
export function correctedAtQueue(
  { state, route }: Question,
  act: 'accept' | 'answer' | 'hand_over' | 'decline',
): Route | undefined {
  if (act === 'hand_over') return 'local_policing';
  const isLetThrough = state === 'needs_review' && (act === 'accept' || act === 'answer');
  return isLetThrough && route !== 'presenter' ? 'presenter' : undefined;
}

const WEIGHT = { asker: 0, presenter: 1, moderator: 2 } as const;

/** Who said so: an asker knows what they meant, a presenter what is fit, a moderator is there to tell them apart. */
export type CorrectingRole = keyof typeof WEIGHT;

/** The one to believe of several corrections of one question, given in the order they were made. */
export function weightiest<Said extends { readonly role: CorrectingRole }>(
  said: readonly Said[],
): Said | undefined {
  return said.reduce<Said | undefined>(
    (best, next) => (best && WEIGHT[best.role] > WEIGHT[next.role] ? best : next),
    undefined,
  );
}
