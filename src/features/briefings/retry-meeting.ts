import type { Person } from '../../domain/shared/person.js';
import { mayLead } from '../../domain/shared/policy.js';
import type { Changed } from './change-briefing.js';
import type { BriefingStore } from './ports.js';
import { onlyLeadOf } from './refusals.js';
import { showBriefing } from './show-briefings.js';

/** Tries again to make a meeting or to set it to policy, after what stood in the way has been put right. */
export const retryMeeting =
  (ports: { store: BriefingStore }) =>
  async (input: { person: Person; code: string }): Promise<Changed> => {
    const found = await showBriefing(ports)(input);
    if (found.kind === 'refused') return found;
    const { briefing } = found;
    if (!mayLead(input.person, briefing.region))
      return { kind: 'refused', problem: onlyLeadOf(briefing.region) };
    if (briefing.status !== 'creating' && briefing.status !== 'held_back') {
      return { kind: 'same', briefing, sentence: 'There is nothing to try again.' };
    }
    await ports.store.send([{ job: 'briefings.create-meeting', data: { code: briefing.code } }]);
    return { kind: 'changed', briefing, sentence: 'Trying again. Press Refresh in a moment.' };
  };
