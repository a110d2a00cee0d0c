/**
 * The yardstick: an echo bot on the same adapter behind restify, with nothing else. A process of its own. Told
 * `{ decide: seconds }` it also triages two hundred messages a second for so long, and reports how that went.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { ASKED } from './asked.js';
import { decideSteadily } from './triage.js';

/** Decisions a second that triage must sustain without delaying turns. */
const RATE = 200;

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
  process.on('message', (told: 'report' | { decide: number }) => {
    if (told === 'report') process.send?.({ rss: process.memoryUsage().rss });
    else
      void decideSteadily({
        rate: RATE,
        seconds: told.decide,
        text: (n) => `${ASKED[n % ASKED.length] ?? ''} (${String(n)})`,
      }).then((decided) => process.send?.(decided));
  });
}
