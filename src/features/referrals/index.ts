import type { Database } from '../../adapters/postgres/database.js';
import type { ChatFeature } from '../../bot/kit.js';
import type { AreaDirectory } from '../../domain/routing/area-directory.js';
import type { Ids } from '../../domain/shared/ports.js';
import type { HttpFeature } from '../../http/kit.js';
import type { AnyJob } from '../../jobs/kit.js';
import { noticeCard } from './cards/notice.card.js';
import { passedOnCard, referralCard } from './cards/referral.card.js';
import type { Courier, ReferralLinks } from './ports.js';
import { postgresReferrals } from './referral-store.postgres.js';
import { referralsChat } from './referrals.bot.js';
import { referralsHttp } from './referrals.http.js';
import { referralsJobs } from './referrals.jobs.js';
import { referralsUseCases, type ReferralsUseCases } from './use-cases.js';

export interface ReferralsDeps {
  readonly database: Pick<Database, 'db' | 'boss'>;
  readonly courier: Courier;
  readonly links: ReferralLinks;
  readonly forces: Pick<AreaDirectory, 'force'>;
  readonly ids: Ids;
}

export interface ReferralsFeature {
  readonly chat: ChatFeature;
  readonly http: HttpFeature;
  readonly jobs: readonly AnyJob[];
  readonly useCases: ReferralsUseCases;
}

/** Brings specific questions to local teams and keeps their promise of contact. */
export function referralsFeature({ database, courier, links, forces, ids }: ReferralsDeps): ReferralsFeature {
  const store = postgresReferrals(database, forces);
  const useCases = referralsUseCases({ store, ids, forces });
  return {
    chat: referralsChat(useCases, forces),
    http: referralsHttp(useCases, forces),
    jobs: referralsJobs(useCases, { store, courier, links, forces, referralCard, passedOnCard, noticeCard }),
    useCases,
  };
}

export type { ReferralsUseCases } from './use-cases.js';
export type { Courier, Notice, ReferralLinks } from './ports.js';
