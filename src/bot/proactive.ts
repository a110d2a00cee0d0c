import { CardFactory, MessageFactory, type CloudAdapter, type TurnContext } from 'botbuilder';
import type { AdaptiveCard } from './kit.js';
import type { Chat } from './ports.js';

/** A place that the bot could not write to. `gone`: taken out or blocked, so stop; `later`: try again. */
export class ChatFault extends Error {
  constructor(
    readonly kind: 'gone' | 'later',
    readonly retryAfterSeconds: number,
    cause: unknown,
  ) {
    super(`chat ${kind}`, { cause });
    this.name = 'ChatFault';
  }
}

/** Writes outside a turn over the Bot Connector. `appId` is empty in local mode only. */
export function proactiveChat(adapter: CloudAdapter, appId: string): Chat {
  const within = async (
    reference: Readonly<Record<string, unknown>>,
    work: (context: TurnContext) => Promise<void>,
  ): Promise<void> => {
    // The adapter hands what fails in a turn to its onTurnError and answers as if all were well, so it is kept here:
    // a notice that the Connector refused must not count as sent.
    const failed: unknown[] = [];
    const kept = (context: TurnContext): Promise<void> =>
      work(context).catch((cause: unknown) => void failed.push(cause));
    await adapter
      .continueConversationAsync(appId, reference, kept)
      .catch((cause: unknown) => void failed.push(cause));
    if (failed.length > 0) throw faultOf(failed[0]);
  };
  const message = (card: AdaptiveCard): ReturnType<typeof MessageFactory.attachment> =>
    MessageFactory.attachment(CardFactory.adaptiveCard(card));
  return {
    async send(reference, card) {
      let activityId = '';
      await within(reference, async (context) => {
        activityId = (await context.sendActivity(message(card)))?.id ?? '';
      });
      return { activityId };
    },
    update: (reference, activityId, card) =>
      within(reference, async (context) => {
        await context.updateActivity({ ...message(card), id: activityId });
      }),
  };
}

function faultOf(cause: unknown): ChatFault {
  const { statusCode, response } = cause as {
    statusCode?: number;
    response?: { headers?: { get?(name: string): string | undefined } };
  };
  const after = Number(response?.headers?.get?.('retry-after') ?? '1');
  const gone = statusCode === 403 || statusCode === 404;
  return new ChatFault(gone ? 'gone' : 'later', Number.isFinite(after) ? after : 1, cause);
}
