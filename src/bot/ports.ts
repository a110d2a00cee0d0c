import type { BriefingCode, PersonId } from '../domain/shared/ids.js';
import type { Person } from '../domain/shared/person.js';
import type { Instant } from '../domain/shared/time.js';
import type { AdaptiveCard, Scope } from './kit.js';

/** What an activity says of its sender. */
export interface Sender {
  /** The channel's own id of the account, `29:…`. */
  readonly channelId: string;
  readonly tenant?: string;
  readonly objectId?: string;
  readonly name: string;
}

/** Knows the people that speak. */
export interface Directory {
  /**
   * The person behind the sender; somebody new is taken down as an attendee.
   * `mail` finds the sender's address and is only called for somebody new.
   */
  recognise(sender: Sender, mail: () => Promise<string | undefined>): Promise<Person>;
}

/** A place the bot can write to later. `reference` is a Bot Framework conversation reference. */
export interface Place {
  readonly conversationId: string;
  readonly scope: Scope;
  readonly person?: PersonId;
  readonly reference: Readonly<Record<string, unknown>>;
}

/** Remembers where people, meetings and teams are reached. */
export interface Places {
  /** Keeps the place; the same place again changes nothing. */
  remember(place: Place, at: Instant): Promise<void>;
  /** The briefing whose meeting chat this conversation is, if it is one. */
  briefingOf(conversationId: string): Promise<BriefingCode | undefined>;
  /** Stops writing there: the app was taken out. */
  forget(conversationId: string): Promise<void>;
}

/** A meeting that started or ended. */
export interface MeetingEvent {
  readonly kind: 'started' | 'ended';
  readonly meetingId?: string;
  readonly joinUrl?: string;
  readonly conversationId: string;
  readonly at: Instant;
}

/** A message of danger, answered before anything else was done. */
export interface Alarm {
  readonly sender: Sender;
  readonly text: string;
  readonly conversationId: string;
  readonly deliveryKey: string;
  readonly at: Instant;
  /** The sender's address, asked for while the turn could still ask. */
  readonly mail: () => Promise<string | undefined>;
}

/** What the turn pipeline needs of the features. */
export interface TurnPorts {
  readonly directory: Directory;
  readonly places: Places;
  /** True when the words tell of danger now; pure and at once. */
  readonly isDanger: (text: string) => boolean;
  /** Keeps an alarm that has been answered already; called after the answer, may fail. */
  readonly keepAlarm: (alarm: Alarm) => Promise<void>;
  readonly onMeeting: (event: MeetingEvent) => Promise<void>;
  readonly now: () => Instant;
  readonly log: BotLog;
}

/** Ids and codes only: never a name, never a message. */
export interface BotLog {
  warn(fields: Readonly<Record<string, string | number>>, message: string): void;
  error(fields: Readonly<Record<string, string | number>>, message: string): void;
}

/** Writes to people outside a turn. */
export interface Chat {
  /** Sends a card to that place; the activity's id. Throws `ChatFault` when the place cannot be reached. */
  send(reference: Readonly<Record<string, unknown>>, card: AdaptiveCard): Promise<{ activityId: string }>;
  /** Replaces a card sent earlier. */
  update(reference: Readonly<Record<string, unknown>>, activityId: string, card: AdaptiveCard): Promise<void>;
}
