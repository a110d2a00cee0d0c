import { ROUTES } from '../../../src/domain/question/triage.js';
import { aBriefing, aPerson, CODE, NOW, without } from '../../support/memory/question-builders.js';
import { questionDesk, scriptedTriage } from '../../support/memory/question-desk.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import { brand, type BriefingCode, type QuestionId } from '../../../src/domain/shared/ids.js';

const phones = (outcome: { lines: readonly { phone?: string }[] }): readonly (string | undefined)[] =>
  outcome.lines.map(({ phone }) => phone);

test('each of the seven routes has an outcome of its own', async () => {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  const kinds = await Promise.all(
    ROUTES.map(async (route) => [route, (await desk.ask(maya, `Something. [${route}]`)).kind]),
  );
  expect(Object.fromEntries(kinds)).toEqual({
    emergency: 'emergency',
    suspicious_activity: 'answered_here',
    report_crime: 'answered_here',
    local_policing: 'referred',
    event_help: 'answered_here',
    presenter: 'queued',
    out_of_scope: 'answered_here',
  });
});

test('a message that is not sure asks its asker, with 999 first and three buttons, and nobody else sees it', async () => {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  const outcome = await desk.ask(maya, 'Is my side door all right? [presenter?]');
  expect(outcome.kind).toBe('asked_back');
  expect(phones(outcome)[0]).toBe('999');
  expect(outcome.choices.map(({ choice }) => choice)).toEqual(['presenter', 'local', 'now']);
  expect(await desk.store.queue(CODE, { moderator: true, offset: 0, limit: 9 })).toMatchObject({ total: 0 });
});

test('a repeated delivery gives the same outcome and writes nothing more', async () => {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  const first = await desk.ask(maya, 'My own lock. [local_policing]', { deliveryKey: 'a' });
  const again = await desk.ask(maya, 'My own lock. [local_policing]', { deliveryKey: 'a' });
  expect(again).toEqual(first);
  expect(desk.store.all()).toHaveLength(1);
  expect(desk.store.outgoing).toHaveLength(1);
});

test('two people who send the same key do not meet', async () => {
  const desk = questionDesk();
  const [maya, yusuf] = [desk.join(aPerson()), desk.join(aPerson())];
  const hers = await desk.ask(maya, 'One. [presenter]', { deliveryKey: 'same' });
  const his = await desk.ask(yusuf, 'Two. [presenter]', { deliveryKey: 'same' });
  expect(his.id).not.toBe(hers.id);
});

test('a specific question goes to the team of the person’s own force and audience, and to no queue', async () => {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  const imam = desk.join(aPerson({ audience: 'faith-leader' }));
  await desk.ask(maya, 'My office. [local_policing]');
  await desk.ask(imam, 'Our mosque. [local_policing]');
  expect(desk.store.referrals.map(({ referral }) => referral.team)).toEqual([
    'greater-manchester/adviser',
    'greater-manchester/neighbourhood',
  ]);
  expect(await desk.store.queue(CODE, { moderator: true, offset: 0, limit: 9 })).toMatchObject({ total: 0 });
});

test('without an area it asks for one in the card, says what would settle it, and then goes on', async () => {
  const desk = questionDesk();
  const yusuf = desk.join(without(aPerson(), 'area'));
  const outcome = await desk.ask(yusuf, 'Our door. [local_policing]');
  expect(outcome.kind).toBe('needs_area');
  const id = outcome.id ?? brand<QuestionId>('');
  const unclear = await desk.useCases.giveArea({ person: yusuf, id, typed: 'OL', now: NOW });
  expect(unclear).toMatchObject({
    outcome: { kind: 'needs_area', message: expect.stringContaining('council') as string },
  });
  const placed = await desk.useCases.giveArea({ person: yusuf, id, typed: 'Manchester', now: NOW });
  expect(placed).toMatchObject({ outcome: { kind: 'referred' } });
  expect(desk.store.outgoing.map(({ job }) => job)).toEqual(['referrals.deliver']);
});

test('an area that becomes known elsewhere sends the question on and tells its asker', async () => {
  const desk = questionDesk();
  const yusuf = desk.join(without(aPerson(), 'area'));
  await desk.ask(yusuf, 'Our door. [local_policing]');
  desk.join(aPerson({ id: yusuf.id }));
  await desk.useCases.areaKnown({ person: yusuf.id, now: NOW });
  expect(desk.store.all()[0]?.state).toBe('referred');
  expect(desk.store.outgoing.map(({ job }) => job)).toEqual(['referrals.deliver', 'questions.tell-asker']);
});

test('a report of a crime gets the force’s own line and is offered to the local team', async () => {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  const outcome = await desk.ask(maya, 'They smashed our windows last night. [report_crime]');
  expect(phones(outcome)).toEqual(expect.arrayContaining(['101', '999']));
  expect(outcome.lines[0]?.name).toBe('Greater Manchester Police');
  expect(outcome.choices[0]).toMatchObject({ choice: 'local' });
  const sent = await desk.useCases.chooseRoute({
    person: maya,
    id: outcome.id ?? brand<QuestionId>(''),
    choice: 'local',
    now: NOW,
  });
  expect(sent).toMatchObject({ outcome: { kind: 'referred' } });
});

test('something suspicious gets the Anti-Terrorist Hotline', async () => {
  const desk = questionDesk();
  const outcome = await desk.ask(desk.join(aPerson()), 'A man filmed our gate. [suspicious_activity]');
  expect(phones(outcome)[0]).toBe('0800 789 321');
});

test('somebody in Scotland is sent to Police Scotland’s own page', async () => {
  const code = brand<BriefingCode>('SC-2027-02');
  const desk = questionDesk({
    briefings: [{ briefing: aBriefing({ code, region: 'scotland' }), registration: 'confirmed' }],
  });
  const outcome = await desk.ask(desk.join(without(aPerson(), 'area')), 'They smashed it. [report_crime]', {
    briefing: code,
  });
  expect(JSON.stringify(outcome.lines)).toContain('scotland.police.uk');
  expect(JSON.stringify(outcome.lines)).not.toContain('police.uk/pu/');
});

test('what is out of scope names a coming briefing that covers it, and can still be asked by way of a moderator', async () => {
  const other = brand<BriefingCode>('NW-2027-04');
  const later = aBriefing({
    code: other,
    startsAt: plusMinutes(NOW, 9000),
    endsAt: plusMinutes(NOW, 9060),
    topics: [{ title: 'Parcels', summary: '' }],
  });
  const desk = questionDesk({
    briefings: [{ briefing: aBriefing(), registration: 'confirmed' }, { briefing: later }],
    triage: {
      ...scriptedTriage,
      decide: (message) =>
        message.briefing.id === other
          ? scriptedTriage.decide({ ...message, text: '[presenter]' })
          : scriptedTriage.decide(message),
    },
  });
  const maya = desk.join(aPerson());
  const outcome = await desk.ask(maya, 'What about parcels? [out_of_scope]');
  expect(outcome.briefings.map(({ code }) => code)).toEqual([other]);
  expect(outcome.resources.length).toBeGreaterThan(0);
  const id = outcome.id ?? brand<QuestionId>('');
  await desk.useCases.chooseRoute({ person: maya, id, choice: 'presenter', now: NOW });
  expect(desk.store.all()[0]?.state).toBe('needs_review');
});

test('help with the event shows the asker’s own join link and nobody else’s', async () => {
  const desk = questionDesk({ briefings: [{ briefing: aBriefing(), registration: 'confirmed' }] });
  const stranger = questionDesk({ briefings: [{ briefing: aBriefing() }] });
  const mine = await desk.ask(desk.join(aPerson()), 'Where is the link? [event_help]');
  const theirs = await stranger.ask(stranger.join(aPerson()), 'Where is the link? [event_help]');
  expect(mine.briefings[0]?.joinUrl).toContain('https://');
  expect(theirs.briefings[0]?.joinUrl).toBeUndefined();
});

test('somebody without a place at a coming briefing is read by a moderator first', async () => {
  const tomorrow = aBriefing({ startsAt: plusMinutes(NOW, 600), endsAt: plusMinutes(NOW, 660) });
  const desk = questionDesk({ briefings: [{ briefing: tomorrow }] });
  await desk.ask(desk.join(aPerson()), 'How often? [presenter]', { door: 'panel' });
  expect(desk.store.all()[0]?.state).toBe('needs_review');
});

test.each([
  ['panel', 'needs_review'],
  ['link', 'needs_review'],
  ['personal', 'needs_review'],
  ['meeting', 'waiting'],
] as const)(
  'without a confirmed place at the running briefing, from the %s it is %s',
  async (door, state) => {
    for (const registration of [undefined, 'waiting', 'withdrawn', 'declined'] as const) {
      const place = { briefing: aBriefing(), ...(registration ? { registration } : {}) };
      const desk = questionDesk({ briefings: [place] });
      await desk.ask(desk.join(aPerson()), 'How often? [presenter]', { door });
      expect(desk.store.all()[0]?.state).toBe(state);
    }
  },
);

test('a confirmed place opens the queue from every door, the chat of a meeting only while it runs', async () => {
  const tomorrow = aBriefing({ startsAt: plusMinutes(NOW, 600), endsAt: plusMinutes(NOW, 660) });
  for (const door of ['panel', 'link', 'personal', 'meeting'] as const) {
    const desk = questionDesk({ briefings: [{ briefing: tomorrow, registration: 'confirmed' }] });
    await desk.ask(desk.join(aPerson()), 'How often? [presenter]', { door });
    expect(desk.store.all()[0]?.state).toBe('waiting');
  }
  const early = questionDesk({ briefings: [{ briefing: tomorrow }] });
  await early.ask(early.join(aPerson()), 'How often? [presenter]', { door: 'meeting' });
  expect(early.store.all()[0]?.state).toBe('needs_review');
});

test('a text over the limit is refused with the limit named, and nothing is sent', async () => {
  const desk = questionDesk();
  await expect(desk.ask(desk.join(aPerson()), 'x'.repeat(4001))).rejects.toThrow('4000');
  expect(desk.store.all()).toEqual([]);
});

test('danger is answered with 999 while the store is down, and kept when it is back', async () => {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  desk.setDown(true);
  const outcome = await desk.ask(maya, 'DANGER he is at the door');
  expect(outcome).toMatchObject({ kind: 'emergency', id: null });
  expect(phones(outcome)[0]).toBe('999');
  desk.runTimers();
  await new Promise(setImmediate);
  expect(desk.store.all()).toEqual([]);
  desk.setDown(false);
  desk.runTimers();
  await new Promise(setImmediate);
  expect(desk.store.all()).toMatchObject([{ state: 'emergency', asker: maya.id }]);
  expect(desk.alarms.waiting()).toBe(0);
});

test('an alarm answered by the chat is kept once, also when it comes twice and its sender is not known at first', async () => {
  const desk = questionDesk();
  const alarm = {
    sender: { channelId: '29:x', name: 'X' },
    text: 'DANGER',
    conversationId: 'c',
    deliveryKey: 'c/1',
    at: NOW,
  };
  desk.setDown(true);
  await desk.useCases.keepAlarm(alarm);
  desk.setDown(false);
  await desk.useCases.keepAlarm(alarm);
  desk.runTimers();
  await new Promise(setImmediate);
  expect(desk.store.all()).toHaveLength(1);
  expect(desk.store.all()[0]?.asker).toBe(desk.recognised.id);
});

test('a model that fails asks the asker instead of deciding', async () => {
  const desk = questionDesk({
    triage: {
      isDanger: () => false,
      decide: () => {
        throw new Error('no model');
      },
    },
  });
  expect((await desk.ask(desk.join(aPerson()), 'Anything.')).kind).toBe('asked_back');
});

test('neither the record nor a job ever holds words or names', async () => {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  for (const route of ROUTES) await desk.ask(maya, `Zanzibar. [${route}]`);
  const told = JSON.stringify([desk.store.record, desk.store.outgoing]);
  expect(told).not.toContain('Zanzibar');
  expect(told).not.toContain(maya.name);
});
