import { resolve } from 'node:path';
import { createServer } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet } from 'jose';
import { connectGraph, type GraphConnection } from '../adapters/graph/connect.js';
import { connectStandIn } from '../adapters/graph/stand-in-connection.js';
import { EngineInUse, openEmbeddedEngine, type EmbeddedEngine } from '../adapters/postgres/embedded.js';
import { openPostgres, type Database } from '../adapters/postgres/database.js';
import { linkRecord } from '../adapters/postgres/record-linker.js';
import { createLog } from '../adapters/system/log.js';
import { systemIds } from '../adapters/system/system.js';
import { loopbackGuard } from '../bot/guard.js';
import { loopbackAdapter } from '../bot/loopback-adapter.js';
import { openDoor } from '../cli/door.js';
import { runDesk } from '../cli/program.js';
import { accessTo } from '../cli/store.js';
import { compose, type Service } from '../compose.js';
import { graphSettings } from '../compose-graph.js';
import { graphMailbox } from '../compose-mail.js';
import { ConfigError, isLoopback, processEnvironment, readLocalConfig, type LocalConfig } from '../config.js';
import { toInstant, type Instant } from '../domain/shared/time.js';
import type { Mailbox } from '../features/people/index.js';
import { tabTokens } from '../http/identity.js';
import { checkPort, PortTaken, startService } from '../start.js';
import { applySeed, isSeeded } from './apply-seed.js';
import { createMovableClock } from './clock.js';
import { startGraphStandIn, type GraphStandIn } from './graph/stand-in.js';
import { HOME_TENANT } from './people.js';
import { localBriefings } from './local-briefings.js';
import { untilQuiet } from './quiet.js';
import { announce, say } from './words.js';
import { publishSeeded, restoreCalendar } from './restore-calendar.js';
import { SEED, TOUR_COMMAND } from './seed.js';
import { startShow, type Show } from './show/show.js';
import { createLocalTokens } from './tokens.js';

/** The bot's and the tab's ids in local mode; invented, and of no account anywhere. */
const BOT_ID = '28:5eed0000-0000-4000-8000-00000000b0b0';
const TAB_ID = '5eed0000-0000-4000-8000-0000000007ab';

/** Local mode: the whole service on this machine, with stand-ins for the world outside it. */
async function main(): Promise<void> {
  const config = withPort(readLocalConfig(processEnvironment()), await freePort());
  await checkPort(config.port, config.host);
  say('Opening the database …');
  const database = await openDatabase(config);
  const log = createLog(processEnvironment()['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel);
  const clock = createMovableClock(await whereTimeStood(database));
  const tokens = await createLocalTokens({ port: config.port, audience: TAB_ID });
  const late: { show?: Show; service?: Service } = {};
  const standIn = config.graph
    ? undefined
    : await startGraphStandIn({
        now: () => clock.now(),
        onRequest: (request) => late.show?.feed.graph(request),
      });
  const graph = standIn ? connectToStandIn(standIn) : connectGraph(graphSettings(required(config.graph)));

  const show = await startShow({
    seed: SEED,
    clock,
    tokens,
    botEndpoint: `http://${hostOf(config)}:${String(config.port)}/api/messages`,
    botId: BOT_ID,
    tenantId: HOME_TENANT,
    pageDirectory: resolve(import.meta.dirname, '../local-page'),
    commands: () =>
      (late.service?.commands ?? []).map((entry) => ({
        name: entry.name,
        usage: entry.usage,
        description: entry.description.en,
        scopes: entry.scopes,
        people: SEED.people.flatMap(({ key, known }) => (known && entry.who.may(known.person) ? [key] : [])),
      })),
    briefings: () => localBriefings(database),
    tourCommand: TOUR_COMMAND,
  });
  late.show = show;

  const service = compose({
    database,
    clock,
    ids: systemIds,
    log,
    publicUrl: config.publicUrl,
    ...(config.postcodesUrl ? { postcodesUrl: config.postcodesUrl } : {}),
    triage: config,
    bot: { adapter: loopbackAdapter(), appId: '', homeTenant: '*', guard: loopbackGuard(isLoopback) },
    tabTokens: tabTokens({
      keys: createLocalJWKSet(tokens.jwks),
      audiences: [tokens.audience],
      issuerOf: () => tokens.issuer,
    }),
    meetings: graph.meetings,
    mailbox: config.graph
      ? bothMailboxes(show.outbox, graphMailbox(graph, config.graph.mailFrom))
      : show.outbox,
    mailFrom: config.graph?.mailFrom ?? 'briefings@ctp.example',
    version: 'local',
    tabFolder: resolve(import.meta.dirname, '../tab'),
    extra: (server) => {
      // before everything else: restify has it, its types do not yet
      const early = server as typeof server & {
        first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void;
      };
      early.first((request, response) => !show.handle(request, response));
    },
  });
  late.service = service;
  clock.onMove(async () => {
    await service.runScheduled();
    await untilQuiet(database).catch(() => undefined); // what fell due is done before time goes on
  });

  const environment = processEnvironment();
  const desk = { database, clock, ids: systemIds, homeTenant: '*' };
  const door = await openDoor((argv, io) => runDesk(argv, io, accessTo(desk), environment));
  database.announce({ door: door.door, key: door.key });

  await startService({
    config,
    database,
    service,
    log,
    onReady: async () => {
      await prepareWorld(database, graph, standIn);
      await show.install();
      show.feed.clear();
    },
    onStop: async () => {
      say('Stopping …');
      door.close();
      await show.close();
      await standIn?.stop();
    },
  });
  announce(config, standIn === undefined);
}

/** The first start writes the seed; later ones bring the calendar stand-in back to what the desk knows. */
async function prepareWorld(
  database: Database,
  graph: GraphConnection,
  standIn: GraphStandIn | undefined,
): Promise<void> {
  if (!(await isSeeded(database))) {
    say('Writing the invented people, teams and the 2027 programme …');
    await applySeed(database, SEED, { programmes: standIn !== undefined });
    if (standIn) await publishSeeded(database, graph.meetings, SEED.startsAt);
  } else if (standIn) {
    await restoreCalendar(database, graph.meetings);
  }
}

/** The invented year goes on where the last visit left it: time never runs backwards through the record. */
async function whereTimeStood({ db }: Database): Promise<Instant> {
  await linkRecord(db).catch(() => undefined);
  const last = await db
    .selectFrom('record')
    .select(({ fn }) => fn.max('at').as('at'))
    .executeTakeFirst()
    .catch(() => undefined); // the first start: no tables yet
  const at = last?.at ? toInstant(last.at) : SEED.startsAt;
  return at > SEED.startsAt ? at : SEED.startsAt;
}

/** A server needs no owner: the command line goes to it by itself. */
async function openDatabase(config: LocalConfig): Promise<EmbeddedEngine> {
  if (!config.databaseUrl) return openEmbeddedEngine(config.dataDir);
  return { ...openPostgres(config.databaseUrl), announce: () => undefined };
}

/** Mail goes where the settings say, and the page shows it too. */
const bothMailboxes = (shown: Mailbox, real: Mailbox): Mailbox => ({
  async send(mail) {
    await real.send(mail);
    await shown.send(mail);
  },
});

const connectToStandIn = (standIn: GraphStandIn): GraphConnection =>
  connectStandIn(
    { baseUrl: standIn.url, organiser: (region) => `briefings-${region}@ctp.example` },
    standIn.token,
  );

const hostOf = ({ host }: LocalConfig): string => (host.includes(':') ? `[${host}]` : host);

function withPort(config: LocalConfig, free: number): LocalConfig {
  if (config.port !== 0) return config;
  return { ...config, port: free, publicUrl: config.publicUrl.replace(/:0$/, `:${String(free)}`) };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('settings of Graph are missing');
  return value;
}

main().catch((cause: unknown) => {
  const known = cause instanceof ConfigError || cause instanceof PortTaken;
  if (cause instanceof EngineInUse) {
    say(
      `Briefing Desk runs already (process ${String(cause.owner.pid)}). Use that one, stop it with Ctrl-C, or give this one its own data: DATA_DIR=.data2 PORT=3979 npm start`,
    );
  } else
    say(
      known
        ? cause.message
        : `Briefing Desk could not start: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  process.exit(1);
});
