import { mayModerate, moderatorSees, presenterSees } from '../../domain/question/visibility.js';
import { moveQuestion } from '../../domain/question/state.js';
import type { BriefingCode, QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { mayPresent } from '../../domain/shared/policy.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AskPorts } from './ask-question.js';
import { whoWasFirst, type Decided } from './decide-queue-item.js';
import { queueItem } from './queue-item.js';
import { recordOf } from './told.js';

/** A presenter says that a question is not what the others of its group ask: from then on it stands alone. */
export const splitQuestion =
  ({ store, briefings }: Pick<AskPorts, 'store' | 'briefings'>) =>
  async ({
    person,
    code,
    id,
    version,
    now,
  }: {
    readonly person: Person;
    readonly code: BriefingCode;
    readonly id: QuestionId;
    /** The version the doer saw. */
    readonly version: number;
    readonly now: Instant;
  }): Promise<Decided> => {
    const context = await briefings.find(code, person.id);
    if (!context) return { kind: 'unknown' };
    if (!mayPresent(person, context.briefing)) return { kind: 'forbidden' };
    const moderator = mayModerate(person, context.briefing.region);
    const question = await store.find(id);
    const sees = moderator ? moderatorSees : presenterSees;
    if (question?.briefing !== code || sees(question) === 'nothing') return { kind: 'unknown' };
    const move = moveQuestion(question, { kind: 'split', seenVersion: version }, now);
    if (move.kind === 'same') return { kind: 'decided', item: queueItem(question, moderator) };
    const written =
      move.kind === 'moved' &&
      (await store.move(
        { question: move.question },
        { record: [{ ...recordOf(move.question, person.id, now), event: 'split' }], outgoing: [] },
      ));
    if (!written)
      return { kind: 'conflict', problem: await whoWasFirst({ store }, (await store.find(id)) ?? question) };
    return { kind: 'decided', item: queueItem(move.question, moderator) };
  };
