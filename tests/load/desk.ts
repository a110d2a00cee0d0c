/** The whole service for the measurements, composed as in local mode but without its show. A process of its own. */
import { randomUUID } from 'node:crypto';
import { connectStandIn } from '../../src/adapters/graph/stand-in-connection.js';
import { openEmbeddedEngine } from '../../src/adapters/postgres/embedded.js';
import { openPostgres, type Database } from '../../src/adapters/postgres/database.js';
import { systemClock, systemIds } from '../../src/adapters/system/system.js';
import { loopbackGuard } from '../../src/bot/guard.js';
import { loopbackAdapter } from '../../src/bot/loopback-adapter.js';
import { compose, type Log } from '../../src/compose.js';
import { isLoopback } from '../../src/config.js';
import { teamFor } from '../../src/domain/routing/team.js';
import { brand, type ForceId } from '../../src/domain/shared/ids.js';
import { plusMinutes } from '../../src/domain/shared/time.js';

const quiet: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: ({ code }) => process.stderr.write(`error ${String(code)}\n`),
};

/** `store` is the URL of a PostgreSQL database or the folder of the embedded engine; `people` get places and an area.
 * With `embeddings` messages are also read by the sentence encoder, as they are unless an operator turns it off. */
export async function serveDesk(store: string, people: number, embeddings: boolean): Promise<void> {
  const database: Database = store.startsWith('postgres')
    ? openPostgres(store)
    : await openEmbeddedEngine(store);
  await database.migrate();
  await database.boss.start();
  const service = compose({
    database,
    clock: systemClock,
    ids: systemIds,
    log: quiet,
    publicUrl: 'https://desk.test',
    triage: { embeddings },
    bot: { adapter: loopbackAdapter(), appId: '', homeTenant: '*', guard: loopbackGuard(isLoopback) },
    tabTokens: { verify: () => Promise.resolve(undefined) },
    meetings: connectStandIn(
      { baseUrl: 'http://127.0.0.1:9', organiser: () => 'briefings@desk.test' },
      'none',
    ).meetings,
    mailbox: { send: () => Promise.resolve() },
    mailFrom: 'briefings@desk.test',
    version: 'bench',
    tabFolder: 'dist/tab',
  });
  await service.startJobs();
  await seed(database, people);
  await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
  const { port } = service.server.address();
  process.send?.({ url: `http://127.0.0.1:${String(port)}` });
  process.on('message', () => process.send?.({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() }));
}

/** The object id of the n-th invented attendee. */
export const objectIdOf = (n: number): string => `bbbbbbbb-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function seed({ db }: Database, people: number): Promise<void> {
  const now = systemClock.now();
  const code = 'NW-2027-02';
  const [starts, ends] = [plusMinutes(now, -10), plusMinutes(now, 240)];
  await db
    .insertInto('briefings')
    .values({
      code,
      region: 'north-west',
      year: 2027,
      local_date: now.slice(0, 10),
      local_time: '18:00',
      minutes: 250,
      starts_at: starts,
      ends_at: ends,
      status: 'published',
      revision: 0,
      presenters: '["a@b.test"]',
      topics: JSON.stringify([
        { title: 'Travelling safely', summary: 'Varying routes, surgeries, meeting the public.' },
      ]),
      join_url: 'https://teams.example.test/l/meetup-join/x',
      created_at: now,
    })
    .execute();
  // without it every referral would fail and be tried again and again beside the turns
  await db
    .insertInto('teams')
    .values({
      id: teamFor(brand<ForceId>('greater-manchester'), 'elected-official'),
      force: 'greater-manchester',
      kind: 'adviser',
      name: 'Bench adviser',
      email: 'adviser@bench.test',
    })
    .execute();
  const rows = Array.from({ length: people }, (_, n) => ({ id: randomUUID(), oid: objectIdOf(n) }));
  await db
    .insertInto('people')
    .values(
      rows.map(({ id, oid }) => ({
        id,
        name: 'Bench Attendee',
        email: `${oid}@bench.test`,
        audience: 'elected-official',
        area_kind: 'council',
        area_name: 'Oldham',
        force: 'greater-manchester',
        region: 'north-west',
        vetted: true,
        created_at: now,
      })),
    )
    .execute();
  await db
    .insertInto('identities')
    .values(
      rows.flatMap(({ id, oid }) => [
        { kind: 'entra', tenant: 'bench', value: oid, person_id: id },
        { kind: 'channel', tenant: '', value: `29:${oid}`, person_id: id },
      ]),
    )
    .execute();
  await db
    .insertInto('registrations')
    .values(
      rows.map(({ id }) => ({
        id: randomUUID(),
        person_id: id,
        briefing_code: code,
        status: 'confirmed',
        created_at: now,
        updated_at: now,
      })),
    )
    .execute();
}
