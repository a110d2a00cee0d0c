import type { ReferralId } from '../../domain/shared/ids.js';
import type { ReferralState } from '../../domain/routing/referral.js';
import type { AdaptiveCardLike, Courier, ReferralDetails, ReferralLinks, ReferralStore } from './ports.js';

export interface TellPorts {
  readonly store: ReferralStore;
  readonly courier: Courier;
  readonly links: ReferralLinks;
  readonly noticeCard: (notice: {
    title: string;
    message: string;
    style: 'good' | 'warning' | 'emphasis';
  }) => AdaptiveCardLike;
}

/** Tells an asker what their local team has done. An older version than stands is left to the newer one's notice. */
export const tellAsker =
  ({ store, courier, links, noticeCard }: TellPorts) =>
  async ({ id, version }: { readonly id: ReferralId; readonly version: number }): Promise<void> => {
    const details = await store.find(id);
    if (details?.referral.version !== version) return;
    const words = WORDS[details.referral.state]?.(details);
    if (!words) return;
    await courier.toPerson(details.person.id, {
      key: `referral ${id} ${String(version)}`,
      card: noticeCard({ ...words, style: 'good' }),
      mail: {
        subject: words.title,
        text: [
          words.message,
          `See it on your own page: ${await links.personal(details.person.id)}`,
          'In danger, call 999.',
        ].join('\n\n'),
      },
      door: 'chat-first',
    });
  };

type Words = { readonly title: string; readonly message: string };

const WORDS: Readonly<Partial<Record<ReferralState, (details: ReferralDetails) => Words>>> = {
  acknowledged: ({ teamName }) => ({
    title: 'Your local team has your question',
    message: `${teamName} has your question and will be in touch. Type “my team” to see how it stands.`,
  }),
  contacted: ({ teamName }) => ({
    title: 'Your local team has been in touch',
    message: `${teamName} has recorded that they made contact with you. If you have not heard from them, ask again: type “ask” and say so.`,
  }),
  closed: ({ teamName }) => ({
    title: 'Your question is closed',
    message: `${teamName} has closed your question. If something is still open, ask again: type “ask” and say so.`,
  }),
  'passed-on': ({ teamName }) => ({
    title: 'Your question was passed on',
    message: `It is now with ${teamName}, who will be in touch. The time by which you hear does not change.`,
  }),
};
