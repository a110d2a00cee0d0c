import {
  frame,
  installationActivities,
  meetingActivity,
  messageActivity,
  participantActivity,
  type Sender,
} from './activities.js';
import { shownAfter, type CardClick } from './clicks.js';
import type { Deliver, Delivered } from './deliver.js';
import { activityId, meetingIds, personalChatId, threadOf } from './state.js';
import type { ChatMessage, Meeting, MeetingRole } from './types.js';
import type { Instant } from '../../domain/shared/time.js';

/** A briefing's meeting as the calendar knows it. */
export interface MeetingPlan {
  /** A short name that makes the ids; the briefing's code. */
  readonly name: string;
  readonly title: string;
  readonly joinUrl: string;
  readonly graphId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Who comes, by key. One of them should be the organiser. */
  readonly roles: Readonly<Record<string, MeetingRole>>;
}

/** What the people of the stand-in can do. Each promise ends when the bot has answered. */
export interface Clients {
  /** Types a message. In a shared conversation it reaches the bot only with a mention, as in Teams. */
  say(input: { person: string; conversationId: string; text: string; mention?: boolean }): Promise<Delivered>;
  /** Presses a card's button; the answer shows in the message. */
  click(input: {
    person: string;
    conversationId: string;
    messageId: string;
    action: CardClick;
  }): Promise<Delivered>;
  /** Adds the app for a person (1:1), or removes it. Answers the conversation's id. */
  install(person: string, action?: 'add' | 'remove'): Promise<string>;
  /** Puts the bot into a channel that the state knows, or takes it out. */
  installInChannel(channelId: string, person: string, action?: 'add' | 'remove'): Promise<void>;
  /** Makes the meeting's chat with the bot in it, if it is not there yet. */
  planMeeting(plan: MeetingPlan): Promise<Meeting>;
  startMeeting(meetingId: string): Promise<Meeting>;
  endMeeting(meetingId: string): Promise<Meeting>;
  join(meetingId: string, person: string, role?: MeetingRole): Promise<void>;
  leave(meetingId: string, person: string): Promise<void>;
}

export function createClients(sender: Sender, deliver: Deliver): Clients {
  return {
    say: (input) => say(sender, deliver, input),
    click: (input) => click(sender, deliver, input),
    install: (person, action = 'add') => install(sender, deliver, { person, action }),
    installInChannel: (channelId, person, action = 'add') =>
      putIn(sender, deliver, { conversationId: channelId, person, action }),
    planMeeting: (plan) => planMeeting(sender, deliver, plan),
    startMeeting: (id) => turn(sender, deliver, { id, change: 'Start' }),
    endMeeting: (id) => turn(sender, deliver, { id, change: 'End' }),
    join: (id, person, role) =>
      attend(sender, deliver, { id, person, change: 'Join', ...(role ? { role } : {}) }),
    leave: (id, person) => attend(sender, deliver, { id, person, change: 'Leave' }),
  };
}

async function say(
  sender: Sender,
  deliver: Deliver,
  input: { person: string; conversationId: string; text: string; mention?: boolean },
): Promise<Delivered> {
  const conversation = known(sender, input.conversationId);
  const person = sender.state.person(input.person);
  const mention = conversation.kind !== 'personal' && input.mention === true;
  const shown = mention ? `**Briefing Desk** ${input.text}` : input.text;
  const format = mention ? 'markdown' : 'plain';
  const message = sender.state.addMessage({
    conversationId: input.conversationId,
    from: input.person,
    text: shown,
    format,
  });
  if (conversation.kind !== 'personal' && !mention) return { status: 202, body: undefined };
  const conversationId = conversation.kind === 'channel' ? inThread(message) : conversation.id;
  const base = frame(sender, { person, conversationId, id: message.id });
  return deliver(messageActivity(base, { text: input.text, mention, botId: sender.botId }));
}

async function click(
  sender: Sender,
  deliver: Deliver,
  input: { person: string; conversationId: string; messageId: string; action: CardClick },
): Promise<Delivered> {
  const conversation = known(sender, input.conversationId);
  const message = sender.state.findMessage(conversation.id, input.messageId);
  if (!message) throw new RangeError('that message is not there any more');
  const conversationId = conversation.kind === 'channel' ? inThread(message) : conversation.id;
  const base = frame(sender, { person: sender.state.person(input.person), conversationId, id: activityId() });
  const { type, title, id, verb, data = {} } = input.action;
  if (type === 'Action.Submit') {
    return deliver({ ...base, type: 'message', replyToId: message.id, value: data });
  }
  const action = { type, ...(title ? { title } : {}), ...(id ? { id } : {}), verb, data };
  const delivered = await deliver({
    ...base,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message.id,
    value: { action, trigger: 'manual' },
  });
  // The bot may have changed or deleted the message meanwhile; what it is now counts.
  const current = sender.state.findMessage(conversation.id, message.id);
  if (current)
    sender.state.changeMessage(
      shownAfter({ message: current, person: input.person, conversation }, delivered),
    );
  return delivered;
}

async function install(
  sender: Sender,
  deliver: Deliver,
  input: { person: string; action: 'add' | 'remove' },
): Promise<string> {
  const conversationId = personalChatId(input.person);
  if (!sender.state.findConversation(conversationId)) {
    const title = 'Briefing Desk';
    const { person } = input;
    sender.state.putConversation({
      kind: 'personal',
      id: conversationId,
      person,
      members: [person],
      title,
      installed: false,
    });
  }
  await putIn(sender, deliver, { ...input, conversationId });
  return conversationId;
}

async function putIn(
  sender: Sender,
  deliver: Deliver,
  input: { conversationId: string; person: string; action: 'add' | 'remove' },
): Promise<void> {
  const conversation = known(sender, input.conversationId);
  sender.state.putConversation({ ...conversation, installed: input.action === 'add' });
  const person = sender.state.person(input.person);
  const base = frame(sender, { person, conversationId: conversation.id, id: activityId() });
  for (const activity of installationActivities(base, { botId: sender.botId, action: input.action }))
    await deliver(activity);
}

async function planMeeting(sender: Sender, deliver: Deliver, plan: MeetingPlan): Promise<Meeting> {
  const { chatId, meetingId } = meetingIds(plan.name);
  const existing = sender.state.findMeeting(meetingId);
  if (existing) return existing;
  const { name: _, ...rest } = plan;
  const meeting: Meeting = { ...rest, id: meetingId, chatId, state: 'scheduled', present: [] };
  const members = Object.keys(plan.roles);
  sender.state.putConversation({
    kind: 'meeting',
    id: chatId,
    meetingId,
    title: plan.title,
    members,
    installed: false,
  });
  sender.state.putMeeting(meeting);
  await putIn(sender, deliver, { conversationId: chatId, person: leaderOf(meeting), action: 'add' });
  return meeting;
}

async function turn(
  sender: Sender,
  deliver: Deliver,
  input: { id: string; change: 'Start' | 'End' },
): Promise<Meeting> {
  const before = knownMeeting(sender, input.id);
  const meeting: Meeting = { ...before, state: input.change === 'Start' ? 'running' : 'over', present: [] };
  sender.state.putMeeting(meeting);
  const base = frame(sender, {
    person: sender.state.person(leaderOf(meeting)),
    conversationId: meeting.chatId,
    id: activityId(),
  });
  await deliver(meetingActivity(base, meeting, input.change));
  if (input.change === 'Start') {
    for (const person of Object.keys(meeting.roles))
      await attend(sender, deliver, { id: meeting.id, person, change: 'Join' });
  }
  return knownMeeting(sender, input.id);
}

async function attend(
  sender: Sender,
  deliver: Deliver,
  input: { id: string; person: string; change: 'Join' | 'Leave'; role?: MeetingRole },
): Promise<void> {
  const meeting = knownMeeting(sender, input.id);
  const person = sender.state.person(input.person);
  const others = meeting.present.filter((key) => key !== input.person);
  const role = input.role ?? meeting.roles[input.person] ?? 'Attendee';
  const changed: Meeting = {
    ...meeting,
    roles: { ...meeting.roles, [input.person]: role },
    present: input.change === 'Join' ? [...others, input.person] : others,
  };
  sender.state.putMeeting(changed);
  addToChat(sender, meeting.chatId, input.person);
  await deliver(
    participantActivity(fromLeader(sender, changed), { person, meeting: changed, change: input.change }),
  );
}

// Teams names the organiser, not the joiner, as the sender when somebody without an account joins.
const fromLeader = (sender: Sender, meeting: Meeting): ReturnType<typeof frame> =>
  frame(sender, {
    person: sender.state.person(leaderOf(meeting)),
    conversationId: meeting.chatId,
    id: activityId(),
  });

function addToChat(sender: Sender, chatId: string, person: string): void {
  const chat = known(sender, chatId);
  if (!chat.members.includes(person))
    sender.state.putConversation({ ...chat, members: [...chat.members, person] });
}

function known(
  sender: Sender,
  conversationId: string,
): NonNullable<ReturnType<Sender['state']['findConversation']>> {
  const conversation = sender.state.findConversation(conversationId);
  if (!conversation) throw new RangeError(`there is no conversation ${conversationId}`);
  return conversation;
}

function knownMeeting(sender: Sender, id: string): Meeting {
  const meeting = sender.state.findMeeting(id);
  if (!meeting) throw new RangeError(`there is no meeting ${id}`);
  return meeting;
}

function leaderOf(meeting: Meeting): string {
  const keys = Object.keys(meeting.roles);
  const leader = keys.find((key) => meeting.roles[key] === 'Organizer') ?? keys[0];
  if (!leader) throw new RangeError('a meeting needs somebody in it');
  return leader;
}

const inThread = (message: ChatMessage): string =>
  `${message.conversationId};messageid=${message.threadId ?? threadOf(message.conversationId) ?? message.id}`;
