import { z } from 'zod';
import type { Scope } from './kit.js';
import type { Sender } from './ports.js';

const text = z.string().min(1).optional().catch(undefined);

/** The parts of an activity that the desk reads; Teams sends many more. */
const activityShape = z.object({
  id: text,
  type: z.string(),
  name: text,
  text: z.string().catch(''),
  value: z.unknown().optional(),
  locale: text,
  from: z
    .object({ id: z.string().catch(''), name: z.string().catch(''), aadObjectId: text })
    .catch({ id: '', name: '', aadObjectId: undefined }),
  conversation: z.object({ id: z.string(), conversationType: text, tenantId: text }),
  channelData: z
    .object({
      tenant: z.object({ id: text }).optional().catch(undefined),
      meeting: z.object({ id: text }).optional().catch(undefined),
    })
    .catch({}),
});

/** An activity as the desk sees it. */
export interface Incoming {
  readonly type: string;
  readonly name: string;
  readonly text: string;
  readonly value: unknown;
  readonly sender: Sender;
  readonly conversationId: string;
  readonly scope: Scope;
  readonly meetingId?: string;
  /** The same for every delivery of the same activity. */
  readonly deliveryKey: string;
}

/** Reads an activity; undefined when it is not one of a Teams conversation. */
export function readActivity(activity: unknown): Incoming | undefined {
  const parsed = activityShape.safeParse(activity);
  if (!parsed.success) return undefined;
  const { id, type, name, text: words, value, from, conversation, channelData } = parsed.data;
  const tenant = channelData.tenant?.id ?? conversation.tenantId;
  const meetingId = channelData.meeting?.id;
  return {
    type,
    name: name ?? '',
    text: tidy(words),
    value,
    sender: {
      channelId: from.id,
      name: from.name,
      ...(tenant ? { tenant } : {}),
      ...(from.aadObjectId ? { objectId: from.aadObjectId } : {}),
    },
    conversationId: conversation.id,
    scope: scopeOf(conversation.conversationType),
    ...(meetingId ? { meetingId } : {}),
    deliveryKey: `${conversation.id}/${id ?? ''}`,
  };
}

/** Without a mention that came as plain markup, and with the hyphens that a phone turned into dashes. */
const tidy = (words: string): string =>
  words
    .replace(/<at>[^<]*<\/at>/g, ' ')
    .replace(/(?<=\w)[\u2010-\u2015\u2212](?=\w)/g, '-')
    .trim();

function scopeOf(conversationType: string | undefined): Scope {
  if (conversationType === 'groupChat') return 'groupChat';
  return conversationType === 'channel' ? 'team' : 'personal';
}

/** What a card's button sends: `adaptiveCard/action`, or `Action.Submit` where a client knows no other. */
const clickShape = z.union([
  z
    .object({
      action: z.object({ verb: z.string().min(1), data: z.record(z.string(), z.unknown()).catch({}) }),
    })
    .transform(({ action }) => ({
      verb: action.verb,
      data: action.data,
    })),
  z.looseObject({ verb: z.string().min(1) }).transform(({ verb, ...data }) => ({ verb, data })),
]);

export interface Click {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads a button's data; undefined when it names no verb. */
export function readClick(value: unknown): Click | undefined {
  const parsed = clickShape.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Names and fields differ in case between client versions. */
const meetingShape = z
  .looseObject({})
  .transform((value) =>
    Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry])),
  )
  .pipe(z.object({ joinurl: text, id: text }));

/** The join address of a meeting event. */
export function readMeeting(value: unknown): { joinUrl?: string; id?: string } {
  const parsed = meetingShape.safeParse(value);
  if (!parsed.success) return {};
  const { joinurl, id } = parsed.data;
  return { ...(joinurl ? { joinUrl: joinurl } : {}), ...(id ? { id } : {}) };
}
