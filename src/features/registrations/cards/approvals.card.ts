import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { whenInWords } from '../../../domain/briefing/words.js';
import { AUDIENCE_LABELS } from '../../../domain/shared/audience.js';
import { regionById } from '../../../domain/shared/region.js';
import type { Request } from '../ports.js';
import type { RequestPage } from '../see-registrations.js';
import template from './approvals.card.json' with { type: 'json' };

interface Data {
  title: string;
  summary: string;
  notice: string;
  hint: string;
  rows: readonly { id: string; page: string; name: string; about: string; briefing: string }[];
  buttons: readonly { title: string; page: string }[];
}

const render = cardFrom<Data>(template);

/** Requests that wait for a lead, for that lead alone. */
export function approvalsCard({ requests, total, page, pages }: RequestPage, notice = ''): AdaptiveCard {
  const requestsWait = total === 1 ? '1 request waits' : `${String(total)} requests wait`;
  return render({
    title: 'Approvals',
    summary: total === 0 ? 'No request waits for you.' : `${requestsWait} for you.`,
    notice,
    hint: 'People with a role, known invitees and trusted mail domains need no approval. What you see here is for you alone.',
    rows: requests.map((request) => ({ ...rowOf(request), page: String(page) })),
    buttons: [
      ...(page > 1 ? [{ title: 'Previous', page: String(page - 1) }] : []),
      ...(page < pages
        ? [{ title: `Next (page ${String(page + 1)} of ${String(pages)})`, page: String(page + 1) }]
        : []),
      { title: 'Refresh', page: String(page) },
    ],
  });
}

const rowOf = ({ registration, briefing, name, email, audience, area }: Request) => ({
  id: registration.id,
  name,
  about: [AUDIENCE_LABELS[audience], area, email ?? 'no mail address']
    .filter((part) => part !== undefined)
    .join(' · '),
  briefing: `${briefing.code} · ${regionById(briefing.region).name} · ${whenInWords(briefing)}`,
});
