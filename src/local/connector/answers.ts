/** What the connector answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });

/** A refusal in the connector's own shape. */
export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export const notFound = {
  conversation: () => refused(404, 'ConversationNotFound', 'Conversation not found.'),
  message: () => refused(404, 'ActivityNotFoundInConversation', 'The activity is not in this conversation.'),
  member: () => refused(404, 'MemberNotFoundInConversation', 'Member not found in this conversation.'),
  meeting: () => refused(404, 'MeetingNotFound', 'The meeting does not exist or has expired.'),
  route: () => refused(404, 'ServiceError', 'The connector stand-in does not know this address.'),
};

export const notInstalled = (): Answer =>
  refused(403, 'ForbiddenOperationException', 'The bot is not installed in this conversation.');

export const notInRoster = (): Answer =>
  refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');

export const tooMany = (seconds: number): Answer => ({
  ...refused(429, 'TooManyRequests', 'API calls quota exceeded for this conversation.'),
  headers: { 'retry-after': String(seconds) },
});
