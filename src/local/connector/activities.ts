import type { TeamsState } from './state.js';
import { threadOf, withoutThread } from './state.js';
import type { Meeting, TeamsConversation, TeamsPerson } from './types.js';

/** What every activity to the bot has in common. */
export interface Sender {
  readonly state: TeamsState;
  readonly serviceUrl: string;
  readonly botId: string;
  readonly tenantId: string;
}

export type Activity = Readonly<Record<string, unknown>>;

const CONVERSATION_TYPE = { personal: 'personal', channel: 'channel', meeting: 'groupChat' } as const;

/** The frame of an activity from a person in a conversation, as Teams fills it. */
export function frame(
  sender: Sender,
  input: { person: TeamsPerson; conversationId: string; id: string },
): Activity {
  const conversation = sender.state.findConversation(input.conversationId);
  if (!conversation) throw new RangeError(`there is no conversation ${input.conversationId}`);
  const at = new Date().toISOString();
  return {
    id: input.id,
    channelId: 'msteams',
    serviceUrl: sender.serviceUrl,
    timestamp: at,
    localTimestamp: at,
    locale: input.person.locale,
    localTimezone: 'Europe/London',
    from: {
      id: input.person.mri,
      name: input.person.name,
      ...(input.person.objectId ? { aadObjectId: input.person.objectId } : {}),
    },
    recipient: { id: `28:${sender.botId}`, name: 'Briefing Desk' },
    conversation: conversationAccount(sender, conversation, input.conversationId),
    channelData: channelData(sender, conversation),
    entities: [
      {
        type: 'clientInfo',
        locale: input.person.locale,
        country: 'GB',
        platform: 'Web',
        timezone: 'Europe/London',
      },
    ],
  };
}

function conversationAccount(sender: Sender, conversation: TeamsConversation, id: string): Activity {
  return {
    id: threadOf(id) ? id : withoutThread(id),
    conversationType: CONVERSATION_TYPE[conversation.kind],
    tenantId: sender.tenantId,
    ...(conversation.kind === 'personal' ? {} : { isGroup: true, name: conversation.title }),
  };
}

function channelData(sender: Sender, conversation: TeamsConversation): Activity {
  const tenant = { tenant: { id: sender.tenantId } };
  if (conversation.kind === 'meeting') return { ...tenant, meeting: { id: conversation.meetingId } };
  if (conversation.kind === 'personal') return tenant;
  return {
    ...tenant,
    teamsChannelId: conversation.id,
    teamsTeamId: conversation.teamId,
    channel: { id: conversation.id, name: conversation.title },
    team: { id: conversation.teamId, aadGroupId: conversation.groupId, name: conversation.teamName },
  };
}

/** A typed message; with `mention` the bot is addressed as Teams writes it. */
export function messageActivity(
  base: Activity,
  input: { text: string; mention: boolean; botId: string },
): Activity {
  const entities = base['entities'] as readonly unknown[];
  if (!input.mention) return { ...base, type: 'message', text: input.text, textFormat: 'plain' };
  const at = '<at>Briefing Desk</at>';
  return {
    ...base,
    type: 'message',
    text: `${at} ${input.text}`,
    textFormat: 'plain',
    entities: [
      ...entities,
      { type: 'mention', text: at, mentioned: { id: `28:${input.botId}`, name: 'Briefing Desk' } },
    ],
  };
}

/** `meetingStart` or `meetingEnd`; the value has the capitals that Teams gives it. */
export function meetingActivity(base: Activity, meeting: Meeting, change: 'Start' | 'End'): Activity {
  return {
    ...base,
    type: 'event',
    name: `application/vnd.microsoft.meeting${change}`,
    value: {
      MeetingType: 'Scheduled',
      Title: meeting.title,
      Id: meeting.id,
      JoinUrl: meeting.joinUrl,
      [`${change}Time`]: new Date().toISOString(),
    },
  };
}

/** Somebody joins or leaves the running meeting. */
export function participantActivity(
  base: Activity,
  input: { person: TeamsPerson; meeting: Meeting; change: 'Join' | 'Leave' },
): Activity {
  const { person, meeting, change } = input;
  return {
    ...base,
    type: 'event',
    name: `application/vnd.microsoft.meetingParticipant${change}`,
    value: {
      members: [
        {
          user: {
            id: person.mri,
            name: person.name,
            ...(person.objectId ? { aadObjectId: person.objectId } : {}),
          },
          meeting: { role: meeting.roles[person.key] ?? 'Attendee', inMeeting: change === 'Join' },
        },
      ],
    },
  };
}

/** The bot is put into a conversation or taken out of it: the two activities that Teams sends, in its order. */
export function installationActivities(
  base: Activity,
  input: { botId: string; action: 'add' | 'remove' },
): readonly Activity[] {
  const bot = [{ id: `28:${input.botId}`, name: 'Briefing Desk' }];
  const members = input.action === 'add' ? { membersAdded: bot } : { membersRemoved: bot };
  return [
    { ...base, type: 'conversationUpdate', ...members },
    { ...base, id: `${String(base['id'])}i`, type: 'installationUpdate', action: input.action },
  ];
}
