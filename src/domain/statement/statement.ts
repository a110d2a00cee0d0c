import type { PersonId } from '../shared/ids.js';
import type { Instant } from '../shared/time.js';

export const TITLE_LIMIT = 120;
export const BODY_LIMIT = 3000;

/** `draft` waits for a second coordinator · `released` is in force · `superseded` by a later one · `discarded`. */
export type StatementStatus = 'draft' | 'released' | 'superseded' | 'discarded';

/** A threat statement for everyone the service knows. */
export interface Statement {
  /** A UUID. */
  readonly id: string;
  /** Counts drafts from 1. */
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly status: StatementStatus;
  readonly draftedBy: PersonId;
  readonly releasedBy?: PersonId;
  readonly createdAt: Instant;
  readonly releasedAt?: Instant;
}

export type DraftDecision =
  | { readonly kind: 'accepted'; readonly title: string; readonly body: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** Whether the words can stand as a draft; nothing is cut. */
export function decideDraft(typed: { readonly title: string; readonly body: string }): DraftDecision {
  const title = typed.title.trim();
  const body = typed.body.trim();
  if (title === '' || body === '') {
    return {
      kind: 'refused',
      problem: 'Please give both a title and a text. Nothing has been saved; what you typed stands below.',
    };
  }
  const over = tooLong('title', title, TITLE_LIMIT) ?? tooLong('text', body, BODY_LIMIT);
  return over === undefined ? { kind: 'accepted', title, body } : { kind: 'refused', problem: over };
}

function tooLong(what: string, words: string, limit: number): string | undefined {
  if (words.length <= limit) return undefined;
  const over = String(words.length - limit);
  return `The ${what} may have ${String(limit)} characters; please shorten it by ${over}. Nothing has been saved; what you typed stands below.`;
}

export type ReleaseDecision =
  | { readonly kind: 'release' }
  /** It went out before: nothing is sent again. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly problem: string };

/** Two people release a statement: one drafts it, another one sends it. */
export function decideRelease(
  statement: Pick<Statement, 'status' | 'draftedBy'>,
  by: PersonId,
): ReleaseDecision {
  switch (statement.status) {
    case 'released':
    case 'superseded':
      return { kind: 'same' };
    case 'discarded':
      return { kind: 'refused', problem: 'This draft was discarded. Type “circulate” to write a new one.' };
    case 'draft':
      return statement.draftedBy === by
        ? {
            kind: 'refused',
            problem:
              'You wrote this draft, so another coordinator has to release it. They type “circulate” to see it.',
          }
        : { kind: 'release' };
  }
}
