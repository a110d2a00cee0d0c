import type { ChatMessage, Meeting, TeamsConversation } from '../../connector/types.js';
import type { SentMail } from '../../outbox.js';
import type { WorldEntry } from '../../show/feed.js';
import type { LocalBriefing } from '../../show/stage.js';
import type { ShowEvent, ShownCommand, ShownPerson } from '../../show/protocol.js';

/** Everything the page shows, as told by the server. */
export interface ShowState {
  readonly ready: boolean;
  /** The desk's clock less this browser's, in milliseconds. */
  readonly offset: number;
  readonly people: readonly ShownPerson[];
  readonly conversations: readonly TeamsConversation[];
  readonly messages: readonly ChatMessage[];
  readonly meetings: readonly Meeting[];
  readonly world: readonly WorldEntry[];
  readonly mails: readonly SentMail[];
  readonly commands: readonly ShownCommand[];
  readonly briefings: readonly LocalBriefing[];
  readonly tourCommand: string;
}

export const EMPTY: ShowState = {
  ready: false,
  offset: 0,
  people: [],
  conversations: [],
  messages: [],
  meetings: [],
  world: [],
  mails: [],
  commands: [],
  briefings: [],
  tourCommand: '',
};

const put = <Item extends { readonly id: unknown }>(list: readonly Item[], item: Item): readonly Item[] =>
  list.some((one) => one.id === item.id)
    ? list.map((one) => (one.id === item.id ? item : one))
    : [...list, item];

const offsetOf = (now: string): number => Date.parse(now) - Date.now();

/** The state after an event of the server's stream. */
export function reduce(state: ShowState, event: ShowEvent): ShowState {
  switch (event.kind) {
    case 'snapshot': {
      const { kind: _, now, ...rest } = event;
      return { ...state, ...rest, ready: true, offset: offsetOf(now) };
    }
    case 'conversation':
      return { ...state, conversations: put(state.conversations, event.conversation) };
    case 'meeting':
      return { ...state, meetings: put(state.meetings, event.meeting) };
    case 'message':
      return { ...state, messages: put(state.messages, event.message) };
    case 'deleted':
      return { ...state, messages: state.messages.filter((one) => one.id !== event.messageId) };
    case 'world':
      return { ...state, world: put(state.world, event.entry) };
    case 'mail':
      return { ...state, mails: put(state.mails, event.mail) };
    case 'clock':
      return { ...state, offset: offsetOf(event.now), briefings: event.briefings };
    case 'typing':
      return state;
  }
}
