import { brand, type PersonId, type TeamId } from '../../../src/domain/shared/ids.js';
import { plusMinutes, type Instant } from '../../../src/domain/shared/time.js';
import { courier, UnderWay, Unreachable, type Notice } from '../../../src/features/people/courier.js';
import type { Mail } from '../../../src/features/people/ports.js';
import { aChat, channel, email, newcomer, NOW } from '../../support/memory/people-builders.js';
import { memoryReach } from '../../support/memory/people-reach.js';
import { memoryPeople } from '../../support/memory/people-store.js';

const TEAM = brand<TeamId>('greater-manchester/adviser');
const CARD = { type: 'AdaptiveCard', body: [] };
const notice = (over: Partial<Notice> = {}): Notice => ({
  key: 'reminder/1',
  card: CARD,
  mail: { subject: 'A reminder', text: 'Tomorrow at six.' },
  door: 'chat-first',
  ...over,
});

/** A courier over memory, a chat and a mailbox that can be told how to behave. */
function setUp() {
  let now: Instant = NOW;
  const people = memoryPeople();
  const reach = memoryReach(people.personOfChannel);
  people.onErasing.push(reach.forgetPerson);
  const posted: { conversationId: unknown; card: object }[] = [];
  const mails: Mail[] = [];
  const world = {
    chat: 'works' as 'works' | 'gone' | 'broken',
    mailbox: 'works' as 'works' | 'broken',
    slow: false,
  };
  const pause = (): Promise<void> => new Promise((go) => setTimeout(go, world.slow ? 20 : 0));
  const carrier = courier({
    people,
    reach,
    chat: {
      async send(reference, card) {
        await pause();
        if (world.chat === 'broken') throw new Error('the Connector is away');
        if (world.chat === 'gone') return { kind: 'gone' };
        posted.push({ conversationId: reference['conversation'], card });
        return { kind: 'sent', activityId: `activity-${String(posted.length)}` };
      },
      async update(reference, activityId, card) {
        posted.push({ conversationId: `${String(reference['conversation'])}#${activityId}`, card });
      },
    },
    mailbox: {
      async send(mail) {
        await pause();
        if (world.mailbox === 'broken') throw new Error('the mail service is away');
        mails.push(mail);
      },
    },
    links: { team: (team) => Promise.resolve(`https://desk.test/team/${team}`) },
    clock: { now: () => now },
  });

  async function somebody(has: { chat?: boolean; mail?: boolean }): Promise<PersonId> {
    const [account, mail] = [channel(), email()];
    const details = newcomer(has.mail ? { email: mail.address } : {});
    const { id } = await people.takeDown(details, [account, ...(has.mail ? [mail] : [])], NOW);
    if (has.chat) await reach.remember(chatOf(account.id), NOW);
    return id;
  }
  const chatOf = (senderId: string, conversationId = 'a:own') =>
    aChat(senderId, {
      conversationId,
      reference: { serviceUrl: 'https://smba.example.test/', senderId, conversation: conversationId },
    });

  async function aTeam(has: { channel?: boolean; mail?: boolean }): Promise<void> {
    if (has.channel) await reach.remember({ ...chatOf('', '19:team'), scope: 'team' }, NOW);
    const details = { name: 'Adviser', ...(has.mail ? { email: 'adviser@force.test' } : {}) };
    reach.putTeam(TEAM, { ...details, ...(has.channel ? { conversationId: '19:team' } : {}) });
  }
  return {
    carrier,
    people,
    reach,
    posted,
    mails,
    world,
    somebody,
    aTeam,
    forward: (minutes: number) => void (now = plusMinutes(now, minutes)),
  };
}

describe('to a person', () => {
  test('a chat comes first, and mail is for those without one', async () => {
    const { carrier, posted, mails, somebody } = setUp();
    await carrier.toPerson(await somebody({ chat: true, mail: true }), notice());
    expect([posted.length, mails.length]).toEqual([1, 0]);
    await carrier.toPerson(await somebody({ mail: true }), notice({ key: 'reminder/2' }));
    expect([posted.length, mails.length]).toEqual([1, 1]);
    expect(mails[0]).toMatchObject({
      to: { name: 'Nia Newcomer' },
      subject: 'A reminder',
      text: 'Tomorrow at six.',
    });
  });

  test('by mail alone, or by both, where that is asked for', async () => {
    const { carrier, posted, mails, somebody } = setUp();
    const person = await somebody({ chat: true, mail: true });
    await carrier.toPerson(person, notice({ key: 'one', door: 'mail' }));
    expect([posted.length, mails.length]).toEqual([0, 1]);
    await carrier.toPerson(person, notice({ key: 'two', door: 'both' }));
    expect([posted.length, mails.length]).toEqual([1, 2]);
  });

  test('by both means the chat alone where no address is known', async () => {
    const { carrier, posted, mails, somebody } = setUp();
    await carrier.toPerson(await somebody({ chat: true }), notice({ door: 'both' }));
    expect([posted.length, mails.length]).toEqual([1, 0]);
  });

  test('a chat that is gone is forgotten, and the mail goes instead', async () => {
    const { carrier, posted, mails, world, somebody, reach } = setUp();
    const person = await somebody({ chat: true, mail: true });
    world.chat = 'gone';
    await carrier.toPerson(person, notice());
    expect([posted.length, mails.length]).toEqual([0, 1]);
    expect(await reach.ofPerson(person)).toBeUndefined();
    await carrier.toPerson(person, notice());
    expect(mails).toHaveLength(1);
  });

  test.each(['chat-first', 'mail', 'both'] as const)(
    '%s: however often the job runs, the notice comes once',
    async (door) => {
      const { carrier, posted, mails, somebody } = setUp();
      const person = await somebody({ chat: true, mail: true });
      for (let run = 0; run < 3; run += 1) await carrier.toPerson(person, notice({ door }));
      expect(posted.length).toBe(door === 'mail' ? 0 : 1);
      expect(mails.length).toBe(door === 'chat-first' ? 0 : 1);
    },
  );

  test('however many jobs run at once, the notice comes once; the others try again and find it sent', async () => {
    const { carrier, posted, mails, world, somebody } = setUp();
    const person = await somebody({ chat: true, mail: true });
    world.slow = true;
    const runs = await Promise.allSettled([1, 2, 3, 4].map(() => carrier.toPerson(person, notice())));
    expect([posted.length, mails.length]).toEqual([1, 0]);
    const refused = runs.filter((run) => run.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(UnderWay);
    await carrier.toPerson(person, notice());
    expect([posted.length, mails.length]).toEqual([1, 0]);
  });

  test('a chat that was lost after the notice stood there brings no second one by mail', async () => {
    const { carrier, posted, mails, somebody, reach } = setUp();
    const person = await somebody({ chat: true, mail: true });
    await carrier.toPerson(person, notice());
    await reach.forget('a:own');
    await carrier.toPerson(person, notice());
    expect([posted.length, mails.length]).toEqual([1, 0]);
  });

  test('what could not be sent may be tried again at once', async () => {
    const { carrier, posted, mails, world, somebody } = setUp();
    const person = await somebody({ chat: true, mail: true });
    world.chat = 'broken';
    await expect(carrier.toPerson(person, notice({ door: 'both' }))).rejects.toThrow('Connector');
    world.chat = 'works';
    world.mailbox = 'broken';
    await expect(carrier.toPerson(person, notice({ door: 'both' }))).rejects.toThrow('mail service');
    world.mailbox = 'works';
    await carrier.toPerson(person, notice({ door: 'both' }));
    expect([posted.length, mails.length]).toEqual([1, 1]);
  });

  test('after a crash between sending and noting it, the notice comes a second time once its lease is over', async () => {
    const { carrier, posted, somebody, reach, forward } = setUp();
    const person = await somebody({ chat: true });
    const noted = reach.sent;
    reach.sent = () => Promise.reject(new Error('the process was killed here'));
    await expect(carrier.toPerson(person, notice())).rejects.toThrow('killed');
    reach.sent = noted;
    await expect(carrier.toPerson(person, notice())).rejects.toBeInstanceOf(UnderWay);
    forward(2);
    await carrier.toPerson(person, notice());
    await carrier.toPerson(person, notice());
    expect(posted).toHaveLength(2);
  });

  test('somebody without chat and address is named unreachable, so that a human hears of it', async () => {
    const { carrier, somebody } = setUp();
    await expect(carrier.toPerson(await somebody({}), notice())).rejects.toBeInstanceOf(Unreachable);
    await expect(
      carrier.toPerson(await somebody({ chat: true }), notice({ door: 'mail' })),
    ).rejects.toBeInstanceOf(Unreachable);
  });

  test('somebody who was forgotten meanwhile gets nothing, and that is no fault', async () => {
    const { carrier, people, posted, mails, somebody } = setUp();
    const person = await somebody({ chat: true, mail: true });
    await people.erase(person, NOW);
    await carrier.toPerson(person, notice({ door: 'both' }));
    expect([posted.length, mails.length]).toEqual([0, 0]);
  });
});

describe('to a local team', () => {
  test('into its channel, with the place told, the same one on a repeat', async () => {
    const { carrier, posted, mails, aTeam } = setUp();
    await aTeam({ channel: true, mail: true });
    const place = { conversationId: '19:team', activityId: 'activity-1' };
    expect(await carrier.toTeam(TEAM, notice())).toEqual(place);
    expect(await carrier.toTeam(TEAM, notice())).toEqual(place);
    expect([posted.length, mails.length]).toEqual([1, 0]);
  });

  test('by mail with its signed link where it has no channel, or its channel does not take it', async () => {
    for (const has of [{ mail: true }, { mail: true, channel: true }]) {
      const { carrier, posted, mails, world, aTeam } = setUp();
      world.chat = 'gone';
      await aTeam(has);
      expect(await carrier.toTeam(TEAM, notice())).toEqual({});
      expect(await carrier.toTeam(TEAM, notice())).toEqual({});
      expect(posted).toHaveLength(0);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.to).toEqual({ name: 'Adviser', email: 'adviser@force.test' });
      expect(mails[0]?.text).toBe('Tomorrow at six.\n\nhttps://desk.test/team/greater-manchester/adviser\n');
    }
  });

  test('a team that nobody entered, or without address, is named unreachable', async () => {
    const { carrier, aTeam } = setUp();
    await expect(carrier.toTeam(TEAM, notice())).rejects.toBeInstanceOf(Unreachable);
    await aTeam({});
    await expect(carrier.toTeam(TEAM, notice())).rejects.toThrow(
      'a local team has neither a chat nor a mail address',
    );
  });

  test('a card in a channel is brought up to date, and one in a place that is gone is let be', async () => {
    const { carrier, posted, aTeam } = setUp();
    await aTeam({ channel: true });
    await carrier.updateTeam({ conversationId: '19:team', activityId: 'activity-9' }, CARD);
    await carrier.updateTeam({ conversationId: '19:elsewhere', activityId: 'activity-9' }, CARD);
    expect(posted).toEqual([{ conversationId: '19:team#activity-9', card: CARD }]);
  });
});
