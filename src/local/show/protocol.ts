import type { ChatMessage, Meeting, TeamsConversation, TeamsEvent } from '../connector/types.js';
import type { SentMail } from '../outbox.js';
import type { WorldEntry } from './feed.js';
import type { LocalBriefing } from './stage.js';

/** A person as the page shows them. */
export interface ShownPerson {
  readonly key: string;
  readonly name: string;
  readonly caption: string;
  readonly email: string;
  readonly kind: 'member' | 'guest' | 'external' | 'anonymous';
  readonly objectId: string | null;
  readonly tenantId: string;
}

/** A chat command for the compose box's suggestions. */
export interface ShownCommand {
  readonly name: string;
  readonly usage: string;
  readonly description: string;
  readonly scopes: readonly string[];
  /** Keys of the people who may use it; absent: everybody. */
  readonly people?: readonly string[];
}

export interface Snapshot {
  readonly kind: 'snapshot';
  readonly now: string;
  readonly people: readonly ShownPerson[];
  readonly conversations: readonly TeamsConversation[];
  readonly messages: readonly ChatMessage[];
  readonly meetings: readonly Meeting[];
  readonly world: readonly WorldEntry[];
  readonly mails: readonly SentMail[];
  readonly commands: readonly ShownCommand[];
  readonly briefings: readonly LocalBriefing[];
  /** What the lead types in the tour. */
  readonly tourCommand: string;
}

/** What the page's event stream carries: a snapshot first, then each change. */
export type ShowEvent =
  | Snapshot
  | Exclude<TeamsEvent, { kind: 'call' }>
  | { readonly kind: 'world'; readonly entry: WorldEntry }
  | { readonly kind: 'mail'; readonly mail: SentMail }
  | { readonly kind: 'clock'; readonly now: string; readonly briefings: readonly LocalBriefing[] };
