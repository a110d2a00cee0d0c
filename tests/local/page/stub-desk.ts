import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { createMovableClock, type MovableClock } from '../../../src/local/clock.js';
import { SEED, TOUR_COMMAND } from '../../../src/local/seed.js';
import { startShow, type Show } from '../../../src/local/show/show.js';
import type { LocalBriefing } from '../../../src/local/show/stage.js';
import { createLocalTokens } from '../../../src/local/tokens.js';
import { HOME_TENANT, seededPerson } from '../../../src/local/people.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import { startFakeBot } from '../fake-bot.js';
import { stubTurn } from './stub-bot.js';

export interface StubDesk {
  readonly url: string;
  readonly show: Show;
  readonly clock: MovableClock;
  close(): Promise<void>;
}

const email = (key: string): string => seededPerson(key).teams.email;

export const BRIEFING: LocalBriefing = {
  code: 'NW-2027-02',
  title: 'North West briefing',
  regionName: 'North West',
  startsAt: '2027-02-09T18:00:00.000Z' as Instant,
  endsAt: '2027-02-09T19:00:00.000Z' as Instant,
  joinUrl: 'https://teams.example/join/nw-2027-02',
  onlineMeetingId: 'MSpudzIwMjcwMg',
  lead: email('priya'),
  presenters: [email('tom')],
  attendees: [email('maya'), email('yusuf')],
};

const COMMANDS = [
  {
    name: 'schedule',
    usage: 'schedule <year> <region> <first…fourth or last> <weekday> <HH:MM>',
    description: 'Plan a region’s year.',
    scopes: ['personal'],
    people: ['priya'],
  },
  {
    name: 'approvals',
    usage: 'approvals',
    description: 'Who waits for a place.',
    scopes: ['personal'],
    people: ['priya'],
  },
  {
    name: 'register',
    usage: 'register [<code>]',
    description: 'Take a place at a briefing.',
    scopes: ['personal'],
  },
  { name: 'help', usage: 'help', description: 'What I can do.', scopes: ['personal'] },
];

const TAB_PAGE = (path: string): string =>
  `<!doctype html><html lang="en"><title>${path}</title><body style="font:14px sans-serif;margin:16px"><h1>Tab ${path}</h1><p>The tab app stands here.</p></body></html>`;

/** The show with a scripted bot and no desk behind it, on a free port; the page is the built one. */
export async function startStubDesk(
  pageDirectory = join(process.cwd(), 'dist/local-page'),
  others?: RequestListener,
): Promise<StubDesk> {
  const bot = await startFakeBot(stubTurn);
  const clock = createMovableClock(SEED.startsAt);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const show = await startShow({
    seed: SEED,
    clock,
    tokens: await createLocalTokens({ port, audience: 'local-tab' }),
    botEndpoint: bot.endpoint,
    botId: 'local-bot',
    tenantId: HOME_TENANT,
    pageDirectory,
    commands: () => COMMANDS,
    briefings: () => Promise.resolve([BRIEFING]),
    tourCommand: TOUR_COMMAND,
  });
  server.on('request', (req, res) => {
    if (show.handle(req, res)) return;
    if (others) return others(req, res);
    res.writeHead(200, { 'content-type': 'text/html' }); // no chaining: restify replaces writeHead for the whole process
    res.end(TAB_PAGE(req.url ?? ''));
  });
  await show.install();
  return {
    url: `http://127.0.0.1:${String(port)}/local/`,
    show,
    clock,
    async close() {
      await show.close();
      await bot.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
