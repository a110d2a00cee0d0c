import type { Instant } from '../../domain/shared/time.js';

/** Somebody in the stand-in's directory. `key` is the short name by which the page and the tests call them. */
export interface TeamsPerson {
  readonly key: string;
  readonly name: string;
  /** The id that bots see: `29:…`. */
  readonly mri: string;
  /** The Entra object id; absent for people who join without an account. */
  readonly objectId?: string;
  readonly tenantId: string;
  readonly email: string;
  readonly kind: 'member' | 'guest' | 'external' | 'anonymous';
  readonly locale: string;
}

interface Conversation {
  readonly id: string;
  /** True while the bot is a member: everything it sends to another conversation is refused. */
  readonly installed: boolean;
  /** The keys of the people in it. */
  readonly members: readonly string[];
  readonly title: string;
}

export interface PersonalChat extends Conversation {
  readonly kind: 'personal';
  readonly person: string;
}

export interface Channel extends Conversation {
  readonly kind: 'channel';
  readonly teamName: string;
  /** The team's thread id, `19:…@thread.tacv2`. */
  readonly teamId: string;
  readonly groupId: string;
}

export interface MeetingChat extends Conversation {
  readonly kind: 'meeting';
  readonly meetingId: string;
}

export type TeamsConversation = PersonalChat | Channel | MeetingChat;

export type MeetingRole = 'Organizer' | 'Presenter' | 'Attendee';

export interface Meeting {
  /** What `channelData.meeting.id` holds. */
  readonly id: string;
  readonly chatId: string;
  readonly title: string;
  readonly joinUrl: string;
  /** The Graph id of the online meeting. */
  readonly graphId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly state: 'scheduled' | 'running' | 'over';
  readonly roles: Readonly<Record<string, MeetingRole>>;
  readonly present: readonly string[];
}

export type CardContent = Readonly<Record<string, unknown>>;

/** One message as the clients show it. */
export interface ChatMessage {
  readonly id: string;
  readonly conversationId: string;
  /** In a channel: the id of the post that it answers. */
  readonly threadId?: string;
  /** A person's key, or `bot`. */
  readonly from: string;
  readonly at: Instant;
  readonly text: string;
  readonly format: 'plain' | 'markdown' | 'xml';
  readonly cards: readonly CardContent[];
  /** A targeted message: only this person sees it. */
  readonly onlyFor?: string;
  /** What a click gave one person instead of the cards that the others see. */
  readonly views: Readonly<Record<string, CardContent>>;
  /** What a click told one person. */
  readonly notices: Readonly<Record<string, { readonly kind: 'error' | 'text'; readonly text: string }>>;
  readonly suggestions: readonly string[];
  readonly edited: boolean;
}

/** A change that a client would notice, or a call that reached the connector. */
export type TeamsEvent =
  | { readonly kind: 'conversation'; readonly conversation: TeamsConversation }
  | { readonly kind: 'meeting'; readonly meeting: Meeting }
  | { readonly kind: 'message'; readonly change: 'added' | 'updated'; readonly message: ChatMessage }
  | { readonly kind: 'deleted'; readonly conversationId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly conversationId: string }
  | {
      readonly kind: 'call';
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly at: Instant;
    };

/** An activity as it travels; only the fields that the stand-in reads are named. */
export interface WireActivity {
  readonly type?: string;
  readonly id?: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly attachments?: readonly { readonly contentType?: string; readonly content?: unknown }[];
  readonly recipient?: { readonly id?: string; readonly aadObjectId?: string };
  readonly replyToId?: string;
  readonly suggestedActions?: {
    readonly actions?: readonly { readonly value?: unknown; readonly title?: string }[];
  };
  readonly [key: string]: unknown;
}
