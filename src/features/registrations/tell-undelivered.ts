import { parseBriefingCode } from '../../domain/briefing/code.js';
import { whenInWords } from '../../domain/briefing/words.js';
import type { OfferedBriefing } from '../../domain/registration/registration.js';
import { brand, type RegistrationId } from '../../domain/shared/ids.js';
import type { About } from './notice-words.js';
import type { Courier, Leads, Notice, RegistrationStore } from './ports.js';

export interface UndeliveredPorts {
  readonly store: Pick<RegistrationStore, 'briefing' | 'get'>;
  readonly leads: Leads;
  readonly courier: Courier;
  readonly noticeCard: (notice: { readonly title: string; readonly message: string }) => Notice['card'];
}

/** The briefing by its code, or by one of its registrations. */
export type Undelivered = ({ readonly code: string } | { readonly registrationId: string }) & {
  readonly about: About;
};

const WHAT: Readonly<Record<About, string>> = {
  confirmed: 'confirmations of places',
  waiting: 'receipts of requests',
  declined: 'answers to requests',
  withdrawn: 'receipts of withdrawals',
  moved: 'news that the briefing has moved',
  cancelled: 'news that the briefing is cancelled',
  reminder: 'reminders',
  link: 'personal links',
};

/**
 * Notices about a briefing failed to the last: the region's leads, or the coordinators where it has none, hear which,
 * once for each kind, without anybody's name.
 */
export const tellUndelivered =
  ({ store, leads, courier, noticeCard }: UndeliveredPorts) =>
  async (undelivered: Undelivered): Promise<void> => {
    const briefing = await briefingOf(store, undelivered);
    if (!briefing) return;
    const { code, region, revision } = briefing;
    const { about } = undelivered;
    const title = `${code}: not everybody could be told`;
    const message = `For the briefing of ${whenInWords(briefing)}, ${WHAT[about]} could not be delivered to one or more people. Their places stand as they were, and each sees them under “my briefings”. Ask your administrator to run “desk doctor”; type “attendance ${code}” to see the numbers.`;
    const tries = (await leads.answering(region)).map((person) =>
      courier.toPerson(person, {
        key: `registrations:${code}:${String(revision)}:undelivered:${about}:${person}`,
        card: noticeCard({ title, message }),
        mail: { subject: title, text: message },
        door: 'chat-first',
      }),
    );
    for (const tried of await Promise.allSettled(tries)) if (tried.status === 'rejected') throw tried.reason;
  };

async function briefingOf(
  store: UndeliveredPorts['store'],
  which: Undelivered,
): Promise<OfferedBriefing | undefined> {
  if ('registrationId' in which)
    return (await store.get(brand<RegistrationId>(which.registrationId)))?.briefing;
  const code = parseBriefingCode(which.code);
  return code ? store.briefing(code) : undefined;
}
