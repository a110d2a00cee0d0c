import { brand, type ForceId } from '../../../src/domain/shared/ids.js';
import { plusMinutes, type Instant } from '../../../src/domain/shared/time.js';
import { aBriefing, aLead, aStranger, codeOf } from '../../support/memory/registration-builders.js';
import {
  cardIn,
  registrationDesk,
  wordsOf,
  type RegistrationDesk,
} from '../../support/memory/registration-desk.js';

const CODE = codeOf('NW-2027-02');
const WALES = aBriefing({
  code: codeOf('WA-2027-02'),
  region: 'wales',
  startsAt: '2027-02-02T18:00:00.000Z' as Instant,
  endsAt: '2027-02-02T19:00:00.000Z' as Instant,
});

describe('registering in chat', () => {
  let desk: RegistrationDesk;
  const statusOf = async (person: { id: Parameters<typeof desk.store.find>[0] }) =>
    (await desk.store.find(person.id, CODE))?.status;
  beforeEach(() => {
    desk = registrationDesk();
    desk.store.putBriefing(WALES);
  });

  test('lists the coming briefings, the person’s own region first', async () => {
    const force = brand<ForceId>('greater-manchester');
    const area = { kind: 'council', name: 'Manchester', force, region: 'north-west' } as const;
    const words = wordsOf(await desk.say(aStranger({ area }), 'register'));
    expect(words.indexOf('NW-2027-02')).toBeLessThan(words.indexOf('WA-2027-02'));
    expect(words).toContain('your region');
    const plain = wordsOf(await desk.say(aStranger(), 'register'));
    expect(plain.indexOf('WA-2027-02')).toBeLessThan(plain.indexOf('NW-2027-02'));
    expect(wordsOf(await desk.say(aStranger(), 'register wales'))).not.toContain('NW-2027-02');
  });

  test('confirms known people at once for any region, and makes others wait for a lead', async () => {
    const known = desk.know(aStranger({ vetted: true }));
    const stranger = desk.know(aStranger());
    expect(wordsOf(await desk.say(known, 'register nw 2027 02'))).toContain('You are registered');
    expect(wordsOf(await desk.say(stranger, 'register for NW-2027-02'))).toContain('We have your request');
    expect(await statusOf(known)).toBe('confirmed');
    expect(await statusOf(stranger)).toBe('waiting');
  });

  test('confirms an address of a trusted domain at once', async () => {
    desk.store.trustedDomains.push('council.example');
    const councillor = desk.know(aStranger({ email: 'cllr@council.example' }));
    await desk.say(councillor, 'register NW-2027-02');
    expect(await statusOf(councillor)).toBe('confirmed');
  });

  test('a double click is one registration and one message', async () => {
    const person = desk.know(aStranger({ vetted: true }));
    const click = () =>
      desk.click(person, 'registrations/register', { code: CODE, list: 'coming', page: '1' });
    await Promise.all([click(), click()]);
    expect(wordsOf(await click())).toContain('Nothing has changed');
    expect(desk.store.outgoing).toHaveLength(1);
    expect(desk.store.record).toHaveLength(1);
  });

  test('a waiting person never gets the join link, a confirmed one does', async () => {
    const stranger = desk.know(aStranger());
    await desk.say(stranger, 'register NW-2027-02');
    expect(wordsOf(await desk.say(stranger, 'my briefings'))).not.toContain('teams.example');
    const known = desk.know(aStranger({ vetted: true }));
    await desk.say(known, 'register NW-2027-02');
    expect(wordsOf(await desk.say(known, 'my briefings'))).toContain('https://teams.example/l/nw-2027-02');
  });

  test('one can withdraw and come back', async () => {
    const person = desk.know(aStranger({ vetted: true }));
    await desk.say(person, 'register NW-2027-02');
    expect(wordsOf(await desk.say(person, 'withdraw NW-2027-02'))).toContain('You have withdrawn');
    expect(await statusOf(person)).toBe('withdrawn');
    await desk.say(person, 'register NW-2027-02');
    expect(await statusOf(person)).toBe('confirmed');
  });

  test('a briefing that is over or cancelled is refused with the next date of that region', async () => {
    const march = {
      startsAt: '2027-03-09T18:00:00.000Z' as Instant,
      endsAt: '2027-03-09T19:00:00.000Z' as Instant,
    };
    desk.store.putBriefing(aBriefing({ code: codeOf('NW-2027-03'), date: '2027-03-09' as never, ...march }));
    const person = desk.know(aStranger({ vetted: true }));
    desk.clock.now = plusMinutes(aBriefing().endsAt, 1);
    expect(wordsOf(await desk.say(person, 'register NW-2027-02'))).toMatch(
      /NW-2027-02 is over.*NW-2027-03, Tuesday 9 March 2027, 18:00 to 19:00/,
    );
    desk.store.putBriefing(aBriefing({ code: codeOf('NW-2027-04'), ...march, status: 'cancelled' }));
    expect(wordsOf(await desk.say(person, 'register NW-2027-04'))).toContain('was cancelled');
    expect(await statusOf(person)).toBeUndefined();
  });

  test('a briefing that is not published is as good as unknown', async () => {
    desk.store.putBriefing(aBriefing({ code: codeOf('NW-2027-06'), status: 'held_back' }));
    const person = aStranger();
    const unknown = wordsOf(await desk.say(person, 'register NW-2027-08')).replace('08', '06');
    expect(wordsOf(await desk.say(person, 'register NW-2027-06'))).toBe(unknown);
  });

  test('words that are no briefing get an answer that says what to type', async () => {
    expect(wordsOf(await desk.say(aStranger(), 'register a complaint'))).toContain(
      'add a code such as NW-2027-02',
    );
    expect(wordsOf(await desk.say(aStranger(), 'withdraw'))).toContain('such as NW-2027-02');
    expect(wordsOf(await desk.say(aStranger(), 'withdraw NW-2027-02'))).toContain('You are not registered');
  });
});

describe('what a lead does', () => {
  let desk: RegistrationDesk;
  beforeEach(() => {
    desk = registrationDesk();
  });
  const idIn = (reply: unknown) => /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(reply))?.[1] ?? '';

  test('approvals shows names to the lead of the region only', async () => {
    const stranger = desk.know(aStranger({ name: 'Unusual Name' }));
    await desk.say(stranger, 'register NW-2027-02');
    expect(wordsOf(await desk.say(aLead(), 'approvals'))).toContain('Unusual Name');
    const elsewhere = aLead({ roles: [{ role: 'regional-lead', region: 'wales' }] });
    expect(wordsOf(await desk.say(elsewhere, 'approvals'))).not.toContain('Unusual Name');
    expect(wordsOf(await desk.say(aStranger(), 'approvals'))).toContain('Only a regional lead');
    const sneaky = await desk.click(aStranger(), 'registrations/page', { list: 'approvals', page: '1' });
    expect(wordsOf(sneaky)).not.toContain('Unusual Name');
  });

  test('approving confirms and tells the person once; a second click says so', async () => {
    const stranger = desk.know(aStranger());
    await desk.say(stranger, 'register NW-2027-02');
    const id = idIn(await desk.say(aLead(), 'approvals'));
    expect(wordsOf(await desk.click(aLead(), 'registrations/approve', { id, page: '1' }))).toContain(
      'Approved',
    );
    expect(wordsOf(await desk.click(aLead(), 'registrations/approve', { id }))).toContain('decided before');
    expect(wordsOf(await desk.click(aLead(), 'registrations/decline', { id }))).toContain('approved before');
    await desk.work();
    expect(desk.noticesFor(stranger).map(({ mail }) => mail.subject)).toEqual([
      'You are registered: Tuesday 9 February 2027, 18:00 to 19:00 (London time)',
    ]);
  });

  test('a lead of another region decides nothing here', async () => {
    const stranger = desk.know(aStranger());
    await desk.say(stranger, 'register NW-2027-02');
    const id = idIn(await desk.say(aLead(), 'approvals'));
    const elsewhere = aLead({ roles: [{ role: 'regional-lead', region: 'wales' }] });
    expect(wordsOf(await desk.click(elsewhere, 'registrations/approve', { id }))).toContain('North West');
    expect((await desk.store.find(stranger.id, CODE))?.status).toBe('waiting');
  });

  test('requests come ten a page, and the last page shows when one has been emptied', async () => {
    for (let count = 0; count < 11; count += 1) {
      await desk.say(desk.know(aStranger({ name: `Person ${String(count)}` })), 'register NW-2027-02');
    }
    const first = wordsOf(await desk.say(aLead(), 'approvals'));
    expect(first.match(/"title":"Approve"/g)).toHaveLength(10);
    expect(first).toContain('Next (page 2 of 2)');
    const second = await desk.click(aLead(), 'registrations/page', { list: 'approvals', page: '2' });
    const after = await desk.click(aLead(), 'registrations/decline', { id: idIn(second), page: '2' });
    expect(wordsOf(after).match(/"title":"Approve"/g)).toHaveLength(10);
  });

  test('attendance says small numbers without telling them apart, and that nobody is counted as present', async () => {
    for (let count = 0; count < 5; count += 1) {
      await desk.say(desk.know(aStranger({ vetted: true })), 'register NW-2027-02');
    }
    await desk.say(desk.know(aStranger()), 'register NW-2027-02');
    const facts = (
      cardIn(await desk.say(aLead(), 'attendance NW-2027-02')) as unknown as { body: { facts?: unknown }[] }
    ).body[1]?.facts;
    expect(facts).toEqual([
      { title: 'Registered', value: '5' },
      { title: 'Waiting for approval', value: 'fewer than 5' },
      { title: 'Withdrawn', value: 'fewer than 5' },
    ]);
    expect(wordsOf(await desk.say(aLead(), 'attendance NW-2027-02'))).toContain('not read yet');
    const elsewhere = aLead({ roles: [{ role: 'regional-lead', region: 'wales' }] });
    expect(wordsOf(await desk.say(elsewhere, 'attendance NW-2027-02'))).toContain(
      'Only the regional lead of North West',
    );
  });
});
