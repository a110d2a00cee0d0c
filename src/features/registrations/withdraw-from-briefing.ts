import { attendeeStatus } from '../../domain/briefing/briefing.js';
import { parseBriefingCode } from '../../domain/briefing/code.js';
import type { Person } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import { changePlace, type ChangePorts } from './change-place.js';
import type { Place } from './ports.js';

export type Withdrawn =
  | { readonly kind: 'withdrawn'; readonly place: Required<Place>; readonly again: boolean }
  | { readonly kind: 'refused'; readonly problem: string };

/** Gives a person's place back. One can register again later. */
export const withdrawFromBriefing =
  (ports: ChangePorts) =>
  async (input: { person: Person; code: string; now: Instant }): Promise<Withdrawn> => {
    const { person, now } = input;
    const code = parseBriefingCode(input.code);
    const briefing = code && (await ports.store.briefing(code));
    if (!briefing)
      return refused(`There is no briefing ${input.code.slice(0, 20)}. Type “my briefings” to see yours.`);
    if (attendeeStatus(briefing, now) === 'over')
      return refused(`${briefing.code} is over, so there is nothing to withdraw from.`);
    const change = await changePlace(ports, {
      person: person.id,
      code: briefing.code,
      act: { kind: 'withdraw' },
      actor: person.id,
      now,
      outgoing: (after, before) =>
        before?.status === 'confirmed'
          ? [
              {
                job: 'registrations.tell-withdrawn',
                data: { registrationId: after.id, version: after.version },
              },
            ]
          : [],
    });
    if (change.kind === 'refused') {
      return refused(
        `You are not registered for ${briefing.code}. Type “my briefings” to see your registrations.`,
      );
    }
    const { registration } = change;
    return { kind: 'withdrawn', place: { briefing, registration }, again: change.kind === 'same' };
  };

const refused = (problem: string): Withdrawn => ({ kind: 'refused', problem });
