import { publicRegistration, registrationReply } from '../../../src/contract/registrations.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import { limiter } from '../../../src/features/registrations/limiter.js';
import { NOW } from '../../support/memory/briefing-builders.js';
import { aBriefing, aStranger } from '../../support/memory/registration-builders.js';
import { registrationDesk, type RegistrationDesk } from '../../support/memory/registration-desk.js';

const form = (over: object = {}) => ({
  name: 'New Person',
  email: 'new.person@example.org',
  audience: 'faith-leader',
  briefing: 'NW-2027-02',
  ...over,
});

describe('the public page', () => {
  let desk: RegistrationDesk;
  const apply = (over: object = {}) => desk.call('post', '/public/registrations', { body: form(over) });
  beforeEach(() => {
    desk = registrationDesk();
  });

  test('answers the same for new, known, vetted and registered addresses', async () => {
    const known = desk.know(aStranger());
    const vetted = desk.know(aStranger({ vetted: true }));
    const answers = [];
    for (const email of ['new.person@example.org', known.email, vetted.email, vetted.email]) {
      answers.push(await apply({ email }));
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ kind: 'ok' });
  });

  test('puts an unknown address in the lead’s queue and mails a personal link to it', async () => {
    await apply();
    await desk.work();
    const [notice] = desk.notices();
    expect(notice).toMatchObject({ door: 'mail', mail: { subject: 'We have your request' } });
    expect(notice?.mail.text).toContain('https://desk.example/me/');
    expect(await desk.store.counts(aBriefing().code)).toMatchObject({ waiting: 1, confirmed: 0 });
  });

  test('mails the link again to whom asks again, and keeps the details of a known person', async () => {
    const vetted = desk.know(aStranger({ name: 'Right Name', vetted: true }));
    await apply({ email: vetted.email?.toUpperCase(), name: 'Wrong Name' });
    await apply({ email: vetted.email });
    await desk.work();
    expect(desk.noticesFor(vetted).map(({ mail }) => mail.subject)).toEqual([
      expect.stringContaining('You are registered'),
      'Your personal link',
    ]);
    expect(desk.noticesFor(vetted)[0]?.mail.text).toContain('Dear Right Name');
  });

  test('holds back the sixth request of an address in ten minutes, and takes it later', async () => {
    for (let count = 0; count < 5; count += 1) expect((await apply()).kind).toBe('ok');
    expect(await apply()).toMatchObject({ kind: 'problem', problem: { code: 'too_many' } });
    expect((await apply({ email: 'other@example.org' })).kind).toBe('ok');
    desk.clock.now = plusMinutes(NOW, 11);
    expect((await apply()).kind).toBe('ok');
  });

  test('refuses what it cannot do with what to do instead', async () => {
    expect(await apply({ briefing: 'WA-2027-02' })).toMatchObject({ problem: { code: 'not_found' } });
    desk.store.putBriefing(aBriefing({ status: 'cancelled' }));
    expect(await apply()).toMatchObject({ problem: { code: 'conflict' } });
    expect(publicRegistration.safeParse(form({ email: 'nobody' })).success).toBe(false);
  });

  test('a flood in all is held back before it fills the memory', () => {
    const few = limiter({ inAll: 3 });
    const taken = ['a', 'b', 'c', 'd'].map((key) => few.accepts(key, NOW));
    expect(taken).toEqual([true, true, true, false]);
  });
});

describe('the personal page', () => {
  let desk: RegistrationDesk;
  beforeEach(() => {
    desk = registrationDesk();
  });

  test('registers and withdraws with the caller’s own place and no count in the reply', async () => {
    const person = desk.know(aStranger({ vetted: true }));
    for (let count = 0; count < 3; count += 1) {
      const other = desk.know(aStranger({ vetted: true }));
      await desk.call('post', '/registrations', { person: other, body: { briefing: 'NW-2027-02' } });
    }
    const registered = await desk.call('post', '/registrations', {
      person,
      body: { briefing: 'nw-2027-02' },
    });
    expect(registered).toMatchObject({
      kind: 'ok',
      body: {
        status: 'confirmed',
        message: 'You are registered.',
        briefing: { joinUrl: aBriefing().joinUrl },
      },
    });
    if (registered.kind !== 'ok') throw new Error('not registered');
    const strict = registrationReply.strict().parse(registered.body);
    expect(Object.keys(strict).sort()).toEqual(['briefing', 'message', 'status']);
    const params = { code: 'NW-2027-02' };
    expect(await desk.call('delete', '/registrations/:code', { person, params })).toMatchObject({
      body: { status: 'withdrawn', briefing: { joinUrl: null } },
    });
  });

  test('gives a calendar file for a confirmed place alone', async () => {
    const waiting = desk.know(aStranger());
    const confirmed = desk.know(aStranger({ vetted: true }));
    for (const person of [waiting, confirmed]) {
      await desk.call('post', '/registrations', { person, body: { briefing: 'NW-2027-02' } });
    }
    const take = (person: typeof waiting) =>
      desk.call('get', '/registrations/:code/calendar', { person, params: { code: 'NW-2027-02' } });
    expect(await take(waiting)).toMatchObject({ kind: 'problem', problem: { code: 'not_found' } });
    const file = await take(confirmed);
    expect(file).toMatchObject({ kind: 'file', fileName: 'briefing-NW-2027-02.ics' });
    expect(JSON.stringify(file)).toContain('METHOD:PUBLISH');
    expect(JSON.stringify(file)).not.toContain(waiting.email);
  });

  test('refuses in words what stands against it', async () => {
    const person = desk.know(aStranger());
    const params = { code: 'NW-2027-02' };
    expect(await desk.call('delete', '/registrations/:code', { person, params })).toMatchObject({
      problem: { code: 'conflict', message: expect.stringContaining('You are not registered') },
    });
  });
});
