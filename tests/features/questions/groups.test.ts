import type { Question } from '../../../src/domain/question/question.js';
import type { QuestionId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { plusMinutes } from '../../../src/domain/shared/time.js';
import { queueCard, queueItemCard } from '../../../src/features/questions/cards/queue.card.js';
import type { QueueAct } from '../../../src/features/questions/decide-queue-item.js';
import { groupsBy } from '../../../src/features/questions/grouping.js';
import { expectGoodCard } from '../../support/good-card.js';
import { aPerson, aQuestion, CODE, NOW, without } from '../../support/memory/question-builders.js';
import { aLead, aPresenter, questionDesk } from '../../support/memory/question-desk.js';

const FIRST = 'Are video doorbells worth it?';
const SECOND = 'Is a video doorbell worth having?';
const THIRD = 'video doorbells, worth it?';

function open() {
  const desk = questionDesk();
  const [maya, yusuf, ines] = ['Maya', 'Yusuf', 'Ines'].map((name) => desk.join(aPerson({ name })));
  const tom = desk.join(aPresenter());
  let minute = 0;
  const ask = async (person: Person | undefined, text: string) =>
    (await desk.ask(person!, text, { now: plusMinutes(NOW, (minute += 0.25)) })).id!;
  const read = async (person = tom) => {
    const seen = await desk.useCases.readQueue({ person, code: CODE, offset: 0, limit: 50 });
    if (seen.kind !== 'queue') throw new Error(seen.kind);
    return seen;
  };
  const decide = (act: QueueAct, item: { id: QuestionId; version: number; seen?: string }, reason?: string) =>
    desk.useCases.decideQueueItem({
      person: tom,
      code: CODE,
      act,
      id: item.id,
      version: item.version,
      now: plusMinutes(NOW, 30),
      ...(item.seen === undefined ? {} : { seen: item.seen }),
      ...(reason === undefined ? {} : { reason }),
    });
  const tellAll = async () => {
    for (const { job, data } of desk.store.outgoing.splice(0))
      if (job === 'questions.tell-asker')
        await desk.tell({
          id: data['questionId'] as QuestionId,
          version: data['version'] as number,
          now: NOW,
        });
    return desk.notices.splice(0);
  };
  const stateOf = async (id: QuestionId) => (await desk.store.find(id))?.state;
  return { desk, maya: maya!, yusuf: yusuf!, ines: ines!, tom, ask, read, decide, tellAll, stateOf };
}

async function asked() {
  const world = open();
  const ids = [
    await world.ask(world.maya, FIRST),
    await world.ask(world.yusuf, SECOND),
    await world.ask(world.ines, THIRD),
  ] as const;
  return { ...world, ids };
}

test('three who ask the same are one item with the count and every wording, and nobody’s name', async () => {
  const { read, ids, maya, yusuf, ines } = await asked();
  const { items, total, open: waiting } = await read();
  expect([items.length, total, waiting]).toEqual([1, 1, 1]);
  expect(items[0]).toMatchObject({ id: ids[0], text: FIRST, askers: 3 });
  expect(items[0]?.wordings.map(({ text }) => text)).toEqual([SECOND, THIRD]);
  for (const { id, name } of [maya, yusuf, ines]) {
    expect(JSON.stringify(items)).not.toContain(id);
    expect(JSON.stringify(items)).not.toContain(name);
  }
});

test.each([
  ['accept', 'Your question will be answered'],
  ['answer', 'Your question was answered'],
  ['decline', 'Your question was not taken up'],
] as const)('%s of a group is told to each asker alone, about their own wording', async (act, title) => {
  const { read, decide, tellAll, maya, yusuf, ines } = await asked();
  expect(await decide(act, (await read()).items[0]!, 'It is in the handout.')).toMatchObject({
    kind: 'decided',
  });
  const told = await tellAll();
  expect(told.map(({ person }) => person).sort()).toEqual([maya.id, yusuf.id, ines.id].sort());
  for (const [person, own] of [
    [maya, FIRST],
    [yusuf, SECOND],
    [ines, THIRD],
  ] as const) {
    const notice = told.find((entry) => entry.person === person.id)?.notice;
    expect(notice?.mail.subject).toBe(title);
    const words = JSON.stringify(notice);
    expect(words).toContain(own);
    for (const foreign of [
      FIRST,
      SECOND,
      THIRD,
      maya.name,
      yusuf.name,
      ines.name,
      maya.id,
      yusuf.id,
      ines.id,
    ])
      if (foreign !== own && foreign !== person.id) expect(words).not.toContain(foreign);
    expect(notice?.mail.text).not.toContain(own);
  }
});

test('a group is handed over to each asker’s own team; who has no area is asked for it', async () => {
  const { desk, read, decide, ask, ids } = await asked();
  const nowhere = desk.join(without(aPerson(), 'area'));
  const fourth = await ask(nowhere, 'Is it worth having a video doorbell?');
  await decide('hand_over', (await read()).items[0]!);
  expect(desk.store.referrals.map(({ question }) => question)).toEqual(ids);
  expect(await desk.store.find(fourth)).toMatchObject({ state: 'needs_area', reason: 'handed_over' });
  const { items } = await read();
  expect(items.map(({ state, askers }) => [state, askers])).toEqual(Array(4).fill(['handed_over', 1]));
});

test('what came after the presenter looked is not decided unseen', async () => {
  const { read, decide, ask, stateOf, ines, desk } = await asked();
  const seen = (await read()).items[0]!;
  const late = await ask(desk.join(aPerson()), 'Would a video doorbell be worth it?');
  await decide('decline', seen, 'Covered already.');
  expect(await stateOf(late)).toBe('waiting');
  expect((await read()).items[0]).toMatchObject({ id: late, askers: 1 });
  expect(
    (await desk.useCases.listMyQuestions({ person: ines.id, offset: 0, limit: 5 })).questions[0]?.sentence,
  ).toContain('Covered already.');
});

test('who asks again what is accepted is counted with it, and hears when it is answered', async () => {
  const { read, decide, ask, stateOf, desk } = await asked();
  await decide('accept', (await read()).items[0]!);
  const late = await ask(desk.join(aPerson()), FIRST);
  const [item] = (await read()).items;
  expect(item).toMatchObject({ state: 'accepted', askers: 4 });
  await decide('answer', item!);
  expect(await stateOf(late)).toBe('answered');
});

test('a door that does not say what it saw decides the one question alone', async () => {
  const { read, decide, stateOf, ids } = await asked();
  const { id, version } = (await read()).items[0]!;
  await decide('answer', { id, version });
  expect([await stateOf(ids[0]), await stateOf(ids[1])]).toEqual(['answered', 'waiting']);
});

test('a repeated click changes nothing and tells nobody twice', async () => {
  const { read, decide, tellAll } = await asked();
  const item = (await read()).items[0]!;
  await decide('accept', item);
  expect(await tellAll()).toHaveLength(3);
  expect(await decide('accept', item)).toMatchObject({ kind: 'decided' });
  expect(await tellAll()).toEqual([]);
});

test('two presenters at once: the second is told, and every asker hears one thing', async () => {
  const { read, decide, tellAll } = await asked();
  const item = (await read()).items[0]!;
  await decide('answer', item);
  expect(await decide('decline', item, 'No.')).toMatchObject({ kind: 'conflict' });
  expect((await tellAll()).map(({ notice }) => notice.mail.subject)).toEqual(
    Array(3).fill('Your question was answered'),
  );
});

test('withdrawing takes one from the group; when it was in front, another wording leads', async () => {
  const { desk, read, ids, maya, yusuf, stateOf } = await asked();
  await desk.useCases.withdrawQuestion({ person: maya, id: ids[0], now: NOW });
  const [item] = (await read()).items.filter(({ state }) => state === 'waiting');
  expect(item).toMatchObject({ id: ids[1], text: SECOND, askers: 2 });
  expect(JSON.stringify((await read()).items)).not.toContain(FIRST);
  expect(await stateOf(ids[2])).toBe('waiting');
  await desk.useCases.forgetQuestions({ person: yusuf.id, now: NOW });
  expect(JSON.stringify((await read()).items)).not.toContain(SECOND);
});

test('a presenter takes out what was grouped wrongly: it stands alone for good, on the record, and nobody is told', async () => {
  const { desk, read, tom, maya, ids, decide, tellAll } = await asked();
  const { id, version } = (await read()).items[0]!.wordings[0]!;
  const split = (person: Person, seen = version) =>
    desk.useCases.splitQuestion({ person, code: CODE, id, version: seen, now: NOW });
  expect(await split(maya)).toEqual({ kind: 'forbidden' });
  expect(await split(tom)).toMatchObject({ kind: 'decided', item: { id: ids[1], askers: 1 } });
  expect(await split(tom)).toMatchObject({ kind: 'decided' });
  expect((await read()).items.map(({ askers }) => askers)).toEqual([2, 1]);
  expect(desk.store.record.at(-1)).toMatchObject({ subjectId: id, event: 'split', actor: tom.id });
  expect(await tellAll()).toEqual([]);
  const alone = (await read()).items[1]!;
  expect(await decide('accept', alone)).toMatchObject({ kind: 'decided' });
  expect(await tellAll()).toHaveLength(1);
});

test('a notice that is under way is not lost when its question is set apart', async () => {
  const { desk, read, tom, decide, tellAll } = await asked();
  await decide('accept', (await read()).items[0]!);
  const { id, version } = (await read()).items[0]!.wordings[0]!;
  await desk.useCases.splitQuestion({ person: tom, code: CODE, id, version, now: NOW });
  expect(await tellAll()).toHaveLength(3);
});

test('one that was set apart, then accepted and answered at a stroke, is told of under one key', async () => {
  const { desk, read, tom, decide, tellAll } = await asked();
  const { id, version } = (await read()).items[0]!.wordings[0]!;
  await desk.useCases.splitQuestion({ person: tom, code: CODE, id, version, now: NOW });
  for (const act of ['accept', 'answer'] as const) await decide(act, (await desk.store.find(id))!);
  const keys = (await tellAll()).map(({ notice }) => notice.key);
  expect(new Set(keys).size).toBe(1);
});

test('what a moderator must still read stands by itself, and a presenter does not learn of it', async () => {
  const { desk, read, maya, tom } = await asked();
  const priya = desk.join(aLead());
  const doubtful = await desk.ask(desk.join(aPerson()), `${FIRST} [local_policing?]`);
  await desk.useCases.chooseRoute({
    person: { ...maya, id: (await desk.store.find(doubtful.id!))!.asker },
    id: doubtful.id!,
    choice: 'presenter',
    now: NOW,
  });
  expect((await read(tom)).items).toMatchObject([{ askers: 3 }]);
  expect((await read(priya)).items.map(({ state, askers }) => [state, askers])).toEqual([
    ['needs_review', 1],
    ['waiting', 3],
  ]);
});

test('the cards of a group show the count, the other wordings and a way to take one out', async () => {
  const { read } = await asked();
  const queue = await read();
  const list = queueCard(queue, { page: 1 });
  expectGoodCard(list);
  expect(JSON.stringify(list)).toContain('Asked by 3');
  const own = queueItemCard(queue.items[0]!, { code: CODE, page: 1 });
  expectGoodCard(own);
  for (const words of [SECOND, THIRD, 'Not the same', 'told to everyone who asked it'])
    expect(JSON.stringify(own)).toContain(words);
  expect(JSON.stringify(own)).toContain(`"seen":"${queue.items[0]!.seen}"`);
});

test('the cards of large groups stay below the limit, and decide no more than they show', async () => {
  const { desk, read, ask } = open();
  for (let at = 0; at < 60; at += 1) await ask(desk.join(aPerson()), `${FIRST}${' '.repeat(at)}`);
  const queue = await read();
  const [item] = queue.items;
  expect(item).toMatchObject({ askers: 60 });
  const ten = { ...queue, items: Array.from({ length: 10 }, () => ({ ...item!, text: 'ŵ😀'.repeat(1333) })) };
  expect(Buffer.byteLength(JSON.stringify(queueCard(ten, { page: 1 })))).toBeLessThan(25 * 1024);
  const long = {
    ...item!,
    text: 'ŵ😀'.repeat(1333),
    wordings: item!.wordings.map((one) => ({ ...one, text: 'ŵ😀'.repeat(1333) })),
  };
  const card = JSON.stringify(queueItemCard(long, { code: CODE, page: 1 }));
  expect(Buffer.byteLength(card)).toBeLessThan(25 * 1024);
  expect(card).toContain('And 51 more wordings');
  const [, seen = ''] = /"seen":"([^"]*)"/.exec(card) ?? [];
  expect(seen.split('.')).toHaveLength(8);
});

test('what was worked out for a queue is used again, and nothing of words that have gone', async () => {
  const read: string[] = [];
  const find = groupsBy({
    rarity: (word) => {
      read.push(word);
      return 0.5;
    },
  });
  const asked = [aQuestion({ text: FIRST }), aQuestion({ text: SECOND })];
  const groupsIn = (questions: readonly Question[]) =>
    find({ groupable: () => Promise.resolve(questions) }, CODE);
  expect(await groupsIn(asked)).toHaveLength(1);
  const once = read.length;
  expect(await groupsIn(asked)).toHaveLength(1);
  expect(read).toHaveLength(once);
  await groupsIn([]);
  await groupsIn(asked);
  expect(read).toHaveLength(2 * once);
});
