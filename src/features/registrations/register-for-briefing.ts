import { parseBriefingCode } from '../../domain/briefing/code.js';
import { openFor, type Closed } from '../../domain/registration/open.js';
import type { OfferedBriefing, Registration } from '../../domain/registration/registration.js';
import { vet } from '../../domain/registration/vetting.js';
import type { Person } from '../../domain/shared/person.js';
import type { Outgoing } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import { changePlace, type ChangePorts } from './change-place.js';
import type { Place, RegistrationStore } from './ports.js';

export type Registered =
  | {
      readonly kind: 'placed';
      readonly place: Required<Place>;
      /** True when the place was there before: nothing has changed. */
      readonly again: boolean;
    }
  | Closed;

/** The briefing of that code if one can register for it now. */
export async function findOpen(
  store: RegistrationStore,
  typed: string,
  now: Instant,
): Promise<{ readonly kind: 'open'; readonly briefing: OfferedBriefing } | Closed> {
  const code = parseBriefingCode(typed);
  const briefing = code && (await store.briefing(code));
  const asked = { code: code ?? typed.slice(0, 20), briefing };
  const open = openFor({ ...asked, next: undefined }, now);
  if (open.kind === 'open' || !briefing) return open;
  return openFor({ ...asked, next: await store.nextInRegion(briefing.region, now) }, now);
}

/** Gives a person a place at a briefing of any region: at once for whom we know, otherwise for a lead to approve. */
export const registerForBriefing =
  (ports: ChangePorts) =>
  async (input: { person: Person; code: string; now: Instant }): Promise<Registered> => {
    const { person, now } = input;
    const open = await findOpen(ports.store, input.code, now);
    if (open.kind === 'closed') return open;
    const { briefing } = open;
    const { addresses, domains } = await ports.store.trust(person.id);
    const vetting = vet(person, addresses, domains);
    const change = await changePlace(ports, {
      person: person.id,
      code: briefing.code,
      act: { kind: 'register', vetting },
      actor: person.id,
      now,
      outgoing: (after) => [placeNotice(after)],
    });
    if (change.kind === 'refused') throw new Error('registering is never refused by state');
    const { registration } = change;
    return { kind: 'placed', place: { briefing, registration }, again: change.kind === 'same' };
  };

/** The message that tells a person of a new place or that the request waits. */
export function placeNotice({ id, status, version }: Registration): Outgoing {
  const job = status === 'confirmed' ? 'registrations.send-confirmation' : 'registrations.tell-waiting';
  return { job, data: { registrationId: id, version } };
}
