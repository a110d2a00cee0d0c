/** The yardstick: an echo bot on the same adapter behind restify, with nothing else. A process of its own. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

export function serveEcho(): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    await adapter.process(request as never, response as never, async (context) => {
      await context.sendActivity(`You said: ${context.activity.text}`);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ url: server.url }));
  process.on('message', () => process.send?.({ rss: process.memoryUsage().rss }));
}
