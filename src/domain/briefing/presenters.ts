import type { Briefing } from './briefing.js';

/** More people than this cannot lead one session, and each is invited by mail. */
export const PRESENTER_LIMIT = 10;

const ADDRESS = /^[^\s@<>,;"']+@[^\s@<>,;"']+\.[a-z]{2,}$/i;

/** The address in the form that is kept, or undefined when it is none. */
export function parseAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[.,;]+$/, '');
  return ADDRESS.test(bare) && bare.length <= 254 ? bare.toLowerCase() : undefined;
}

export type PresenterDecision =
  | { readonly kind: 'changed'; readonly presenters: readonly string[] }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly problem: string };

/** The presenters after adding or removing one. */
export function changePresenter(
  briefing: Pick<Briefing, 'code' | 'presenters' | 'status'>,
  change: { readonly act: 'add' | 'remove'; readonly address: string },
): PresenterDecision {
  if (briefing.status === 'cancelled') {
    return { kind: 'refused', problem: `${briefing.code} is cancelled, so its presenters stay as they are.` };
  }
  const has = briefing.presenters.includes(change.address);
  if (change.act === 'remove') {
    if (!has) return { kind: 'same' };
    return {
      kind: 'changed',
      presenters: briefing.presenters.filter((address) => address !== change.address),
    };
  }
  if (has) return { kind: 'same' };
  if (briefing.presenters.length >= PRESENTER_LIMIT) {
    return {
      kind: 'refused',
      problem: `${briefing.code} has ${String(PRESENTER_LIMIT)} presenters, which is the most. Remove one first.`,
    };
  }
  return { kind: 'changed', presenters: [...briefing.presenters, change.address] };
}
