import { randomUUID } from 'node:crypto';
import { verifyRecord } from '../../../src/adapters/postgres/record.js';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { CARD_LIMIT_BYTES } from '../../../src/bot/card.js';
import type { Reply, Turn } from '../../../src/bot/kit.js';
import { brand, type ForceId, type PersonId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { audienceOf } from '../../../src/domain/statement/circulation.js';
import { BODY_LIMIT, TITLE_LIMIT } from '../../../src/domain/statement/statement.js';
import { statementsFeature } from '../../../src/features/statements/index.js';
import { postgresStatements } from '../../../src/features/statements/statement-store.postgres.js';
import { closeTestDatabase, openTestDatabase } from '../../support/database.js';
import { NOW } from '../../support/memory/briefing-builders.js';
import { aStranger } from '../../support/memory/registration-builders.js';

const JOBS = ['statements.deliver', 'statements.tell'];
const FORCES = [
  { id: brand<ForceId>('greater-manchester'), name: 'Greater Manchester Police' },
  { id: brand<ForceId>('west-mercia'), name: 'West Mercia Police' },
  { id: brand<ForceId>('west-midlands'), name: 'West Midlands Police' },
];

describe('statements', () => {
  let database: Database;
  let told: { person: PersonId; key: string; text: string }[];
  let unreachable: Set<PersonId>;
  beforeAll(async () => {
    database = await openTestDatabase();
    for (const job of JOBS) await database.boss.createQueue(job);
  });
  afterAll(() => closeTestDatabase(database));
  beforeEach(async () => {
    told = [];
    unreachable = new Set();
    const { db } = database;
    for (const table of [
      'circulations',
      'statements',
      'referrals',
      'questions',
      'conversations',
      'people',
    ] as const)
      await db.deleteFrom(table).execute();
    for (const job of JOBS) await database.boss.deleteAllJobs(job);
  });

  const open = () =>
    statementsFeature({
      database,
      forces: FORCES,
      clock: { now: () => NOW },
      courier: {
        async toPerson(person, { key, mail }) {
          if (unreachable.has(person)) throw new Error('nobody there');
          if (!told.some((one) => one.key === key)) told.push({ person, key, text: mail.text });
        },
      },
    });
  const put = async (over: Partial<Person> = {}, erased = false): Promise<Person> => {
    const person = aStranger(over);
    const row = {
      id: person.id,
      name: person.name,
      email: person.email ?? null,
      audience: 'other',
      created_at: NOW,
    };
    await database.db
      .insertInto('people')
      .values({ ...row, force: person.area?.force ?? null, erased_at: erased ? NOW : null })
      .execute();
    return person;
  };
  const coordinator = () => put({ roles: [{ role: 'coordinator' }] });
  const turn = (person: Person, over: Partial<Turn> = {}): Turn => ({
    person,
    scope: 'personal',
    deliveryKey: randomUUID(),
    conversationId: 'chat',
    language: 'en',
    text: '',
    now: NOW,
    ...over,
  });
  const say = async (person: Person, name: string, rest = ''): Promise<string> => {
    const found = open().chat.commands.find((entry) => entry.name === name);
    if (!found?.who.may(person)) return found?.who.refusal ?? 'no such command';
    const taken = await found.take(turn(person), rest);
    return JSON.stringify(taken);
  };
  const click = async (
    person: Person,
    verb: string,
    data: unknown,
    over: Partial<Turn> = {},
  ): Promise<string> => {
    const found = open().chat.verbs.find((entry) => entry.verb === verb);
    if (!found?.who.may(person)) return found?.who.refusal ?? 'no such verb';
    const taken = await found.take(turn(person, over), data);
    return JSON.stringify(taken);
  };
  const idIn = (card: string) => /"id":"([0-9a-f-]{36})"/.exec(card)?.[1] ?? '';
  const cardOf = (taken: string) => (JSON.parse(taken) as { reply: Reply & { card: object } }).reply.card;

  async function work(): Promise<void> {
    const { jobs } = open();
    for (let idle = false; !idle;) {
      idle = true;
      for (const job of jobs) {
        for (const { data } of await database.boss.fetch(job.name, { batchSize: 50 })) {
          idle = false;
          try {
            await job.run(data, { now: NOW });
          } catch (cause) {
            await job.lastFailure(data, cause);
          }
        }
      }
    }
  }

  test('without one, the answer says that nothing has changed and when that was checked', async () => {
    const words = await say(await put(), 'statement');
    expect(words).toContain('Checked on Sunday 22 November 2026');
    expect(words).toContain('letter of 29 January 2024');
    expect(words).toContain('999');
  });

  test('one coordinator drafts, another releases, and everyone is told once', async () => {
    const [writer, other] = [await coordinator(), await coordinator()];
    const reader = await put();
    const drafted = await click(writer, 'statements/draft', { title: 'Stay alert', body: 'One.\n\nTwo.' });
    expect(drafted).toContain('Another coordinator has to release it');
    expect(drafted).not.toContain('Release to everyone');
    const id = idIn(drafted);
    expect(await click(writer, 'statements/release', { id })).toContain(
      'another coordinator has to release it',
    );
    expect(await say(reader, 'statement')).toContain('No new statement');
    expect(await say(other, 'circulate')).toContain('Release to everyone');
    expect(await click(other, 'statements/release', { id })).toContain('Released.');
    expect(await click(other, 'statements/release', { id })).toContain('released before');
    await work();
    expect(told.filter(({ person }) => person === reader.id)).toHaveLength(1);
    expect(told).toHaveLength(3);
    expect(await say(reader, 'statement')).toContain('Stay alert');
    expect(await verifyRecord(database.db)).not.toHaveProperty('brokenAt');
  });

  test('delivered, failed, pending and excluded are the whole audience', async () => {
    const [writer, other] = [await coordinator(), await coordinator()];
    const gone = await put();
    unreachable.add(gone.id);
    const { email: _none, ...silent } = aStranger();
    await database.db
      .insertInto('people')
      .values({ id: silent.id, name: 'Silent', audience: 'other', created_at: NOW })
      .execute();
    await put({}, true);
    const id = idIn(await click(writer, 'statements/draft', { title: 'A', body: 'B' }));
    await click(other, 'statements/release', { id });
    const store = postgresStatements(database);
    await store.prepare(id, NOW);
    expect(await store.tally(id)).toMatchObject({ pending: 3, delivered: 0 });
    await work();
    const tally = await store.tally(id);
    expect(tally).toEqual({
      delivered: 2,
      failed: 1,
      pending: 0,
      excluded: [{ reason: 'no-address', count: 1 }],
    });
    expect(audienceOf(tally)).toBe(4);
    expect(await say(other, 'circulate')).toContain('1: neither a chat nor a mail address is known');
  });

  test('a circulation that stopped for good is told to who released the statement, once, with what to do', async () => {
    const [writer, other] = [await coordinator(), await coordinator()];
    const id = idIn(await click(writer, 'statements/draft', { title: 'Stay alert', body: 'B' }));
    const deliver = open().jobs.find(({ name }) => name === 'statements.deliver');
    await deliver?.lastFailure({ statementId: id }, new Error('down'));
    expect(told).toEqual([]);
    await click(other, 'statements/release', { id });
    for (let time = 0; time < 2; time += 1)
      await deliver?.lastFailure({ statementId: id }, new Error('down'));
    expect(told.map(({ person }) => person)).toEqual([other.id]);
    expect(told[0]?.text).toContain('draft and release it again');
  });

  test('a later statement takes the place of one that is still going out', async () => {
    const [writer, other] = [await coordinator(), await coordinator()];
    const first = idIn(await click(writer, 'statements/draft', { title: 'First', body: 'B' }));
    await click(other, 'statements/release', { id: first });
    await open().useCases.deliverStatement({ statementId: first, now: NOW });
    const second = idIn(await click(writer, 'statements/draft', { title: 'Second', body: 'B' }));
    await click(other, 'statements/release', { id: second });
    await work();
    const store = postgresStatements(database);
    expect(await store.tally(first)).toMatchObject({
      delivered: 0,
      excluded: [{ reason: 'superseded', count: 2 }],
    });
    expect(await store.tally(second)).toMatchObject({ delivered: 2 });
    expect((await store.current())?.title).toBe('Second');
  });

  test('somebody who is forgotten meanwhile is left out, with that reason', async () => {
    const [writer, other] = [await coordinator(), await coordinator()];
    const id = idIn(await click(writer, 'statements/draft', { title: 'A', body: 'B' }));
    await click(other, 'statements/release', { id });
    await open().useCases.deliverStatement({ statementId: id, now: NOW });
    await database.db.updateTable('people').set({ erased_at: NOW }).where('id', '=', writer.id).execute();
    await work();
    const tally = await postgresStatements(database).tally(id);
    expect(tally).toMatchObject({ delivered: 1, excluded: [{ reason: 'forgotten', count: 1 }] });
  });

  test('a repeated click makes one draft, a discarded draft is never released', async () => {
    const [writer, other] = [await coordinator(), await coordinator()];
    const words = { title: 'A', body: 'B' };
    const id = idIn(await click(writer, 'statements/draft', words, { deliveryKey: 'same' }));
    expect(idIn(await click(writer, 'statements/draft', words, { deliveryKey: 'same' }))).toBe(id);
    expect(await postgresStatements(database).drafts()).toHaveLength(1);
    expect(await click(other, 'statements/discard', { id })).toContain('discarded');
    expect(await click(other, 'statements/release', { id })).toContain('was discarded');
    await work();
    expect(told).toEqual([]);
  });

  test('nobody but a coordinator drafts, releases or asks for returns', async () => {
    const lead = await put({ roles: [{ role: 'regional-lead' }] });
    for (const name of ['circulate', 'return'])
      expect(await say(lead, name)).toContain('Only a national coordinator');
    for (const verb of ['draft', 'release', 'discard', 'circulation'])
      expect(await click(lead, `statements/${verb}`, {})).toContain('Only a national coordinator');
  });

  test('words that are too long come back whole, with what to do', async () => {
    const writer = await coordinator();
    const body = 'x'.repeat(BODY_LIMIT + 1);
    const reply = await click(writer, 'statements/draft', { title: 'A', body });
    expect(reply).toContain('shorten it by 1');
    expect(reply).toContain(body);
    expect(await postgresStatements(database).drafts()).toEqual([]);
  });

  test('the longest statements still fit the cards', async () => {
    const [writer, other] = [await coordinator(), await coordinator()];
    for (let count = 0; count < 5; count += 1) {
      const words = { title: 't'.repeat(TITLE_LIMIT), body: 'b'.repeat(BODY_LIMIT) };
      await click(writer, 'statements/draft', words);
    }
    const desk = await say(other, 'circulate');
    expect(Buffer.byteLength(JSON.stringify(cardOf(desk)))).toBeLessThan(CARD_LIMIT_BYTES);
    await click(other, 'statements/release', { id: idIn(desk) });
    expect(Buffer.byteLength(JSON.stringify(cardOf(await say(writer, 'statement'))))).toBeLessThan(
      CARD_LIMIT_BYTES,
    );
  });
});
