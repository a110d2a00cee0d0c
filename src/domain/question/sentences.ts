import type { ReferralState } from '../routing/referral.js';
import type { Question } from './question.js';

/** A referral as its asker may know it. */
export interface ReferralStanding {
  readonly state: ReferralState;
  readonly teamName: string;
}

/** What has become of a question, in one plain sentence for its asker. */
export function outcomeSentence(
  question: Pick<Question, 'state' | 'reason'>,
  referral?: ReferralStanding,
): string {
  switch (question.state) {
    case 'asked_back':
      return 'Waiting for you: choose where it should go.';
    case 'needs_area':
      return 'Waiting for you: give your postcode or council, and it goes to your local policing team.';
    case 'needs_review':
      return 'Waiting for a moderator, who looks at it before the presenters do.';
    case 'waiting':
      return 'Waiting for the presenters.';
    case 'accepted':
      return 'The presenters will answer it in the briefing.';
    case 'answered':
      return 'Answered in the briefing.';
    case 'declined':
      return `Not taken up. The presenters say: ${question.reason ?? 'no reason given'}`;
    case 'handed_over':
    case 'referred':
      return referralSentence(referral);
    case 'answered_here':
      return 'Answered with lines to call and guidance.';
    case 'emergency':
      return 'Answered with 999. The desk cannot send help.';
    case 'lapsed':
      return LAPSED[question.reason ?? ''] ?? 'Nobody came to it in time. Please ask again.';
    case 'withdrawn':
      return 'Withdrawn by you.';
    case 'forgotten':
      return 'Erased.';
  }
}

const LAPSED: Readonly<Record<string, string>> = {
  briefing_over:
    'The briefing ended before it was reached. Ask again at the next one, or send it to your local policing team.',
  no_area:
    'Not passed on, because the desk did not learn your area. Give your area and send it to your local policing team.',
  no_queue:
    'No briefing was left to take it. Ask again before the next one, or send it to your local policing team.',
};

function referralSentence(referral: ReferralStanding | undefined): string {
  if (!referral) return 'Sent privately to your local policing team.';
  const { state, teamName } = referral;
  switch (state) {
    case 'open':
      return `Sent privately to your local policing team (${teamName}).`;
    case 'passed-on':
      return `Passed on to ${teamName}, who will be in touch.`;
    case 'acknowledged':
      return `Your local policing team (${teamName}) has it and will be in touch.`;
    case 'contacted':
      return `Your local policing team (${teamName}) has made contact with you.`;
    case 'closed':
      return `Closed by your local policing team (${teamName}).`;
    case 'withdrawn':
      return 'Withdrawn by you.';
  }
}
