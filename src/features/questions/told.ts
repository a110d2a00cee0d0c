import type { Question } from '../../domain/question/question.js';
import { referQuestion, type Holidays, type NewReferral } from '../../domain/question/refer.js';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import type { PersonArea } from '../../domain/shared/person.js';
import type { Ids, Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import type { Asker, Told } from './ports.js';

export interface ReferPorts {
  readonly ids: Ids;
  readonly holidays: Holidays;
}

/** The line of the record for a question that now stands so. Route and state, never words. */
export function recordOf(question: Question, by: PersonId | 'system', at: Instant): RecordEntry {
  const { id, state, route, version, door } = question;
  return { subject: 'question', subjectId: id, event: state, actor: by, at, data: { route, version, door } };
}

/** The referral that goes with a question that has just been given to a local team. */
export function referralFor(
  ports: ReferPorts,
  question: Question,
  asker: {
    readonly person: Pick<Asker, 'id' | 'audience'>;
    readonly area: PersonArea | undefined;
    readonly at: Instant;
  },
): NewReferral | undefined {
  if (question.state !== 'referred' && question.state !== 'handed_over') return undefined;
  if (!asker.area) throw new Error('a question went to a local team without an area');
  const { person, area, at } = asker;
  const id = brand<NewReferral['referral']['id']>(ports.ids.uuid());
  return referQuestion({ id, question: question.id, person, force: area.force, at }, ports.holidays);
}

/** Everything that goes with a move: the record, the referral's delivery, the withdrawal of one, the asker's notice. */
export function toldOf(
  question: Question,
  move: {
    readonly by: PersonId | 'system';
    readonly at: Instant;
    readonly referral?: NewReferral | undefined;
    readonly tellAsker?: boolean;
  },
): Told {
  const { referral } = move;
  const ended = question.state === 'withdrawn' || question.state === 'forgotten';
  const outgoing: Outgoing[] = [
    ...(referral ? [{ job: 'referrals.deliver', data: { referralId: referral.referral.id } }] : []),
    ...(ended ? [{ job: 'referrals.withdraw', data: { questionId: question.id } }] : []),
    ...(move.tellAsker
      ? [{ job: 'questions.tell-asker', data: { questionId: question.id, version: question.version } }]
      : []),
  ];
  const referred: RecordEntry[] = referral
    ? [
        {
          subject: 'referral',
          subjectId: referral.referral.id,
          event: 'open',
          actor: move.by,
          at: move.at,
          data: { question: question.id, team: referral.referral.team, version: 1 },
        },
      ]
    : [];
  return { record: [recordOf(question, move.by, move.at), ...referred], outgoing };
}
