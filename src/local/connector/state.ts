import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/shared/time.js';
import type {
  Channel,
  ChatMessage,
  Meeting,
  MeetingRole,
  TeamsConversation,
  TeamsEvent,
  TeamsPerson,
} from './types.js';

/** What the stand-in remembers: people, conversations, messages and meetings, in memory. */
export interface TeamsState {
  readonly people: () => readonly TeamsPerson[];
  readonly conversations: () => readonly TeamsConversation[];
  readonly meetings: () => readonly Meeting[];
  readonly messages: (conversationId: string) => readonly ChatMessage[];
  readonly person: (key: string) => TeamsPerson;
  /** Finds by key, `29:…` id, object id or mail address. */
  readonly findPerson: (id: string | undefined) => TeamsPerson | undefined;
  /** Finds by id; a channel's id may carry `;messageid=…`. */
  readonly findConversation: (id: string) => TeamsConversation | undefined;
  readonly findMeeting: (id: string) => Meeting | undefined;
  readonly findMessage: (conversationId: string, messageId: string) => ChatMessage | undefined;
  readonly addPerson: (person: TeamsPerson) => void;
  readonly putConversation: (conversation: TeamsConversation) => void;
  readonly putMeeting: (meeting: Meeting) => void;
  readonly addMessage: (message: NewMessage) => ChatMessage;
  readonly changeMessage: (message: ChatMessage) => void;
  readonly deleteMessage: (message: ChatMessage) => void;
}

export type NewMessage = Pick<ChatMessage, 'conversationId' | 'from' | 'text'> &
  Partial<Pick<ChatMessage, 'format' | 'cards' | 'onlyFor' | 'threadId' | 'suggestions'>>;

export const personalChatId = (key: string): string => `a:1-${key}`;
export const withoutThread = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? '';
export const threadOf = (conversationId: string): string | undefined =>
  conversationId.split(';messageid=')[1];

/** The ids of a meeting of that name, in the shape Teams gives them. */
export function meetingIds(name: string): { meetingId: string; chatId: string } {
  const chatId = `19:meeting_${Buffer.from(name).toString('hex')}@thread.v2`;
  return { chatId, meetingId: Buffer.from(`0#${chatId}#0`).toString('base64') };
}

/** A channel's ids, the same for the same name in every run. */
export function channelOf(input: {
  key: string;
  teamName: string;
  channelName: string;
  members: readonly string[];
}): Channel {
  return {
    kind: 'channel',
    id: `19:${input.key}-general@thread.tacv2`,
    teamId: `19:${input.key}@thread.tacv2`,
    groupId: `00000000-0000-4000-8000-${Buffer.from(input.key).toString('hex').padEnd(12, '0').slice(0, 12)}`,
    teamName: input.teamName,
    title: input.channelName,
    members: input.members,
    installed: true,
  };
}

export const roleIn = (meeting: Meeting, key: string): MeetingRole | undefined => meeting.roles[key];

/** Everything is replaced, never changed in place; each change is told to `onEvent`. */
export function createTeamsState(wiring: {
  people: readonly TeamsPerson[];
  now: () => Instant;
  onEvent: (event: TeamsEvent) => void;
}): TeamsState {
  const people = new Map(wiring.people.map((person) => [person.key, person]));
  const conversations = new Map<string, TeamsConversation>();
  const meetings = new Map<string, Meeting>();
  const messages = new Map<string, ChatMessage[]>();
  let lastId = Date.now();
  const nextId = (): string => String((lastId = Math.max(lastId + 1, Date.now())));
  const thread = (conversationId: string): ChatMessage[] => messages.get(withoutThread(conversationId)) ?? [];
  const tell = wiring.onEvent;

  return {
    people: () => [...people.values()],
    conversations: () => [...conversations.values()],
    meetings: () => [...meetings.values()],
    messages: thread,
    person(key) {
      const found = people.get(key);
      if (!found) throw new RangeError(`nobody here is called ${key}`);
      return found;
    },
    findPerson: (id) =>
      [...people.values()].find(
        (one) => id !== undefined && [one.key, one.mri, one.objectId, one.email].includes(id),
      ),
    findConversation: (id) => conversations.get(withoutThread(id)),
    findMeeting: (id) => meetings.get(id),
    findMessage: (conversationId, messageId) => thread(conversationId).find((one) => one.id === messageId),
    addPerson: (person) => void people.set(person.key, person),
    putConversation(conversation) {
      conversations.set(conversation.id, conversation);
      tell({ kind: 'conversation', conversation });
    },
    putMeeting(meeting) {
      meetings.set(meeting.id, meeting);
      tell({ kind: 'meeting', meeting });
    },
    addMessage(draft) {
      const threadId = draft.threadId ?? threadOf(draft.conversationId);
      const message: ChatMessage = {
        format: 'plain',
        cards: [],
        suggestions: [],
        ...draft,
        ...(threadId ? { threadId } : {}),
        id: nextId(),
        conversationId: withoutThread(draft.conversationId),
        at: wiring.now(),
        views: {},
        notices: {},
        edited: false,
      };
      messages.set(message.conversationId, [...thread(message.conversationId), message]);
      tell({ kind: 'message', change: 'added', message });
      return message;
    },
    changeMessage(message) {
      messages.set(
        message.conversationId,
        thread(message.conversationId).map((one) => (one.id === message.id ? message : one)),
      );
      tell({ kind: 'message', change: 'updated', message });
    },
    deleteMessage(message) {
      messages.set(
        message.conversationId,
        thread(message.conversationId).filter((one) => one.id !== message.id),
      );
      tell({ kind: 'deleted', conversationId: message.conversationId, messageId: message.id });
    },
  };
}

/** A fresh id for an activity that is no message. */
export const activityId = (): string => `f:${randomUUID()}`;
