import { pacer } from '../../../src/adapters/graph/pace.js';
import { connectedStandIn, type ConnectedStandIn } from '../../support/graph/connected-stand-in.js';

let graph: ConnectedStandIn;
beforeEach(async () => {
  graph = await connectedStandIn();
});
afterEach(() => graph.stop());

const mail = { from: 'desk@example.test', to: 'sam@example.org', subject: 'Your place', text: 'See you.' };

test('a mail goes to one person, with its attachment, and is not kept among the sent ones', async () => {
  const attachments = [
    { name: 'briefing.ics', contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' },
  ];
  expect(await graph.connection.mailer.send({ ...mail, attachments })).toEqual({ kind: 'sent' });
  expect(graph.seen[0]?.body).toMatchObject({ SaveToSentItems: false });
  const [kept] = graph.state.mails;
  expect(kept?.message.toRecipients).toEqual([{ emailAddress: { address: 'sam@example.org' } }]);
  expect(kept?.message.attachments).toEqual([
    {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'briefing.ics',
      contentType: 'text/calendar; method=REQUEST',
      contentBytes: 'QkVHSU46VkNBTEVOREFS',
    },
  ]);
});

test('a mail whose answer is lost is not sent again', async () => {
  graph.faults.fail({ status: 504, afterwards: true, retryAfterSeconds: 0 });
  expect(await graph.connection.mailer.send(mail)).toMatchObject({ kind: 'fault', cause: 'unavailable' });
  expect(graph.state.mails).toHaveLength(1);
});

test('a mail that was turned away for load is sent again after the pause', async () => {
  graph.faults.fail({ status: 429, retryAfterSeconds: 0 });
  expect(await graph.connection.mailer.send(mail)).toEqual({ kind: 'sent' });
  expect(graph.state.mails).toHaveLength(1);
});

test('attachments over the limit are refused before anything is sent', async () => {
  const attachments = [{ name: 'big.txt', contentType: 'text/plain', content: 'x'.repeat(3_000_000) }];
  expect(await graph.connection.mailer.send({ ...mail, attachments })).toMatchObject({ cause: 'rejected' });
  expect(graph.seen).toEqual([]);
});

test('at most so many of a mailbox begin within the window, and another mailbox is not held up', async () => {
  let now = 0;
  const slept: number[] = [];
  const timing = {
    now: () => now,
    sleep(ms: number) {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
  const turn = pacer({ limit: 30, windowMs: 60_000 }, timing);
  for (let mailNumber = 0; mailNumber < 60; mailNumber += 1) await turn('one');
  expect(slept).toEqual([60_000]);
  await turn('another');
  expect(slept).toHaveLength(1);
  await turn('one');
  expect(slept).toEqual([60_000, 60_000]);
});
