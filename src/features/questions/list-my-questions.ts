import { outcomeSentence } from '../../domain/question/sentences.js';
import type { Question } from '../../domain/question/question.js';
import type { PersonId, QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import { explainOutcome, type ExplainPorts } from './explain-outcome.js';
import type { Outcome } from './outcome.js';
import type { QuestionStore } from './ports.js';

export interface MyQuestion {
  readonly question: Question;
  readonly sentence: string;
}

/** A person's own questions, the newest first, each with what became of it. */
export const listMyQuestions =
  ({ store }: { readonly store: QuestionStore }) =>
  async (input: {
    readonly person: PersonId;
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly total: number; readonly questions: readonly MyQuestion[] }> => {
    const { total, questions } = await store.listOwn(input.person, input);
    return {
      total,
      questions: questions.map(({ question, referral }) => ({
        question,
        sentence: outcomeSentence(question, referral),
      })),
    };
  };

/** One of a person's own questions with everything that can be done about it. */
export const showMyQuestion =
  (ports: ExplainPorts) =>
  async (input: {
    readonly person: Person;
    readonly id: QuestionId;
    readonly now: Instant;
  }): Promise<
    | { readonly kind: 'shown'; readonly outcome: Outcome; readonly text: string }
    | { readonly kind: 'unknown' }
  > => {
    const question = await ports.store.findOwn(input.person.id, input.id);
    if (!question) return { kind: 'unknown' };
    return { kind: 'shown', outcome: await explainOutcome(ports)(question, input), text: question.text };
  };
