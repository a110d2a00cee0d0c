import { moveQuestion } from '../../domain/question/state.js';
import type { PersonId, QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AskPorts } from './ask-question.js';
import { CHOICE_REFUSALS, type Chosen } from './choose-route.js';
import { explainOutcome } from './explain-outcome.js';
import { toldOf } from './told.js';

/** An asker takes a question back; a local team that has it is told. */
export const withdrawQuestion =
  (ports: AskPorts) =>
  async ({
    person,
    id,
    now,
  }: {
    readonly person: Person;
    readonly id: QuestionId;
    readonly now: Instant;
  }): Promise<Chosen> => {
    const question = await ports.store.findOwn(person.id, id);
    if (!question) return { kind: 'unknown' };
    const move = moveQuestion(question, { kind: 'withdraw' }, now);
    if (move.kind === 'refused') return { kind: 'refused', problem: CHOICE_REFUSALS[move.reason] };
    if (move.kind === 'moved') {
      const told = toldOf(move.question, { by: person.id, at: now });
      if (!(await ports.store.move({ question: move.question }, told))) {
        return { kind: 'refused', problem: CHOICE_REFUSALS['changed-meanwhile'] };
      }
    }
    const stands = move.kind === 'moved' ? move.question : question;
    return { kind: 'chosen', outcome: await explainOutcome(ports)(stands, { person, now }) };
  };

/** Erases the words of everything a person has asked; what they were about stays countable, what they said does not. */
export const forgetQuestions =
  ({ store }: Pick<AskPorts, 'store'>) =>
  async ({ person, now }: { readonly person: PersonId; readonly now: Instant }): Promise<void> => {
    for (const question of await store.allOf(person)) {
      const move = moveQuestion(question, { kind: 'forget' }, now);
      if (move.kind !== 'moved') continue;
      const { topic: _topic, ...kept } = move.question;
      const forgotten = { ...kept, text: '' };
      const written = await store.move({ question: forgotten }, toldOf(forgotten, { by: person, at: now }));
      if (!written) throw new Error('a question changed while it was being forgotten; try again');
    }
  };
