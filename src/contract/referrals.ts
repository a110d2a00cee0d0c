import { z } from 'zod';
import { instant } from './shared.js';

/** A referral as the local team sees it: only over its own signed link or in its own channel. */
export const referralView = z.object({
  id: z.string(),
  state: z.enum(['open', 'acknowledged', 'contacted', 'closed', 'withdrawn', 'passed-on']),
  person: z.object({
    name: z.string(),
    email: z.string().nullable(),
    audience: z.string(),
    area: z.string().nullable(),
  }),
  text: z.string(),
  createdAt: instant,
  acknowledgeDue: instant,
  contactDue: instant,
  overdue: z.boolean(),
  version: z.number().int(),
});
export type ReferralView = z.infer<typeof referralView>;

/** GET /team/referrals (team) */
export const teamReferrals = z.object({
  team: z.object({ name: z.string(), forceName: z.string() }),
  referrals: z.array(referralView),
});
export type TeamReferrals = z.infer<typeof teamReferrals>;

/** POST /team/referrals/:id (team) */
export const referralAct = z.object({
  act: z.enum(['acknowledge', 'contact', 'close']),
  version: z.number().int(),
});
export const referralReply = z.object({ referral: referralView });
