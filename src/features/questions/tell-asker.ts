import type { Question } from '../../domain/question/question.js';
import type { PersonId, QuestionId } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';
import { explainOutcome, type ExplainPorts } from './explain-outcome.js';
import type { Outcome } from './outcome.js';
import type { AdaptiveCardLike, Courier } from './ports.js';

export interface TellPorts extends ExplainPorts {
  readonly courier: Courier;
  /** A fresh link to the person's own page. */
  readonly links: { personal(person: PersonId): Promise<string> };
  /** `words` repeats the asker's own question. */
  readonly outcomeCard: (outcome: Outcome, words?: string) => AdaptiveCardLike;
}

/** Tells an asker what has become of a question. An older version than stands is left to the newer one's notice. */
export const tellAsker =
  (ports: TellPorts) =>
  async ({
    id,
    version,
    now,
  }: {
    readonly id: QuestionId;
    readonly version: number;
    readonly now: Instant;
  }): Promise<void> => {
    const question = await ports.store.find(id);
    if (!question || question.state === 'forgotten') return;
    // Setting a question apart tells its asker nothing, so the notice before it is still due.
    if (question.version !== version && !(question.apart && question.version === version + 1)) return;
    const asker = await ports.store.asker(question.asker);
    if (!asker) return;
    const outcome = await explainOutcome(ports)(question, { person: asker, now });
    await ports.courier.toPerson(question.asker, {
      // As it stands, so that two notices that find the same tell it once.
      key: `question ${id} ${String(question.version)}`,
      card: ports.outcomeCard(outcome, ownWords(question)),
      mail: { subject: outcome.title, text: await mailText(ports, question, outcome) },
      door: 'chat-first',
    });
  };

/** What presenters have decided is told about the asker's own wording; what is private is not repeated in a notice. */
const ownWords = ({ cleared, route, state, text }: Question): string | undefined =>
  cleared && route === 'presenter' && (state === 'accepted' || state === 'answered' || state === 'declined')
    ? text
    : undefined;

/** The words of the question stay out of the mail: others may read a shared mailbox. */
async function mailText({ links }: TellPorts, question: Question, outcome: Outcome): Promise<string> {
  const about = question.briefing ? `About your question for ${question.briefing}.` : 'About your question.';
  const page = `See it on your own page: ${await links.personal(question.asker)}`;
  return [about, outcome.message, page, 'In danger, call 999.'].join('\n\n');
}
