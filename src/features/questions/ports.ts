import type { Briefing } from '../../domain/briefing/briefing.js';
import type { ContactLine } from '../../domain/guidance/contacts.js';
import type { Resource } from '../../domain/guidance/resource.js';
import type { CorrectingRole } from '../../domain/question/correction.js';
import type { Question } from '../../domain/question/question.js';
import type { NewReferral } from '../../domain/question/refer.js';
import type { ReferralStanding } from '../../domain/question/sentences.js';
import type {
  Considered,
  Decision,
  Route,
  SecondOpinion,
  TriageBriefing,
} from '../../domain/question/triage.js';
import type { ReferralDue } from '../../domain/routing/response-clock.js';
import type { BriefingCode, PersonId, QuestionId } from '../../domain/shared/ids.js';
import type { Person, PersonArea } from '../../domain/shared/person.js';
import type { Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';

/** What a change tells the record and the jobs; written with it or not at all. */
export interface Told {
  readonly record: readonly RecordEntry[];
  readonly outgoing: readonly Outgoing[];
}

/** Why triage decided as it did: rule, topic and signs. */
export interface Evidence {
  readonly rule?: string;
  readonly topic?: string;
  readonly words: readonly string[];
  /** The version of the model that decided. */
  readonly model?: string;
  /** What a second model made of it, where one was asked. */
  readonly second?: SecondOpinion;
}

/** A referral as its asker may know it, with its times. */
export interface ReferralStatus extends ReferralStanding {
  readonly due: ReferralDue;
}

/** What a person's questions need to know of them. */
export type Asker = Pick<Person, 'id' | 'audience' | 'language' | 'area'>;

/** Where a human sent a question that triage had sent elsewhere; who it was is not kept. */
export interface Correction {
  readonly route: Route;
  readonly role: CorrectingRole;
}

/** A moved question and what goes with it. */
export interface QuestionWrite {
  readonly question: Question;
  /** The presenter or moderator who moved it. */
  readonly by?: PersonId;
  readonly referral?: NewReferral;
  readonly correction?: Correction;
}

/** Keeps questions. */
export interface QuestionStore {
  /** Writes a new question with its referral, if it has one. A key that was used before gives the question of then. */
  add(
    write: {
      readonly question: Question;
      readonly deliveryKey: string;
      readonly evidence: Evidence;
      readonly referral?: NewReferral;
    },
    told: Told,
  ): Promise<{ readonly kind: 'added' } | { readonly kind: 'repeated'; readonly question: Question }>;
  /** Writes a moved question if the one before it still stands; false otherwise, and nothing is written. */
  move(write: QuestionWrite, told: Told): Promise<boolean>;
  /**
   * Moves the first, and with it those of the others that still stand as they were, all in one transaction; what has
   * changed meanwhile is left as it is and told nothing. False, and nothing is written, where the first has changed.
   */
  moveTogether(moves: readonly (QuestionWrite & { readonly told: Told })[]): Promise<boolean>;
  /** What may be grouped of a briefing's questions (see `mayBeGrouped`): open ones first, then the earliest. */
  groupable(code: BriefingCode): Promise<readonly Question[]>;
  find(id: QuestionId): Promise<Question | undefined>;
  /** The question if that person asked it. */
  findOwn(person: PersonId, id: QuestionId): Promise<Question | undefined>;
  /** The name of the presenter or moderator who moved it last. */
  decidedBy(id: QuestionId): Promise<string | undefined>;
  /** The newest first, of that person alone. */
  listOwn(
    person: PersonId,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{
    readonly total: number;
    readonly questions: readonly { readonly question: Question; readonly referral?: ReferralStatus }[];
  }>;
  referralOf(id: QuestionId): Promise<ReferralStatus | undefined>;
  /** A briefing's queue as presenters or moderators may see it: open ones first, the longest waiting first. */
  queue(
    code: BriefingCode,
    page: {
      readonly moderator: boolean;
      readonly offset: number;
      readonly limit: number;
      /** Left out, and not counted: they stand in another one's group. */
      readonly except?: readonly QuestionId[];
    },
  ): Promise<{ readonly total: number; readonly open: number; readonly questions: readonly Question[] }>;
  asker(person: PersonId): Promise<Asker | undefined>;
  /** Questions that wait for the area of that person. */
  waitingForArea(person: PersonId): Promise<readonly Question[]>;
  /** Everything a person has asked that is not yet forgotten. */
  allOf(person: PersonId): Promise<readonly Question[]>;
  /** Questions nobody decided in time, with whether their askers' areas are known; at most `limit`. */
  overdue(by: {
    readonly askedBackBefore: Instant;
    readonly areaBefore: Instant;
    readonly briefingsEndedBefore: Instant;
    readonly limit: number;
  }): Promise<readonly Question[]>;
}

/** A briefing as a question needs it, with the asker's own place in it. */
export interface BriefingContext {
  readonly briefing: Pick<
    Briefing,
    | 'code'
    | 'region'
    | 'status'
    | 'date'
    | 'time'
    | 'minutes'
    | 'startsAt'
    | 'endsAt'
    | 'openedAt'
    | 'closedAt'
    | 'presenters'
    | 'topics'
    | 'joinUrl'
  >;
  readonly registration?: 'waiting' | 'confirmed' | 'declined' | 'withdrawn';
}

/** Finds briefings. */
export interface Briefings {
  find(code: BriefingCode, person: PersonId): Promise<BriefingContext | undefined>;
  /** The published ones that are not long over, in order of start, each with that person's own place. */
  coming(person: PersonId, now: Instant): Promise<readonly BriefingContext[]>;
}

/** A message as triage reads it: no asker, no ids of theirs. */
export interface TriageMessage {
  readonly text: string;
  readonly briefing: TriageBriefing;
}

/** A decision as questions need it; what considerers need besides is there unless the model itself has failed. */
export type TriageDecision = Pick<Decision, 'kind' | 'route' | 'confidence' | 'why'> &
  Partial<Pick<Considered, 'probabilities' | 'danger' | 'second' | 'review'>>;

/** Decides where a message goes. */
export interface Triage {
  /** Which model decides: kept with the question, so that a correction can be laid at the right door. */
  readonly version?: string;
  /** Pure, at once; may throw only when its model is broken. */
  decide(message: TriageMessage): TriageDecision;
  /**
   * Looks closer at a message in which danger is not decided: a reading of our own, which may find danger, then whoever
   * else is to be heard where that is still unsure. Within four seconds and never throws: without either the decision
   * stands. No emergency is undone by it, and nothing goes to presenters that may be personal.
   */
  consider?(message: TriageMessage, decision: TriageDecision): Promise<TriageDecision>;
  /** Whether the words alone show danger, whatever the briefing. Pure and at once, so that it works with all else down. */
  isDanger(text: string): boolean;
}

/** Places people. */
export interface Areas {
  /** Sets the person's area from what they typed, or says what would settle it. */
  place(
    person: PersonId,
    typed: string,
    now: Instant,
  ): Promise<
    | { readonly kind: 'placed'; readonly area: PersonArea }
    | { readonly kind: 'ask'; readonly message: string; readonly suggestions?: readonly string[] }
  >;
}

/** The guidance library. */
export interface GuidanceLibrary {
  readonly lines: readonly ContactLine[];
  readonly resources: readonly Resource[];
}

/** Tells listeners that a briefing's queue has changed. */
export interface QueueEvents {
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(code: BriefingCode, listener: () => void): Promise<() => void>;
}

/** Runs something later; used to try again while the store is down. */
export interface Later {
  after(milliseconds: number, run: () => void): void;
}

/** An adaptive card as couriers carry it. */
export interface AdaptiveCardLike {
  readonly type: 'AdaptiveCard';
}

/** Something told outside a turn: once per key. */
export interface Notice {
  readonly key: string;
  readonly card: AdaptiveCardLike;
  readonly mail: { readonly subject: string; readonly text: string };
  readonly door: 'chat-first' | 'mail' | 'both';
}

/** Tells a person something outside a turn. */
export interface Courier {
  toPerson(person: PersonId, notice: Notice): Promise<void>;
}
