import { whenInWords } from '../../domain/briefing/words.js';
import { regionById } from '../../domain/shared/region.js';
import type { CalendarMethod, Notice, Place } from './ports.js';

/** What a person is told of their own place. */
export type About =
  'confirmed' | 'waiting' | 'declined' | 'withdrawn' | 'moved' | 'cancelled' | 'reminder' | 'link';

export interface NoticeWords {
  readonly title: string;
  readonly style: 'good' | 'emphasis' | 'warning' | 'attention';
  readonly paragraphs: readonly string[];
  readonly door: Notice['door'];
  /** The calendar file that goes with the mail. */
  readonly calendar?: Exclude<CalendarMethod, 'PUBLISH'>;
}

/** The words of a notice, or undefined where the place no longer stands as the notice would say. */
export function noticeWords(about: About, place: Required<Place>): NoticeWords | undefined {
  const { briefing, registration } = place;
  const { status } = registration;
  const off = briefing.status === 'cancelled';
  const name = `${regionById(briefing.region).name} briefing ${briefing.code}`;
  const when = whenInWords(briefing);
  switch (about) {
    case 'confirmed':
      if (off || status !== 'confirmed') return undefined;
      return {
        title: `You are registered: ${when}`,
        style: 'good',
        paragraphs: [
          `You have a place at the ${name}. Your own calendar entry comes by mail; nobody else is on it.`,
          'The briefing is held on Microsoft Teams. You may wait in the lobby for a moment until you are let in.',
        ],
        door: 'both',
        calendar: 'REQUEST',
      };
    case 'waiting':
      if (off || status !== 'waiting') return undefined;
      return {
        title: 'We have your request',
        style: 'emphasis',
        paragraphs: [
          `You asked for a place at the ${name}, ${when}. A regional lead looks at it, and you are told as soon as it is decided.`,
        ],
        door: 'mail',
      };
    case 'declined':
      if (off || status !== 'declined') return undefined;
      return {
        title: 'Your request was not approved',
        style: 'warning',
        paragraphs: [
          `A regional lead could not approve your request for the ${name}, ${when}.`,
          'The briefings are for elected officials, their staff and faith leaders. If that is you, register again with the mail address of your office or place of worship.',
        ],
        door: 'chat-first',
      };
    case 'withdrawn':
      if (status !== 'withdrawn') return undefined;
      return {
        title: 'You have withdrawn',
        style: 'emphasis',
        paragraphs: [
          `Your place at the ${name}, ${when}, is given back. You can register again at any time before it ends.`,
        ],
        door: 'mail',
        calendar: 'CANCEL',
      };
    case 'moved':
      return moved(place, { name, when });
    case 'cancelled':
      return cancelled(place, { name, when });
    case 'reminder':
      if (off || status !== 'confirmed') return undefined;
      return {
        title: `Your briefing is soon: ${when}`,
        style: 'emphasis',
        paragraphs: [`This is a reminder of the ${name}. Should you not be able to come, please withdraw.`],
        door: 'chat-first',
      };
    case 'link':
      return {
        title: 'Your personal link',
        style: 'emphasis',
        paragraphs: [`You asked again about the ${name}, ${when}. ${standing(place)}`],
        door: 'mail',
        ...(status === 'confirmed' && !off ? { calendar: 'REQUEST' as const } : {}),
      };
  }
}

interface Named {
  readonly name: string;
  readonly when: string;
}

function moved({ briefing, registration }: Required<Place>, { name, when }: Named): NoticeWords | undefined {
  const { status } = registration;
  if (briefing.status === 'cancelled' || (status !== 'confirmed' && status !== 'waiting')) return undefined;
  const next =
    status === 'confirmed'
      ? 'Your place stands. The calendar file that comes by mail takes the place of your earlier entry.'
      : 'Your request stands and still waits for a regional lead.';
  return {
    title: `Moved to ${when}`,
    style: 'warning',
    paragraphs: [
      `The ${name} has been moved to ${when}. ${next}`,
      'If the new time does not suit you, you may join a briefing of any other region.',
    ],
    door: 'both',
    ...(status === 'confirmed' ? { calendar: 'REQUEST' as const } : {}),
  };
}

function cancelled(
  { briefing, registration }: Required<Place>,
  { name, when }: Named,
): NoticeWords | undefined {
  const { status } = registration;
  if (briefing.status !== 'cancelled' || (status !== 'confirmed' && status !== 'waiting')) return undefined;
  return {
    title: `Cancelled: ${name}`,
    style: 'attention',
    paragraphs: [
      `The ${name}, ${when}, does not take place.`,
      `Reason: ${briefing.statusReason ?? 'none given'}`,
      'You may join a briefing of any other region.',
    ],
    door: 'both',
    ...(status === 'confirmed' ? { calendar: 'CANCEL' as const } : {}),
  };
}

/** Where a person's own place stands, one sentence. */
export function standing({ briefing, registration }: Place): string {
  if (briefing.status === 'cancelled') return 'This briefing was cancelled.';
  switch (registration?.status) {
    case 'confirmed':
      return 'You are registered.';
    case 'waiting':
      return 'Your request waits for a regional lead.';
    case 'declined':
      return 'Your request was not approved.';
    case 'withdrawn':
      return 'You have withdrawn; you can register again.';
    default:
      return 'You are not registered.';
  }
}
