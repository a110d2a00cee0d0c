import { stableUuid } from '../../../src/adapters/system/stable-uuid.js';
import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { verifyRecord } from '../../../src/adapters/postgres/record.js';
import { briefingsFeature, type BriefingsFeature } from '../../../src/features/briefings/index.js';
import { closeTestDatabase, openTestDatabase } from '../../support/database.js';
import { connectedStandIn, type ConnectedStandIn } from '../../support/graph/connected-stand-in.js';
import { aPerson, aRequest, NO_CALENDAR, NOW } from '../../support/memory/briefing-builders.js';

const REGISTRATION_JOBS = ['registrations.briefing-moved', 'registrations.briefing-cancelled'];

let database: Database;
let graph: ConnectedStandIn;
let feature: BriefingsFeature;

beforeAll(async () => {
  [database, graph] = await Promise.all([openTestDatabase(), connectedStandIn()]);
  feature = briefingsFeature({
    stableUuid,
    database,
    meetings: graph.connection.meetings,
    courier: { toPerson: () => Promise.resolve() },
    ids: { uuid: () => randomUUID() },
    calendar: NO_CALENDAR,
  });
  for (const name of [...feature.jobs.map((job) => job.name), ...REGISTRATION_JOBS])
    await database.boss.createQueue(name);
  const person = aPerson();
  await database.db
    .insertInto('people')
    .values({ id: person.id, name: person.name, audience: person.audience, created_at: NOW })
    .execute();
});
afterAll(async () => {
  await graph.stop();
  await closeTestDatabase(database);
});

/** Runs what is queued, all at once, as a busy runner would. */
async function work(): Promise<void> {
  for (const job of feature.jobs) {
    const queued = await database.boss.fetch(job.name, { batchSize: 50 });
    await Promise.all(queued.map(({ data }) => job.run(data, { now: NOW })));
  }
}

test('one command becomes seven meetings in the calendar, though confirmed three times at once', async () => {
  const proposal = await feature.useCases.proposeProgramme({
    person: aPerson(),
    request: aRequest(),
    now: NOW,
  });
  if (proposal.kind === 'refused') throw new Error(proposal.problem);
  const confirm = () =>
    feature.useCases.confirmProgramme({ person: aPerson(), draft: proposal.draft, now: NOW });
  const made = await Promise.all([confirm(), confirm(), confirm()]);
  expect(made.map((one) => (one.kind === 'programme' ? one.made : -1)).sort()).toEqual([0, 0, 7]);
  await work();
  expect(graph.state.events).toHaveLength(7);
  expect(graph.state.events.every(({ event }) => event.start?.dateTime?.endsWith('T18:00:00'))).toBe(true);
  expect((await feature.useCases.seePublicBriefings(NOW)).map((one) => one.code)).toEqual([
    'NW-2027-02',
    'NW-2027-03',
    'NW-2027-04',
    'NW-2027-06',
    'NW-2027-08',
    'NW-2027-10',
    'NW-2027-12',
  ]);
});

test('a move and a cancellation reach the calendar and the registrations, and stand on the record', async () => {
  const person = aPerson();
  await feature.useCases.moveBriefing({
    person,
    code: 'NW-2027-03',
    date: '2027-03-30' as never,
    time: '18:00' as never,
    now: NOW,
  });
  await feature.useCases.cancelBriefing({
    person,
    code: 'NW-2027-04',
    reason: 'The presenter is unwell.',
    now: NOW,
  });
  await work();
  expect(graph.state.events.map(({ event }) => event.start?.dateTime)).toContain('2027-03-30T18:00:00');
  expect(graph.state.cancelled).toMatchObject([{ comment: 'The presenter is unwell.' }]);
  expect(await database.boss.fetch('registrations.briefing-moved')).toMatchObject([
    { data: { code: 'NW-2027-03', revision: 1 } },
  ]);
  expect(await database.boss.fetch('registrations.briefing-cancelled')).toMatchObject([
    { data: { code: 'NW-2027-04' } },
  ]);
  const { lines, brokenAt } = await verifyRecord(database.db);
  expect({ lines, brokenAt }).toEqual({ lines: 16, brokenAt: undefined });
});
