import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { linkRecord } from '../../src/adapters/postgres/record-linker.js';
import { accessFrom } from '../../src/cli/store.js';
import { peopleStore } from '../../src/features/people/people-store.postgres.js';
import { seedBriefing } from '../support/service-briefings.js';
import { openDesk, runWith, type OpenDesk } from './desk-setup.js';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function person(name: string, email: string, proven = true): Promise<string> {
  const identity = proven
    ? ({ kind: 'email', address: email } as const)
    : ({ kind: 'channel', id: `29:${randomUUID()}` } as const);
  return (
    await peopleStore(desk.database, desk.ids).takeDown(
      { name, email, audience: 'other', language: 'en' },
      [identity],
      desk.clock.now(),
    )
  ).id;
}

async function question(asker: string, text: string, at: string): Promise<string> {
  const row = {
    id: randomUUID(),
    person_id: asker,
    briefing_code: null,
    door: 'personal',
    delivery_key: randomUUID(),
    route: 'presenter',
    confidence: 1,
  };
  await desk.database.db
    .insertInto('questions')
    .values({
      ...row,
      text,
      state: 'answered',
      evidence: '{"words":["routes"]}',
      created_at: at,
      updated_at: at,
    })
    .execute();
  return row.id;
}

const counts = async () => {
  await linkRecord(desk.database.db);
  const rows = await sql<{
    all: string;
  }>`select (select count(*) from questions) || '/' || (select count(*) from record) || '/' || (select count(*) from links) || '/' || (select string_agg(text, ',') from questions) as all`.execute(
    desk.database.db,
  );
  return rows.rows[0]?.all;
};

test('purge says what it would remove and removes nothing with --dry-run; without it, it does, on the record', async () => {
  const asker = await person('Old Asker', 'old@example.org');
  const [old, recent] = [
    await question(asker, 'Old words', '2025-01-01T00:00:00Z'),
    await question(asker, 'New words', '2026-11-01T00:00:00Z'),
  ];
  await desk.database.db
    .insertInto('links')
    .values({
      id: randomUUID(),
      purpose: 'me',
      person_id: asker,
      team: null,
      expires_at: '2025-02-01T00:00:00Z',
      created_at: '2024-01-01T00:00:00Z',
    })
    .execute();
  const before = await counts();
  const dry = await desk.run('purge --dry-run');
  expect(dry).toMatchObject({ status: 0 });
  expect(dry.json()).toEqual([{ before: '2025-11-23T00:00:00.000Z', texts: 1, drafts: 0, links: 1 }]);
  expect(dry.words()).toContain('nothing was');
  expect(await counts()).toBe(before);

  const done = await desk.run('purge');
  expect(done.json()).toEqual(dry.json());
  const rows = await desk.database.db
    .selectFrom('questions')
    .select(['id', 'text', 'evidence'])
    .where('id', 'in', [old, recent])
    .execute();
  expect(rows.find(({ id }) => id === old)).toMatchObject({ text: '[removed after its time]', evidence: {} });
  expect(rows.find(({ id }) => id === recent)).toMatchObject({
    text: 'New words',
    evidence: { words: ['routes'] },
  });
  await linkRecord(desk.database.db);
  const lines = await desk.database.db
    .selectFrom('record')
    .select('event')
    .where('subject_id', '=', old)
    .execute();
  expect(lines).toEqual([{ event: 'text_removed' }]);
  expect((await desk.run('purge')).json()).toMatchObject([{ texts: 0, links: 0 }]);
  expect((await desk.run('purge --older-than 10')).json()).toMatchObject([{ texts: 1 }]);
});

test('erase forgets who has proven the address, and else the only one who gave it', async () => {
  const proven = await person('Proven', 'shared@example.org');
  const claims = await person('Claims', 'shared@example.org', false);
  expect((await desk.run('erase --email Shared@Example.org')).json()).toEqual([{ erased: proven }]);
  expect((await desk.run('erase --email shared@example.org')).json()).toEqual([{ erased: claims }]);
  const none = await desk.run('erase --email shared@example.org');
  expect(none).toMatchObject({ status: 1, stdout: [] });
  expect(none.words()).toContain('Nobody of that address is known');
});

test('erase removes nobody where several gave an address that none has proven', async () => {
  for (const name of ['One', 'Two']) await person(name, 'twice@example.org', false);
  const refused = await desk.run('erase --email twice@example.org');
  expect(refused).toMatchObject({ status: 1, stdout: [] });
  expect(refused.words()).toContain('2 people have given that address');
});

test('export record gives every line and says whether the chain holds', async () => {
  const sound = await desk.run('export record');
  expect(sound.status).toBe(0);
  const lines = sound.json();
  lines.slice(1).forEach((line, index) => expect(line['previous']).toBe(lines[index]?.['hash']));
  expect(sound.words()).toBe(`${String(lines.length)} line(s) hold.`);
});

test('export registrations is a list for a lead of the region alone, safe to open, and on the record', async () => {
  await seedBriefing(desk);
  const { db } = desk.database;
  for (const [name, email] of [
    ['=HYPERLINK("http://evil.example","x")', 'eve@example.org'],
    ['O’Neill, "Nell"', 'nell@example.org'],
    ['+44 Plus', 'plus@example.org'],
  ] as const) {
    const id = await person(name, email);
    await db
      .insertInto('registrations')
      .values({
        id: randomUUID(),
        person_id: id,
        briefing_code: 'NW-2027-02',
        status: 'confirmed',
        created_at: desk.clock.now(),
        updated_at: desk.clock.now(),
      })
      .execute();
    desk.clock.forward(1);
  }
  await desk.run(
    'people grant --identity lead@ctp.example --role regional-lead --region north-west --name Lead',
  );
  await desk.run(
    'people grant --identity welsh@ctp.example --role regional-lead --region wales --name Welsh',
  );
  const list = await desk.run('export registrations --briefing nw-2027-02 --lead lead@ctp.example');
  expect(list.status).toBe(0);
  const [head, first, second, third] = list.stdout;
  expect(head).toBe('name,email,audience,area,force,status,registered');
  expect(first).toMatch(
    /^"'=HYPERLINK\(""http:\/\/evil\.example"",""x""\)",eve@example\.org,other,,,confirmed,/,
  );
  expect(second).toMatch(/^"O’Neill, ""Nell""",nell@example\.org,/);
  expect(third).toMatch(/^"'\+44 Plus",plus@/);
  expect(list.stdout).toHaveLength(4);
  await linkRecord(db);
  const audit = await db
    .selectFrom('record')
    .select(['subject_id', 'data', 'actor'])
    .where('event', '=', 'registrations_exported')
    .execute();
  expect(audit).toMatchObject([
    { subject_id: 'NW-2027-02', data: { lines: 3 }, actor: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);

  for (const [words, says] of [
    ['--briefing NW-2027-02 --lead welsh@ctp.example', 'does not lead north-west'],
    ['--briefing NW-2027-02 --lead nobody@ctp.example', 'does not lead north-west'],
    ['--briefing NW-2031-02 --lead lead@ctp.example', 'There is no briefing NW-2031-02'],
  ] as const) {
    const refused = await desk.run(`export registrations ${words}`);
    expect(refused).toMatchObject({ status: 1, stdout: [] });
    expect(refused.words()).toContain(says);
  }
});

test('export person gives all that is held about one person and nothing of another', async () => {
  const [ann, ben] = [await person('Ann', 'ann@example.org'), await person('Ben', 'ben@example.org')];
  await question(ann, 'Ann’s words', '2026-11-01T00:00:00Z');
  await question(ben, 'Ben’s words', '2026-11-01T00:00:00Z');
  const data = await desk.run('export person --email ann@example.org');
  expect(data.json().map(({ kind }) => kind)).toEqual(['person', 'identity', 'questions']);
  expect(data.stdout.join()).toContain('Ann’s words');
  expect(data.stdout.join()).not.toMatch(/Ben/);
  expect((await desk.run('export person --email nobody@example.org')).status).toBe(1);
});

test('status counts, and names the next briefing', async () => {
  const status = await desk.run('status');
  expect(status).toMatchObject({ status: 0, stderr: [] });
  expect(status.json()).toMatchObject([
    {
      people: expect.any(Number),
      briefings: 1,
      registrations: 3,
      nextBriefing: { code: 'NW-2027-02', startsAt: '2027-02-09T18:00:00.000Z' },
    },
  ]);
});

test('directory import takes good lines and names bad ones', async () => {
  const done = await desk.run('directory import', [
    '{"kind":"domain","domain":"Council.Test"}',
    'nonsense',
    '{"kind":"person","name":"Ida","email":"Ida@Invitees.test","audience":"faith-leader"}',
    '',
    '{"kind":"team","id":"greater-manchester/adviser","email":"adviser@gmp.test"}',
    '{"kind":"team","id":"greater-manchester/tea"}',
    '{"kind":"person","name":"","email":"x"}',
    '{"kind":"planet"}',
  ]);
  expect(done.status).toBe(1);
  expect(done.json()).toEqual([{ taken: 3, faults: 4 }]);
  for (const number of [2, 6, 7, 8]) expect(done.words()).toContain(`line ${String(number)}:`);
  const ida = await peopleStore(desk.database, desk.ids).find([
    { kind: 'email', address: 'ida@invitees.test' },
  ]);
  expect(ida).toMatchObject({ name: 'Ida', vetted: true, audience: 'faith-leader' });
  const team = await desk.database.db
    .selectFrom('teams')
    .selectAll()
    .where('id', '=', 'greater-manchester/adviser')
    .executeTakeFirst();
  expect(team).toMatchObject({ force: 'greater-manchester', kind: 'adviser', email: 'adviser@gmp.test' });
  expect((await desk.run('directory import', ['{"kind":"domain","domain":"council.test"}'])).json()).toEqual([
    { taken: 1, faults: 0 },
  ]);
  const empty = await desk.run('directory import');
  expect(empty).toMatchObject({ status: 2, stdout: [] });
});

test('doctor is content in local mode but for what is not built, and names each fault of production settings', async () => {
  const local = await desk.run('doctor');
  expect(local.json().filter(({ name }) => name !== 'tab')).toEqual([
    expect.objectContaining({ name: 'settings', ok: true, detail: 'local mode' }),
    expect.objectContaining({ name: 'database', ok: true }),
    expect.objectContaining({ name: 'record', ok: true }),
  ]);
  const production = await desk.run('doctor', [], { BOT_ID: 'no guid', PORT: 'many' });
  expect(production.status).toBe(1);
  for (const name of [
    'BOT_ID',
    'BOT_TENANT_ID',
    'PORT',
    'DATABASE_URL',
    'TAB_CLIENT_ID',
    'GRAPH_CLIENT_ID',
  ]) {
    expect(production.json().some(({ ok, detail }) => !ok && String(detail).includes(name))).toBe(true);
    expect(production.words()).toContain(name);
  }
});

test('a record that was changed behind the database is found by doctor and by export', async () => {
  const broken = await openDesk();
  try {
    for (let n = 0; n < 3; n += 1)
      await broken.run(`people grant --identity ${randomUUID()} --role moderator`);
    await linkRecord(broken.database.db);
    await sql`alter table record disable trigger all`.execute(broken.database.db);
    await broken.database.db
      .updateTable('record')
      .set({ event: 'revoked' } as never)
      .where('seq', '=', 3)
      .execute();
    const exported = await broken.run('export record');
    expect(exported).toMatchObject({ status: 1 });
    expect(exported.words()).toContain('does not hold from line 3 on');
    const found = (await broken.run('doctor')).json().find(({ name }) => name === 'record');
    expect(found).toMatchObject({
      ok: false,
      detail: 'broken at line 3',
      remedy: expect.stringContaining('backup'),
    });
  } finally {
    await broken.close();
  }
});

describe('with a database that cannot be reached', () => {
  const environment = { DATABASE_URL: 'postgres://desk:secret-word@127.0.0.1:9/desk' };

  test.each(['status', 'migrate', 'people grant --identity a@b.example --role presenter', 'export record'])(
    '“desk %s” says so in a sentence: status 1',
    async (words) => {
      const failed = await runWith(accessFrom(environment), words, [], environment);
      expect(failed).toMatchObject({ status: 1, stdout: [] });
      expect(failed.stderr).toEqual([
        'The database cannot be reached. Check DATABASE_URL and that the server runs.',
      ]);
    },
  );

  test('doctor names that among its other findings, and never the password', async () => {
    const found = await runWith(accessFrom(environment), 'doctor', [], { ...environment, PORT: 'many' });
    expect(found.status).toBe(1);
    expect(found.json()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'database',
          ok: false,
          detail: expect.stringContaining('cannot be reached'),
        }),
      ]),
    );
    expect(found.json().some(({ detail }) => String(detail).includes('PORT'))).toBe(true);
    expect(found.words() + found.stdout.join()).not.toContain('secret-word');
  });
});
