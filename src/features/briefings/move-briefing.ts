import type { CalendarData } from '../../domain/briefing/clashes.js';
import { moveBriefing as decideMove } from '../../domain/briefing/move.js';
import { whenInWords } from '../../domain/briefing/words.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant, LocalDate, LocalTime } from '../../domain/shared/time.js';
import { changeBriefing, type Changed, type Decision } from './change-briefing.js';
import type { BriefingStore } from './ports.js';

/** Moves a briefing: its event follows by job, and so does word to everyone who has registered. */
export const moveBriefing =
  (ports: { store: BriefingStore; calendar: CalendarData }) =>
  (input: {
    person: Person;
    code: string;
    date: LocalDate;
    time: LocalTime;
    now: Instant;
  }): Promise<Changed> =>
    changeBriefing(ports.store, input, async (briefing): Promise<Decision> => {
      const others = await ports.store.list({});
      const decided = decideMove(briefing, input, { now: input.now, calendar: ports.calendar, others });
      if (decided.kind === 'refused') return decided;
      if (decided.kind === 'same')
        return { kind: 'same', sentence: `${briefing.code} already stands there.` };
      const { slot, revision, clashes } = decided;
      const { code } = briefing;
      const warning = clashes.map((clash) => ` Please note: ${clash.sentence}`).join('');
      return {
        kind: 'write',
        change: { ...slot, revision },
        told: {
          record: [
            {
              subject: 'briefing',
              subjectId: code,
              event: 'moved',
              actor: input.person.id,
              at: input.now,
              data: { from: briefing.startsAt, to: slot.startsAt, revision },
            },
          ],
          outgoing: [
            { job: 'briefings.move-meeting', data: { code, revision } },
            { job: 'registrations.briefing-moved', data: { code, revision } },
          ],
        },
        sentence: `Moved to ${whenInWords(slot)}. Everyone registered is told and gets an updated calendar entry.${warning}`,
      };
    });
