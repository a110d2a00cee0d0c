import type { ReferralId, TeamId } from '../shared/ids.js';
import type { Instant } from '../shared/time.js';
import type { ReferralDue } from './response-clock.js';

/**
 * Where a referral stands. `passed-on` means that another team has it now and has yet to acknowledge it;
 * `closed` and `withdrawn` are final.
 */
export type ReferralState = 'open' | 'passed-on' | 'acknowledged' | 'contacted' | 'closed' | 'withdrawn';

/** A specific question handed to a local team. */
export interface Referral {
  readonly id: ReferralId;
  readonly team: TeamId;
  readonly state: ReferralState;
  /** Grows by one with every change. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly due: ReferralDue;
}

interface Deed {
  /** Who does it: a person's id, or the team for a signed link of the team's mailbox. */
  readonly by: string;
  readonly at: Instant;
  /** The version the doer saw; a different one is refused. Absent: whatever version stands. */
  readonly seenVersion?: number;
}

/** What a local team, or for `withdraw` the asker, does with a referral. */
export type ReferralCommand =
  | (Deed & { readonly kind: 'acknowledge' })
  | (Deed & { readonly kind: 'contact' })
  | (Deed & { readonly kind: 'close'; /** Needed where no contact was made. */ readonly reason?: string })
  | (Deed & { readonly kind: 'pass-on'; readonly to: TeamId; readonly reason: string })
  | (Deed & { readonly kind: 'withdraw' });

/** One line of the record of a referral. */
export interface ReferralEntry {
  readonly referral: ReferralId;
  readonly version: number;
  readonly deed: ReferralCommand['kind'];
  readonly from: ReferralState;
  readonly to: ReferralState;
  readonly team: TeamId;
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string;
}

export type ReferralDecision =
  | { readonly kind: 'moved'; readonly referral: Referral; readonly entry: ReferralEntry }
  /** The referral already stands where the command would bring it: a repeated click or delivery. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: ReferralRefusal };

export type ReferralRefusal =
  'already-finished' | 'changed-meanwhile' | 'contact-first' | 'reason-needed' | 'same-team';

/** What the doer is told when a command is refused. */
export const REFERRAL_REFUSALS: Readonly<Record<ReferralRefusal, string>> = {
  'already-finished': 'This referral is closed or withdrawn. Nothing more can be done with it.',
  'changed-meanwhile':
    'Somebody changed this referral since you opened it. Open it again to see where it stands.',
  'contact-first': 'Make contact first, or say why you close the referral without contact.',
  'reason-needed': 'Say why you pass this referral on.',
  'same-team': 'That team already has this referral. Choose another team.',
};

/** A referral as it starts. */
export function newReferral(start: Pick<Referral, 'id' | 'team' | 'createdAt' | 'due'>): Referral {
  return { ...start, state: 'open', version: 1 };
}

const RESULTS: Readonly<Record<ReferralCommand['kind'], ReferralState>> = {
  acknowledge: 'acknowledged',
  contact: 'contacted',
  close: 'closed',
  'pass-on': 'passed-on',
  withdraw: 'withdrawn',
};

/** Decides what a command does to a referral. Pure: the same referral and command give the same decision. */
export function decideReferral(referral: Referral, command: ReferralCommand): ReferralDecision {
  if (isRepeat(referral, command)) return { kind: 'same' };
  const reason = refusalOf(referral, command);
  return reason === undefined ? move(referral, command) : { kind: 'refused', reason };
}

function isRepeat(referral: Referral, command: ReferralCommand): boolean {
  if (command.kind === 'pass-on') return referral.state === 'passed-on' && referral.team === command.to;
  if (command.kind === 'acknowledge' && referral.state === 'contacted') return true;
  return referral.state === RESULTS[command.kind];
}

function refusalOf(referral: Referral, command: ReferralCommand): ReferralRefusal | undefined {
  if (referral.state === 'closed' || referral.state === 'withdrawn') return 'already-finished';
  if (command.seenVersion !== undefined && command.seenVersion !== referral.version)
    return 'changed-meanwhile';
  if (command.kind === 'close' && referral.state !== 'contacted' && isBlank(command.reason))
    return 'contact-first';
  if (command.kind === 'pass-on' && referral.team === command.to) return 'same-team';
  if (command.kind === 'pass-on' && isBlank(command.reason)) return 'reason-needed';
  return undefined;
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function move(referral: Referral, command: ReferralCommand): ReferralDecision {
  const team = command.kind === 'pass-on' ? command.to : referral.team;
  const moved: Referral = { ...referral, team, state: RESULTS[command.kind], version: referral.version + 1 };
  const reason = 'reason' in command ? command.reason : undefined;
  const entry: ReferralEntry = {
    referral: referral.id,
    version: moved.version,
    deed: command.kind,
    from: referral.state,
    to: moved.state,
    team,
    by: command.by,
    at: command.at,
    ...(reason === undefined ? {} : { reason }),
  };
  return { kind: 'moved', referral: moved, entry };
}

/** What a referral is late with. */
export type Lateness =
  | { readonly kind: 'in-time' }
  | { readonly kind: 'overdue'; readonly what: 'acknowledge' | 'contact'; readonly since: Instant };

/**
 * What is late at that moment, the graver first: contact, then acknowledgement. Passing on does not restart the
 * clock, because the asker has been waiting all along.
 */
export function overdue(referral: Referral, now: Instant): Lateness {
  const { acknowledgeBy, contactBy } = referral.due;
  const waiting = referral.state === 'open' || referral.state === 'passed-on';
  if ((waiting || referral.state === 'acknowledged') && now > contactBy) {
    return { kind: 'overdue', what: 'contact', since: contactBy };
  }
  if (waiting && now > acknowledgeBy) return { kind: 'overdue', what: 'acknowledge', since: acknowledgeBy };
  return { kind: 'in-time' };
}
