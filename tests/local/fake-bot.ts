import { createServer } from 'node:http';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type ConversationReference,
} from 'botbuilder';

export interface FakeBot {
  readonly endpoint: string;
  readonly heard: Activity[];
  readonly adapter: CloudAdapter;
  reference(conversationId: string): ConversationReference;
  close(): Promise<void>;
}

/** A bot of the real SDK on a free loopback port; `onTurn` may answer, and returns the response to an invoke. */
export async function startFakeBot(
  onTurn: (context: TurnContext) => Promise<object | undefined> = () => Promise.resolve(undefined),
): Promise<FakeBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const heard: Activity[] = [];
  const references = new Map<string, Partial<ConversationReference>>();
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Activity;
      const shim = Object.assign(res, {
        status: (code: number) => Object.assign(res, { statusCode: code }),
        header: (name: string, value: string) => res.setHeader(name, value),
        send: (answer: unknown) => res.end(typeof answer === 'string' ? answer : JSON.stringify(answer)),
      });
      void adapter.process(Object.assign(req, { body }) as never, shim as never, async (context) => {
        heard.push(context.activity);
        references.set(
          context.activity.conversation.id,
          TurnContext.getConversationReference(context.activity),
        );
        const answer = await onTurn(context);
        if (context.activity.type === 'invoke') {
          await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: answer } });
        }
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${String(port)}/api/messages`,
    heard,
    adapter,
    reference(conversationId) {
      const found = references.get(conversationId);
      if (!found) throw new Error(`the bot has not heard from ${conversationId}`);
      return found as ConversationReference;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const cardReply = (text: string): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: aCard(text),
});

export const aCard = (text: string): Record<string, unknown> => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  actions: [{ type: 'Action.Execute', title: 'Confirm', verb: 'test/confirm', data: { id: '1' } }],
});
