import type { Activity, TurnContext } from 'botbuilder';

/** The parts of the SDK's Connector client that are used here. */
interface ConnectorClient {
  readonly credentials: { signRequest(resource: { headers: Headers }): Promise<unknown> };
  readonly conversations: {
    createConversation(parameters: object): Promise<{ id: string }>;
    sendToConversation(conversationId: string, activity: object): Promise<unknown>;
  };
}

/**
 * Sends a message in a group chat or channel that its recipient alone sees (a targeted message). The SDK has no call
 * for it, so this is the documented request, signed with the turn's own credentials. Where a client or tenant does
 * not take it, the same goes to the person's own chat; the group never sees it.
 * Source: learn.microsoft.com, Teams platform, "agents in Teams: targeted messages".
 */
export async function sendTargeted(context: TurnContext, message: Partial<Activity>): Promise<void> {
  const { adapter } = context;
  const key = (adapter as unknown as { ConnectorClientKey: symbol }).ConnectorClientKey;
  const client = context.turnState.get<ConnectorClient>(key);
  const sent = await trySending(context, client, message).catch(() => false);
  if (!sent) await sendPrivately(context, client, message);
}

async function trySending(
  context: TurnContext,
  client: ConnectorClient,
  message: Partial<Activity>,
): Promise<boolean> {
  const { activity } = context;
  const headers = new Headers({ 'content-type': 'application/json' });
  await client.credentials.signRequest({ headers });
  const base = activity.serviceUrl.replace(/\/?$/, '/');
  const path = `v3/conversations/${encodeURIComponent(activity.conversation.id)}/activities?isTargetedActivity=true`;
  const body = {
    ...message,
    from: activity.recipient,
    recipient: activity.from,
    conversation: activity.conversation,
    replyToId: activity.id,
  };
  const response = await fetch(base + path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(3_000),
  });
  return response.ok;
}

async function sendPrivately(
  context: TurnContext,
  client: ConnectorClient,
  message: Partial<Activity>,
): Promise<void> {
  const { activity } = context;
  const tenantId = activity.conversation.tenantId ?? '';
  const chat = await client.conversations.createConversation({
    isGroup: false,
    bot: activity.recipient,
    members: [activity.from],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  });
  await client.conversations.sendToConversation(chat.id, { ...message, from: activity.recipient });
}
