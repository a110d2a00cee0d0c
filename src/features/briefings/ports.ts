import type { Briefing, BriefingStatus, NewBriefing } from '../../domain/briefing/briefing.js';
import type { ProgrammeRequest } from '../../domain/briefing/schedule-plan.js';
import type { BriefingCode, PersonId } from '../../domain/shared/ids.js';
import type { Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';

/** What a change tells the record and the jobs; written with it or not at all. */
export interface Told {
  readonly record: readonly RecordEntry[];
  readonly outgoing: readonly Outgoing[];
}

/** A previewed programme that waits for its lead's word. */
export interface Draft {
  /** A UUID. */
  readonly id: string;
  readonly person: PersonId;
  readonly request: ProgrammeRequest;
  readonly status: 'open' | 'used' | 'discarded';
  readonly createdAt: Instant;
}

export type RegistrationStatus = 'waiting' | 'confirmed' | 'declined' | 'withdrawn';

/** A briefing with one person's place in it. */
export interface PlacedBriefing {
  readonly briefing: Briefing;
  readonly registration?: RegistrationStatus;
}

/** The fields of a briefing that can change after it is written. */
export type BriefingChange = Partial<
  Pick<
    Briefing,
    | 'date'
    | 'time'
    | 'startsAt'
    | 'endsAt'
    | 'status'
    | 'revision'
    | 'presenters'
    | 'topics'
    | 'onlineMeetingId'
    | 'openedAt'
  >
> & { readonly statusReason?: string | null; readonly closedAt?: Instant | null };

/** How a Teams meeting is known at some door: any of these. */
export interface MeetingKey {
  /** The id that Teams gives a meeting: of Graph, of the tab's context or of the bot's meeting events. */
  readonly meetingId?: string;
  readonly joinUrl?: string;
  readonly conversationId?: string;
}

/** Keeps briefings and drafts. */
export interface BriefingStore {
  find(code: BriefingCode): Promise<Briefing | undefined>;
  /** In order of start; without a filter all of them, cancelled ones too. */
  list(filter: {
    readonly region?: RegionId;
    readonly year?: number;
    readonly endsAfter?: Instant;
    readonly status?: BriefingStatus;
  }): Promise<readonly Briefing[]>;
  /**
   * What a person may see: published briefings, and cancelled ones the person registered for, that end after the
   * moment; in order of start, each with that person's own registration and nobody else's.
   */
  listPlaced(person: PersonId, filter: { readonly endsAfter: Instant }): Promise<readonly PlacedBriefing[]>;
  place(person: PersonId, code: BriefingCode): Promise<RegistrationStatus | undefined>;
  findByMeeting(key: MeetingKey): Promise<Briefing | undefined>;

  saveDraft(draft: Draft): Promise<void>;
  findDraft(id: string): Promise<Draft | undefined>;
  /** Discards an open draft of that person; false when it was not open any more. */
  discardDraft(id: string, person: PersonId): Promise<boolean>;
  /**
   * Uses an open draft of that person and writes the briefings that `decide` makes of all that exist, as one change
   * that no other programme interleaves. `taken` when the draft was used or discarded before: nothing is written.
   */
  useDraft(
    use: { readonly id: string; readonly person: PersonId; readonly at: Instant },
    decide: (
      draft: Draft,
      existing: readonly Briefing[],
    ) => { briefings: readonly NewBriefing[]; told: Told },
  ): Promise<{ kind: 'written'; briefings: readonly NewBriefing[] } | { kind: 'taken' }>;

  /** Writes the change if the briefing still has that version; false otherwise, and nothing is written. */
  change(
    write: { readonly code: BriefingCode; readonly version: number; readonly change: BriefingChange },
    told: Told,
  ): Promise<boolean>;
  /** Keeps the event of a briefing that has none yet; its version stays, since no decision hangs on it. */
  keepEvent(
    code: BriefingCode,
    event: { readonly organiser: string; readonly eventId: string; readonly joinUrl: string },
  ): Promise<void>;
  /** Sends messages without a change of state. */
  send(outgoing: readonly Outgoing[]): Promise<void>;
  /** Remembers which conversation is the briefing's meeting. */
  keepConversation(
    conversationId: string,
    meeting: {
      readonly code: BriefingCode;
      readonly at: Instant;
      readonly reference?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void>;
}

/** Why the calendar service did not do it, in words for a lead. */
export interface MeetingFault {
  readonly kind: 'fault';
  /** Stable, for records and logs. */
  readonly cause: string;
  /** What is wrong, a sentence. */
  readonly problem: string;
  /** What to do and who can do it, a sentence. */
  readonly remedy: string;
  /** True when trying again later may well help by itself. */
  readonly passing: boolean;
}

export interface MeetingTimes {
  /** London's wall clock without a zone, `2027-02-09T18:00:00`. */
  readonly start: string;
  readonly end: string;
}

/** Makes and keeps the Teams meetings of briefings. Every verb bears repetition. */
export interface Meetings {
  /** The event with its join link; the same `transactionId` never makes a second one. */
  create(
    wanted: MeetingTimes & {
      readonly code: BriefingCode;
      readonly region: RegionId;
      readonly subject: string;
      readonly description: string;
      readonly presenters: readonly string[];
      /** In the form of a UUID. */
      readonly transactionId: string;
    },
  ): Promise<
    | {
        readonly kind: 'made';
        readonly organiser: string;
        readonly eventId: string;
        readonly joinUrl: string;
      }
    | MeetingFault
  >;
  /** Sets lobby, presenters, chat and recording to policy and reads them back. */
  secure(meeting: {
    readonly organiser: string;
    readonly joinUrl: string;
    readonly presenters: readonly string[];
  }): Promise<
    | { readonly kind: 'as-policy'; readonly onlineMeetingId: string }
    /** `weaker` holds a sentence for each setting that could not be set. */
    | { readonly kind: 'weaker'; readonly onlineMeetingId: string; readonly weaker: readonly string[] }
    | MeetingFault
  >;
  /** Moves the event; its join link stays. */
  move(
    event: MeetingTimes & { readonly organiser: string; readonly eventId: string },
  ): Promise<{ readonly kind: 'done' } | MeetingFault>;
  /** Invites exactly these presenters and nobody else. */
  invite(event: {
    readonly organiser: string;
    readonly eventId: string;
    readonly presenters: readonly string[];
  }): Promise<{ readonly kind: 'done' } | MeetingFault>;
  /** Cancels the event and tells its presenters; one that is gone already counts as cancelled. */
  cancel(event: {
    readonly organiser: string;
    readonly eventId: string;
    readonly comment: string;
  }): Promise<{ readonly kind: 'done' } | MeetingFault>;
}

/** Tells a person something outside a turn. */
export interface Courier {
  /** Once per key, by the door that suits. */
  toPerson(
    person: PersonId,
    notice: {
      readonly key: string;
      readonly card: { readonly type: 'AdaptiveCard' };
      readonly mail: { readonly subject: string; readonly text: string };
      readonly door: 'chat-first' | 'mail' | 'both';
    },
  ): Promise<void>;
}
