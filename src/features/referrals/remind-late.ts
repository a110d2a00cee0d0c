import { dateInWords } from '../../domain/briefing/words.js';
import { overdue } from '../../domain/routing/referral.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import type { ReferralId } from '../../domain/shared/ids.js';
import { londonClock, type Instant } from '../../domain/shared/time.js';
import type { DeliverPorts } from './deliver-referral.js';
import type { LateDeed, ReferralDetails, ReferralStore } from './ports.js';
import type { TellPorts } from './tell-asker.js';
import { allOrThrow, tellLeads } from './tell-leads.js';

const BATCH = 500;

/** Finds what has become late and has each lateness told once. */
export const findLate =
  ({ store }: { readonly store: ReferralStore }) =>
  async (now: Instant): Promise<{ readonly told: number }> => {
    let told = 0;
    for (const late of await store.newlyLate(now, BATCH)) {
      const data = { referralId: late.id, what: late.what };
      const record = {
        subject: 'referral',
        subjectId: late.id,
        event: `late-${late.what}`,
        actor: 'system',
        at: now,
      } as const;
      if (await store.tellLate(late, { record: [record], outgoing: [{ job: 'referrals.remind', data }] }))
        told += 1;
    }
    return { told };
  };

export type RemindPorts = DeliverPorts &
  Pick<TellPorts, 'noticeCard'> & { readonly forces: Pick<AreaDirectory, 'force'> };

/**
 * Reminds the team; where contact is late, the regional leads hear of it too, without the person or their words, and
 * also when the team cannot be reached.
 */
export const remindLate =
  (ports: RemindPorts) =>
  async ({
    id,
    what,
    now,
  }: {
    readonly id: ReferralId;
    readonly what: LateDeed;
    readonly now: Instant;
  }): Promise<void> => {
    const details = await ports.store.find(id);
    if (!details || overdue(details.referral, now).kind === 'in-time') return;
    await allOrThrow([
      remindTeam(ports, details, what),
      ...(what === 'contact' ? [tellLate(ports, details)] : []),
    ]);
  };

async function remindTeam(ports: RemindPorts, { referral }: ReferralDetails, what: LateDeed): Promise<void> {
  const due = what === 'contact' ? referral.due.contactBy : referral.due.acknowledgeBy;
  const message = `It was to be ${DEEDS[what]} by ${dayOf(due)}. Open it, and record what was done.`;
  const title = `A question waits to be ${DEEDS[what]}`;
  await ports.courier.toTeam(referral.team, {
    key: `referral ${referral.id} late ${what} ${referral.team}`,
    card: ports.noticeCard({ title, message, style: 'warning' }),
    mail: { subject: title, text: `${message}\n\n${await ports.links.team(referral.team)}` },
    door: 'chat-first',
  });
}

async function tellLate(ports: RemindPorts, { referral, force }: ReferralDetails): Promise<void> {
  const { name } = ports.forces.force(force);
  await tellLeads(ports, force, {
    key: `referral ${referral.id} late contact`,
    title: `${name}: contact is overdue`,
    message: `A referral to the ${name} local team was to be answered by ${dayOf(referral.due.contactBy)}. Type “referrals” to see how your forces stand.`,
  });
}

const DEEDS: Readonly<Record<LateDeed, string>> = {
  acknowledge: 'confirmed',
  contact: 'answered by making contact',
};

const dayOf = (at: Instant): string => dateInWords(londonClock(at).date);
