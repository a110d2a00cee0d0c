import type { TurnState } from '@microsoft/teams-ai';
// Not from the package's own door, which brings in its planners and tokenisers: 30 MB that nothing here uses.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import {
  ActivityTypes,
  CardFactory,
  MessageFactory,
  TeamsInfo,
  TurnContext,
  type CloudAdapter,
  type InvokeResponse,
} from 'botbuilder';
import { readActivity, readClick, readMeeting, type Incoming } from './activity.js';
import { commandTable, type CommandTable } from './commands.js';
import type { AnyCommand, ChatFeature, Reply } from './kit.js';
import { KnownPlaces } from './known-places.js';
import type { TurnPorts } from './ports.js';
import { RecentDeliveries } from './recent-deliveries.js';
import { sendTargeted } from './targeted.js';
import { whileTyping } from './typing.js';
import { helpCommand, turnPipeline } from './turn-pipeline.js';

/** The bot: give every admitted activity to `run`. */
export interface Bot {
  readonly table: CommandTable;
  readonly run: (context: TurnContext) => Promise<void>;
}

const CARD_ACTION = 'adaptiveCard/action';
const MAIL_LOOKUP_MS = 2_000;

/** Makes the bot of the features' commands and verbs; `ask` takes plain text that is no command. */
export function createBot(options: {
  adapter: CloudAdapter;
  features: readonly ChatFeature[];
  ask: AnyCommand;
  ports: TurnPorts;
  homeTenant: string;
  /** Milliseconds from which a person is shown that the desk is at work; absent: never. */
  typingAfter?: number;
}): Bot {
  const { adapter, features, ask, ports, homeTenant } = options;
  const commands: AnyCommand[] = features.flatMap((feature) => [...feature.commands]);
  commands.push(helpCommand(() => commands));
  const table = commandTable(commands);
  const pipeline = turnPipeline(ports, table, features, ask);
  const recent = new RecentDeliveries();
  const known = new KnownPlaces();

  /** Written down for later; a failure here must not stand in the way of an answer. */
  function rememberPlace(context: TurnContext, { conversationId, scope, sender }: Incoming): void {
    const { serviceUrl } = context.activity;
    const reference = TurnContext.getConversationReference(context.activity) as unknown as Record<
      string,
      unknown
    >;
    known.add(conversationId, serviceUrl);
    ports.places
      .remember(
        { conversationId, scope, reference: { ...reference, senderId: sender.channelId } },
        ports.now(),
      )
      .catch(() => {
        known.forget(conversationId, serviceUrl);
        ports.log.warn({ code: 'place_not_kept' }, 'a conversation could not be remembered');
      });
  }

  // Stateless on purpose: all state is in the features' stores, so any instance can take any turn.
  const app = new Application<TurnState>({
    adapter: adapter as never, // typed for its own adapter, which is this one with another User-Agent
    startTypingTimer: false,
    removeRecipientMention: true,
    longRunningMessages: false,
  });

  app.addRoute(
    (context) =>
      Promise.resolve(
        context.activity.type === ActivityTypes.Invoke && context.activity.name === CARD_ACTION,
      ),
    async (context) => {
      const incoming = readActivity(context.activity);
      const click = readClick(context.activity.value);
      if (!incoming || !click)
        return answerInvoke(context, invokeProblem(400, 'That button carries no data the desk knows.'));
      const response = await recent.once(incoming.deliveryKey, async () => {
        const reply = await pipeline.click(incoming, click, () => mailOf(context, homeTenant));
        return clickResponse(context, incoming, reply);
      });
      return answerInvoke(context, response);
    },
    true,
  );

  app.activity(ActivityTypes.Message, async (context) => {
    const incoming = readActivity(context.activity);
    if (!incoming) return;
    await recent.once(incoming.deliveryKey, async () => {
      if (!known.has(incoming.conversationId, context.activity.serviceUrl)) rememberPlace(context, incoming);
      const click = incoming.text === '' ? readClick(context.activity.value) : undefined;
      const mail = (): Promise<string | undefined> => {
        // It is asked for somebody new only, or new again: with the next message their place has a person.
        rememberPlace(context, incoming);
        known.forget(incoming.conversationId, context.activity.serviceUrl);
        return mailOf(context, homeTenant);
      };
      const reply = click
        ? await pipeline.click(incoming, click, mail)
        : await whileTyping(context, { scope: incoming.scope, after: options.typingAfter }, () =>
            pipeline.message(incoming, mail),
          );
      await send(context, incoming, reply);
    });
  });

  for (const [name, kind] of [
    ['application/vnd.microsoft.meetingStart', 'started'],
    ['application/vnd.microsoft.meetingEnd', 'ended'],
  ] as const) {
    app.activity(
      (context) =>
        Promise.resolve(context.activity.type === ActivityTypes.Event && context.activity.name === name),
      async (context) => {
        const incoming = readActivity(context.activity);
        if (!incoming) return;
        const { joinUrl, id } = readMeeting(context.activity.value);
        const meetingId = incoming.meetingId ?? id;
        await ports.onMeeting({
          kind,
          conversationId: incoming.conversationId,
          at: ports.now(),
          ...(meetingId ? { meetingId } : {}),
          ...(joinUrl ? { joinUrl } : {}),
        });
        rememberPlace(context, incoming);
      },
    );
  }

  app.activity(ActivityTypes.ConversationUpdate, (context) => {
    const incoming = readActivity(context.activity);
    if (incoming) rememberPlace(context, incoming);
    return Promise.resolve();
  });

  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    const incoming = readActivity(context.activity);
    if (!incoming) return;
    if (context.activity.action?.startsWith('remove') === true) {
      known.forget(incoming.conversationId, context.activity.serviceUrl);
      return ports.places.forget(incoming.conversationId);
    }
    rememberPlace(context, incoming);
    known.forget(incoming.conversationId, context.activity.serviceUrl);
    if (incoming.scope === 'personal')
      await send(
        context,
        incoming,
        await pipeline.message({ ...incoming, text: '' }, () => mailOf(context, homeTenant)),
      );
  });

  return {
    table,
    run: async (context) => {
      await app.run(context);
    },
  };
}

async function send(context: TurnContext, incoming: Incoming, reply: Reply): Promise<void> {
  if (reply.kind === 'nothing') return;
  const activity =
    reply.kind === 'card'
      ? MessageFactory.attachment(CardFactory.adaptiveCard(reply.card))
      : MessageFactory.text(reply.text);
  const forAll = reply.kind === 'card' && reply.forAll === true;
  if (incoming.scope === 'personal' || forAll) await context.sendActivity(activity);
  else await sendTargeted(context, activity);
}

async function clickResponse(
  context: TurnContext,
  incoming: Incoming,
  reply: Reply,
): Promise<InvokeResponse> {
  if (reply.kind === 'card' && reply.fresh === true && context.activity.type === ActivityTypes.Invoke) {
    await send(context, incoming, reply);
    return invokeText('');
  }
  if (reply.kind === 'card')
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card },
    };
  return invokeText(reply.kind === 'text' ? reply.text : '');
}

const invokeText = (value: string): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});

const invokeProblem = (statusCode: number, message: string): InvokeResponse => ({
  status: 200,
  body: { statusCode, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message } },
});

async function answerInvoke(context: TurnContext, response: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: response });
}

/**
 * The sender's address from the roster: one call, for somebody new only. The sign-in name comes first, since its
 * domain is verified by its tenant. A guest's sign-in name is no address; their mail attribute counts only where our
 * own tenant has set it. `homeTenant` is `*` in local mode, which has one tenant.
 */
async function mailOf(context: TurnContext, homeTenant: string): Promise<string | undefined> {
  const atHome = homeTenant === '*' || context.activity.conversation.tenantId === homeTenant;
  const lookup = TeamsInfo.getMember(context, context.activity.from.id).then(
    ({ userPrincipalName, email }) => {
      if (userPrincipalName?.includes('@') === true && !/#ext#/i.test(userPrincipalName))
        return userPrincipalName;
      return atHome ? email : undefined;
    },
  );
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, MAIL_LOOKUP_MS, undefined).unref();
  });
  return Promise.race([lookup, late]).catch(() => undefined);
}
