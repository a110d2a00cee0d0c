import type { ForceId, PersonId, ReferralId } from '../../domain/shared/ids.js';
import { regionOfForce } from '../../domain/shared/region.js';
import type { Courier, ReferralStore } from './ports.js';
import type { TellPorts } from './tell-asker.js';

export interface LeadPorts {
  readonly store: Pick<ReferralStore, 'find' | 'leadsOf' | 'coordinators'>;
  readonly courier: Pick<Courier, 'toPerson'>;
  readonly noticeCard: TellPorts['noticeCard'];
}

interface LeadNotice {
  /** Each reader's own id is added to it. */
  readonly key: string;
  readonly title: string;
  readonly message: string;
}

/** Waits for all of them, then throws what the first failure threw. */
export async function allOrThrow(tries: readonly Promise<unknown>[]): Promise<void> {
  for (const tried of await Promise.allSettled(tries)) if (tried.status === 'rejected') throw tried.reason;
}

/**
 * Tells the leads of the force's region, or the coordinators where it has none. One who cannot be reached keeps the
 * notice from nobody else; it throws afterwards, so that a job tries that one again.
 */
export async function tellLeads(
  { store, courier, noticeCard }: LeadPorts,
  force: ForceId,
  { key, title, message }: LeadNotice,
): Promise<void> {
  const card = noticeCard({ title, message, style: 'warning' });
  await allOrThrow(
    (await answerable(store, force)).map((person) =>
      courier.toPerson(person, {
        key: `${key} ${person}`,
        card,
        mail: { subject: title, text: message },
        door: 'chat-first',
      }),
    ),
  );
}

async function answerable(store: LeadPorts['store'], force: ForceId): Promise<readonly PersonId[]> {
  const region = regionOfForce(force);
  const leads = region ? await store.leadsOf(region.id) : [];
  return leads.length > 0 ? leads : store.coordinators();
}

/** A team could not be reached to the last: those who answer for its force learn what gives it an address. */
export const tellUndelivered =
  (ports: LeadPorts) =>
  async ({ id }: { readonly id: ReferralId }): Promise<void> => {
    const details = await ports.store.find(id);
    if (!details || details.referral.state === 'closed' || details.referral.state === 'withdrawn') return;
    const { referral, force, teamName } = details;
    const line = `{"kind":"team","id":"${referral.team}","email":"…"}`;
    await tellLeads(ports, force, {
      key: `referral ${id} not delivered ${referral.team}`,
      title: `${teamName} cannot be reached`,
      message: `A question for this team could not be handed over: neither a channel nor a mail address of the team works. Ask the desk’s operator to give the team its address with “desk directory import” and the line ${line}. The question is kept; please also tell the force that it waits.`,
    });
  };
