import { correctedByAsker } from '../../domain/question/correction.js';
import { moveQuestion, type Choice, type QuestionRefusal } from '../../domain/question/state.js';
import type { QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AskPorts } from './ask-question.js';
import { contextOf } from './context.js';
import { emergencyOutcome, explainOutcome } from './explain-outcome.js';
import type { Outcome } from './outcome.js';
import { referralFor, toldOf } from './told.js';

export type Chosen =
  | { readonly kind: 'chosen'; readonly outcome: Outcome }
  /** No question of theirs. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problem: string };

export interface ChooseInput {
  readonly person: Person;
  readonly id: QuestionId;
  readonly choice: Choice;
  readonly now: Instant;
}

const ATTEMPTS = 3;

export const CHOICE_REFUSALS: Readonly<Record<QuestionRefusal, string>> = {
  finished: 'This question has found its way already. Type “my questions” to see what became of it.',
  'changed-meanwhile':
    'This question has just changed. Type “my questions” to see how it stands, and choose again.',
  'reason-needed': 'Please give a reason.',
  'no-queue':
    'No briefing is open for questions. Register for one and ask again, or send it to your local policing team.',
  'not-in-queue': 'This question is not in a queue.',
};

/** The asker says where a question goes. */
export const chooseRoute =
  (ports: AskPorts) =>
  async (input: ChooseInput): Promise<Chosen> => {
    const { person, id, choice, now } = input;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = await ports.store.findOwn(person.id, id);
      if (!found) return { kind: 'unknown' };
      const at =
        choice === 'presenter' ? await contextOf(ports.briefings, { person, now, ...found }) : undefined;
      const code = at?.at?.briefing.code;
      const question = code === undefined ? found : { ...found, briefing: code };
      const command = {
        kind: 'choose',
        choice,
        hasArea: person.area !== undefined,
        queue: at?.queue ?? 'none',
      } as const;
      const move = moveQuestion(question, command, now);
      if (move.kind === 'refused') return { kind: 'refused', problem: CHOICE_REFUSALS[move.reason] };
      // Somebody who says that it is happening now is answered 999, wherever the question stands.
      if (move.kind === 'same' && choice === 'now') {
        return { kind: 'chosen', outcome: emergencyOutcome(ports.guidance.lines, found) };
      }
      if (move.kind === 'same')
        return { kind: 'chosen', outcome: await explainOutcome(ports)(found, { person, now }) };
      const referral = referralFor(ports, move.question, { person, area: person.area, at: now });
      const told = toldOf(move.question, { by: person.id, at: now, referral });
      const corrected = correctedByAsker(found, choice);
      const write = {
        question: move.question,
        ...(referral ? { referral } : {}),
        ...(corrected ? { correction: { route: corrected, role: 'asker' as const } } : {}),
      };
      if (await ports.store.move(write, told)) {
        return { kind: 'chosen', outcome: await explainOutcome(ports)(move.question, { person, now }) };
      }
    }
    return { kind: 'refused', problem: CHOICE_REFUSALS['changed-meanwhile'] };
  };
