import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { brand, type ForceId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { plusMinutes, type Instant } from '../../../src/domain/shared/time.js';
import { statementsFeature } from '../../../src/features/statements/index.js';
import { cell } from '../../../src/features/statements/return-file.js';
import { closeTestDatabase, openTestDatabase } from '../../support/database.js';
import { NOW } from '../../support/memory/briefing-builders.js';
import { aStranger } from '../../support/memory/registration-builders.js';

const FORCES = [
  { id: brand<ForceId>('greater-manchester'), name: 'Greater Manchester Police' },
  { id: brand<ForceId>('west-mercia'), name: 'West Mercia Police' },
  { id: brand<ForceId>('west-midlands'), name: 'West Midlands Police' },
];

describe('the quarterly return', () => {
  let database: Database;
  const now = '2027-05-10T12:00:00.000Z' as Instant;
  const person = aStranger({ roles: [{ role: 'coordinator' }] });
  const open = () =>
    statementsFeature({
      database,
      forces: FORCES,
      clock: { now: () => now },
      courier: { toPerson: async () => undefined },
    });
  beforeAll(async () => {
    database = await openTestDatabase();
    const { db } = database;
    await db
      .insertInto('people')
      .values({ id: person.id, name: 'Sam', audience: 'other', force: 'greater-manchester', created_at: NOW })
      .execute();
    const question = async (route: string, at: Instant) => {
      const id = randomUUID();
      await db
        .insertInto('questions')
        .values({
          id,
          person_id: person.id,
          text: 'x',
          door: 'personal',
          delivery_key: id,
          route,
          confidence: 1,
          state: 'referred',
          evidence: '{}',
          created_at: at,
          updated_at: at,
        })
        .execute();
      return id;
    };
    const referral = async (at: Instant, over: object = {}) => {
      const row = {
        id: randomUUID(),
        question_id: await question('local_policing', at),
        person_id: person.id,
        team: 'greater-manchester:neighbourhood',
        force: 'greater-manchester',
        state: 'open',
        acknowledge_due: plusMinutes(at, 60),
        contact_due: plusMinutes(at, 120),
        created_at: at,
      };
      await db
        .insertInto('referrals')
        .values({ ...row, ...over })
        .execute();
    };
    const winter = '2027-02-10T10:00:00.000Z' as Instant;
    await referral(winter, {
      acknowledged_at: plusMinutes(winter, 10),
      contacted_at: plusMinutes(winter, 20),
      closed_at: plusMinutes(winter, 30),
    });
    await referral(winter);
    await referral('2027-03-31T22:59:59.000Z' as Instant, { force: 'west-mercia' });
    await referral('2027-03-31T23:00:00.000Z' as Instant);
    await question('report_crime', winter);
    await question('suspicious_activity', winter);
    await question('presenter', winter);
  });
  afterAll(() => closeTestDatabase(database));

  const take = (who: Person, force: string, quarter: string) => {
    const [route] = open().http.routes;
    if (!route) throw new Error('no route');
    return route.run({ person: who, params: { force, quarter }, now } as unknown as Parameters<
      typeof route.run
    >[0]);
  };

  test('counts what happened in the quarter, in London, and what ran out of time', async () => {
    expect(await take(person, 'greater-manchester', '2027-Q1')).toEqual({
      kind: 'file',
      contentType: 'text/csv; charset=utf-8',
      fileName: 'return-greater-manchester-2027-Q1.csv',
      content:
        'Force,Quarter,Referrals opened,Referrals acknowledged,Referrals with contact made,Referrals closed,Referrals overdue,Ways to report offered\r\n' +
        'Greater Manchester Police,2027-Q1,2,1,1,1,1,2\r\n',
    });
    const spring = await take(person, 'greater-manchester', '2027-Q2');
    expect(JSON.stringify(spring)).toContain('2027-Q2,1,0,0,0,1,0');
  });

  test('is for coordinators, and says what is wrong with a name', async () => {
    expect(await take(aStranger(), 'kent', '2027-Q1')).toMatchObject({ problem: { code: 'forbidden' } });
    expect(await take(person, 'atlantis', '2027-Q1')).toMatchObject({ problem: { code: 'not_found' } });
  });

  test.each([
    ['Greater Manchester 2027-Q1', 'Return of Greater Manchester Police, 2027-Q1'],
    ['q1 2027 for greater-manchester police', 'Return of Greater Manchester Police, 2027-Q1'],
    ['West 2027-Q1', 'Several forces are called like that'],
    ['Kent 2027-Q1', 'I know no force called'],
    ['Kent', 'Please add the quarter'],
    ['2027-Q1', 'Please give the force'],
  ])('typed “return %s” answers “%s”', async (rest, answer) => {
    const command = open().chat.commands.find(({ name }) => name === 'return');
    const at = {
      person,
      scope: 'personal',
      deliveryKey: 'k',
      conversationId: 'c',
      language: 'en',
      text: '',
      now,
    } as const;
    expect(JSON.stringify(await command?.take(at, rest))).toContain(answer);
  });

  test('no cell is taken for a formula', () => {
    expect(['=1+1', '+44', '-1', '@x', 'a,b', 'a"b', 'plain'].map(cell)).toEqual([
      "'=1+1",
      "'+44",
      "'-1",
      "'@x",
      '"a,b"',
      '"a""b"',
      'plain',
    ]);
  });
});
