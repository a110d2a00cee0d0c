import { onServer } from '../support/database.js';
import { seedBriefing } from '../support/service-briefings.js';
import {
  eventually,
  startTestService,
  stranger,
  stubbornMailbox,
  type Known,
  type RunningService,
} from '../support/service.js';

const mailbox = stubbornMailbox();
const presenter = stranger('Ada Presenter', 'a@b.test');
let desk: RunningService;

beforeAll(async () => {
  desk = await startTestService({ mailbox: mailbox.over });
  await seedBriefing(desk);
});
afterAll(() => desk.close());
beforeEach(() => {
  mailbox.refusing = false;
  desk.connector.clearTrouble();
  desk.connector.deliveries = 1;
});

const attendee = (name: string): Promise<Known> => desk.known({ name, vetted: true });

test('a mailbox that refuses delays the confirmation and loses none', async () => {
  mailbox.refusing = true;
  const who = await attendee('Mona Mailless');
  const answer = await desk.connector.say(who, 'register NW-2027-02');
  expect(answer.words).toContain('NW-2027-02');
  await eventually(() =>
    expect(desk.log.some(({ fields }) => fields['job'] === 'registrations.send-confirmation')).toBe(true),
  );
  expect(desk.outbox.mailsTo(who.email)).toHaveLength(0);
  mailbox.refusing = false;
  await desk.settled({ tries: true });
  expect(desk.outbox.mailsTo(who.email)).toHaveLength(1);
});

test.each([429, 500, 503])(
  'a Connector that answers %d to a notice gets it again, and its reader sees it once',
  async (status) => {
    const who = await attendee(`Nell ${String(status)}`);
    await desk.connector.say(who, 'register NW-2027-02');
    await desk.connector.say(who, 'ask How often should we vary our routes when travelling to surgeries?');
    await desk.settled();
    const { id, version } = await desk.database.db
      .selectFrom('questions')
      .select(['id', 'version'])
      .where('person_id', '=', who.person.id)
      .executeTakeFirstOrThrow();
    const before = toldTo(who).length;
    desk.connector.fail({
      status,
      times: 4,
      path: encodeURIComponent(`a:${who.objectId}`),
      retryAfterSeconds: 1,
    });
    await desk.connector.click(presenter, 'questions/decide', {
      code: 'NW-2027-02',
      page: 1,
      id,
      version,
      act: 'answer',
    });
    await desk.settled({ tries: true });
    expect(toldTo(who).length - before).toBe(1);
  },
);

/** What stands in somebody's own chat. */
const toldTo = (who: Known) =>
  desk.connector.sent.filter(({ conversationId }) => conversationId === `a:${who.objectId}`);

test('a reply that the Connector refuses does not undo what was done, and asking again shows it', async () => {
  const who = await attendee('Rory Replyless');
  desk.connector.fail({ status: 500, times: 20, method: 'POST' });
  const answer = await desk.connector.say(who, 'register NW-2027-02');
  expect(answer.sent).toHaveLength(0);
  desk.connector.clearTrouble();
  const again = await desk.connector.say(who, 'my briefings');
  expect(again.words).toContain('NW-2027-02');
});

test('everything delivered twice at once is done once', async () => {
  desk.connector.deliveries = 2;
  const who = await attendee('Dora Double');
  await desk.connector.say(who, 'register NW-2027-02');
  await desk.connector.say(who, 'ask How often should we vary our routes when travelling to surgeries?');
  await desk.connector.say(who, 'area Oldham');
  await desk.connector.click(who, 'registrations/register', { code: 'NW-2027-02' });
  await desk.settled();
  const { db } = desk.database;
  expect(
    await db.selectFrom('registrations').select('id').where('person_id', '=', who.person.id).execute(),
  ).toHaveLength(1);
  expect(
    await db.selectFrom('questions').select('id').where('person_id', '=', who.person.id).execute(),
  ).toHaveLength(1);
  expect(desk.outbox.mailsTo(who.email)).toHaveLength(1);
});

test('somebody new who says two things at once becomes one person', async () => {
  const who = desk.stranger('Nat New');
  await Promise.all([
    desk.connector.say(who, 'help'),
    desk.connector.say(who, 'my briefings'),
    desk.connector.say(who, 'register'),
  ]);
  const people = await desk.database.db
    .selectFrom('people')
    .select('id')
    .where('name', '=', who.name)
    .execute();
  expect(people).toHaveLength(1);
});

(onServer ? test : test.skip)(
  'a database server that drops every connection is used again at once (needs DATABASE_URL)',
  async () => {
    const who = await attendee('Dina Dropped');
    const { sql } = await import('kysely');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`
      .execute(desk.database.db)
      .catch(() => undefined);
    const danger = await desk.connector.say(who, 'there is a man with a knife outside my surgery now');
    expect(danger.words.split('\n')[0]).toMatch(/999/);
    await eventually(async () => {
      const answer = await desk.connector.say(who, 'register NW-2027-02');
      expect(answer.words).toContain('You are registered');
    });
    await desk.settled({ tries: true });
    await eventually(() => expect(desk.outbox.mailsTo(who.email)).toHaveLength(1));
  },
);
