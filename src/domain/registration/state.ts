import type { PersonId } from '../shared/ids.js';
import type { Registration, RegistrationStatus } from './registration.js';
import type { Vetting } from './vetting.js';

/** What is done to a registration: by the person (`register`, `withdraw`) or by a lead (`approve`, `decline`). */
export type RegistrationAct =
  | { readonly kind: 'register'; readonly vetting: Vetting }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'approve'; readonly by: PersonId }
  | { readonly kind: 'decline'; readonly by: PersonId };

export type RegistrationRefusal = 'not-registered' | 'withdrawn' | 'already-confirmed';

export type RegistrationDecision =
  | { readonly kind: 'changed'; readonly status: RegistrationStatus; readonly decidedBy?: PersonId }
  /** It stands there already: a second click, a repeated delivery. Nothing is written and nobody is told. */
  | { readonly kind: 'same'; readonly status: RegistrationStatus }
  | { readonly kind: 'refused'; readonly reason: RegistrationRefusal };

/** What an act makes of a registration; `current` is undefined where the person has none for that briefing. */
export function decideRegistration(
  current: Pick<Registration, 'status'> | undefined,
  act: RegistrationAct,
): RegistrationDecision {
  switch (act.kind) {
    case 'register':
      return register(current?.status, act.vetting);
    case 'withdraw':
      return withdraw(current?.status);
    case 'approve':
      return judge(current?.status, 'confirmed', act.by);
    case 'decline':
      return judge(current?.status, 'declined', act.by);
  }
}

function register(current: RegistrationStatus | undefined, vetting: Vetting): RegistrationDecision {
  const wanted = vetting === 'at-once' ? 'confirmed' : 'waiting';
  if (current === 'confirmed') return { kind: 'same', status: 'confirmed' };
  return current === wanted ? { kind: 'same', status: wanted } : { kind: 'changed', status: wanted };
}

function withdraw(current: RegistrationStatus | undefined): RegistrationDecision {
  if (current === 'withdrawn') return { kind: 'same', status: 'withdrawn' };
  if (current === 'waiting' || current === 'confirmed') return { kind: 'changed', status: 'withdrawn' };
  return { kind: 'refused', reason: 'not-registered' };
}

/** A lead may come back on a refusal, but takes no place away from somebody who has been told it is theirs. */
function judge(
  current: RegistrationStatus | undefined,
  verdict: 'confirmed' | 'declined',
  by: PersonId,
): RegistrationDecision {
  if (current === undefined) return { kind: 'refused', reason: 'not-registered' };
  if (current === verdict) return { kind: 'same', status: verdict };
  if (current === 'withdrawn') return { kind: 'refused', reason: 'withdrawn' };
  if (current === 'confirmed') return { kind: 'refused', reason: 'already-confirmed' };
  return { kind: 'changed', status: verdict, decidedBy: by };
}
