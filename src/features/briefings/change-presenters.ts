import { changePresenter } from '../../domain/briefing/presenters.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import { changeBriefing, type Changed, type Decision } from './change-briefing.js';
import type { BriefingStore } from './ports.js';

/** Adds or removes a presenter; the invitation follows by job. */
export const changePresenters =
  (ports: { store: BriefingStore }) =>
  (input: {
    person: Person;
    code: string;
    act: 'add' | 'remove';
    address: string;
    now: Instant;
  }): Promise<Changed> =>
    changeBriefing(ports.store, input, (briefing): Decision => {
      const decided = changePresenter(briefing, input);
      if (decided.kind === 'refused') return decided;
      const { code } = briefing;
      if (decided.kind === 'same') {
        const state = input.act === 'add' ? 'is already a presenter' : 'is not a presenter';
        return { kind: 'same', sentence: `That person ${state} of ${code}.` };
      }
      return {
        kind: 'write',
        change: { presenters: decided.presenters },
        told: {
          record: [
            {
              subject: 'briefing',
              subjectId: code,
              event: input.act === 'add' ? 'presenter-added' : 'presenter-removed',
              actor: input.person.id,
              at: input.now,
            },
          ],
          outgoing: [{ job: 'briefings.invite-presenters', data: { code } }],
        },
        sentence:
          input.act === 'add'
            ? 'Added. An invitation follows by mail.'
            : 'Removed. The invitation is withdrawn.',
      };
    });
