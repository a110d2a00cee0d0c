import { cancelBriefing as decideCancel } from '../../domain/briefing/cancel.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import { changeBriefing, type Changed, type Decision } from './change-briefing.js';
import type { BriefingStore } from './ports.js';

/** Cancels a briefing with a reason: its event goes by job, and everyone who has registered is told. */
export const cancelBriefing =
  (ports: { store: BriefingStore }) =>
  (input: { person: Person; code: string; reason: string; now: Instant }): Promise<Changed> =>
    changeBriefing(ports.store, input, (briefing): Decision => {
      const decided = decideCancel(briefing, input.reason, input.now);
      if (decided.kind === 'refused') return decided;
      const { code } = briefing;
      if (decided.kind === 'already') return { kind: 'same', sentence: `${code} was cancelled before.` };
      return {
        kind: 'write',
        change: { status: 'cancelled', statusReason: decided.reason },
        told: {
          record: [
            {
              subject: 'briefing',
              subjectId: code,
              event: 'cancelled',
              actor: input.person.id,
              at: input.now,
            },
          ],
          outgoing: [
            { job: 'briefings.cancel-meeting', data: { code } },
            { job: 'registrations.briefing-cancelled', data: { code } },
          ],
        },
        sentence: 'Cancelled. Everyone registered is told, with your reason.',
      };
    });
