import type { AdaptiveCard, Policy, Reply } from '../../bot/kit.js';
import { mayLeadSomewhere } from '../../domain/shared/policy.js';
import { ONLY_LEADS } from './refusals.js';

export const LEADS: Policy = { may: mayLeadSomewhere, refusal: ONLY_LEADS };

/** Leads, and presenters by role; a presenter who is only named on a briefing opens it by its code. */
export const LEADS_AND_PRESENTERS: Policy = {
  may: (person) =>
    mayLeadSomewhere(person) || person.roles.some(({ role }) => role === 'presenter' || role === 'moderator'),
  refusal: ONLY_LEADS,
};

export const card = (shown: AdaptiveCard): Reply => ({ kind: 'card', card: shown });
export const text = (words: string): Reply => ({ kind: 'text', text: words });
