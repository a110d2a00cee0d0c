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
   * Takes a person down, or joins the identities to the person that one of them already names. A mail address known
   * as a trusted domain makes the person vetted. Two at once make one person.
   */
  takeDown(person: NewPerson, identities: readonly Identity[], at: Instant): Promise<Person>;
  change(id: PersonId, change: PersonChange, at: Instant): Promise<Person>;
  /** Gives the role; the same again changes nothing. */
  grant(id: PersonId, grant: RoleGrant, by: PersonId | 'system', at: Instant): Promise<'granted' | 'held'>;
  /** Takes back every grant of the role that fits the given region and force; how many there were. */
  revoke(id: PersonId, grant: RoleGrant, by: PersonId | 'system', at: Instant): Promise<number>;
  /** What is held about a person, in counts. */
  held(id: PersonId): Promise<Holdings>;
  /** Removes name, address, identities, links, chats and message texts; figures and the record stay without them. */
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

/** Where people and teams are reached. */
export interface ReachStore {
  ofPerson(person: PersonId): Promise<Reach | undefined>;
  ofTeam(team: TeamId): Promise<Reach | undefined>;
  ofConversation(conversationId: string): Promise<Reach | undefined>;
  /** The team whose channel the conversation is. */
  teamOf(conversationId: string): Promise<TeamId | undefined>;
  mailOfTeam(team: TeamId): Promise<{ name: string; email?: string } | undefined>;
  gone(conversationId: string): Promise<void>;
  /** Begins a notice; `earlier` when it has been sent before, with the activity that it then became. */
  begin(key: string, at: Instant): Promise<{ kind: 'new' } | { kind: 'earlier'; activityId: string }>;
  sent(key: string, at: Instant, activityId?: string): Promise<void>;
}

/** Writes into a Teams conversation. `gone` when the app was taken out there. */
export interface ChatSender {
  send(reference: Readonly<Record<string, unknown>>, card: object): Promise<{ kind: 'sent'; activityId: string } | { kind: 'gone' }>;
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
