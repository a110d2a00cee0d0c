import type { TurnContext } from 'botbuilder';
import {
  startConnector,
  type Connector,
  type ConnectorSettings,
} from '../../../src/local/connector/connector.js';
import { channelOf, meetingIds, personalChatId } from '../../../src/local/connector/state.js';
import type { MeetingPlan } from '../../../src/local/connector/clients.js';
import { HOME_TENANT, SEEDED_PEOPLE } from '../../../src/local/people.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import { startFakeBot, type FakeBot } from '../fake-bot.js';

export const NOW = '2027-02-09T17:55:00.000Z' as Instant;
export const CHANNEL = channelOf({
  key: 'team',
  teamName: 'Team',
  channelName: 'General',
  members: ['callum'],
});

export interface World {
  readonly bot: FakeBot;
  readonly connector: Connector;
  close(): Promise<void>;
}

/** A connector and a bot that know each other, with every seeded person's chat and one channel. */
export async function openWorld(
  onTurn?: (context: TurnContext) => Promise<object | undefined>,
  overrides: Partial<ConnectorSettings> = {},
): Promise<World> {
  const bot = await startFakeBot(onTurn);
  const connector = await startConnector({
    port: 0,
    botEndpoint: bot.endpoint,
    botId: 'local-bot',
    tenantId: HOME_TENANT,
    people: SEEDED_PEOPLE.map((one) => one.teams),
    now: () => NOW,
    ...overrides,
  });
  connector.state.putConversation(CHANNEL);
  return {
    bot,
    connector,
    async close() {
      await connector.close();
      await bot.close();
    },
  };
}

export const CHAT = personalChatId('maya');
export const MEETING = meetingIds('NW-2027-02');

export const aMeeting = (overrides: Partial<MeetingPlan> = {}): MeetingPlan => ({
  name: 'NW-2027-02',
  title: 'North West briefing',
  joinUrl: 'https://teams.example/join/1',
  graphId: 'MSpncmFwaA',
  startsAt: '2027-02-09T18:00:00.000Z' as Instant,
  endsAt: '2027-02-09T19:00:00.000Z' as Instant,
  roles: { priya: 'Organizer', tom: 'Presenter', maya: 'Attendee' },
  ...overrides,
});

/** A raw call to the connector, as a client without an SDK would make it. */
export async function call(
  connector: Connector,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown>; retryAfter: string | null }> {
  const reply = await fetch(new URL(path, connector.serviceUrl), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  return {
    status: reply.status,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
    retryAfter: reply.headers.get('retry-after'),
  };
}

export const codeOf = (reply: { body: Record<string, unknown> }): unknown =>
  (reply.body['error'] as { code?: unknown } | undefined)?.code;
