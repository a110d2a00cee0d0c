import { TeamsInfo } from 'botbuilder';
import { seededPerson } from '../../../src/local/people.js';
import { MEETING, aMeeting, call, openWorld, type World } from './setup.js';

let world: World;
afterEach(() => world.close());

test('a meeting’s start tells the bot which meeting it is, with the capitals of Teams, and who joins', async () => {
  world = await openWorld();
  const meeting = await world.connector.clients.planMeeting(aMeeting());
  const running = await world.connector.clients.startMeeting(meeting.id);
  expect(running).toMatchObject({ state: 'running', present: ['priya', 'tom', 'maya'] });
  const start = world.bot.heard.find((one) => one.name === 'application/vnd.microsoft.meetingStart');
  expect(start).toMatchObject({
    channelData: { meeting: { id: MEETING.meetingId } },
    conversation: { id: MEETING.chatId, conversationType: 'groupChat' },
    value: { JoinUrl: 'https://teams.example/join/1', Title: 'North West briefing' },
  });
  const joins = world.bot.heard.filter(
    (one) => one.name === 'application/vnd.microsoft.meetingParticipantJoin',
  );
  expect(joins).toHaveLength(3);
});

test('the SDK reads the meeting’s details and a participant’s role', async () => {
  const read: unknown[] = [];
  world = await openWorld(async (context) => {
    if (context.activity.type !== 'message') return undefined;
    const info = await TeamsInfo.getMeetingInfo(context);
    const participant = await TeamsInfo.getMeetingParticipant(context);
    read.push(
      info.details.joinUrl,
      info.details.msGraphResourceId,
      participant.meeting?.role,
      participant.meeting?.inMeeting,
    );
    return undefined;
  });
  const meeting = await world.connector.clients.planMeeting(aMeeting());
  await world.connector.clients.startMeeting(meeting.id);
  await world.connector.clients.say({
    person: 'tom',
    conversationId: MEETING.chatId,
    text: 'who am I',
    mention: true,
  });
  expect(read).toEqual(['https://teams.example/join/1', 'MSpncmFwaA', 'Presenter', true]);
});

test('a second start of the same plan makes no second meeting, and the end empties it', async () => {
  world = await openWorld();
  const first = await world.connector.clients.planMeeting(aMeeting());
  const second = await world.connector.clients.planMeeting(aMeeting());
  expect(second.id).toBe(first.id);
  await world.connector.clients.startMeeting(first.id);
  expect(await world.connector.clients.endMeeting(first.id)).toMatchObject({ state: 'over', present: [] });
  expect(world.bot.heard.at(-1)?.name).toBe('application/vnd.microsoft.meetingEnd');
});

test('a notification in the meeting names those it did not reach', async () => {
  world = await openWorld();
  const meeting = await world.connector.clients.planMeeting(aMeeting());
  await world.connector.clients.startMeeting(meeting.id);
  const [maya, yusuf] = [seededPerson('maya').teams.mri, seededPerson('yusuf').teams.mri];
  const notify = (recipients: readonly string[]): ReturnType<typeof call> =>
    call(world.connector, 'POST', `/v1/meetings/${meeting.id}/notification`, {
      type: 'targetedMeetingNotification',
      value: { recipients, surfaces: [] },
    });
  expect((await notify([maya])).status).toBe(202);
  const partly = await notify([maya, yusuf]);
  expect(partly.status).toBe(207);
  expect(partly.body['recipientsFailureInfo']).toEqual([expect.objectContaining({ recipientMri: yusuf })]);
  expect((await notify([])).status).toBe(400);
});

test('somebody without an account joins without an object id', async () => {
  world = await openWorld();
  const meeting = await world.connector.clients.planMeeting(aMeeting());
  await world.connector.clients.join(meeting.id, 'daniel');
  const roster = await call(
    world.connector,
    'GET',
    `/v3/conversations/${MEETING.chatId}/members/${seededPerson('daniel').teams.mri}`,
  );
  expect(roster.body).toEqual(expect.objectContaining({ userRole: 'anonymous', name: 'Daniel Whitlock' }));
  expect(roster.body).not.toHaveProperty('aadObjectId');
});
