import type { CardContent, ChatMessage, MeetingRole, TeamsPerson, WireActivity } from './types.js';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** The longest message that Teams takes, in bytes of UTF-16; images inside do not count. */
export const MESSAGE_LIMIT_BYTES = 100 * 1024;

/** What an activity of the bot shows. */
export function shownBy(
  activity: WireActivity,
): Pick<ChatMessage, 'text' | 'format' | 'cards' | 'suggestions'> {
  const format =
    activity.textFormat === 'plain' || activity.textFormat === 'xml' ? activity.textFormat : 'markdown';
  return {
    text: activity.text ?? '',
    format,
    cards: (activity.attachments ?? [])
      .filter((attachment) => attachment.contentType === CARD)
      .map((attachment) => attachment.content as CardContent),
    suggestions: (activity.suggestedActions?.actions ?? []).map((action) =>
      typeof action.value === 'string' ? action.value : (action.title ?? ''),
    ),
  };
}

/** The size that counts against the limit. */
export function countedBytes(raw: string): number {
  const withoutImages = raw.replace(/data:image\/[a-z+.-]{1,20};base64,[A-Za-z0-9+/=]*/g, '');
  return withoutImages.length * 2;
}

/** A person as the roster gives them. People without an account have no object id and no address there. */
export function rosterEntry(person: TeamsPerson): Readonly<Record<string, unknown>> {
  if (person.kind === 'anonymous') {
    return { id: person.mri, name: person.name, tenantId: person.tenantId, userRole: 'anonymous' };
  }
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: person.mri,
    name: person.name,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    aadObjectId: person.objectId,
    objectId: person.objectId,
    tenantId: person.tenantId,
    userRole: person.kind === 'member' ? 'user' : 'guest',
  };
}

export const participantEntry = (input: {
  person: TeamsPerson;
  role: MeetingRole;
  inMeeting: boolean;
  chatId: string;
}): Readonly<Record<string, unknown>> => ({
  user: rosterEntry(input.person),
  meeting: { role: input.role, inMeeting: input.inMeeting },
  conversation: { id: input.chatId, isGroup: true },
});
