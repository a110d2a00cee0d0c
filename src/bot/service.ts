import type { CloudAdapter } from 'botbuilder';
import type { Request, Response } from 'restify';
import { createBot, type Bot } from './application.js';
import type { AnyCommand, ChatFeature } from './kit.js';
import type { TurnPorts } from './ports.js';
import { ChatFault, proactiveChat } from './proactive.js';

/** The SDK's adapter, for those who may not import the SDK. */
export type BotAdapter = CloudAdapter;

/** Writes into chats; a place that is gone is an answer, anything else is tried again. */
export interface ChatDoor {
  send(
    reference: Readonly<Record<string, unknown>>,
    card: object,
  ): Promise<{ kind: 'sent'; activityId: string } | { kind: 'gone' }>;
  update(reference: Readonly<Record<string, unknown>>, activityId: string, card: object): Promise<void>;
}

/** The door out of the bot, usable before the bot itself is made. `appId` is empty in local mode only. */
export function chatDoor(adapter: CloudAdapter, appId: string): ChatDoor {
  const chat = proactiveChat(adapter, appId);
  return {
    async send(reference, card) {
      try {
        return { kind: 'sent', ...(await chat.send(reference, card as never)) };
      } catch (cause) {
        if (cause instanceof ChatFault && cause.kind === 'gone') return { kind: 'gone' };
        throw cause;
      }
    },
    async update(reference, activityId, card) {
      try {
        await chat.update(reference, activityId, card as never);
      } catch (cause) {
        if (!(cause instanceof ChatFault && cause.kind === 'gone')) throw cause;
      }
    },
  };
}

export interface BotService extends Bot {
  /** Takes an admitted activity from HTTP. */
  readonly onActivity: (request: Request, response: Response) => Promise<void>;
}

/** The bot behind its HTTP door. */
export function botService(options: {
  adapter: CloudAdapter;
  features: readonly ChatFeature[];
  ask: AnyCommand;
  ports: TurnPorts;
  homeTenant: string;
  typingAfter?: number;
}): BotService {
  const bot = createBot(options);
  const { adapter, ports } = options;
  adapter.onTurnError = (_context, cause) => {
    ports.log.error({ code: cause.name }, 'a turn failed outside the pipeline');
    return Promise.resolve();
  };
  return {
    ...bot,
    onActivity: (request, response) => adapter.process(request as never, response as never, bot.run),
  };
}
