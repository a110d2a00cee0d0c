import type { TriageBriefing } from '../../../domain/question/triage/route.js';

/** Broad sorts of audiences, for measuring: single audience strings are too many and too small to compare. */
export const AUDIENCE_SORTS = ['elected officials and their offices', 'faith', 'mixed'] as const;

export type AudienceSort = (typeof AUDIENCE_SORTS)[number];

const ELECTED =
  /\b(?:elected|mps?|msps?|councillors?|candidates?|members of (?:parliaments?|the senedd)|office (?:staff|managers?)|caseworkers?|campaign)\b/i;
const FAITH =
  /\b(?:faith|clergy|chaplains?|parish|church(?:es)?|chapels?|mosques?|temples?|synagogues?|gurdwaras?|imams?|rabbis?|worship)\b/i;

/**
 * The sort of a briefing's audience. Companions that belong to either (families, trustees, community leaders, stewards) do
 * not count; a briefing for both, or whose audience names neither, is mixed.
 */
export function audienceSort({ audience }: Pick<TriageBriefing, 'audience'>): AudienceSort {
  const elected = audience.some((each) => ELECTED.test(each));
  const faith = audience.some((each) => !ELECTED.test(each) && FAITH.test(each));
  if (elected === faith) return 'mixed';
  return elected ? 'elected officials and their offices' : 'faith';
}
