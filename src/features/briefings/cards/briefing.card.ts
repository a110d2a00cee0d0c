import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { attendeeStatus, type Briefing } from '../../../domain/briefing/briefing.js';
import { listInWords, whenInWords } from '../../../domain/briefing/words.js';
import { regionById } from '../../../domain/shared/region.js';
import type { Instant } from '../../../domain/shared/time.js';
import { statusBadge, type Badge } from './status-words.js';
import template from './briefing.card.json' with { type: 'json' };

type Data = Badge & {
  code: string;
  regionName: string;
  when: string;
  date: string;
  time: string;
  notice: string;
  reason: string;
  presenters: string;
  topics: readonly { topic: string }[];
  joinUrl: string;
  canChange: boolean;
  canRetry: boolean;
};

const render = cardFrom<Data>(template);

/** One briefing for those who run it; only its lead gets the buttons that change it. */
export function briefingCard(
  briefing: Briefing,
  view: { readonly now: Instant; readonly lead: boolean; readonly notice?: string },
): AdaptiveCard {
  const { status, presenters } = briefing;
  const coming = attendeeStatus(briefing, view.now) === 'coming';
  return render({
    ...statusBadge(briefing, view.now),
    code: briefing.code,
    regionName: regionById(briefing.region).name,
    when: whenInWords(briefing),
    date: briefing.date,
    time: briefing.time,
    notice: view.notice ?? '',
    reason: reasonOf(briefing),
    presenters: presenters.length > 0 ? listInWords(presenters) : 'None yet',
    topics: briefing.topics.map(({ title }) => ({ topic: title })),
    joinUrl: status === 'published' ? (briefing.joinUrl ?? '') : '',
    canChange: view.lead && coming,
    canRetry:
      view.lead && (status === 'held_back' || (status === 'creating' && briefing.statusReason !== undefined)),
  });
}

function reasonOf({ status, statusReason }: Briefing): string {
  if (status === 'cancelled') return `Reason: ${statusReason ?? 'none given'}`;
  if (status === 'published') return '';
  return statusReason ?? 'The meeting is being made. Attendees see the briefing once it is published.';
}
