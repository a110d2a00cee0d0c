import type { Referral } from '../../domain/routing/referral.js';
import type { Audience } from '../../domain/shared/audience.js';
import type { ForceId, PersonId, QuestionId, ReferralId, TeamId } from '../../domain/shared/ids.js';
import type { Outgoing, RecordEntry } from '../../domain/shared/ports.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';

/** What a change tells the record and the jobs; written with it or not at all. */
export interface Told {
  readonly record: readonly RecordEntry[];
  readonly outgoing: readonly Outgoing[];
}

/** A card that was sent to a team's channel. */
export interface CardPlace {
  readonly conversationId: string;
  readonly activityId: string;
}

/** A referral with everything its local team needs; nobody else ever gets it. */
export interface ReferralDetails {
  readonly referral: Referral;
  readonly question: QuestionId;
  readonly force: ForceId;
  readonly teamName: string;
  readonly text: string;
  readonly person: {
    readonly id: PersonId;
    readonly name: string;
    readonly email?: string;
    readonly audience: Audience;
    readonly area?: string;
  };
  /** The card in the channel of the team that has it now. */
  readonly place?: CardPlace;
}

export type LateDeed = 'acknowledge' | 'contact';

/** How many referrals of a force are open and late. */
export interface ForceLoad {
  readonly force: ForceId;
  readonly open: number;
  readonly acknowledgeLate: number;
  readonly contactLate: number;
}

/** How many people of a force have and have not heard from their local team. */
export interface ForceContacts {
  readonly force: ForceId;
  readonly withContact: number;
  readonly without: number;
}

/** Keeps referrals. They are created with their question (see the questions feature). */
export interface ReferralStore {
  find(id: ReferralId): Promise<ReferralDetails | undefined>;
  findByQuestion(question: QuestionId): Promise<ReferralDetails | undefined>;
  /** The team's referrals that are open or ended after the moment, those due first at the front. */
  listOfTeam(team: TeamId, endedAfter: Instant): Promise<readonly ReferralDetails[]>;
  /** The person's own, the newest first. */
  listOfPerson(person: PersonId): Promise<readonly ReferralDetails[]>;
  /** Writes a moved referral if the one before it still stands; false otherwise, and nothing is written. */
  move(
    write: {
      readonly referral: Referral;
      readonly by: string;
      readonly at: Instant;
      /** Why it was closed without contact or passed on. */
      readonly reason?: string;
      /** The id of the line in the register of contacts, where contact was made. */
      readonly contactId?: string;
    },
    told: Told,
  ): Promise<boolean>;
  /** Remembers the card in a team's channel. */
  keepPlace(id: ReferralId, place: CardPlace): Promise<void>;
  /** The team whose channel that conversation is. */
  teamOfConversation(conversationId: string): Promise<TeamId | undefined>;
  /** What a team calls itself; its usual name where it has not said. */
  teamNamed(team: TeamId): Promise<string>;
  /** Referrals that became late and whose lateness was not told yet; at most `limit`. */
  newlyLate(
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly id: ReferralId; readonly what: LateDeed }[]>;
  /** Marks a lateness as told and sends what tells it, once; false when it was told before. */
  tellLate(late: { readonly id: ReferralId; readonly what: LateDeed }, told: Told): Promise<boolean>;
  leadsOf(region: RegionId): Promise<readonly PersonId[]>;
  /** The national coordinators, who answer for a region without a lead. */
  coordinators(): Promise<readonly PersonId[]>;
  loads(forces: readonly ForceId[], now: Instant): Promise<readonly ForceLoad[]>;
  contacts(forces: readonly ForceId[]): Promise<readonly ForceContacts[]>;
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

/** Tells people and teams something outside a turn. */
export interface Courier {
  toPerson(person: PersonId, notice: Notice): Promise<void>;
  /** Posts the card in the team's channel, or mails where it has none; a repeated key gives the same place. */
  toTeam(team: TeamId, notice: Notice): Promise<{ conversationId?: string; activityId?: string }>;
  /** Puts a newer card in the place of one sent earlier. */
  updateTeam(place: CardPlace, card: AdaptiveCardLike): Promise<void>;
}

/** Signed links: they expire, name one person or team, and can be revoked. */
export interface ReferralLinks {
  personal(person: PersonId): Promise<string>;
  /** A full URL to the referrals of that team alone. */
  team(team: TeamId): Promise<string>;
}
