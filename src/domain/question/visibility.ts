import type { Person } from '../shared/person.js';
import { mayLead } from '../shared/policy.js';
import type { RegionId } from '../shared/region.js';
import type { Question } from './question.js';

/** What somebody at the queue may see of a question: its words, only what became of it, or nothing. */
export type QueueSight = 'words' | 'outcome' | 'nothing';

type Seen = Pick<Question, 'state' | 'cleared' | 'reason' | 'briefing'>;

/** What a briefing's presenters may see: never anything that was not cleared for them. */
export function presenterSees(question: Seen): QueueSight {
  if (question.briefing === undefined || !question.cleared) return 'nothing';
  switch (question.state) {
    case 'waiting':
    case 'accepted':
    case 'answered':
    case 'declined':
      return 'words';
    case 'handed_over':
    case 'withdrawn':
      return 'outcome';
    case 'needs_area':
      return question.reason === 'handed_over' ? 'outcome' : 'nothing';
    default:
      return 'nothing';
  }
}

/** What a moderator may see: besides what presenters see, what waits for review and what became of it. */
export function moderatorSees(question: Seen): QueueSight {
  if (question.briefing === undefined) return 'nothing';
  if (question.state === 'needs_review' || question.state === 'declined') return 'words';
  if (question.state === 'handed_over') return 'outcome';
  if (question.state === 'needs_area' && question.reason === 'handed_over') return 'outcome';
  return presenterSees(question);
}

/** Reads what is not yet cleared for presenters: moderators of the region and its lead. */
export const mayModerate = (person: Person, region: RegionId): boolean =>
  person.roles.some((grant) => grant.role === 'moderator' && (!grant.region || grant.region === region)) ||
  mayLead(person, region);

/** The state by which the queue shows a question: one that still lacks its asker's area counts as handed over. */
export const queueState = (question: Pick<Question, 'state' | 'reason'>): Question['state'] =>
  question.state === 'needs_area' && question.reason === 'handed_over' ? 'handed_over' : question.state;
