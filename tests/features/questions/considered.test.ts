import { brand, type QuestionId } from '../../../src/domain/shared/ids.js';
import type { SecondOpinion } from '../../../src/domain/question/triage.js';
import type { Triage, TriageDecision } from '../../../src/features/questions/ports.js';
import { queueCard, queueItemCard } from '../../../src/features/questions/cards/queue.card.js';
import { queueItem } from '../../../src/features/questions/queue-item.js';
import { aPerson, CODE, NOW, without } from '../../support/memory/question-builders.js';
import { aLead, aPresenter, questionDesk, scriptedTriage } from '../../support/memory/question-desk.js';

const second: SecondOpinion = { route: 'local_policing', confidence: 0.88, reason: 'own_circumstances' };

/** Scripted triage that others are heard by; counts how often they were. */
function heard(consider: (decision: TriageDecision) => Promise<TriageDecision>) {
  const asked: string[] = [];
  const triage: Triage = {
    ...scriptedTriage,
    consider: ({ text }, decision) => {
      asked.push(text);
      return consider(decision);
    },
  };
  return { triage, asked };
}

const differs = () => heard((decision) => Promise.resolve({ ...decision, second, review: true }));

test('others are heard about everything but danger', async () => {
  const { triage, asked } = heard((decision) => Promise.resolve(decision));
  const desk = questionDesk({ triage });
  const maya = desk.join(aPerson());
  await desk.ask(maya, 'Sure. [presenter]');
  await desk.ask(maya, 'DANGER');
  await desk.ask(maya, 'Unsure. [presenter?]');
  await desk.ask(maya, 'Perhaps. [emergency?]');
  expect(asked).toEqual(['Sure. [presenter]', 'Unsure. [presenter?]']);
});

test('they may find danger, which is answered as danger at once', async () => {
  const { triage } = heard((decision) =>
    Promise.resolve({ ...decision, kind: 'decided', route: 'emergency' }),
  );
  const desk = questionDesk({ triage });
  const outcome = await desk.ask(desk.join(aPerson()), 'Sure. [presenter]');
  expect(outcome.kind).toBe('emergency');
  expect(outcome.lines[0]?.phone).toBe('999');
  expect(desk.store.all()).toMatchObject([{ route: 'emergency' }]);
});

test('what was decided stands where they have failed', async () => {
  const { triage } = heard(() => Promise.reject(new Error('away')));
  const desk = questionDesk({ triage });
  expect((await desk.ask(desk.join(aPerson()), 'Sure. [presenter]')).kind).toBe('queued');
});

test('what they settle goes where it belongs, without asking its asker', async () => {
  const { triage } = heard((decision) => Promise.resolve({ ...decision, kind: 'decided' }));
  const desk = questionDesk({ triage });
  expect((await desk.ask(desk.join(aPerson()), 'Unsure. [presenter?]')).kind).toBe('queued');
  expect(desk.store.all()[0]).toMatchObject({ state: 'waiting', cleared: true });
});

test('without their word the asker is asked as ever', async () => {
  const { triage } = heard(() => Promise.reject(new Error('away')));
  const desk = questionDesk({ triage });
  expect((await desk.ask(desk.join(aPerson()), 'Unsure. [presenter?]')).kind).toBe('asked_back');
});

describe('a message that two models read differently', () => {
  test('is before a moderator at once, and before no presenter', async () => {
    const desk = questionDesk(differs());
    await desk.ask(desk.join(aPerson()), 'Unsure. [presenter?]');
    expect(desk.store.all()[0]).toMatchObject({ state: 'needs_review', cleared: false, version: 1, second });
    const page = { offset: 0, limit: 9 };
    expect(await desk.store.queue(CODE, { moderator: true, ...page })).toMatchObject({ total: 1 });
    expect(await desk.store.queue(CODE, { moderator: false, ...page })).toMatchObject({ total: 0 });
  });

  test('shows its asker 999 and lets them say that it happens now or is their own matter', async () => {
    const desk = questionDesk(differs());
    const maya = desk.join(aPerson());
    const outcome = await desk.ask(maya, 'Unsure. [presenter?]');
    expect(outcome.message).toMatch(/^If somebody is in danger now, call 999/);
    expect(outcome.lines[0]?.phone).toBe('999');
    expect(outcome.choices.map(({ choice }) => choice)).toEqual(['local', 'now']);
    const id = outcome.id ?? brand<QuestionId>('');
    const chosen = await desk.useCases.chooseRoute({ person: maya, id, choice: 'now', now: NOW });
    expect(chosen).toMatchObject({ outcome: { kind: 'emergency' } });
  });

  test('shows the moderator both readings, on every card', async () => {
    const desk = questionDesk(differs());
    await desk.ask(desk.join(aPerson()), 'Unsure. [presenter?]');
    const item = queueItem(desk.store.all()[0]!, true);
    expect(item.readings).toEqual([
      { route: 'presenter', confidence: 0.4 },
      { route: 'local_policing', confidence: 0.88 },
    ]);
    const says = 'the desk reads: for the presenters (40 %); a second opinion: own circumstances (88 %)';
    expect(JSON.stringify(queueItemCard(item, { code: CODE, page: 1 }))).toContain(says);
    const queue = await desk.useCases.readQueue({ person: aLead(), code: CODE, offset: 0, limit: 9 });
    if (queue.kind !== 'queue') throw new Error(queue.kind);
    expect(JSON.stringify(queueCard(queue, { page: 1 }))).toContain(says);
  });

  test('shows a presenter nothing of it once it is let through', async () => {
    const desk = questionDesk(differs());
    await desk.ask(desk.join(aPerson()), 'Unsure. [presenter?]');
    const { id, version } = desk.store.all()[0]!;
    await desk.useCases.decideQueueItem({
      person: aLead(),
      code: CODE,
      id,
      act: 'accept',
      version,
      now: NOW,
    });
    const queue = await desk.useCases.readQueue({ person: aPresenter(), code: CODE, offset: 0, limit: 9 });
    if (queue.kind !== 'queue') throw new Error(queue.kind);
    expect(queue.items).toHaveLength(1);
    expect(queue.items[0]).not.toHaveProperty('readings');
  });

  test('stays with its asker where no briefing has a moderator, and where the guess is private', async () => {
    const nowhere = questionDesk({ ...differs(), briefings: [] });
    expect((await nowhere.ask(nowhere.join(aPerson()), 'Unsure. [presenter?]')).kind).toBe('asked_back');
    for (const person of [aPerson(), without(aPerson(), 'area')]) {
      const desk = questionDesk(differs());
      expect((await desk.ask(desk.join(person), 'Mine. [report_crime?]')).kind).toBe('asked_back');
      expect(desk.store.referrals).toEqual([]);
    }
  });

  test('is told to the record as a state, without a word of it', async () => {
    const desk = questionDesk(differs());
    await desk.ask(desk.join(aPerson()), 'Zanzibar. [presenter?]');
    expect(desk.store.record).toMatchObject([{ event: 'needs_review' }]);
    expect(JSON.stringify(desk.store.record)).not.toContain('Zanzibar');
  });
});
