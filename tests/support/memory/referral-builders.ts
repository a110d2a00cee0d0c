import { newReferral } from '../../../src/domain/routing/referral.js';
import {
  brand,
  type ForceId,
  type QuestionId,
  type ReferralId,
  type TeamId,
} from '../../../src/domain/shared/ids.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import type { ReferralDetails } from '../../../src/features/referrals/ports.js';
import { aPerson, nextId, NOW } from './question-builders.js';

export const ADVISER = brand<TeamId>('greater-manchester/adviser');
export const NEIGHBOURHOOD = brand<TeamId>('greater-manchester/neighbourhood');
export const GMP = brand<ForceId>('greater-manchester');
export const DUE = {
  acknowledgeBy: '2027-02-10T17:00:00.000Z' as Instant,
  contactBy: '2027-02-12T17:00:00.000Z' as Instant,
};

/** An open referral of a councillor in Manchester to the adviser. */
export function aReferral(overrides: Partial<ReferralDetails> = {}): ReferralDetails {
  const { id, name, email = '', audience } = aPerson();
  return {
    referral: newReferral({ id: brand<ReferralId>(nextId()), team: ADVISER, createdAt: NOW, due: DUE }),
    question: brand<QuestionId>(nextId()),
    force: GMP,
    teamName: 'Greater Manchester Police: elected official adviser',
    text: 'Could somebody look at the side door of my office?',
    person: { id, name, email, audience, area: 'Manchester' },
    ...overrides,
  };
}
