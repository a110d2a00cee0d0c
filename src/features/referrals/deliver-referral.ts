import { dateInWords } from '../../domain/briefing/words.js';
import type { ReferralId, TeamId } from '../../domain/shared/ids.js';
import { londonClock, type Instant } from '../../domain/shared/time.js';
import type {
  AdaptiveCardLike,
  CardPlace,
  Courier,
  ReferralDetails,
  ReferralLinks,
  ReferralStore,
} from './ports.js';

export interface DeliverPorts {
  readonly store: ReferralStore;
  readonly courier: Courier;
  readonly links: ReferralLinks;
  readonly referralCard: (details: ReferralDetails, now: Instant) => AdaptiveCardLike;
  /** What stays in the channel of a team that passed a referral on: neither person nor words. */
  readonly passedOnCard: (details: ReferralDetails) => AdaptiveCardLike;
}

interface Which {
  readonly id: ReferralId;
  readonly now: Instant;
}

/** The pass-on that a delivery follows: its version, and the team it went to. */
export interface PassedOn {
  readonly version: number;
  readonly team: TeamId;
}

/** Brings a referral to the team that has it now: its channel, or its mailbox with a signed link. */
export const deliverReferral =
  ({ store, courier, links, referralCard }: DeliverPorts) =>
  async ({ id, now, passedOn }: Which & { readonly passedOn?: PassedOn }): Promise<void> => {
    const details = await store.find(id);
    if (!details || hasEnded(details)) return;
    const { referral } = details;
    if (passedOn && passedOn.team !== referral.team) return; // passed on again meanwhile
    // A team that gets a referral back gets a card of its own again.
    const mark = passedOn ? ` ${String(passedOn.version)}` : '';
    const place = await courier.toTeam(referral.team, {
      key: `referral ${id} ${referral.team}${mark}`,
      card: referralCard(details, now),
      mail: {
        subject: 'A question for your local policing team',
        text: mailText(details, await links.team(referral.team)),
      },
      door: 'chat-first',
    });
    const { conversationId, activityId } = place;
    if (conversationId !== undefined && activityId !== undefined)
      await store.keepPlace(id, { conversationId, activityId });
  };

/** Brings the card in the team's channel up to date; a team reached by mail sees the change on its page. */
export const updateCard =
  ({ store, courier, referralCard }: DeliverPorts) =>
  async ({ id, now }: Which): Promise<void> => {
    const details = await store.find(id);
    if (details?.place) await courier.updateTeam(details.place, referralCard(details, now));
  };

/** Takes person and words out of the card that the team which passed a referral on still has in its channel. */
export const clearCard =
  ({ store, courier, passedOnCard }: DeliverPorts) =>
  async ({ id, place }: { readonly id: ReferralId; readonly place: CardPlace }): Promise<void> => {
    const details = await store.find(id);
    if (details) await courier.updateTeam(place, passedOnCard(details));
  };

const hasEnded = ({ referral }: ReferralDetails): boolean =>
  referral.state === 'closed' || referral.state === 'withdrawn';

/** Neither the person nor their words stand in a mail: many read a team's mailbox. */
function mailText({ referral, teamName }: ReferralDetails, link: string): string {
  const by = (at: Instant): string => dateInWords(londonClock(at).date);
  return [
    `To: ${teamName}`,
    'Somebody in your area has asked about their own security at a personal security briefing. The question is for your team alone.',
    `Open it, confirm it and record contact here: ${link}`,
    `Please confirm it by ${by(referral.due.acknowledgeBy)} and be in touch by ${by(referral.due.contactBy)}.`,
  ].join('\n\n');
}
