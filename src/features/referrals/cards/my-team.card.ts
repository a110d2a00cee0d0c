import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { outcomeSentence } from '../../../domain/question/sentences.js';
import type { ReferralDetails } from '../ports.js';
import type { MyTeam } from '../see-referrals.js';
import template from './my-team.card.json' with { type: 'json' };

interface Row {
  readonly text: string;
  readonly standing: string;
  readonly mark: string;
  readonly color: string;
}

const render = cardFrom<{
  teamName: string;
  forceName: string;
  phone: string;
  reportOnline: string;
  website: string;
  hasReferrals: boolean;
  referrals: readonly Row[];
}>(template);

const SHOWN = 5;
const WORDS = 240;

/** Who a person's local team is, how to reach it, and how their own questions to it stand. */
export function myTeamCard({ teamName, force, referrals }: Extract<MyTeam, { kind: 'team' }>): AdaptiveCard {
  return render({
    teamName,
    forceName: force.name,
    phone: force.phone,
    reportOnline: force.reportOnline,
    website: force.website,
    hasReferrals: referrals.length > 0,
    referrals: referrals.slice(0, SHOWN).map(rowOf),
  });
}

function rowOf({ referral, teamName, text }: ReferralDetails): Row {
  const done =
    referral.state === 'contacted' || referral.state === 'closed' || referral.state === 'acknowledged';
  const line = text.replace(/\s+/g, ' ').trim();
  return {
    text: line.length > WORDS ? `${line.slice(0, WORDS).trimEnd()}…` : line,
    standing: standingOf(referral.state, teamName),
    mark: done ? '✓' : '…',
    color: done ? 'Good' : 'Accent',
  };
}

/** The same sentences as in `my questions`. */
const standingOf = (state: ReferralDetails['referral']['state'], teamName: string): string =>
  outcomeSentence({ state: 'referred' }, { state, teamName });
