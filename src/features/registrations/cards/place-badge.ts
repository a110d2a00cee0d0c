import type { Place } from '../ports.js';

/** Where a person's own place stands; said in words and a sign, so that nothing hangs on colour alone. */
export interface PlaceBadge {
  readonly mark: string;
  readonly label: string;
  readonly color: 'Default' | 'Good' | 'Warning' | 'Attention';
}

export function placeBadge({ briefing, registration }: Place): PlaceBadge {
  if (briefing.status === 'cancelled') return { mark: '✕', label: 'Cancelled', color: 'Attention' };
  switch (registration?.status) {
    case 'confirmed':
      return { mark: '✓', label: 'You are registered', color: 'Good' };
    case 'waiting':
      return { mark: '…', label: 'Waiting for a regional lead', color: 'Warning' };
    case 'declined':
      return { mark: '✕', label: 'Not approved', color: 'Attention' };
    case 'withdrawn':
      return { mark: '↩', label: 'You have withdrawn', color: 'Default' };
    default:
      return { mark: '○', label: 'Not registered', color: 'Default' };
  }
}

/** Whether a button for it makes sense; the server decides again. */
export const canRegister = ({ briefing, registration }: Place): boolean =>
  briefing.status === 'published' &&
  registration?.status !== 'confirmed' &&
  registration?.status !== 'waiting';

export const canWithdraw = ({ briefing, registration }: Place): boolean =>
  briefing.status !== 'cancelled' &&
  (registration?.status === 'confirmed' || registration?.status === 'waiting');

/** The join link is for those with a confirmed place. */
export const joinUrlOf = ({ briefing, registration }: Place): string =>
  briefing.status === 'published' && registration?.status === 'confirmed' ? (briefing.joinUrl ?? '') : '';
