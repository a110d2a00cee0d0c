import {
  created,
  notFound,
  notInRoster,
  notInstalled,
  ok,
  refused,
  tooMany,
  type Answer,
} from './answers.js';
import type { Meter } from './limits.js';
import { personalChatId, withoutThread, type TeamsState } from './state.js';
import type { TeamsConversation, TeamsEvent, WireActivity } from './types.js';
import { countedBytes, MESSAGE_LIMIT_BYTES, participantEntry, rosterEntry, shownBy } from './wire.js';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body as sent; empty when there is none. */
  readonly raw: string;
}

export interface Routing {
  readonly state: TeamsState;
  readonly meter: Meter;
  readonly tenantId: string;
  readonly tell: (event: TeamsEvent) => void;
}

type Handler = (routing: Routing, request: Request, parts: readonly string[]) => Answer;

const TABLE: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['POST', /^\/v3\/conversations$/, openConversation],
  ['POST', /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/, send],
  ['PUT', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, update],
  ['DELETE', /^\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, remove],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members$/, members],
  ['GET', /^\/v3\/conversations\/([^/]+)\/pagedmembers$/i, pagedMembers],
  ['GET', /^\/v3\/conversations\/([^/]+)\/members\/([^/]+)$/, member],
  ['GET', /^\/v1\/meetings\/([^/]+)$/, meetingDetails],
  ['GET', /^\/v1\/meetings\/([^/]+)\/participants\/([^/]+)$/, participant],
  ['POST', /^\/v1\/meetings\/([^/]+)\/notification$/, notify],
];

/** Answers one call of the bot as Teams' connector would. */
export function answer(routing: Routing, request: Request): Answer {
  for (const [method, path, handler] of TABLE) {
    const match = method === request.method ? path.exec(request.path) : null;
    if (match)
      return handler(
        routing,
        request,
        match.slice(1).map((part) => decodeURIComponent(part)),
      );
  }
  return notFound.route();
}

const parse = (raw: string): WireActivity => JSON.parse(raw) as WireActivity;

function openConversation(routing: Routing, request: Request): Answer {
  const wanted = JSON.parse(request.raw) as {
    isGroup?: boolean;
    members?: readonly { id?: string }[];
    activity?: WireActivity;
    channelData?: { channel?: { id?: string }; teamsChannelId?: string };
  };
  const channelId = wanted.channelData?.channel?.id ?? wanted.channelData?.teamsChannelId;
  if (channelId) return openThread(routing, channelId, wanted.activity);
  const person = routing.state.findPerson(wanted.members?.[0]?.id);
  if (!person) return refused(400, 'BadSyntax', 'Bad format of conversation ID: the member is not known.');
  if (person.kind === 'anonymous') {
    return refused(400, 'BadArgument', 'Bot cannot create a conversation with an anonymous user.');
  }
  const id = personalChatId(person.key);
  const wait = routing.meter('send', id);
  if (wait > 0) return tooMany(wait);
  if (!routing.state.findConversation(id)?.installed) return notInstalled();
  return created({
    id,
    ...(wanted.activity
      ? { activityId: post(routing, { conversationId: id, activity: wanted.activity }).id }
      : {}),
  });
}

function openThread(routing: Routing, channelId: string, activity: WireActivity | undefined): Answer {
  const refusal = mayWrite(routing, channelId);
  if (refusal) return refusal;
  if (!activity) return refused(400, 'BadArgument', 'A new channel thread needs an activity.');
  const message = post(routing, { conversationId: withoutThread(channelId), activity });
  return created({ id: `${message.conversationId};messageid=${message.id}`, activityId: message.id });
}

function send(routing: Routing, request: Request, [conversationId = '']: readonly string[]): Answer {
  if (countedBytes(request.raw) > MESSAGE_LIMIT_BYTES) {
    return refused(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  const refusal = mayWrite(routing, conversationId);
  if (refusal) return refusal;
  const activity = parse(request.raw);
  if (activity.type === 'typing') {
    routing.tell({ kind: 'typing', conversationId: withoutThread(conversationId) });
    return created({ id: '' });
  }
  if (request.query.get('isTargetedActivity') !== 'true')
    return created({ id: post(routing, { conversationId, activity }).id });
  return sendTargeted(routing, conversationId, activity);
}

function sendTargeted(routing: Routing, conversationId: string, activity: WireActivity): Answer {
  const conversation = routing.state.findConversation(conversationId);
  const person = routing.state.findPerson(activity.recipient?.id ?? activity.recipient?.aadObjectId);
  if (conversation?.kind === 'personal') {
    return refused(400, 'BadArgument', 'Targeted messages are not supported in one-on-one chats.');
  }
  if (!person || !conversation?.members.includes(person.key)) {
    return refused(
      400,
      'BadArgument',
      'The recipient of a targeted message must be a member of the conversation.',
    );
  }
  return created({ id: post(routing, { conversationId, activity, onlyFor: person.key }).id });
}

function post(
  routing: Routing,
  sent: { readonly conversationId: string; readonly activity: WireActivity; readonly onlyFor?: string },
): { id: string; conversationId: string } {
  const { conversationId, activity, onlyFor } = sent;
  return routing.state.addMessage({
    conversationId,
    from: 'bot',
    ...shownBy(activity),
    ...(onlyFor ? { onlyFor } : {}),
  });
}

function update(
  routing: Routing,
  request: Request,
  [conversationId = '', messageId = '']: readonly string[],
): Answer {
  if (countedBytes(request.raw) > MESSAGE_LIMIT_BYTES) {
    return refused(413, 'MessageSizeTooBig', 'Message size too large.');
  }
  const refusal = mayWrite(routing, conversationId);
  if (refusal) return refusal;
  const message = routing.state.findMessage(conversationId, messageId);
  if (!message || message.from !== 'bot') return notFound.message();
  routing.state.changeMessage({
    ...message,
    ...shownBy(parse(request.raw)),
    views: {},
    notices: {},
    edited: true,
  });
  return ok({ id: messageId });
}

function remove(
  routing: Routing,
  _request: Request,
  [conversationId = '', messageId = '']: readonly string[],
): Answer {
  const refusal = mayWrite(routing, conversationId);
  if (refusal) return refusal;
  const message = routing.state.findMessage(conversationId, messageId);
  if (!message || message.from !== 'bot') return notFound.message();
  routing.state.deleteMessage(message);
  return { status: 200 };
}

function mayWrite(routing: Routing, conversationId: string): Answer | undefined {
  const conversation = routing.state.findConversation(conversationId);
  if (!conversation) return notFound.conversation();
  const wait = routing.meter('send', conversation.id);
  if (wait > 0) return tooMany(wait);
  if (conversation.installed) return undefined;
  return conversation.kind === 'personal' ? notInstalled() : notInRoster();
}

function readable(routing: Routing, conversationId: string): TeamsConversation | Answer {
  const conversation = routing.state.findConversation(conversationId);
  if (!conversation) return notFound.conversation();
  const wait = routing.meter('read', conversation.id);
  if (wait > 0) return tooMany(wait);
  return conversation.installed ? conversation : notInRoster();
}

const roster = (routing: Routing, conversation: TeamsConversation): readonly unknown[] =>
  conversation.members.map((key) => rosterEntry(routing.state.person(key)));

function members(routing: Routing, _request: Request, [conversationId = '']: readonly string[]): Answer {
  const found = readable(routing, conversationId);
  return 'status' in found ? found : ok(roster(routing, found));
}

function pagedMembers(routing: Routing, request: Request, [conversationId = '']: readonly string[]): Answer {
  const found = readable(routing, conversationId);
  if ('status' in found) return found;
  const size = Math.min(500, Math.max(1, Number(request.query.get('pageSize') ?? 200) || 200));
  const from = Number(request.query.get('continuationToken') ?? 0) || 0;
  const all = roster(routing, found);
  const more = from + size < all.length ? { continuationToken: String(from + size) } : {};
  return ok({ members: all.slice(from, from + size), ...more });
}

function member(
  routing: Routing,
  _request: Request,
  [conversationId = '', id = '']: readonly string[],
): Answer {
  const found = readable(routing, conversationId);
  if ('status' in found) return found;
  const person = routing.state.findPerson(id);
  return person && found.members.includes(person.key) ? ok(rosterEntry(person)) : notFound.member();
}

function meetingDetails(routing: Routing, _request: Request, [id = '']: readonly string[]): Answer {
  const meeting = routing.state.findMeeting(id);
  if (!meeting) return notFound.meeting();
  const chat = readable(routing, meeting.chatId);
  if ('status' in chat) return chat;
  const organiser = Object.keys(meeting.roles).find((key) => meeting.roles[key] === 'Organizer');
  const person = organiser ? routing.state.findPerson(organiser) : undefined;
  return ok({
    details: {
      id: meeting.id,
      msGraphResourceId: meeting.graphId,
      scheduledStartTime: meeting.startsAt,
      scheduledEndTime: meeting.endsAt,
      joinUrl: meeting.joinUrl,
      title: meeting.title,
      type: 'Scheduled',
    },
    conversation: { isGroup: true, conversationType: 'groupChat', id: meeting.chatId },
    organizer: person
      ? {
          id: person.mri,
          aadObjectId: person.objectId,
          objectId: person.objectId,
          tenantId: person.tenantId,
          name: person.name,
        }
      : { id: '29:organiser', tenantId: routing.tenantId },
  });
}

function participant(
  routing: Routing,
  _request: Request,
  [id = '', objectId = '']: readonly string[],
): Answer {
  const meeting = routing.state.findMeeting(id);
  if (!meeting) return notFound.meeting();
  const chat = readable(routing, meeting.chatId);
  if ('status' in chat) return chat;
  const person = routing.state.people().find((one) => one.objectId === objectId);
  const role = person && meeting.roles[person.key];
  if (!person || !role) return notFound.member();
  return ok(
    participantEntry({
      person,
      role,
      inMeeting: meeting.present.includes(person.key),
      chatId: meeting.chatId,
    }),
  );
}

function notify(routing: Routing, request: Request, [id = '']: readonly string[]): Answer {
  const meeting = routing.state.findMeeting(id);
  if (!meeting) return notFound.meeting();
  const refusal = mayWrite(routing, meeting.chatId);
  if (refusal) return refusal;
  const wanted = JSON.parse(request.raw) as { type?: string; value?: { recipients?: readonly string[] } };
  const recipients = wanted.value?.recipients ?? [];
  if (wanted.type !== 'targetedMeetingNotification' || recipients.length === 0 || recipients.length > 50) {
    return refused(400, 'BadRequest', 'A targeted meeting notification needs between 1 and 50 recipients.');
  }
  const absent = recipients.filter((one) => {
    const person = routing.state.findPerson(one);
    return !person || !meeting.present.includes(person.key);
  });
  if (absent.length === 0) return { status: 202, body: {} };
  const failures = absent.map((recipientMri) => ({
    recipientMri,
    errorCode: 'MemberNotFoundInConversation',
    failureReason: 'The recipient is not in the meeting.',
  }));
  return { status: 207, body: { recipientsFailureInfo: failures } };
}
