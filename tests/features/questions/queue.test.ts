import { brand, type QuestionId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import type { QueueAct } from '../../../src/features/questions/decide-queue-item.js';
import { PATIENCE } from '../../../src/features/questions/settle-questions.js';
import { aBriefing, aPerson, CODE, NOW, without } from '../../support/memory/question-builders.js';
import { aLead, aPresenter, questionDesk } from '../../support/memory/question-desk.js';

function open() {
  const desk = questionDesk();
  const maya = desk.join(aPerson());
  const tom = desk.join(aPresenter());
  const priya = desk.join(aLead());
  const only = () => desk.store.all()[0]!;
  const decide = (
    person: Person,
    act: QueueAct,
    more: { version?: number; reason?: string; id?: QuestionId } = {},
  ) =>
    desk.useCases.decideQueueItem({
      person,
      code: CODE,
      id: only().id,
      act,
      version: only().version,
      now: NOW,
      ...more,
    });
  const queue = async (person: Person) => {
    const seen = await desk.useCases.readQueue({ person, code: CODE, offset: 0, limit: 50 });
    return seen.kind === 'queue' ? seen.items : seen.kind;
  };
  const tellLast = async () => {
    const { id, version } = only();
    await desk.tell({ id, version, now: NOW });
    return desk.notices.at(-1)?.notice.mail;
  };
  return { desk, maya, tom, priya, only, decide, queue, tellLast };
}

test('presenters see a question’s words and never who asked', async () => {
  const { desk, maya, tom, queue } = open();
  await desk.ask(maya, 'How often? [presenter]');
  const items = await queue(tom);
  expect(items).toMatchObject([{ text: 'How often? [presenter]', state: 'waiting', version: 1 }]);
  expect(JSON.stringify(items)).not.toContain(maya.id);
  expect(JSON.stringify(items)).not.toContain(maya.name);
});

test('an attendee does not see the queue', async () => {
  const { desk, maya, queue, decide } = open();
  await desk.ask(maya, 'How often? [presenter]');
  expect(await queue(maya)).toBe('forbidden');
  expect(await decide(maya, 'accept')).toEqual({ kind: 'forbidden' });
});

test('accept, answer and decline are told to the asker with their reason', async () => {
  const { desk, maya, tom, decide, tellLast } = open();
  await desk.ask(maya, 'How often? [presenter]');
  expect(await decide(tom, 'accept')).toMatchObject({ item: { state: 'accepted', version: 2 } });
  expect((await tellLast())?.subject).toBe('Your question will be answered');
  expect(await decide(tom, 'decline')).toMatchObject({ kind: 'refused' });
  await decide(tom, 'decline', { reason: 'It is in the handout.' });
  expect((await tellLast())?.text).toContain('It is in the handout.');
  expect(desk.notices.every(({ person }) => person === maya.id)).toBe(true);
  expect(desk.notices.some(({ notice }) => notice.mail.text.includes('How often'))).toBe(false);
});

test('the second of two presenters is told who was first, and a repeat of one’s own act is fine', async () => {
  const { desk, maya, tom, priya, decide } = open();
  await desk.ask(maya, 'How often? [presenter]');
  await decide(tom, 'accept');
  expect(await decide(tom, 'accept', { version: 1 })).toMatchObject({ kind: 'decided' });
  const late = await decide(priya, 'answer', { version: 1 });
  expect(late).toMatchObject({
    kind: 'conflict',
    problem: expect.stringContaining('Tom Presenter accepted') as string,
  });
  expect(JSON.stringify(late)).not.toContain(maya.name);
});

test('a question its asker took back is told without naming them', async () => {
  const { desk, maya, tom, only, decide } = open();
  await desk.ask(maya, 'How often? [presenter]');
  await desk.useCases.withdrawQuestion({ person: maya, id: only().id, now: NOW });
  const late = await decide(tom, 'accept', { version: 1 });
  expect(late).toMatchObject({
    kind: 'conflict',
    problem: expect.stringContaining('asker has taken') as string,
  });
  expect(JSON.stringify(late)).not.toContain(maya.name);
});

test('handing over creates the referral and takes the words out of the queue', async () => {
  const { desk, maya, tom, decide, queue } = open();
  await desk.ask(maya, 'My door at 4 High Street [presenter]');
  expect(JSON.stringify(await decide(tom, 'hand_over'))).not.toContain('High Street');
  expect(JSON.stringify(await queue(tom))).not.toContain('High Street');
  expect(desk.store.referrals).toHaveLength(1);
  expect(desk.store.outgoing.map(({ job }) => job)).toEqual(['referrals.deliver', 'questions.tell-asker']);
});

test('handing over somebody without an area asks them for it', async () => {
  const { desk, tom, decide, tellLast, only } = open();
  const yusuf = desk.join(without(aPerson(), 'area'));
  await desk.ask(yusuf, 'My door [presenter]');
  expect(await decide(tom, 'hand_over')).toMatchObject({ item: { state: 'handed_over' } });
  expect((await tellLast())?.subject).toBe('Which area are you in?');
  await desk.useCases.giveArea({ person: yusuf, id: only().id, typed: 'M1 1AE', now: NOW });
  expect(only().state).toBe('handed_over');
  expect(desk.store.referrals).toHaveLength(1);
});

test('what waits for review is a moderator’s alone until they let it through', async () => {
  const { desk, maya, tom, priya, only, decide, queue } = open();
  const outcome = await desk.ask(maya, 'Is my lock enough? [local_policing?]');
  await desk.useCases.chooseRoute({ person: maya, id: outcome.id!, choice: 'presenter', now: NOW });
  expect(await queue(tom)).toEqual([]);
  expect(await decide(tom, 'accept')).toEqual({ kind: 'unknown' });
  expect(await queue(priya)).toMatchObject([{ state: 'needs_review' }]);
  await decide(priya, 'accept');
  expect(await queue(tom)).toMatchObject([{ id: only().id, state: 'accepted' }]);
});

test('another person’s question is as unknown as one that does not exist, at every door', async () => {
  const { desk, maya, only } = open();
  const yusuf = desk.join(aPerson());
  await desk.ask(maya, 'My own. [local_policing]');
  const nobody = brand<QuestionId>('00000000-0000-4000-8000-999999999999');
  for (const id of [only().id, nobody]) {
    expect(await desk.useCases.chooseRoute({ person: yusuf, id, choice: 'now', now: NOW })).toEqual({
      kind: 'unknown',
    });
    expect(await desk.useCases.giveArea({ person: yusuf, id, typed: 'M1', now: NOW })).toEqual({
      kind: 'unknown',
    });
    expect(await desk.useCases.withdrawQuestion({ person: yusuf, id, now: NOW })).toEqual({
      kind: 'unknown',
    });
    expect(await desk.useCases.showMyQuestion({ person: yusuf, id, now: NOW })).toEqual({ kind: 'unknown' });
  }
  expect((await desk.useCases.listMyQuestions({ person: yusuf.id, offset: 0, limit: 9 })).questions).toEqual(
    [],
  );
});

test('“it is happening now” is answered 999 wherever the question stands', async () => {
  const { desk, maya, only } = open();
  const asked = await desk.ask(maya, 'Hm. [presenter?]');
  expect(
    await desk.useCases.chooseRoute({ person: maya, id: asked.id!, choice: 'now', now: NOW }),
  ).toMatchObject({ outcome: { kind: 'emergency' } });
  expect(only().state).toBe('emergency');
  const sent = await desk.ask(maya, 'Mine. [local_policing]');
  const now = await desk.useCases.chooseRoute({ person: maya, id: sent.id!, choice: 'now', now: NOW });
  expect(now).toMatchObject({ outcome: { kind: 'emergency' } });
  expect((await desk.store.find(sent.id!))?.state).toBe('referred');
});

test('an asker who does not choose is not forgotten: a moderator or the local team gets it in time', async () => {
  const { desk, maya } = open();
  await desk.ask(maya, 'General? [presenter?]');
  await desk.ask(maya, 'Mine? [local_policing?]');
  const later = plusMinutes(NOW, PATIENCE.askedBack + 1);
  expect(await desk.useCases.settleQuestions(later)).toEqual({ settled: 2 });
  expect(desk.store.all().map(({ state }) => state)).toEqual(['needs_review', 'referred']);
  expect(desk.store.outgoing.filter(({ job }) => job === 'questions.tell-asker')).toHaveLength(2);
});

test('what presenters did not reach lapses after the briefing, and its asker is told what to do', async () => {
  const { desk, maya, only, tellLast } = open();
  desk.store.addBriefing(CODE, { endsAt: aBriefing().endsAt });
  await desk.ask(maya, 'How often? [presenter]');
  await desk.useCases.settleQuestions(plusMinutes(aBriefing().endsAt, PATIENCE.briefingOver + 1));
  expect(only()).toMatchObject({ state: 'lapsed', reason: 'briefing_over' });
  expect((await tellLast())?.text).toContain('Ask again at the next one');
});

test('forgetting a person erases every word they asked and withdraws what is with a team', async () => {
  const { desk, maya } = open();
  await desk.ask(maya, 'One. [presenter]');
  await desk.ask(maya, 'Two. [local_policing]');
  await desk.useCases.forgetQuestions({ person: maya.id, now: NOW });
  expect(desk.store.all().map(({ text, state }) => [text, state])).toEqual([
    ['', 'forgotten'],
    ['', 'forgotten'],
  ]);
  expect(desk.store.outgoing.filter(({ job }) => job === 'referrals.withdraw')).toHaveLength(2);
});

test('the queue’s readers hear of every change', async () => {
  const { desk, maya, tom, decide } = open();
  let heard = 0;
  const close = await desk.useCases.watchQueue.subscribe(CODE, () => (heard += 1));
  await desk.ask(maya, 'How often? [presenter]');
  await decide(tom, 'accept');
  close();
  await decide(tom, 'answer');
  expect(heard).toBe(2);
});
