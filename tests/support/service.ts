import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createLocalJWKSet } from 'jose';
import { sql } from 'kysely';
import type { Database } from '../../src/adapters/postgres/database.js';
import { loopbackGuard } from '../../src/bot/guard.js';
import { loopbackAdapter } from '../../src/bot/loopback-adapter.js';
import { compose, type Log, type Service } from '../../src/compose.js';
import type { TriageSettings } from '../../src/compose-triage.js';
import { isLoopback } from '../../src/config.js';
import type { Audience } from '../../src/domain/shared/audience.js';
import type { Person, PersonArea, RoleGrant } from '../../src/domain/shared/person.js';
import { plusMinutes, type Instant } from '../../src/domain/shared/time.js';
import type { Mail, Mailbox } from '../../src/features/people/index.js';
import { tabTokens } from '../../src/http/identity.js';
import { createOutbox, type Outbox } from '../../src/local/outbox.js';
import { createLocalTokens } from '../../src/local/tokens.js';
import { connectorDouble, type ConnectorDouble, type TeamsUser } from './connector-double.js';
import { closeTestDatabase, openTestDatabase } from './database.js';
import { graphDouble, type GraphDouble } from './graph-double.js';

/** When tests take place, unless they move the clock: a Monday noon before the first programme. */
export const START = '2026-11-23T12:00:00.000Z' as Instant;
/** The tenant of everybody in the double. */
export const TENANT = 'aaaaaaaa-1111-4111-8111-111111111111';

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): Instant;
  set(at: string): void;
  forward(minutes: number): void;
}

/** Somebody known to both Teams and the desk. */
export interface Known extends TeamsUser {
  readonly person: Person;
}

/** One line of the log: its fields and its sentence. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, string | number>>;
  readonly message: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

export interface RunningService {
  readonly url: string;
  readonly service: Service;
  readonly database: Database;
  readonly clock: TestClock;
  readonly connector: ConnectorDouble;
  readonly graph: GraphDouble;
  readonly outbox: Outbox;
  readonly log: readonly LogLine[];
  /** Somebody in Teams whom the desk has not met. */
  stranger(name: string, email?: string): TeamsUser;
  /** Somebody whom the desk knows. */
  known(sketch: Sketch): Promise<Known>;
  /** A request to `/api/v1`; `as` a person of the tab, or a link's token. */
  api(
    method: string,
    path: string,
    options?: { as?: TeamsUser; link?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<HttpAnswer>;
  http(path: string, init?: RequestInit): Promise<HttpAnswer>;
  /** Waits until every job that is due has been done; one that waits for its next try is tried at once. */
  settled(options?: { tries?: boolean }): Promise<void>;
  close(): Promise<void>;
}

export interface Sketch {
  readonly name: string;
  readonly email?: string;
  readonly audience?: Audience;
  readonly area?: PersonArea;
  readonly vetted?: boolean;
  readonly roles?: readonly RoleGrant[];
}

/** Starts the whole service in this process over a test database, with doubles for the world outside. */
export async function startTestService(
  options: {
    database?: Database;
    clock?: TestClock;
    graph?: GraphDouble;
    mailbox?: (outbox: Outbox) => Mailbox;
    withJobs?: boolean;
    triage?: TriageSettings;
  } = {},
): Promise<RunningService> {
  const clock = options.clock ?? testClock();
  const database = options.database ?? (await openTestDatabase());
  const log: LogLine[] = [];
  const graph = options.graph ?? (await graphDouble(clock));
  const outbox = createOutbox({ now: () => clock.now() });
  const tokens = await createLocalTokens({ port: 1, audience: 'tab' });
  const connector = await connectorDouble(() => `${url}/api/messages`);
  const service = compose({
    database,
    clock,
    ids: { uuid: () => randomUUID() },
    log: keepIn(log),
    publicUrl: 'https://desk.test',
    ...(options.triage ? { triage: options.triage } : {}),
    bot: { adapter: loopbackAdapter(), appId: '', homeTenant: '*', guard: loopbackGuard(isLoopback) },
    tabTokens: tabTokens({
      keys: createLocalJWKSet(tokens.jwks),
      audiences: ['tab'],
      issuerOf: () => tokens.issuer,
    }),
    meetings: graph.connection.meetings,
    mailbox: options.mailbox?.(outbox) ?? outbox,
    mailFrom: 'briefings@desk.test',
    version: 'test',
    tabFolder: 'dist/tab',
  });
  await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String(service.server.address().port)}`;
  if (options.withJobs !== false) await service.startJobs();

  const bearer = async (user: TeamsUser): Promise<string> =>
    `Bearer ${await tokens.issue({ objectId: user.objectId, tenantId: TENANT, name: user.name, email: user.email })}`;

  async function http(path: string, init: RequestInit = {}): Promise<HttpAnswer> {
    const response = await fetch(url + path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }

  return {
    url,
    service,
    database,
    clock,
    connector,
    graph,
    outbox,
    log,
    stranger,
    known: (sketch) => takeDown(service, clock, sketch),
    http,
    async api(method, path, { as, link, body, headers = {} } = {}) {
      const authorization = as ? await bearer(as) : link === undefined ? undefined : `Link ${link}`;
      return http(`/api/v1${path}`, {
        method,
        headers: {
          ...(authorization ? { authorization } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    settled: ({ tries = false } = {}) => settled(database, tries),
    async close() {
      (service.server.server as Server).closeAllConnections();
      await new Promise<void>((resolve) => service.server.close(() => resolve()));
      await connector.close();
      if (!options.graph) await graph.stop();
      if (!options.database) await closeTestDatabase(database);
    },
  };
}

export function testClock(start: Instant = START): TestClock {
  let at = start;
  return {
    now: () => at,
    set: (to) => void (at = new Date(to).toISOString() as Instant),
    forward: (minutes) => void (at = plusMinutes(at, minutes)),
  };
}

export const stranger = (
  name: string,
  email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@elsewhere.test`,
): TeamsUser => ({
  objectId: randomUUID(),
  name,
  email,
});

/** A mailbox that refuses until told otherwise, and then keeps the mail. */
export function stubbornMailbox(): { refusing: boolean; over(outbox: Outbox): Mailbox } {
  const box = {
    refusing: true,
    over: (outbox: Outbox): Mailbox => ({
      async send(mail: Mail) {
        if (box.refusing) throw new Error('mail refused');
        await outbox.send(mail);
      },
    }),
  };
  return box;
}

/** Tries until `look` does not throw any more. */
export async function eventually<Result>(
  look: () => Result | Promise<Result>,
  withinMs = 15_000,
): Promise<Result> {
  for (const end = Date.now() + withinMs; ;) {
    try {
      return await look();
    } catch (cause) {
      if (Date.now() > end) throw cause;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
}

async function takeDown({ people: { people } }: Service, clock: TestClock, sketch: Sketch): Promise<Known> {
  const { name, audience = 'other', area, roles = [], vetted } = sketch;
  const user = stranger(name, sketch.email);
  const person = await people.takeDown(
    { name, email: user.email, audience, language: 'en', ...(area ? { area } : {}) },
    [
      { kind: 'entra', tenant: TENANT, objectId: user.objectId },
      { kind: 'channel', id: `29:${user.objectId}` },
      { kind: 'email', address: user.email },
    ],
    clock.now(),
  );
  for (const grant of roles) await people.grant(person.id, grant, 'system', clock.now());
  if (vetted !== undefined) await people.change(person.id, { vetted }, clock.now());
  return { ...user, person: (await people.get(person.id)) ?? person };
}

const PATIENCE_MS = 30_000;

async function settled({ db, boss }: Database, tries: boolean): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ;) {
    if (tries)
      await boss.getDb().executeSql(`update pgboss.job set start_after = now() where state = 'retry'`);
    const waiting = await sql<{ name: string; state: string; due: boolean }>`
      select name, state::text as state, start_after <= now() as due from pgboss.job
      where state < 'completed' and name not like '\\_\\_%' and name <> 'desk.dead-letters'
        and (start_after <= now() + interval '2 seconds' or ${tries} and state = 'retry')`.execute(db);
    if (waiting.rows.length === 0) return;
    if (Date.now() > end)
      throw new Error(
        `jobs are still waiting: ${waiting.rows.map((row) => `${row.name} (${row.state})`).join(', ')}`,
      );
    for (const name of new Set(waiting.rows.map((row) => row.name))) await wake(boss, name);
    await new Promise((go) => setTimeout(go, 40));
  }
}

/** Has the queue looked at now; otherwise a job that waited for its next try is found only when the poll comes round. */
async function wake(boss: Database['boss'], name: string): Promise<void> {
  await boss.getDb().executeSql(`select pg_notify(${CHANNEL}, $1)`, [name]);
}

/** The queue library's own channel. */
const CHANNEL = `'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24)`;

function keepIn(log: LogLine[]): Log {
  const at = (level: LogLine['level']) => (fields: LogLine['fields'], message: string) =>
    void log.push({ level, fields, message });
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
