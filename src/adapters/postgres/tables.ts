import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';

/** Timestamps come back as `Date`, go in as ISO text. */
type At = ColumnType<Date, string, string>;
type AtOrNull = ColumnType<Date | null, string | null | undefined, string | null>;
/** Columns of type jsonb: written as JSON text, read parsed. */
type Json<T> = ColumnType<T, string, string>;

export interface PeopleTable {
  id: string;
  name: string;
  email: string | null;
  audience: string;
  language: Generated<string>;
  area_kind: string | null;
  area_name: string | null;
  force: string | null;
  region: string | null;
  vetted: Generated<boolean>;
  erased_at: AtOrNull;
  created_at: At;
}

export interface IdentitiesTable {
  /** `entra`, `channel` or `email`. */
  kind: string;
  /** The tenant for `entra`, otherwise the empty text. */
  tenant: string;
  value: string;
  person_id: string;
}

export interface RolesTable {
  id: Generated<number>;
  person_id: string;
  role: string;
  region: string | null;
  force: string | null;
  team: string | null;
  granted_at: At;
}

export interface TrustedDomainsTable {
  domain: string;
}

/** Where the bot reaches a person, a meeting or a team. */
export interface ConversationsTable {
  conversation_id: string;
  /** `personal`, `meeting` or `channel`. */
  kind: string;
  person_id: string | null;
  team: string | null;
  briefing_code: string | null;
  /** A Bot Framework conversation reference. */
  reference: Json<Record<string, unknown>>;
  updated_at: At;
}

export interface DraftsTable {
  id: string;
  person_id: string;
  kind: string;
  payload: Json<Record<string, unknown>>;
  /** `open`, `used` or `discarded`. */
  status: string;
  created_at: At;
}

export interface BriefingsTable {
  code: string;
  region: string;
  year: number;
  local_date: string;
  local_time: string;
  minutes: number;
  starts_at: At;
  ends_at: At;
  /** `creating`, `published`, `held_back`, `cancelled`. */
  status: string;
  status_reason: string | null;
  /** Counts moves; part of the calendar event's transaction id. */
  revision: number;
  presenters: Json<readonly string[]>;
  topics: Json<readonly { title: string; summary: string }[]>;
  organiser: string | null;
  event_id: string | null;
  online_meeting_id: string | null;
  join_url: string | null;
  /** Set by the meeting's start and end events. */
  opened_at: AtOrNull;
  closed_at: AtOrNull;
  created_by: string | null;
  created_at: At;
  version: Generated<number>;
}

export interface RegistrationsTable {
  id: string;
  person_id: string;
  briefing_code: string;
  /** `waiting`, `confirmed`, `declined`, `withdrawn`. */
  status: string;
  decided_by: string | null;
  /** The start that the person has been reminded of. */
  reminded_for: AtOrNull;
  created_at: At;
  updated_at: At;
  version: Generated<number>;
}

export interface QuestionsTable {
  id: string;
  person_id: string;
  briefing_code: string | null;
  text: string;
  /** `personal`, `meeting`, `panel`, `link`. */
  door: string;
  /** Same key, same question: a repeated delivery changes nothing. */
  delivery_key: string;
  route: string;
  confidence: number;
  /** See `domain/question/state.ts`. */
  state: string;
  state_reason: string | null;
  /** Found fit for presenters; see `domain/question/visibility.ts`. */
  cleared: Generated<boolean>;
  /** A presenter has said that it is not what others asked; see `domain/question/question-groups.ts`. */
  apart: Generated<boolean>;
  /** The presenter or moderator who moved it last. */
  decided_by: string | null;
  /** The decision's evidence: rule, topic, words; no message text. */
  evidence: Json<Record<string, unknown>>;
  created_at: At;
  updated_at: At;
  version: Generated<number>;
}

/** Where a human sent a question that triage had sent elsewhere. The words stay with the question, and go with it. */
export interface CorrectionsTable {
  id: Generated<string>;
  question_id: string;
  route: string;
  /** `asker`, `presenter` or `moderator`; never who. */
  role: string;
  /** The topics of the briefing at that time. */
  topics: Json<readonly { title: string; summary: string }[]>;
  at: At;
}

export interface ReferralsTable {
  id: string;
  question_id: string;
  person_id: string;
  team: string;
  force: string;
  state: string;
  acknowledge_due: At;
  contact_due: At;
  acknowledged_at: AtOrNull;
  contacted_at: AtOrNull;
  closed_at: AtOrNull;
  handled_by: string | null;
  outcome: string | null;
  /** The card in the team's channel, to be kept up to date. */
  activity_id: string | null;
  conversation_id: string | null;
  /** The last lateness that was told: `acknowledge` or `contact`. */
  late_told: string | null;
  created_at: At;
  version: Generated<number>;
}

export interface TeamsTable {
  id: string;
  force: string;
  /** `neighbourhood` or `adviser`. */
  kind: string;
  name: string;
  email: string | null;
}

export interface ContactsTable {
  id: string;
  person_id: string;
  team: string;
  /** How contact was made: `referral` or `said`. */
  how: string;
  at: At;
  recorded_by: string;
}

export interface StatementsTable {
  id: string;
  version: number;
  title: string;
  body: string;
  /** `draft`, `released`, `superseded`, `discarded`. */
  status: string;
  drafted_by: string;
  released_by: string | null;
  created_at: At;
  released_at: AtOrNull;
}

/** What has become of a statement for each person of its audience. */
export interface CirculationsTable {
  statement_id: string;
  person_id: string;
  /** `pending`, `delivered`, `failed`, `excluded`. */
  status: string;
  /** Why it failed or why the person is left out; a code. */
  reason: string | null;
  updated_at: At;
}

export interface LinksTable {
  id: string;
  purpose: string;
  person_id: string | null;
  team: string | null;
  expires_at: At;
  revoked_at: AtOrNull;
  created_at: At;
}

export interface SecretsTable {
  name: string;
  value: string;
}

export interface RecordTable {
  /** int8: the server's driver gives text, the embedded engine a number. */
  seq: ColumnType<number | string, never, never>;
  at: At;
  subject: string;
  subject_id: string;
  event: string;
  actor: string;
  data: Json<Record<string, unknown>>;
  previous: string;
  hash: string;
}

/** Lines on their way to the record; the commit empties it. */
export interface RecordInboxTable {
  id: Generated<number>;
  at: At;
  subject: string;
  subject_id: string;
  event: string;
  actor: string;
  data: Json<Record<string, unknown>>;
  /** SHA-256 of the line itself; the link to the line before is made behind the commit. */
  digest: string;
}

export interface MailsTable {
  /** Same key, same mail: sent once. */
  key: string;
  sent_at: AtOrNull;
  /** The activity, where it went into a chat. */
  activity_id: string | null;
  created_at: At;
}

/** Every table of the service. */
export interface Tables {
  people: PeopleTable;
  identities: IdentitiesTable;
  roles: RolesTable;
  trusted_domains: TrustedDomainsTable;
  conversations: ConversationsTable;
  drafts: DraftsTable;
  briefings: BriefingsTable;
  registrations: RegistrationsTable;
  questions: QuestionsTable;
  corrections: CorrectionsTable;
  referrals: ReferralsTable;
  teams: TeamsTable;
  contacts: ContactsTable;
  statements: StatementsTable;
  circulations: CirculationsTable;
  links: LinksTable;
  secrets: SecretsTable;
  record: RecordTable;
  record_inbox: RecordInboxTable;
  mails: MailsTable;
}

/** The query builder over every table. */
export type Db = Kysely<Tables>;
/** The same within a transaction. */
export type Tx = Transaction<Tables>;
