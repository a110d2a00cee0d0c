import { randomUUID } from 'node:crypto';
import { peopleStore } from '../../src/features/people/people-store.postgres.js';
import { closedAccess, openDesk, runWith, type OpenDesk } from './desk-setup.js';

const TENANT = 'aaaaaaaa-1111-4111-8111-111111111111';

let desk: OpenDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const rolesOf = async (identity: Parameters<ReturnType<typeof peopleStore>['find']>[0]) =>
  (await peopleStore(desk.database, desk.ids).find(identity))?.roles;

test('a role is granted by object id, to whoever signs in with it', async () => {
  const objectId = randomUUID();
  const granted = await desk.run(
    `people grant --identity ${objectId} --role regional-lead --region north-west --name "Lena Lead"`,
  );
  expect(granted.status).toBe(0);
  expect(granted.json()).toEqual([
    { person: expect.any(String), outcome: 'granted', role: 'regional-lead', region: 'north-west' },
  ]);
  expect(granted.words()).toBe('Granted regional-lead for north-west.');
  expect(await rolesOf([{ kind: 'entra', tenant: TENANT, objectId }])).toEqual([
    { role: 'regional-lead', region: 'north-west' },
  ]);
});

test('somebody whom the desk knows by that object id gets the role, not a second person', async () => {
  const identity = { kind: 'entra', tenant: TENANT, objectId: randomUUID() } as const;
  const known = await peopleStore(desk.database, desk.ids).takeDown(
    { name: 'Known', audience: 'other', language: 'en' },
    [identity],
    desk.clock.now(),
  );
  const granted = await desk.run(`people grant --identity ${identity.objectId} --role moderator`);
  expect(granted.json()).toMatchObject([{ person: known.id }]);
  expect(await rolesOf([identity])).toEqual([{ role: 'moderator' }]);
});

test('a role is granted by mail address, whatever its case; again changes nothing', async () => {
  const first = await desk.run(
    'people grant --identity Tom.Presenter@Police.Example --role presenter --region wales',
  );
  const again = await desk.run(
    'people grant --identity tom.presenter@police.example --role Presenter --region Wales',
  );
  expect([first.status, again.status]).toEqual([0, 0]);
  expect([...first.json(), ...again.json()].map(({ outcome }) => outcome)).toEqual(['granted', 'held']);
  expect(again.json()[0]?.['person']).toBe(first.json()[0]?.['person']);
  expect(again.words()).toContain('Nothing to do');
});

test.each([
  ['lead', 'regional-lead'],
  ['"national coordinator"', 'coordinator'],
  ['local_policing_team', 'local-team'],
])('the word %s is understood as %s', async (word, role) => {
  const granted = await desk.run(`people grant --identity ${randomUUID()} --role ${word}`);
  expect(granted.json()).toMatchObject([{ role }]);
});

test('a role is taken back, and taking back what is not held is no fault', async () => {
  const who = `--identity ${randomUUID()}`;
  await desk.run(`people grant ${who} --role local-team --force greater-manchester`);
  const gone = await desk.run(`people revoke ${who} --role local-team`);
  expect(gone).toMatchObject({ status: 0 });
  expect(gone.json()).toMatchObject([{ revoked: 1 }]);
  expect((await desk.run(`people revoke ${who} --role local-team`)).json()).toMatchObject([{ revoked: 0 }]);
});

test('somebody unknown has nothing to be taken back: status 1', async () => {
  const none = await desk.run('people revoke --identity nobody@example.org --role presenter');
  expect(none.status).toBe(1);
  expect(none.stdout).toEqual([]);
  expect(none.words()).toContain('Nobody of that identity is known');
});

test.each([
  ['people grant', '--identity'],
  ['people grant --identity a@b.example', '--role'],
  [
    'people grant --identity a@b.example --role king',
    'must be one of regional-lead, presenter, moderator, local-team, coordinator',
  ],
  ['people grant --identity a@b.example --role presenter --region mercia', 'must be one of'],
  [
    'people grant --identity a@b.example --role local-team --force mercia',
    "must be a force's id such as greater-manchester",
  ],
  ['people grant --identity bob --role presenter', 'must be an object id (a GUID) or a mail address'],
  ['people revoke --identity bob --role presenter', 'must be an object id (a GUID) or a mail address'],
  ['people promote', 'Usage: desk people'],
  ['people grant --identity a@b.example --role presenter --colour red', '--colour'],
  ['peeple', 'people'],
  ['purge --older-than soon', 'from 1 to'],
  ['purge --older-than 0', 'from 1 to'],
  ['purge --older-than 1.5', 'from 1 to'],
  ['erase', '--email'],
  ['export', 'what'],
  ['export everything', 'record, corrections, registrations or person'],
  ['export registrations', '--briefing <code> --lead'],
  ['export person', '--email'],
  ['triage', '--briefing'],
  ['', 'Usage: desk'],
])('“desk %s” is refused with status 2 and what to do, before anything is opened', async (words, says) => {
  const refused = await runWith(closedAccess, words);
  expect(refused.words()).toContain(says);
  expect(refused).toMatchObject({ status: 2, stdout: [] });
});

test('help is words, with status 0', async () => {
  const help = await runWith(closedAccess, '--help');
  expect(help).toMatchObject({ status: 0, stdout: [] });
  expect(help.words()).toContain('people');
});
