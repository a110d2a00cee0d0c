import type { AnyRoute } from '../../../src/http/kit.js';
import { aPerson, NOW } from '../../support/memory/briefing-builders.js';
import { briefingDesk, buttonOf } from '../../support/memory/briefing-desk.js';

const attendee = aPerson({
  id: 'attendee' as never,
  roles: [],
  area: { kind: 'council', name: 'Cardiff', force: 'south-wales' as never, region: 'wales' },
});

const opened = async () => {
  const desk = briefingDesk();
  const coordinator = aPerson({ roles: [{ role: 'coordinator' }] });
  for (const region of ['north west', 'wales']) {
    const preview = await desk.say(
      `schedule 2027 ${region} second tuesday ${region === 'wales' ? '20:00' : '18:00'}`,
      { person: coordinator },
    );
    await desk.press('briefings/confirm', buttonOf(preview, 'briefings/confirm'), { person: coordinator });
  }
  await desk.work();
  const get = async (path: string, over: object = {}) => {
    const route = desk.http.routes.find((one) => one.path === path) as AnyRoute;
    const reply = await route.run({
      person: attendee,
      params: {},
      query: {},
      body: {},
      now: NOW,
      deliveryKey: 'k',
      ...over,
    } as never);
    if (reply.kind === 'ok') return route.schemas.reply.parse(reply.body) as never as Record<string, never>;
    return reply as never as Record<string, never>;
  };
  return { desk, get };
};

test('anyone sees the published briefings, without link or presenters', async () => {
  const { get } = await opened();
  const body = await get('/public/briefings');
  expect(body['briefings']).toHaveLength(14);
  expect(JSON.stringify(body)).not.toMatch(/joinUrl|presenter@|teams\.example/);
});

test('a person sees their own region first, and the link only once confirmed', async () => {
  const { desk, get } = await opened();
  desk.store.register(attendee.id, 'WA-2027-02' as never, 'confirmed');
  desk.store.register(attendee.id, 'NW-2027-02' as never, 'waiting');
  const { briefings } = (await get('/briefings')) as never as {
    briefings: { code: string; isMyRegion: boolean; joinUrl: string | null; registration: string | null }[];
  };
  expect(briefings.slice(0, 7).every((one) => one.isMyRegion)).toBe(true);
  expect(briefings[7]).toMatchObject({ code: 'NW-2027-02', registration: 'waiting', joinUrl: null });
  expect(briefings[0]).toMatchObject({
    code: 'WA-2027-02',
    registration: 'confirmed',
    joinUrl: expect.stringMatching(/^https:/) as unknown,
  });
  expect(briefings.filter((one) => one.joinUrl !== null)).toHaveLength(1);
});

test('a cancelled briefing stays on the list of who registered, without its link', async () => {
  const { desk, get } = await opened();
  desk.store.register(attendee.id, 'NW-2027-02' as never, 'confirmed');
  await desk.say('cancel NW-2027-02 because of snow');
  const { briefings } = (await get('/briefings')) as never as {
    briefings: { code: string; status: string; joinUrl: string | null }[];
  };
  expect(briefings.find((one) => one.code === 'NW-2027-02')).toMatchObject({
    status: 'cancelled',
    joinUrl: null,
  });
});

test('a meeting is known by the id that Teams gives a tab, with the caller’s role in it', async () => {
  const { get } = await opened();
  const meetingId = Buffer.from('0#19:meeting_1@thread.v2#0').toString('base64');
  expect(await get('/meeting/:meetingId', { params: { meetingId } })).toMatchObject({
    role: 'attendee',
    briefing: { code: 'NW-2027-02' },
  });
  expect(await get('/meeting/:meetingId', { params: { meetingId }, person: aPerson() })).toMatchObject({
    role: 'presenter',
  });
  for (const other of ['elsewhere', 'x', 'A', 'NW', 'meeting_1', meetingId.slice(0, -4)]) {
    expect(await get('/meeting/:meetingId', { params: { meetingId: other } })).toMatchObject({
      kind: 'problem',
      problem: { code: 'not_found' },
    });
  }
});
