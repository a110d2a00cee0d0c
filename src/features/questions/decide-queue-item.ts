import { correctedAtQueue } from '../../domain/question/correction.js';
import { markOf } from '../../domain/question/question-groups.js';
import { moderatorSees, mayModerate, presenterSees } from '../../domain/question/visibility.js';
import type { Question } from '../../domain/question/question.js';
import { moveQuestion } from '../../domain/question/state.js';
import type { BriefingCode, QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { mayPresent } from '../../domain/shared/policy.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AskPorts } from './ask-question.js';
import type { FindGroups } from './grouping.js';
import type { Asker, Correction, QuestionWrite, Told } from './ports.js';
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
  /** Which other wordings of it the doer saw (`QueueItem.seen`): they are decided with it, and each asker is told. */
  readonly seen?: string;
  readonly now: Instant;
}

export type Decided =
  | { readonly kind: 'decided'; readonly item: QueueItem }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'refused'; readonly problem: string }
  /** Somebody was first; nothing was changed. */
  | { readonly kind: 'conflict'; readonly problem: string };

/** What deciding needs besides asking. */
export type DecidePorts = AskPorts & { readonly groups: FindGroups };

/**
 * A presenter or moderator works one question of the queue, and with it the other wordings they saw: one decision, and
 * every asker is told of their own. A repeat of the same act changes nothing.
 */
export const decideQueueItem =
  (ports: DecidePorts) =>
  async (input: QueueDecision): Promise<Decided> => {
    const { person, code, id, now } = input;
    const context = await ports.briefings.find(code, person.id);
    if (!context) return { kind: 'unknown' };
    if (!mayPresent(person, context.briefing)) return { kind: 'forbidden' };
    const moderator = mayModerate(person, context.briefing.region);
    const question = await ports.store.find(id);
    const sees = moderator ? moderatorSees : presenterSees;
    if (question?.briefing !== code || sees(question) === 'nothing') return { kind: 'unknown' };
    const asker = await askerOf(ports, input.act, question);
    const move = moveQuestion(question, commandOf(input, asker?.area !== undefined), now);
    if (move.kind === 'same') return { kind: 'decided', item: queueItem(question, moderator) };
    if (move.kind === 'refused') {
      if (move.reason === 'reason-needed') return { kind: 'refused', problem: NO_REASON };
      return { kind: 'conflict', problem: await whoWasFirst(ports, question) };
    }
    const corrected = correctedAtQueue(question, input.act);
    const by = {
      person,
      now,
      ...(corrected && {
        correction: { route: corrected, role: moderator ? 'moderator' : 'presenter' } as const,
      }),
    };
    const moves = [
      writeOf(ports, { question: move.question, asker }, by),
      ...(await withIt(ports, input, { question, by })),
    ];
    if (!(await ports.store.moveTogether(moves))) {
      return {
        kind: 'conflict',
        problem: await whoWasFirst(ports, (await ports.store.find(id)) ?? question),
      };
    }
    return { kind: 'decided', item: queueItem(move.question, moderator) };
  };

interface Doer {
  readonly person: Person;
  readonly now: Instant;
  readonly correction?: Correction;
}

/** The other wordings that the doer saw and that still want a decision. What came since is looked at by itself. */
async function withIt(
  ports: DecidePorts,
  input: QueueDecision,
  { question, by }: { readonly question: Question; readonly by: Doer },
): Promise<readonly (QuestionWrite & { readonly told: Told })[]> {
  if (!input.seen) return [];
  const seen = new Set(input.seen.split('.'));
  const group = (await ports.groups(ports.store, input.code)).find(({ lead }) => lead.id === question.id);
  const moves: (QuestionWrite & { readonly told: Told })[] = [];
  for (const other of group?.others ?? []) {
    if (!seen.has(markOf(other.id))) continue;
    const asker = await askerOf(ports, input.act, other);
    const { seenVersion: _lead, ...command } = commandOf(input, asker?.area !== undefined);
    const move = moveQuestion(other, command, input.now);
    if (move.kind === 'moved') moves.push(writeOf(ports, { question: move.question, asker }, by));
  }
  return moves;
}

/** Only a team needs to know anything of who asked. */
const askerOf = ({ store }: AskPorts, act: QueueAct, { asker }: Question): Promise<Asker | undefined> =>
  act === 'hand_over' ? store.asker(asker) : Promise.resolve(undefined);

function writeOf(
  ports: AskPorts,
  { question, asker }: { readonly question: Question; readonly asker: Asker | undefined },
  { person, now, correction }: Doer,
): QuestionWrite & { readonly told: Told } {
  const at = {
    person: asker ?? { id: question.asker, audience: 'other' as const },
    area: asker?.area,
    at: now,
  };
  const referral = referralFor(ports, question, at);
  return {
    question,
    by: person.id,
    ...(referral ? { referral } : {}),
    ...(correction ? { correction } : {}),
    told: toldOf(question, { by: person.id, at: now, referral, tellAsker: true }),
  };
}

const NO_REASON = 'Please give a reason: the asker is told why their question is not taken up.';

function commandOf({ act, version, reason }: QueueDecision, hasArea: boolean) {
  const seenVersion = version;
  if (act === 'decline') return { kind: 'decline', reason: reason ?? '', seenVersion } as const;
  return act === 'hand_over'
    ? ({ kind: 'hand_over', hasArea, seenVersion } as const)
    : ({ kind: act, seenVersion } as const);
}

/** Never names an asker: one who took the question back is only `the asker`. */
export async function whoWasFirst({ store }: Pick<AskPorts, 'store'>, question: Question): Promise<string> {
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
