import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { dateInWords } from '../../../domain/briefing/words.js';
import { overdue, type Referral, type ReferralState } from '../../../domain/routing/referral.js';
import { partsOfTeam, TEAM_LABELS } from '../../../domain/routing/team.js';
import { AUDIENCE_LABELS } from '../../../domain/shared/audience.js';
import type { TeamId } from '../../../domain/shared/ids.js';
import { londonClock, type Instant } from '../../../domain/shared/time.js';
import type { ReferralDetails } from '../ports.js';
import template from './referral.card.json' with { type: 'json' };

interface Badge {
  readonly mark: string;
  readonly label: string;
  readonly color: string;
  readonly style: string;
}

interface Data extends Badge {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly teamName: string;
  readonly notice: string;
  readonly shown: boolean;
  readonly person: string;
  readonly about: string;
  readonly reach: string;
  readonly text: string;
  readonly facts: readonly { name: string; value: string }[];
  readonly canAcknowledge: boolean;
  readonly canContact: boolean;
  readonly contactStyle: string;
  readonly canClose: boolean;
  readonly canPassOn: boolean;
  readonly otherTeam: string;
}

const render = cardFrom<Data>(template);

const BADGES: Readonly<Record<ReferralState, Badge>> = {
  open: { mark: '●', label: 'New', color: 'Accent', style: 'accent' },
  'passed-on': { mark: '●', label: 'Passed on to you', color: 'Accent', style: 'accent' },
  acknowledged: { mark: '…', label: 'Acknowledged', color: 'Accent', style: 'accent' },
  contacted: { mark: '✓', label: 'Contact made', color: 'Good', style: 'good' },
  closed: { mark: '✓', label: 'Closed', color: 'Default', style: 'emphasis' },
  withdrawn: { mark: '○', label: 'Withdrawn', color: 'Default', style: 'emphasis' },
};

/** A question for one local team, with the clock that runs on it; only ever sent to that team. */
export function referralCard(details: ReferralDetails, now: Instant, notice = ''): AdaptiveCard {
  const { referral, person, text } = details;
  const { state } = referral;
  const waiting = state === 'open' || state === 'passed-on';
  const withdrawn = state === 'withdrawn';
  return render({
    ...badgeOf(referral, now),
    id: referral.id,
    version: referral.version,
    title: withdrawn ? 'The asker has taken this question back' : 'A question for your team',
    teamName: details.teamName,
    notice,
    shown: !withdrawn,
    person: plainText(person.name),
    about: `  ${[AUDIENCE_LABELS[person.audience], ...(person.area === undefined ? [] : [person.area])].join(', ')}`,
    reach:
      person.email === undefined ? 'No mail address given: answer through the desk’s operator' : person.email,
    text: plainText(text),
    facts: factsOf(referral),
    canAcknowledge: waiting,
    canContact: waiting || state === 'acknowledged',
    contactStyle: waiting ? 'default' : 'positive',
    canClose: state === 'contacted',
    canPassOn: waiting || state === 'acknowledged',
    otherTeam: otherTeamLabel(referral.team),
  });
}

/** What the team that passed a referral on keeps in its channel: no person and no words any more. */
export function passedOnCard(details: ReferralDetails): AdaptiveCard {
  const { referral } = details;
  return render({
    mark: '→',
    label: 'Passed on',
    color: 'Default',
    style: 'emphasis',
    id: referral.id,
    version: referral.version,
    title: `Passed on to ${details.teamName}`,
    teamName: details.teamName,
    notice: '',
    shown: false,
    person: '',
    about: '',
    reach: '',
    text: '',
    facts: [],
    canAcknowledge: false,
    canContact: false,
    contactStyle: 'default',
    canClose: false,
    canPassOn: false,
    otherTeam: '',
  });
}

function badgeOf(referral: Referral, now: Instant): Badge {
  const late = overdue(referral, now);
  if (late.kind === 'in-time') return BADGES[referral.state];
  const label = late.what === 'contact' ? 'Contact overdue' : 'Not yet acknowledged: overdue';
  return { mark: '⚠', label, color: 'Attention', style: 'attention' };
}

function factsOf({ state, createdAt, due }: Referral): Data['facts'] {
  const received = { name: 'Received', value: moment(createdAt) };
  if (state === 'closed' || state === 'contacted') return [received];
  const contact = { name: 'Be in touch by', value: moment(due.contactBy) };
  if (state === 'acknowledged') return [received, contact];
  return [received, { name: 'Acknowledge by', value: moment(due.acknowledgeBy) }, contact];
}

function moment(at: Instant): string {
  const { date, time } = londonClock(at);
  return `${dateInWords(date)}, ${time} (London time)`;
}

function otherTeamLabel(team: TeamId): string {
  const kind = partsOfTeam(team)?.kind === 'adviser' ? 'neighbourhood' : 'adviser';
  return TEAM_LABELS[kind].toLowerCase();
}

/** Control characters, which would swell the card and show as nothing, become spaces. */
const plainText = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
