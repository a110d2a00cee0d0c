import type { Audience } from '../../domain/shared/audience.js';
import type { PersonId, TeamId } from '../../domain/shared/ids.js';
import type { Identity, Language, Person, PersonArea, RoleGrant } from '../../domain/shared/person.js';
import type { Instant } from '../../domain/shared/time.js';
import type { AreaDecision } from '../../domain/routing/area.js';

export interface NewPerson {
  readonly name: string;
  readonly email?: string;
  readonly audience: Audience;
  readonly language: Language;
  readonly area?: PersonArea;
}

export interface PersonChange {
  readonly email?: string;
  readonly audience?: Audience;
  readonly language?: Language;
  readonly area?: PersonArea;
  readonly vetted?: boolean;
}

/** People, how they are recognised, and what they may do. */
export interface PeopleStore {
  /** The person of the first identity that is known. */
  find(identities: readonly Identity[]): Promise<Person | undefined>;
  get(id: PersonId): Promise<Person | undefined>;
  /**
   * Takes a person down, or joins the identities to the person that one of them already names. A mail address
   * of a trusted domain makes the person vetted, if it is not somebody else's. Two at once make one person.
   */
  takeDown(person: NewPerson, identities: readonly Identity[], at: Instant): Promise<Person>;
  /** Throws for somebody who has been erased, and then writes nothing. */
  change(id: PersonId, change: PersonChange, at: Instant): Promise<Person>;
  /** Gives the role; the same again changes nothing. Throws for somebody who has been erased. */
  grant(id: PersonId, grant: RoleGrant, by: PersonId | 'system', at: Instant): Promise<'granted' | 'held'>;
  /** Takes back every grant of the role that fits the given region and force; how many there were. */
  revoke(id: PersonId, grant: RoleGrant, by: PersonId | 'system', at: Instant): Promise<number>;
  /** What is held about a person, in counts. */
  held(id: PersonId): Promise<Holdings>;
  /**
   * Removes name, address, identities, roles, links, chats, drafts and message texts, and withdraws what is still to
   * come; figures and the record stay without them. Twice is the same as once.
   */
  erase(id: PersonId, at: Instant): Promise<void>;
}

export interface Holdings {
  readonly registrations: number;
  readonly questions: number;
  readonly referrals: number;
}

/** Turns a typed place into a force. */
export interface AreaFinder {
  find(input: string): Promise<AreaDecision>;
  /** Whether the words name a place at all, without asking anybody outside. */
  knows(input: string): boolean;
}

/** Names of forces, for people to read. */
export interface ForceNames {
  nameOf(force: string): string;
}

/** A chat that a person or team can be reached in. */
export interface Reach {
  readonly conversationId: string;
  readonly reference: Readonly<Record<string, unknown>>;
}

export type Begun =
  { readonly kind: 'new' | 'under-way' } | { readonly kind: 'earlier'; readonly activityId: string };

/** Where people and teams are reached. */
export interface ReachStore {
  ofPerson(person: PersonId): Promise<Reach | undefined>;
  ofTeam(team: TeamId): Promise<Reach | undefined>;
  ofConversation(conversationId: string): Promise<Reach | undefined>;
  /** The team whose channel the conversation is. */
  teamOf(conversationId: string): Promise<TeamId | undefined>;
  mailOfTeam(team: TeamId): Promise<{ name: string; email?: string } | undefined>;
  gone(conversationId: string): Promise<void>;
  /**
   * Begins a notice: of several at once one gets `new`, the others `under-way`, until it is sent or given up, or two
   * minutes have gone by. `earlier` when it has been sent before, with the activity that it then became.
   */
  begin(key: string, at: Instant): Promise<Begun>;
  sent(key: string, at: Instant, activityId?: string): Promise<void>;
  /** Lets the next try of a notice begin at once; one that has been sent stays sent. */
  giveUp(key: string): Promise<void>;
  /** The activity that a notice became; undefined when it has not been sent. */
  earlier(key: string): Promise<string | undefined>;
}

/** Writes into a Teams conversation. `gone` when the app was taken out there. */
export interface ChatSender {
  send(
    reference: Readonly<Record<string, unknown>>,
    card: object,
  ): Promise<{ kind: 'sent'; activityId: string } | { kind: 'gone' }>;
  update(reference: Readonly<Record<string, unknown>>, activityId: string, card: object): Promise<void>;
}

export interface Mail {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** Sends one mail to one person. Throws when it was not taken; the job tries again. */
export interface Mailbox {
  send(mail: Mail): Promise<void>;
}

export interface TeamLinks {
  /** The page of a local team's referrals. */
  team(team: TeamId): Promise<string>;
}
