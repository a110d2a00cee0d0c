import type { Place } from '../support/connector-double.js';
import { seedBriefing } from '../support/service-briefings.js';
import { startTestService, type Known, type RunningService } from '../support/service.js';

const CHAT: Place = { conversationId: '19:meeting_NW-2027-02@thread.v2', type: 'groupChat' };

let desk: RunningService;
let attendee: Known;

beforeAll(async () => {
  desk = await startTestService();
  await seedBriefing(desk);
  desk.clock.set('2027-02-09T18:00:00Z');
  attendee = await desk.known({ name: 'Gina Group', vetted: true });
  const joinUrl = 'https://teams.example.test/l/meetup-join/19%3ameeting_NW-2027-02%40thread.v2/0';
  await desk.connector.meeting('Start', attendee, { joinUrl }, CHAT);
});
afterAll(() => desk.close());
beforeEach(() => desk.connector.clearTrouble());

test('every command that anyone may use answers its sender alone in a meeting chat', async () => {
  for (const { name } of desk.service.commands) {
    const answer = await desk.connector.say(attendee, name, CHAT);
    expect({ name, seen: answer.sent.map(({ targeted, recipient }) => ({ targeted, recipient })) }).toEqual({
      name,
      seen: [{ targeted: true, recipient: `29:${attendee.objectId}` }],
    });
  }
});

test('plain words in a running briefing are a question for it', async () => {
  await desk.connector.say(
    attendee,
    'How often should we vary our routes when travelling to surgeries?',
    CHAT,
  );
  const row = await desk.database.db
    .selectFrom('questions')
    .selectAll()
    .where('person_id', '=', attendee.person.id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    briefing_code: 'NW-2027-02',
    door: 'meeting',
    route: 'presenter',
    state: 'waiting',
  });
});

test.each([400, 403, 404, 405])(
  'where the channel answers %d to a message for one, it goes to their own chat and never to the group',
  async (status) => {
    const from = desk.connector.sent.length;
    desk.connector.fail({ status, path: 'isTargetedActivity=true', times: 1 });
    await desk.connector.say(attendee, 'my questions', CHAT);
    const sent = desk.connector.sent.slice(from);
    expect(sent.map(({ conversationId }) => conversationId)).toEqual([`a:${attendee.objectId}`]);
  },
);

test('where neither takes it, nothing is shown to the group either', async () => {
  const from = desk.connector.sent.length;
  desk.connector.fail({ status: 403, times: 50, method: 'POST' });
  const answer = await desk.connector.say(attendee, 'my questions', CHAT);
  expect(answer.status).toBeLessThan(500);
  expect(desk.connector.sent.slice(from)).toEqual([]);
});

test('nothing that anybody said or got was ever visible to the group', () => {
  const visible = desk.connector.sent.filter(
    ({ conversationId, targeted }) => conversationId === CHAT.conversationId && !targeted,
  );
  expect(visible).toEqual([]);
});
