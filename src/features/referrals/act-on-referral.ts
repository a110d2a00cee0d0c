import {
  decideReferral,
  REFERRAL_REFUSALS,
  type Referral,
  type ReferralCommand,
  type ReferralRefusal,
} from '../../domain/routing/referral.js';
import { partsOfTeam } from '../../domain/routing/team.js';
import { brand, type PersonId, type ReferralId, type TeamId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { mayHandle } from '../../domain/shared/policy.js';
import type { Ids, Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import type { ReferralDetails, ReferralStore } from './ports.js';

/** Who acts for a local team: somebody in its channel or with its role, or the holder of its signed link. */
export type TeamActor =
  | { readonly kind: 'person'; readonly person: Person; readonly conversationId?: string }
  | { readonly kind: 'team'; readonly team: TeamId };

export type TeamAct = 'acknowledge' | 'contact' | 'close' | 'pass-on';

export interface ActInput {
  readonly actor: TeamActor;
  readonly id: ReferralId;
  readonly act: TeamAct;
  /** The version the doer saw. */
  readonly version: number;
  /** Needed to close without contact and to pass on. */
  readonly reason?: string;
  readonly now: Instant;
}

export type Acted =
  | { readonly kind: 'acted'; readonly details: ReferralDetails }
  /** No referral of theirs. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly problem: string }
  /** Somebody was first; nothing was changed. */
  | { readonly kind: 'conflict'; readonly problem: string; readonly details: ReferralDetails };

export interface ActPorts {
  readonly store: ReferralStore;
  readonly ids: Ids;
}

/** A local team works a referral. A repeat of the same act changes nothing. */
export const actOnReferral =
  ({ store, ids }: ActPorts) =>
  async (input: ActInput): Promise<Acted> => {
    const details = await store.find(input.id);
    if (!details || !(await mayAct(store, input.actor, details))) return { kind: 'unknown' };
    const by = input.actor.kind === 'person' ? input.actor.person.id : input.actor.team;
    const command = commandOf(input, details, by);
    const decision = decideReferral(details.referral, command);
    if (decision.kind === 'same') return { kind: 'acted', details };
    if (decision.kind === 'refused') return refusal(decision.reason, details);
    const { referral, entry } = decision;
    const reason = entry.reason?.trim();
    const written = await store.move(
      {
        referral,
        by,
        at: input.now,
        ...(reason ? { reason } : {}),
        ...(input.act === 'contact' ? { contactId: ids.uuid() } : {}),
      },
      {
        record: [recordOf(entry, input.actor)],
        outgoing: outgoingOf(details, { ...referral, act: input.act }),
      },
    );
    const now = (await store.find(input.id)) ?? details;
    return written
      ? { kind: 'acted', details: now }
      : { kind: 'conflict', problem: REFERRAL_REFUSALS['changed-meanwhile'], details: now };
  };

async function mayAct(
  store: ReferralStore,
  actor: TeamActor,
  { referral, force }: ReferralDetails,
): Promise<boolean> {
  if (actor.kind === 'team') return actor.team === referral.team;
  if (mayHandle(actor.person, { force, team: referral.team })) return true;
  if (actor.conversationId === undefined) return false;
  return (await store.teamOfConversation(actor.conversationId)) === referral.team;
}

function commandOf(
  { act, version, reason, now }: ActInput,
  { referral }: ReferralDetails,
  by: string,
): ReferralCommand {
  const deed = { by, at: now, seenVersion: version };
  switch (act) {
    case 'acknowledge':
    case 'contact':
      return { kind: act, ...deed };
    case 'close':
      return { kind: 'close', ...deed, ...(reason === undefined ? {} : { reason }) };
    case 'pass-on':
      return { kind: 'pass-on', ...deed, to: otherTeam(referral.team), reason: reason ?? '' };
  }
}

/** The other team of the same force. */
export function otherTeam(team: TeamId): TeamId {
  const parts = partsOfTeam(team);
  if (!parts) return team;
  return brand<TeamId>(`${parts.force}/${parts.kind === 'adviser' ? 'neighbourhood' : 'adviser'}`);
}

const ASKED_FOR_MORE: ReadonlySet<ReferralRefusal> = new Set<ReferralRefusal>([
  'contact-first',
  'reason-needed',
]);

const refusal = (reason: ReferralRefusal, details: ReferralDetails): Acted =>
  ASKED_FOR_MORE.has(reason)
    ? { kind: 'refused', problem: REFERRAL_REFUSALS[reason] }
    : { kind: 'conflict', problem: REFERRAL_REFUSALS[reason], details };

/** Whether a reason was given stands on the record; its words, which may be personal, do not. */
function recordOf(
  entry: {
    referral: ReferralId;
    deed: string;
    from: string;
    to: string;
    version: number;
    team: TeamId;
    at: Instant;
    reason?: string;
  },
  actor: TeamActor,
): RecordEntry {
  const by: PersonId | 'system' = actor.kind === 'person' ? actor.person.id : 'system';
  const { referral, deed, from, to, version, team, at } = entry;
  const data = {
    from,
    to,
    version,
    team,
    door: actor.kind === 'person' ? 'chat' : 'link',
    reasonGiven: Boolean(entry.reason),
  };
  return { subject: 'referral', subjectId: referral, event: deed, actor: by, at, data };
}

function outgoingOf(
  details: ReferralDetails,
  moved: Pick<Referral, 'id' | 'version' | 'team'> & { readonly act: TeamAct },
): readonly Outgoing[] {
  const data = { referralId: moved.id };
  const told = { job: 'referrals.tell-asker', data: { ...data, version: moved.version } };
  const { place } = details;
  if (moved.act !== 'pass-on') return place ? [told, { job: 'referrals.update-card', data }] : [told];
  const { version, team } = moved;
  const handedOver = { job: 'referrals.deliver', data: { ...data, version, team } };
  // The old team's card has its place here alone: the referral itself forgets it with the move.
  const left = place ? [{ job: 'referrals.clear-card', data: { ...data, ...place } }] : [];
  return [told, handedOver, ...left];
}
