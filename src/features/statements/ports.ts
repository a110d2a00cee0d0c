import type { Tally } from '../../domain/statement/circulation.js';
import type { Statement } from '../../domain/statement/statement.js';
import type { ForceId, PersonId } from '../../domain/shared/ids.js';
import type { Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';

/** What a change tells the record and the jobs; written with it or not at all. */
export interface Told {
  readonly record: readonly RecordEntry[];
  readonly outgoing: readonly Outgoing[];
}

/** Keeps statements and who has been told of them. */
export interface StatementStore {
  /** The statement in force. */
  current(): Promise<Statement | undefined>;
  /** Drafts that wait for release, the newest first, at most ten. */
  drafts(): Promise<readonly Statement[]>;
  get(id: string): Promise<Statement | undefined>;
  /** The id of what those words name: the same words, the same id. */
  idOf(words: string): string;
  /** Writes a draft with the next version number; one of that id that is there already is given back unchanged. */
  saveDraft(
    draft: Pick<Statement, 'id' | 'title' | 'body' | 'draftedBy' | 'createdAt'>,
    told: Told,
  ): Promise<Statement>;
  /** Puts a draft in force in place of the one before; false when it is no draft any more. */
  release(id: string, by: PersonId, at: Instant, told: Told): Promise<boolean>;
  /** False when it is no draft any more. */
  discard(id: string, told: Told): Promise<boolean>;

  /** Takes down the audience, once: everyone not forgotten, as pending or as excluded with the reason. */
  prepare(id: string, at: Instant): Promise<void>;
  /** People who still wait, in order of id, after the given one. */
  pending(
    id: string,
    page: { readonly after?: PersonId; readonly limit: number },
  ): Promise<readonly PersonId[]>;
  /** True when the person has asked to be forgotten. */
  isForgotten(person: PersonId): Promise<boolean>;
  /** Notes what has become of it for a person; `delivered` is never taken back. */
  note(
    id: string,
    person: PersonId,
    outcome: {
      readonly status: 'delivered' | 'failed' | 'excluded';
      readonly reason?: string;
      readonly at: Instant;
    },
  ): Promise<void>;
  tally(id: string): Promise<Tally>;
  /** Sends messages without a change of state. */
  send(outgoing: readonly Outgoing[]): Promise<void>;
}

/** What a force did in a quarter. */
export interface Figures {
  /** Referrals handed to the force's teams. */
  readonly opened: number;
  readonly acknowledged: number;
  readonly contacted: number;
  readonly closed: number;
  /** Referrals whose time for acknowledgement or contact ran out in the quarter. */
  readonly overdue: number;
  /** Times a person of the force's area was shown how to report a crime or suspicious activity. */
  readonly reportsOffered: number;
}

/** Counts for the quarterly return. */
export interface FigureStore {
  /** From `from` up to but without `to`; what is overdue is judged at `now`. */
  figures(of: {
    readonly force: ForceId;
    readonly from: Instant;
    readonly to: Instant;
    readonly now: Instant;
  }): Promise<Figures>;
}

/** A force that returns can be asked for. */
export interface ReturningForce {
  readonly id: ForceId;
  readonly name: string;
}

/** Tells a person something outside a turn, once per key. */
export interface Courier {
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
