import type { IncomingMessage, ServerResponse } from 'node:http';
import { startConnector, type Connector, type ConnectorSettings } from '../connector/connector.js';
import { personalChatId } from '../connector/state.js';
import type { ChatMessage, TeamsConversation, TeamsEvent } from '../connector/types.js';
import type { Instant } from '../../domain/shared/time.js';
import type { MovableClock } from '../clock.js';
import { createOutbox, type Outbox } from '../outbox.js';
import type { Seed } from '../seed.js';
import type { LocalTokens } from '../tokens.js';
import { createWorldFeed, type WorldFeed } from './feed.js';
import { localHandler } from './handler.js';
import type { ShownCommand } from './protocol.js';
import { createStage, type LocalBriefing, type Stage } from './stage.js';
import { createBroadcast } from './stream.js';

/** What the composer knows and the show does not. */
export interface ShowSettings {
  readonly seed: Seed;
  readonly clock: MovableClock;
  readonly tokens: LocalTokens;
  readonly botEndpoint: ConnectorSettings['botEndpoint'];
  readonly botId: string;
  readonly tenantId: string;
  /** The page's folder, absolute: `dist/local-page`. */
  readonly pageDirectory: string;
  /** The table of chat commands, for the compose box. */
  readonly commands: () => readonly ShownCommand[];
  /** Every published briefing with the mail addresses of those who come. */
  readonly briefings: () => Promise<readonly LocalBriefing[]>;
  readonly tourCommand: string;
  /** 0, the default, for any free port of the connector. */
  readonly connectorPort?: number;
  readonly limits?: ConnectorSettings['limits'];
}

/** The outside world on one machine, running. */
export interface Show {
  readonly connector: Connector;
  readonly outbox: Outbox;
  /** Tell it each request of the Graph stand-in (`feed.graph`); clear it after the seed. */
  readonly feed: WorldFeed;
  readonly stage: Stage;
  /** Mount it before anything that reads bodies: true when the request was its own. */
  readonly handle: (req: IncomingMessage, res: ServerResponse) => boolean;
  /**
   * Adds the app for everybody who would have it, and for the local teams' channels, so that the bot learns where to
   * reach them. Call it when the bot listens.
   */
  readonly install: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const TICK_MS = 5_000;

/** Starts the connector stand-in and wires it, the outbox, the clock and the page's stream together. */
export async function startShow(settings: ShowSettings): Promise<Show> {
  const { clock, seed } = settings;
  const now = (): Instant => clock.now();
  const broadcast = createBroadcast();
  const feed = createWorldFeed({ now });
  const outbox = createOutbox({
    now,
    onMail(mail) {
      feed.mail(mail);
      broadcast.tell({ kind: 'mail', mail });
    },
  });
  const connector = await startConnector({
    port: settings.connectorPort ?? 0,
    botEndpoint: settings.botEndpoint,
    botId: settings.botId,
    tenantId: settings.tenantId,
    people: seed.people.map((entry) => entry.teams),
    now,
    ...(settings.limits ? { limits: settings.limits } : {}),
    onEvent: (event) => hear(event),
  });
  const hear = (event: TeamsEvent): void => {
    if (event.kind !== 'call') broadcast.tell(event);
    if (event.kind === 'message' && event.change === 'added' && event.message.from === 'bot') {
      const conversation = connector.state.findConversation(event.message.conversationId);
      if (conversation)
        feed.card(event.message, conversation, nameFor(connector, conversation, event.message));
    }
  };
  seedConversations(connector, seed);
  const stage = createStage({ connector, now, briefings: settings.briefings });
  const stopFeed = feed.onEntry((entry) => broadcast.tell({ kind: 'world', entry }));
  const tellTime = async (): Promise<void> => {
    await stage.settle();
    broadcast.tell({ kind: 'clock', now: clock.now(), briefings: (await stage.briefings()).slice(0, 100) });
  };
  const stopClock = clock.onMove(tellTime);
  const ticker = setInterval(() => void tellTime().catch(() => undefined), TICK_MS);
  ticker.unref();
  const { commands, pageDirectory, tokens, tourCommand } = settings;
  const parts = {
    connector,
    outbox,
    clock,
    tokens,
    feed,
    stage,
    broadcast,
    people: seed.people,
    commands,
    pageDirectory,
    tourCommand,
  };
  return {
    connector,
    outbox,
    feed,
    stage,
    handle: localHandler(parts),
    install: () => installEverywhere(connector, seed),
    async close() {
      clearInterval(ticker);
      stopClock();
      stopFeed();
      await connector.close();
    },
  };
}

const hasTheApp = (kind: string): boolean => kind === 'member' || kind === 'guest';

/** The conversations stand from the start, with the same ids in every run, so that stored references stay true. */
function seedConversations(connector: Connector, seed: Seed): void {
  for (const { key, teams } of seed.people) {
    if (!hasTheApp(teams.kind)) continue;
    const id = personalChatId(key);
    connector.state.putConversation({
      kind: 'personal',
      id,
      person: key,
      members: [key],
      title: 'Briefing Desk',
      installed: true,
    });
  }
  for (const team of seed.teams) connector.state.putConversation(team.channel);
}

async function installEverywhere(connector: Connector, seed: Seed): Promise<void> {
  for (const { key, teams } of seed.people) if (hasTheApp(teams.kind)) await connector.clients.install(key);
  for (const { channel } of seed.teams) {
    const member = channel.members[0];
    if (member) await connector.clients.installInChannel(channel.id, member);
  }
}

function nameFor(connector: Connector, conversation: TeamsConversation, message: ChatMessage): string {
  if (message.onlyFor)
    return `${connector.state.person(message.onlyFor).name} alone, in ${conversation.title}`;
  if (conversation.kind === 'personal') return connector.state.person(conversation.person).name;
  return conversation.kind === 'channel'
    ? `${conversation.teamName} › ${conversation.title}`
    : conversation.title;
}
