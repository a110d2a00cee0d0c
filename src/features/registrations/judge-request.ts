import { attendeeStatus } from '../../domain/briefing/briefing.js';
import { brand, type RegistrationId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { mayLead } from '../../domain/shared/policy.js';
import { regionById } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import type { RegistrationRefusal } from '../../domain/registration/state.js';
import { changePlace, type ChangePorts } from './change-place.js';

export type Judged =
  | { readonly kind: 'done' | 'same'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly problem: string };

const REFUSALS: Readonly<Record<RegistrationRefusal, string>> = {
  'not-registered': 'That request is not there any more. Nothing was changed.',
  withdrawn: 'The person has withdrawn meanwhile, so there is nothing to decide.',
  'already-confirmed': 'That request was approved before and the person has been told. Nothing was changed.',
};

/** Approves or declines a request for a place; only a lead of the briefing's region may. */
export const judgeRequest =
  (ports: ChangePorts) =>
  async (input: {
    lead: Person;
    id: string;
    verdict: 'approve' | 'decline';
    now: Instant;
  }): Promise<Judged> => {
    const { lead, verdict, now } = input;
    const found = await ports.store.get(brand<RegistrationId>(input.id));
    if (!found) return { kind: 'refused', problem: REFUSALS['not-registered'] };
    const { briefing } = found;
    if (!mayLead(lead, briefing.region)) {
      const { name } = regionById(briefing.region);
      return {
        kind: 'refused',
        problem: `Only the regional lead of ${name} or a coordinator decides on this request.`,
      };
    }
    const standing = attendeeStatus(briefing, now);
    if (standing === 'over' || standing === 'cancelled') {
      const word = standing === 'over' ? 'is over' : 'was cancelled';
      return { kind: 'refused', problem: `${briefing.code} ${word}, so there is nothing to decide.` };
    }
    const change = await changePlace(ports, {
      person: found.registration.person,
      code: briefing.code,
      act: { kind: verdict, by: lead.id },
      actor: lead.id,
      now,
      outgoing: ({ id, version }) => [
        {
          job: verdict === 'approve' ? 'registrations.send-confirmation' : 'registrations.tell-declined',
          data: { registrationId: id, version },
        },
      ],
    });
    if (change.kind === 'refused') return { kind: 'refused', problem: REFUSALS[change.reason] };
    if (change.kind === 'same')
      return { kind: 'same', sentence: `That was decided before; nothing was sent again.` };
    return {
      kind: 'done',
      sentence:
        verdict === 'approve' ? 'Approved. The person is told now.' : 'Declined. The person is told now.',
    };
  };
