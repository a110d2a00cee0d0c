import { moderatorSees, mayModerate, presenterSees } from '../../domain/question/visibility.js';
import type { BriefingCode, QuestionId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { mayPresent } from '../../domain/shared/policy.js';
import type { FindGroups } from './grouping.js';
import type { BriefingContext, Briefings, QuestionStore } from './ports.js';
import { queueItem, type QueueItem } from './queue-item.js';

export interface QueueRequest {
  readonly person: Person;
  readonly code: BriefingCode;
  readonly offset: number;
  readonly limit: number;
}

export interface Queue {
  readonly kind: 'queue';
  readonly briefing: BriefingContext['briefing'];
  readonly items: readonly QueueItem[];
  readonly total: number;
  /** How many still want a decision. */
  readonly open: number;
  /** Whether the reader also sees what waits for review. */
  readonly moderator: boolean;
}

export type NoQueue = { readonly kind: 'unknown' } | { readonly kind: 'forbidden' };

interface QueuePorts {
  readonly store: QuestionStore;
  readonly briefings: Briefings;
  readonly groups: FindGroups;
}

/** A briefing's queue for one of its presenters or moderators. */
export const readQueue =
  ({ store, briefings, groups }: QueuePorts) =>
  async ({ person, code, offset, limit }: QueueRequest): Promise<Queue | NoQueue> => {
    const context = await briefings.find(code, person.id);
    if (!context) return { kind: 'unknown' };
    if (!mayPresent(person, context.briefing)) return { kind: 'forbidden' };
    const moderator = mayModerate(person, context.briefing.region);
    const sees = moderator ? moderatorSees : presenterSees;
    const found = await groups(store, code);
    const except = found.flatMap(({ others }) => others.map(({ id }) => id));
    const { total, open, questions } = await store.queue(code, { moderator, offset, limit, except });
    const others = new Map(found.map((group) => [group.lead.id, group.others]));
    // The store has filtered already; what must never be shown is checked twice.
    const items = questions
      .filter((entry) => sees(entry) !== 'nothing')
      .map((entry) => queueItem(entry, moderator, others.get(entry.id)));
    return { kind: 'queue', briefing: context.briefing, items, total, open, moderator };
  };

/** One question of the queue, with all its words. */
export const readQueueItem =
  ({ store, briefings, groups }: QueuePorts) =>
  async ({
    person,
    code,
    id,
  }: Pick<QueueRequest, 'person' | 'code'> & { readonly id: QuestionId }): Promise<
    { readonly kind: 'item'; readonly item: QueueItem } | NoQueue
  > => {
    const context = await briefings.find(code, person.id);
    if (!context) return { kind: 'unknown' };
    if (!mayPresent(person, context.briefing)) return { kind: 'forbidden' };
    const moderator = mayModerate(person, context.briefing.region);
    const question = await store.find(id);
    const sees = moderator ? moderatorSees : presenterSees;
    if (question?.briefing !== code || sees(question) === 'nothing') return { kind: 'unknown' };
    const group = (await groups(store, code)).find(({ lead }) => lead.id === id);
    return { kind: 'item', item: queueItem(question, moderator, group?.others) };
  };
