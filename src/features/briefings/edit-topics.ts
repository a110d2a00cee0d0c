import type { Topic } from '../../domain/briefing/briefing.js';
import { editTopics as decideTopics } from '../../domain/briefing/topics.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import { changeBriefing, type Changed, type Decision } from './change-briefing.js';
import type { BriefingStore } from './ports.js';

/** Replaces what a briefing covers; new questions are checked against the new topics. */
export const editTopics =
  (ports: { store: BriefingStore }) =>
  (input: { person: Person; code: string; topics: readonly Topic[]; now: Instant }): Promise<Changed> =>
    changeBriefing(ports.store, input, (briefing): Decision => {
      const decided = decideTopics(input.topics);
      if (decided.kind === 'refused') return decided;
      const { topics } = decided;
      return {
        kind: 'write',
        change: { topics },
        told: {
          record: [
            {
              subject: 'briefing',
              subjectId: briefing.code,
              event: 'topics-changed',
              actor: input.person.id,
              at: input.now,
              data: { topics: topics.length },
            },
          ],
          outgoing: [],
        },
        sentence: 'Saved. Questions are checked against these topics from now on.',
      };
    });
