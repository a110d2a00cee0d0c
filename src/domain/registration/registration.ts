import type { Briefing } from '../briefing/briefing.js';
import type { BriefingCode, PersonId, RegistrationId } from '../shared/ids.js';
import type { Instant } from '../shared/time.js';

/** `waiting` for a regional lead · `confirmed` · `declined` by a lead · `withdrawn` by the person. */
export type RegistrationStatus = 'waiting' | 'confirmed' | 'declined' | 'withdrawn';

/** A person's place at a briefing. There is one for each person and briefing, whatever becomes of it. */
export interface Registration {
  readonly id: RegistrationId;
  readonly person: PersonId;
  readonly briefing: BriefingCode;
  readonly status: RegistrationStatus;
  /** The lead who approved or declined it last. */
  readonly decidedBy?: PersonId;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** From 1; rises with every change. */
  readonly version: number;
}

/** What a registration needs to know of its briefing. */
export type OfferedBriefing = Pick<
  Briefing,
  | 'code'
  | 'region'
  | 'date'
  | 'time'
  | 'minutes'
  | 'startsAt'
  | 'endsAt'
  | 'status'
  | 'statusReason'
  | 'revision'
  | 'topics'
  | 'joinUrl'
  | 'openedAt'
  | 'closedAt'
>;

/**
 * The SEQUENCE of a registration's calendar file. Each change of the registration and each move of the briefing
 * raises it, so a later file always takes the place of an earlier one, and the same state always has the same number.
 */
export function calendarSequence(
  registration: Pick<Registration, 'version'>,
  briefing: Pick<OfferedBriefing, 'revision' | 'status'>,
): number {
  return registration.version - 1 + briefing.revision + (briefing.status === 'cancelled' ? 1 : 0);
}

/** The UID of a registration's calendar entry, the same for ever. */
export const calendarUid = (registration: Pick<Registration, 'id'>): string =>
  `${registration.id}@briefing-desk`;
