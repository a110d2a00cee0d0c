import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { brand, type PersonId, type TeamId } from '../../../src/domain/shared/ids.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import { linkStore, type LinkStore } from '../../../src/features/people/links-store.postgres.js';
import { peopleStore } from '../../../src/features/people/people-store.postgres.js';
import { identify, type IdentityPorts } from '../../../src/http/identity.js';
import { closeTestDatabase, openTestDatabase } from '../../support/database.js';
import { entra, newcomer, NOW } from '../../support/memory/people-builders.js';

const ADVISER = brand<TeamId>('greater-manchester/adviser');

let database: Database;
let now: Instant;
const ids = { uuid: () => randomUUID() as string };
const clock = { now: () => now };
const instance = (): LinkStore => linkStore(database, ids, clock, 'https://desk.test');
let links: LinkStore;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => closeTestDatabase(database));
beforeEach(async () => {
  now = NOW;
  await database.db.deleteFrom('links').execute();
  await database.db.deleteFrom('secrets').execute();
  links = instance();
});

const newPerson = async (): Promise<PersonId> =>
  (await peopleStore(database, ids).takeDown(newcomer(), [entra()], NOW)).id;
const tokenOf = (url: string): string => url.split('/').at(-1) ?? '';
const partsOf = (url: string): [string, string] => tokenOf(url).split('.') as [string, string];

test('a personal link names its person at every instance, a team’s its team', async () => {
  const person = await newPerson();
  const [mine, theirs] = [await links.personal(person), await links.team(ADVISER)];
  expect(mine).toMatch(/^https:\/\/desk\.test\/me\/[0-9a-f-]{36}\.[\w-]{43}$/);
  expect(theirs).toMatch(/^https:\/\/desk\.test\/team\//);
  expect(await instance().follow(tokenOf(mine))).toEqual({ kind: 'person', person });
  expect(await links.follow(tokenOf(theirs))).toEqual({ kind: 'team', team: ADVISER });
});

test('a link that still has a month to go is given again, so that mails of one person hold one link', async () => {
  const person = await newPerson();
  const first = await links.personal(person);
  now = '2027-11-01T12:00:00.000Z' as Instant;
  expect(await instance().personal(person)).toBe(first);
  now = '2027-12-10T12:00:00.000Z' as Instant;
  const second = await links.personal(person);
  expect(second).not.toBe(first);
  expect(await links.follow(tokenOf(first))).toEqual({ kind: 'person', person });
  expect(await links.personal(await newPerson())).not.toBe(second);
});

test('a signature of another link, a changed one and none at all are not followed', async () => {
  const [mine, other] = [
    partsOf(await links.personal(await newPerson())),
    partsOf(await links.personal(await newPerson())),
  ];
  const flipped = `${mine[1].startsWith('A') ? 'B' : 'A'}${mine[1].slice(1)}`;
  const forged = [
    `${mine[0]}.${other[1]}`,
    `${other[0]}.${mine[1]}`,
    `${mine[0]}.${flipped}`,
    `${mine[0]}.${mine[1].slice(0, -1)}`,
    `${mine[0]}.`,
    mine[0],
    `.${mine[1]}`,
    `${mine.join('.')}.${other[1]}`,
    `${randomUUID()}.${mine[1]}`,
    `${mine[0].toUpperCase()}.${mine[1]}`,
    '',
    '.',
    'x'.repeat(10_000),
    `${mine[0]}\0.${mine[1]}`,
  ];
  for (const token of forged)
    expect({ token, found: await links.follow(token) }).toEqual({ token, found: undefined });
});

test('a link ends with its day', async () => {
  const person = tokenOf(await links.personal(await newPerson()));
  const team = tokenOf(await links.team(ADVISER));
  now = '2027-01-21T23:59:59.000Z' as Instant;
  expect(await links.follow(team)).toBeDefined();
  now = '2027-01-22T00:00:00.000Z' as Instant;
  expect(await links.follow(team)).toBeUndefined();
  expect(await links.follow(person)).toBeDefined();
  now = '2027-12-28T00:00:00.000Z' as Instant;
  expect(await links.follow(person)).toBeUndefined();
});

test('a revoked link is dead and is not given again; an erased person’s is revoked', async () => {
  const person = await newPerson();
  const first = await links.personal(person);
  await database.db.updateTable('links').set({ revoked_at: now }).execute();
  expect(await links.follow(tokenOf(first))).toBeUndefined();
  const second = await links.personal(person);
  expect(second).not.toBe(first);
  await peopleStore(database, ids).erase(person, NOW);
  expect(await links.follow(tokenOf(second))).toBeUndefined();
});

test('a team’s link opens no personal page, nor a personal one a team’s, whatever address it is put under', async () => {
  const people = peopleStore(database, ids);
  const person = await newPerson();
  const ports: IdentityPorts = {
    tabTokens: { verify: () => Promise.resolve(undefined) },
    personOfTab: () => Promise.reject(new Error('nobody signs in here')),
    async followLink(token) {
      const found = await links.follow(token);
      if (found?.kind !== 'person') return found;
      const known = await people.get(found.person);
      return known && { kind: 'person', person: known };
    },
  };
  const [mine, theirs] = [tokenOf(await links.personal(person)), tokenOf(await links.team(ADVISER))];
  expect(await identify(ports, 'person', `Link ${mine}`)).toMatchObject({
    kind: 'person',
    person: { id: person },
  });
  expect(await identify(ports, 'team', `Link ${theirs}`)).toEqual({ kind: 'team', team: ADVISER });
  expect(await identify(ports, 'person', `Link ${theirs}`)).toMatchObject({
    kind: 'refused',
    code: 'link_expired',
  });
  expect(await identify(ports, 'team', `Link ${mine}`)).toMatchObject({
    kind: 'refused',
    code: 'link_expired',
  });
});

test('instances that start at once make one key between them', async () => {
  const person = await newPerson();
  const made = await Promise.all([1, 2, 3, 4].map(() => instance().personal(person)));
  const keys = await database.db.selectFrom('secrets').selectAll().execute();
  expect(keys).toHaveLength(1);
  expect(Buffer.from(keys[0]?.value ?? '', 'base64url')).toHaveLength(32);
  for (const url of made) expect(await links.follow(tokenOf(url))).toEqual({ kind: 'person', person });
});

test('another key makes every link of before dead', async () => {
  const url = await links.personal(await newPerson());
  await database.db.deleteFrom('secrets').execute();
  expect(await instance().follow(tokenOf(url))).toBeUndefined();
});
