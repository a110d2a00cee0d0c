import type { Registration } from '../../domain/registration/registration.js';
import {
  decideRegistration,
  type RegistrationAct,
  type RegistrationRefusal,
} from '../../domain/registration/state.js';
import { brand, type BriefingCode, type PersonId, type RegistrationId } from '../../domain/shared/ids.js';
import type { Ids, Outgoing } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import type { RegistrationStore } from './ports.js';

export interface ChangePorts {
  readonly store: RegistrationStore;
  readonly ids: Ids;
}

export type PlaceChange =
  | { readonly kind: 'changed' | 'same'; readonly registration: Registration }
  | { readonly kind: 'refused'; readonly reason: RegistrationRefusal };

/** As often as two people may press at the same moment before it is a broken world. */
const TRIES = 5;

/** Reads a person's registration, decides, and writes it; decides anew when somebody else was faster. */
export async function changePlace(
  { store, ids }: ChangePorts,
  input: {
    readonly person: PersonId;
    readonly code: BriefingCode;
    readonly act: RegistrationAct;
    /** Who does it. */
    readonly actor: PersonId | 'system';
    readonly now: Instant;
    /** What follows from the change; `before` is undefined for a first registration. */
    readonly outgoing: (after: Registration, before: Registration | undefined) => readonly Outgoing[];
  },
): Promise<PlaceChange> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const before = await store.find(input.person, input.code);
    const decided = decideRegistration(before, input.act);
    if (decided.kind === 'refused') return decided;
    if (decided.kind === 'same' && before) return { kind: 'same', registration: before };
    const { decidedBy = before?.decidedBy } = decided.kind === 'changed' ? decided : {};
    const after: Registration = {
      id: before?.id ?? brand<RegistrationId>(ids.uuid()),
      person: input.person,
      briefing: input.code,
      status: decided.status,
      createdAt: before?.createdAt ?? input.now,
      updatedAt: input.now,
      version: (before?.version ?? 0) + 1,
      ...(decidedBy ? { decidedBy } : {}),
    };
    const written = await store.write(after, {
      record: [
        {
          subject: 'registration',
          subjectId: after.id,
          event: input.act.kind === 'register' ? `registered-${after.status}` : after.status,
          actor: input.actor,
          at: input.now,
          data: { briefing: after.briefing, version: after.version },
        },
      ],
      outgoing: input.outgoing(after, before),
    });
    if (written) return { kind: 'changed', registration: after };
  }
  throw new Error(`registration for ${input.code} changed too often while it was written`);
}
