import { decideReferral } from '../../domain/routing/referral.js';
import type { QuestionId } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';
import type { ReferralStore } from './ports.js';

/** Its asker has taken the question back: the team sees that, and the clock stops. A repeat changes nothing. */
export const withdrawReferral =
  ({ store }: { readonly store: ReferralStore }) =>
  async ({ question, now }: { readonly question: QuestionId; readonly now: Instant }): Promise<void> => {
    const details = await store.findByQuestion(question);
    if (!details) return;
    const by = details.person.id;
    const decision = decideReferral(details.referral, { kind: 'withdraw', by, at: now });
    if (decision.kind !== 'moved') return;
    const { id, version, team } = decision.referral;
    const data = { from: decision.entry.from, to: 'withdrawn', version, team };
    const written = await store.move(
      { referral: decision.referral, by, at: now },
      {
        record: [{ subject: 'referral', subjectId: id, event: 'withdraw', actor: by, at: now, data }],
        outgoing: [{ job: 'referrals.update-card', data: { referralId: id } }],
      },
    );
    if (!written) throw new Error('a referral changed while it was being withdrawn; try again');
  };
