import { moveQuestion } from '../../domain/question/state.js';
import type { Question } from '../../domain/question/question.js';
import type { PersonId, QuestionId } from '../../domain/shared/ids.js';
import type { Person, PersonArea } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AskPorts } from './ask-question.js';
import type { Chosen } from './choose-route.js';
import { explainOutcome } from './explain-outcome.js';
import type { Areas, Asker } from './ports.js';
import { referralFor, toldOf } from './told.js';

/** The asker gives the area that a question waits for; every question that waits for it goes on. */
export const giveArea =
  (ports: AskPorts & { readonly areas: Areas }) =>
  async (input: {
    readonly person: Person;
    readonly id: QuestionId;
    readonly typed: string;
    readonly now: Instant;
  }): Promise<Chosen> => {
    const { person, id, now } = input;
    const question = await ports.store.findOwn(person.id, id);
    if (!question) return { kind: 'unknown' };
    if (question.state !== 'needs_area') {
      return { kind: 'chosen', outcome: await explainOutcome(ports)(question, { person, now }) };
    }
    const placed = await ports.areas.place(person.id, input.typed, now);
    if (placed.kind === 'ask') return stillAsking(ports, question, { person, now, message: placed.message });
    const asker = { id: person.id, audience: person.audience, area: placed.area };
    // Who sits at the card of one question is told of the others.
    await sendAll(ports, asker, { now, tellOf: (other) => other.id !== id });
    const settled = (await ports.store.findOwn(person.id, id)) ?? question;
    const at = { person: { id: person.id, area: placed.area }, now };
    return { kind: 'chosen', outcome: await explainOutcome(ports)(settled, at) };
  };

/** Sends on what waited for a person's area, now that it is known by whatever way. */
export const areaKnown =
  (ports: AskPorts) =>
  async ({ person, now }: { readonly person: PersonId; readonly now: Instant }): Promise<void> => {
    const asker = await ports.store.asker(person);
    if (!asker?.area) return;
    await sendAll(ports, { ...asker, area: asker.area }, { now, tellOf: () => true });
  };

type Placed = Pick<Asker, 'id' | 'audience'> & { readonly area: PersonArea };

async function sendAll(
  ports: AskPorts,
  person: Placed,
  { now, tellOf }: { readonly now: Instant; readonly tellOf: (question: Question) => boolean },
): Promise<void> {
  for (const question of await ports.store.waitingForArea(person.id)) {
    const move = moveQuestion(question, { kind: 'place' }, now);
    if (move.kind !== 'moved') continue;
    const referral = referralFor(ports, move.question, { person, area: person.area, at: now });
    const told = toldOf(move.question, {
      by: person.id,
      at: now,
      referral,
      tellAsker: tellOf(move.question),
    });
    await ports.store.move({ question: move.question, ...(referral ? { referral } : {}) }, told);
  }
}

async function stillAsking(
  ports: AskPorts,
  question: Question,
  at: { readonly person: Person; readonly now: Instant; readonly message: string },
): Promise<Chosen> {
  const outcome = await explainOutcome(ports)(question, at);
  return { kind: 'chosen', outcome: { ...outcome, title: 'Which area exactly?', message: at.message } };
}
