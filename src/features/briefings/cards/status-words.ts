import { attendeeStatus, type Briefing } from '../../../domain/briefing/briefing.js';
import type { Instant } from '../../../domain/shared/time.js';

/** A badge that says its meaning in words and a sign, so that nothing hangs on colour alone. */
export interface Badge {
  readonly mark: string;
  readonly label: string;
  readonly color: 'Default' | 'Good' | 'Warning' | 'Attention' | 'Accent';
}

/** Where a briefing stands, for those who run it. */
export function statusBadge(briefing: Briefing, now: Instant): Badge {
  if (briefing.status === 'cancelled') return { mark: '✕', label: 'Cancelled', color: 'Attention' };
  if (briefing.status === 'held_back') return { mark: '⚠', label: 'Held back', color: 'Warning' };
  if (briefing.status === 'creating') {
    return briefing.statusReason
      ? { mark: '⚠', label: 'Waiting for the calendar', color: 'Warning' }
      : { mark: '…', label: 'Meeting being made', color: 'Accent' };
  }
  const seen = attendeeStatus(briefing, now);
  if (seen === 'running') return { mark: '●', label: 'Running', color: 'Good' };
  if (seen === 'over') return { mark: '✓', label: 'Over', color: 'Default' };
  return { mark: '✓', label: 'Published', color: 'Good' };
}
