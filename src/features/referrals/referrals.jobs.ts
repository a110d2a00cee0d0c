import { z } from 'zod';
import { brand, type QuestionId, type ReferralId, type TeamId } from '../../domain/shared/ids.js';
import { job, type AnyJob } from '../../jobs/kit.js';
import { clearCard, deliverReferral, updateCard } from './deliver-referral.js';
import { remindLate, type RemindPorts } from './remind-late.js';
import { tellAsker, type TellPorts } from './tell-asker.js';
import { tellUndelivered } from './tell-leads.js';
import type { ReferralsUseCases } from './use-cases.js';

const data = z.object({ referralId: z.string().transform((id) => brand<ReferralId>(id)) });
const deliverData = data.extend({
  version: z.number().int().optional(),
  team: z
    .string()
    .transform((id) => brand<TeamId>(id))
    .optional(),
});
const placeData = data.extend({ conversationId: z.string(), activityId: z.string() });
const toldData = data.extend({ version: z.number().int() });
const lateData = data.extend({ what: z.enum(['acknowledge', 'contact']) });
const questionData = z.object({ questionId: z.string().transform((id) => brand<QuestionId>(id)) });

/** A team's channel or mailbox may be away for hours: tried for about a day. */
const PATIENT = { limit: 150, delaySeconds: 5 };

/** What follows a referral: it is delivered, its card kept up to date, its asker told, its clock watched. */
export function referralsJobs(
  useCases: ReferralsUseCases,
  ports: RemindPorts & TellPorts,
): readonly AnyJob[] {
  const deliver = deliverReferral(ports);
  const update = updateCard(ports);
  const clear = clearCard(ports);
  const tell = tellAsker(ports);
  const remind = remindLate(ports);
  const undelivered = tellUndelivered(ports);
  return [
    job({
      name: 'referrals.deliver',
      data: deliverData,
      retry: PATIENT,
      concurrency: 2,
      run: ({ referralId, version, team }, { now }) =>
        deliver({
          id: referralId,
          now,
          ...(version === undefined || team === undefined ? {} : { passedOn: { version, team } }),
        }),
      lastFailure: ({ referralId }) => undelivered({ id: referralId }),
    }),
    job({
      name: 'referrals.update-card',
      data,
      run: ({ referralId }, { now }) => update({ id: referralId, now }),
    }),
    job({
      name: 'referrals.clear-card',
      data: placeData,
      retry: PATIENT,
      run: ({ referralId, ...place }) => clear({ id: referralId, place }),
    }),
    job({
      name: 'referrals.tell-asker',
      data: toldData,
      concurrency: 2,
      run: ({ referralId, version }) => tell({ id: referralId, version }),
    }),
    job({
      name: 'referrals.withdraw',
      data: questionData,
      run: ({ questionId }, { now }) => useCases.withdrawReferral({ question: questionId, now }),
    }),
    job({
      name: 'referrals.remind',
      data: lateData,
      run: ({ referralId, what }, { now }) => remind({ id: referralId, what, now }),
    }),
    job({
      name: 'referrals.overdue',
      data: z.unknown(),
      cron: '5 * * * *',
      run: async (_none, { now }) => {
        await useCases.findLate(now);
      },
    }),
  ];
}
