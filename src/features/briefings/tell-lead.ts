import { whenInWords } from '../../domain/briefing/words.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import { MeetingTrouble } from './meeting-trouble.js';
import type { BriefingStore, Courier } from './ports.js';

export interface TellLeadPorts {
  readonly store: BriefingStore;
  readonly courier: Courier;
  /** Makes the card of a notice. */
  readonly noticeCard: (title: string, paragraphs: readonly string[]) => { readonly type: 'AdaptiveCard' };
}

const TITLES = {
  'held-back': 'is held back',
  'not-made': 'has no meeting yet',
  'not-moved': 'is moved, but its Teams meeting is not',
  'not-invited': 'has presenters who could not be invited',
  'not-cancelled': 'is cancelled, but its Teams meeting is not',
} as const;

export interface LeadNotice {
  readonly code: BriefingCode;
  readonly about: keyof typeof TITLES;
  readonly cause?: unknown;
}

/** Tells the lead who planned a briefing what could not be done, why, and what to do about it. */
export const tellLead =
  ({ store, courier, noticeCard }: TellLeadPorts) =>
  async ({ code, about, cause }: LeadNotice): Promise<void> => {
    const briefing = await store.find(code);
    if (briefing?.createdBy === undefined) return;
    const title = `${code} ${TITLES[about]}`;
    const paragraphs = [
      whenInWords(briefing),
      causeSentence(cause) ??
        reasonIf(about, briefing.statusReason) ??
        'The calendar service did not answer. Ask your administrator to run “desk doctor”.',
      `Type “briefing ${code}” to see it${about === 'not-made' || about === 'held-back' ? ' and to try again' : ''}.`,
    ];
    await courier.toPerson(briefing.createdBy, {
      key: `briefing ${code} ${about} ${String(briefing.version)}`,
      card: noticeCard(title, paragraphs),
      mail: { subject: title, text: paragraphs.join('\n\n') },
      door: 'chat-first',
    });
  };

function causeSentence(cause: unknown): string | undefined {
  return cause instanceof MeetingTrouble ? `${cause.fault.problem} ${cause.fault.remedy}` : undefined;
}

/** A cancelled briefing's reason is the lead's own, not the cause of a failure. */
function reasonIf(about: LeadNotice['about'], reason: string | undefined): string | undefined {
  return about === 'held-back' || about === 'not-made' ? reason : undefined;
}
