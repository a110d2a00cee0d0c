import type { PersonId } from './ids.js';
import type { Instant } from './time.js';

/** The present moment. */
export interface Clock {
  now(): Instant;
}

/** Fresh identifiers. */
export interface Ids {
  /** A new random UUID. */
  uuid(): string;
}

/** Signed links: they expire, name one person or team, and can be revoked. */
export interface Links {
  /** A full URL (`…/me/<token>` or `…/team/<token>`) for that person alone. */
  personal(person: PersonId): Promise<string>;
}

/** A message that leaves with the state it belongs to: a job's name and its data, which hold ids, never words. */
export interface Outgoing {
  readonly job: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  /** Not before this moment; at once when absent. */
  readonly notBefore?: Instant;
}

/** One line of the append-only record: who did what to which thing. Never holds message text or names. */
export interface RecordEntry {
  readonly subject: 'question' | 'referral' | 'registration' | 'role' | 'statement' | 'briefing' | 'person';
  readonly subjectId: string;
  readonly event: string;
  /** The person who did it, or `system`. */
  readonly actor: PersonId | 'system';
  readonly at: Instant;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}
