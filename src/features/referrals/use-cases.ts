import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import { actOnReferral, type ActPorts } from './act-on-referral.js';
import { findLate } from './remind-late.js';
import { countContacts, countReferrals, listTeamReferrals, showMyTeam } from './see-referrals.js';
import { withdrawReferral } from './withdraw-referral.js';

export type ReferralsPorts = ActPorts & { readonly forces: Pick<AreaDirectory, 'force'> };

/** Everything one can do with referrals; every door calls these. */
export function referralsUseCases(ports: ReferralsPorts) {
  return {
    actOnReferral: actOnReferral(ports),
    withdrawReferral: withdrawReferral(ports),
    listTeamReferrals: listTeamReferrals(ports),
    showMyTeam: showMyTeam(ports),
    countReferrals: countReferrals(ports),
    countContacts: countContacts(ports),
    findLate: findLate(ports),
  };
}

export type ReferralsUseCases = ReturnType<typeof referralsUseCases>;
