import { regionById, type RegionId } from '../../domain/shared/region.js';

/** Who may change a region's briefings. */
export function onlyLeadOf(region: RegionId): string {
  const { name } = regionById(region);
  return `Only a regional lead of ${name} or the national coordinator can do that. Ask the lead of ${name}; nothing has been changed.`;
}

export const ONLY_LEADS =
  'Only a regional lead can do that. Ask your regional lead, or type “register” to see the coming briefings and take part in one.';

/** There is no such briefing. */
export const unknownCode = (typed: string): string =>
  `There is no briefing with the code “${typed}”. Type “briefings” to see them with their codes.`;

export const CHANGED_MEANWHILE =
  'Somebody else has just changed this briefing. Please look at it as it is now and try again.';
