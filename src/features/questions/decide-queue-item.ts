import { moderatorSees, mayModerate, presenterSees } from '../../domain/question/visibility.js';
import type { Question } from '../../domain/question/question.js';
import { moveQuestion, type QuestionCommand } from '../../domain/question/state.js';
import type { BriefingCode, QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { mayPresent } from '../../domain/shared/policy.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AskPorts } from './ask-question.js';
import { queueItem, type QueueItem } from './queue-item.js';
import { referralFor, toldOf } from './told.js';

export type QueueAct = 'accept' | 'answer' | 'hand_over' | 'decline';

export interface QueueDecision {
  readonly person: Person;
  readonly code: BriefingCode;
  readonly id: QuestionId;
  readonly act: QueueAct;
  /** The version the doer saw. */
  readonly version: number;
  /** Needed to decline: the asker is told. */
  readonly reason?: string;
  readonly now: Instant;
}

export type Decided =
  | { readonly kind: 'decided'; readonly item: QueueItem }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'refused'; readonly problem: string }
  /** Somebody was first; nothing was changed. */
  | { readonly kind: 'conflict'; readonly problem: string };

/** A presenter or moderator works one question of the queue. A repeat of the same act changes nothing. */
export const decideQueueItem =
  (ports: AskPorts) =>
  async (input: QueueDecision): Promise<Decided> => {
    const { person, code, id, now } = input;
    const context = await ports.briefings.find(code, person.id);
    if (!context) return { kind: 'unknown' };
    if (!mayPresent(person, context.briefing)) return { kind: 'forbidden' };
    const moderator = mayModerate(person, context.briefing.region);
    const question = await ports.store.find(id);
    const sees = moderator ? moderatorSees : presenterSees;
    if (question?.briefing !== code || sees(question) === 'nothing') return { kind: 'unknown' };
    const asker = input.act === 'hand_over' ? await ports.store.asker(question.asker) : undefined;
    const move = moveQuestion(question, commandOf(input, asker?.area !== undefined), now);
    if (move.kind === 'same') return { kind: 'decided', item: queueItem(question, moderator) };
    if (move.kind === 'refused') {
      if (move.reason === 'reason-needed') return { kind: 'refused', problem: NO_REASON };
      return { kind: 'conflict', problem: await whoWasFirst(ports, question) };
    }
    const at = {
      person: asker ?? { id: question.asker, audience: 'other' as const },
      area: asker?.area,
      at: now,
    };
    const referral = referralFor(ports, move.question, at);
    const written = await ports.store.move(
      { question: move.question, by: person.id, ...(referral ? { referral } : {}) },
      toldOf(move.question, { by: person.id, at: now, referral, tellAsker: true }),
    );
    if (!written)
      return {
        kind: 'conflict',
        problem: await whoWasFirst(ports, (await ports.store.find(id)) ?? question),
      };
    return { kind: 'decided', item: queueItem(move.question, moderator) };
  };

const NO_REASON = 'Please give a reason: the asker is told why their question is not taken up.';

function commandOf({ act, version, reason }: QueueDecision, hasArea: boolean): QuestionCommand {
  const seenVersion = version;
  if (act === 'decline') return { kind: 'decline', reason: reason ?? '', seenVersion };
  return act === 'hand_over' ? { kind: 'hand_over', hasArea, seenVersion } : { kind: act, seenVersion };
}

/** Never names an asker: one who took the question back is only `the asker`. */
async function whoWasFirst({ store }: AskPorts, question: Question): Promise<string> {
  if (question.state === 'withdrawn' || question.state === 'forgotten' || question.state === 'referred') {
    return 'The asker has taken this question back. Nothing was changed.';
  }
  const name = (await store.decidedBy(question.id)) ?? 'Somebody else';
  const deed = DEEDS[question.state] ?? 'changed this question';
  return `${name} ${deed} first. Nothing was changed; look at the question as it stands now.`;
}

const DEEDS: Readonly<Partial<Record<Question['state'], string>>> = {
  accepted: 'accepted this question',
  answered: 'marked this question as answered',
  declined: 'declined this question',
  handed_over: 'handed this question to the local team',
  needs_area: 'handed this question to the local team',
};
