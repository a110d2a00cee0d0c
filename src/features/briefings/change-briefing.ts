import type { Briefing } from '../../domain/briefing/briefing.js';
import type { Person } from '../../domain/shared/person.js';
import { mayLead } from '../../domain/shared/policy.js';
import type { BriefingChange, BriefingStore, Told } from './ports.js';
import { CHANGED_MEANWHILE, onlyLeadOf } from './refusals.js';
import { showBriefing } from './show-briefings.js';

export type Changed =
  | { readonly kind: 'changed' | 'same'; readonly briefing: Briefing; readonly sentence: string }
  | { readonly kind: 'refused'; readonly problem: string };

/** What a change comes to: something to write, nothing to write, or a refusal. */
export type Decision =
  | {
      readonly kind: 'write';
      readonly change: BriefingChange;
      readonly told: Told;
      readonly sentence: string;
    }
  | { readonly kind: 'same'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly problem: string };

/**
 * Reads a briefing for its lead, decides, and writes with its version; when another write came between, reads and
 * decides once more.
 */
export async function changeBriefing(
  store: BriefingStore,
  by: { readonly person: Person; readonly code: string },
  decide: (briefing: Briefing) => Decision | Promise<Decision>,
): Promise<Changed> {
  for (const _attempt of [1, 2]) {
    const found = await showBriefing({ store })(by);
    if (found.kind === 'refused') return found;
    const { briefing } = found;
    if (!mayLead(by.person, briefing.region))
      return { kind: 'refused', problem: onlyLeadOf(briefing.region) };
    const decision = await decide(briefing);
    if (decision.kind === 'refused') return decision;
    if (decision.kind === 'same') return { kind: 'same', briefing, sentence: decision.sentence };
    const { code, version } = briefing;
    if (await store.change({ code, version, change: decision.change }, decision.told)) {
      return { kind: 'changed', briefing: (await store.find(code)) ?? briefing, sentence: decision.sentence };
    }
  }
  return { kind: 'refused', problem: CHANGED_MEANWHILE };
}
