import { readCalendarFile } from '../../../src/local/calendar-file.js';
import { plusMinutes, type Instant, type LocalDate } from '../../../src/domain/shared/time.js';
import { aBriefing, aStranger } from '../../support/memory/registration-builders.js';
import { registrationDesk, type RegistrationDesk } from '../../support/memory/registration-desk.js';

const MOVED = aBriefing({
  date: '2027-06-08' as LocalDate,
  startsAt: '2027-06-08T17:00:00.000Z' as Instant,
  endsAt: '2027-06-08T18:00:00.000Z' as Instant,
  revision: 1,
});

describe('what people are told', () => {
  let desk: RegistrationDesk;
  const vetted = () => desk.know(aStranger({ vetted: true }));
  const calendarOf = (person: ReturnType<typeof vetted>, index = -1) => {
    const calendar = desk.noticesFor(person).at(index)?.mail.calendar;
    return calendar && { ...readCalendarFile(calendar.content), method: calendar.method };
  };
  const send = (job: string, data: Record<string, string | number>) => desk.store.send([{ job, data }]);
  beforeEach(() => {
    desk = registrationDesk();
  });

  test('a confirmation goes to that person alone, with their own link and calendar file', async () => {
    const [sam, kit] = [vetted(), vetted()];
    for (const person of [sam, kit]) await desk.say(person, 'register NW-2027-02');
    await desk.work();
    const [notice, ...others] = desk.noticesFor(sam);
    expect(others).toEqual([]);
    expect(notice?.door).toBe('both');
    expect(notice?.mail.text).toContain(`https://desk.example/me/${sam.id}`);
    expect(notice?.mail.text).toContain('https://teams.example/l/nw-2027-02');
    expect(JSON.stringify(notice)).not.toContain(kit.email);
    expect(JSON.stringify(notice)).not.toContain(kit.id);
    expect(calendarOf(sam)).toMatchObject({
      method: 'REQUEST',
      starts: '2027-02-09 18:00 (Europe/London)',
      location: 'https://teams.example/l/nw-2027-02',
      attendees: 1,
      sequence: 0,
    });
  });

  test('somebody who waits gets a link but neither join link nor calendar file', async () => {
    const stranger = desk.know(aStranger());
    await desk.say(stranger, 'register NW-2027-02');
    await desk.work();
    const [notice] = desk.noticesFor(stranger);
    expect(notice?.mail).toMatchObject({ subject: 'We have your request' });
    expect(notice?.mail.calendar).toBeUndefined();
    expect(JSON.stringify(notice)).not.toContain('teams.example');
  });

  test('a move sends the same entry with a higher sequence and London’s summer time', async () => {
    const sam = vetted();
    await desk.say(sam, 'register NW-2027-02');
    await desk.work();
    const before = calendarOf(sam);
    desk.store.putBriefing(MOVED);
    await send('registrations.briefing-moved', { code: 'NW-2027-02', revision: 1 });
    await desk.work();
    const after = calendarOf(sam);
    expect(after).toMatchObject({
      method: 'REQUEST',
      uid: before?.uid,
      starts: '2027-06-08 18:00 (Europe/London)',
    });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 99);
    expect(desk.noticesFor(sam).at(-1)?.mail.subject).toContain('Tuesday 8 June 2027, 18:00 to 19:00');
  });

  test('a cancellation takes the entry away and gives the reason', async () => {
    const sam = vetted();
    await desk.say(sam, 'register NW-2027-02');
    await desk.work();
    desk.store.putBriefing(aBriefing({ status: 'cancelled', statusReason: 'the presenter is unwell' }));
    await send('registrations.briefing-cancelled', { code: 'NW-2027-02' });
    await desk.work();
    expect(calendarOf(sam)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 });
    expect(desk.noticesFor(sam).at(-1)?.mail.text).toContain('the presenter is unwell');
  });

  test('withdrawing takes the entry away, and coming back puts it in again', async () => {
    const sam = vetted();
    const sequences: (number | undefined)[] = [];
    for (const text of ['register', 'withdraw', 'register']) {
      await desk.say(sam, `${text} NW-2027-02`);
      await desk.work();
      sequences.push(calendarOf(sam)?.sequence);
    }
    expect(sequences).toEqual([0, 1, 2]);
    expect(desk.noticesFor(sam).map(({ mail }) => mail.calendar?.method)).toEqual([
      'REQUEST',
      'CANCEL',
      'REQUEST',
    ]);
  });

  test('somebody without an address is not written to by mail alone', async () => {
    const { email: _none, ...silent } = aStranger();
    await desk.say(desk.know(silent), 'register NW-2027-02');
    await desk.work();
    expect(desk.notices()).toEqual([]);
  });

  test('a repeated job tells nobody twice, and one that has been overtaken tells nothing', async () => {
    const sam = vetted();
    await desk.say(sam, 'register NW-2027-02');
    const [confirmation] = desk.store.outgoing;
    await desk.work();
    if (confirmation) await desk.store.send([confirmation, confirmation]);
    await desk.work();
    expect(desk.noticesFor(sam)).toHaveLength(1);
    await desk.say(sam, 'withdraw NW-2027-02');
    desk.store.outgoing.length = 0;
    if (confirmation) await desk.store.send([confirmation]);
    await desk.work();
    expect(desk.noticesFor(sam)).toHaveLength(1);
  });

  test('a move reaches more people than one batch holds, each once', async () => {
    const people = Array.from({ length: 501 }, () => vetted());
    for (const person of people) {
      await desk.useCases.registerForBriefing({ person, code: 'NW-2027-02', now: desk.clock.now });
    }
    desk.store.outgoing.length = 0;
    desk.store.putBriefing(MOVED);
    await send('registrations.briefing-moved', { code: 'NW-2027-02', revision: 1 });
    await desk.work();
    expect(new Set(desk.notices().map(({ person }) => person)).size).toBe(501);
    expect(desk.notices()).toHaveLength(501);
  });

  test('the day before, each is reminded once', async () => {
    const sam = vetted();
    await desk.say(sam, 'register NW-2027-02');
    await desk.work();
    const remind = desk.jobs.find(({ name }) => name === 'registrations.remind');
    for (const hoursBefore of [30, 23, 22, 1]) {
      const now = plusMinutes(aBriefing().startsAt, -60 * hoursBefore);
      await remind?.run({}, { now });
      await desk.work(now);
    }
    expect(desk.noticesFor(sam).map(({ mail }) => mail.subject.slice(0, 21))).toEqual([
      'You are registered: T',
      'Your briefing is soon',
    ]);
  });

  test('no job carries a name, an address or words', async () => {
    const sam = desk.know(aStranger({ name: 'Unusual Name' }));
    await desk.say(sam, 'register NW-2027-02');
    const told = JSON.stringify([desk.store.outgoing, desk.store.record]);
    expect(told).not.toContain('Unusual Name');
    expect(told).not.toContain('@');
  });
});
