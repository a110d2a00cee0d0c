import type { Briefing } from '../../domain/briefing/briefing.js';
import { parseBriefingCode } from '../../domain/briefing/code.js';
import type { Person } from '../../domain/shared/person.js';
import { mayLead, mayPresent } from '../../domain/shared/policy.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import type { BriefingStore } from './ports.js';
import { onlyLeadOf, unknownCode } from './refusals.js';

export type BriefingLook =
  /** `lead` says whether the person may change it. */
  | { readonly kind: 'briefing'; readonly briefing: Briefing; readonly lead: boolean }
  | { readonly kind: 'refused'; readonly problem: string };

/** One briefing for those who run it: its leads and presenters. */
export const showBriefing =
  (ports: { store: BriefingStore }) =>
  async (input: { person: Person; code: string }): Promise<BriefingLook> => {
    const code = parseBriefingCode(input.code);
    const briefing = code && (await ports.store.find(code));
    if (!briefing) return { kind: 'refused', problem: unknownCode(input.code) };
    if (!mayPresent(input.person, briefing)) return { kind: 'refused', problem: onlyLeadOf(briefing.region) };
    return { kind: 'briefing', briefing, lead: mayLead(input.person, briefing.region) };
  };

/** The programme of a region or of all, of a year or from now on, for leads and presenters. */
export const listProgramme =
  (ports: { store: BriefingStore }) =>
  async (input: { region?: RegionId; year?: number; now: Instant }): Promise<readonly Briefing[]> => {
    const { region, year, now } = input;
    return ports.store.list({
      ...(region ? { region } : {}),
      ...(year === undefined ? { endsAfter: now } : { year }),
    });
  };
