import type { MeetingFault } from './ports.js';

/** The calendar service did not do it; thrown so that the job is tried again with back-off. */
export class MeetingTrouble extends Error {
  constructor(readonly fault: MeetingFault) {
    super(`calendar service: ${fault.cause}`);
    this.name = 'MeetingTrouble';
  }
}

/** Passes an outcome on, or throws its fault. */
export function orTrouble<Outcome extends { readonly kind: string }>(
  outcome: Outcome | MeetingFault,
): Exclude<Outcome, MeetingFault> {
  if (outcome.kind === 'fault') throw new MeetingTrouble(outcome as MeetingFault);
  return outcome as Exclude<Outcome, MeetingFault>;
}
