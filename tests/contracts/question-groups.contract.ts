import { mayBeGrouped } from '../../src/domain/question/question-groups.js';
import { QUESTION_STATES, type Question } from '../../src/domain/question/question.js';
import { brand, type BriefingCode } from '../../src/domain/shared/ids.js';
import { plusMinutes } from '../../src/domain/shared/time.js';
import type { Told } from '../../src/features/questions/ports.js';
import { NOW } from '../support/memory/question-builders.js';
import type { OpenQuestions } from './question-store.contract.js';

const NOTHING: Told = { record: [], outgoing: [] };

/** What every store of questions does for those that ask the same, and for what is corrected. */
export function testGroups(
  world: () => OpenQuestions,
  asked: (overrides?: Partial<Question>) => Promise<Question>,
): void {
  test('gives what may be grouped, and keeps one that was set apart out of it', async () => {
    const code = brand<BriefingCode>('NW-2027-05');
    await world().addBriefing(code, plusMinutes(NOW, 40));
    const every: Question[] = [];
    for (const state of QUESTION_STATES)
      for (const cleared of [true, false])
        for (const route of ['presenter', 'local_policing'] as const)
          every.push(await asked({ briefing: code, state, cleared, route }));
    for (const text of ['', '[removed after its time]']) every.push(await asked({ briefing: code, text }));
    const apart = await asked({ briefing: code, apart: true });
    expect(await world().store.find(apart.id)).toEqual(apart);
    const found = (await world().store.groupable(code)).map(({ id }) => id);
    expect([...found].sort()).toEqual(
      [...every, apart]
        .filter(mayBeGrouped)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('leaves out of a queue, and out of its count, what stands in another one’s group', async () => {
    const code = brand<BriefingCode>('NW-2027-06');
    await world().addBriefing(code, plusMinutes(NOW, 40));
    const [first, second] = [await asked({ briefing: code }), await asked({ briefing: code })];
    const page = { moderator: false, offset: 0, limit: 9, except: [second.id] };
    const { total, open: waiting, questions } = await world().store.queue(code, page);
    expect([total, waiting, questions.map(({ id }) => id)]).toEqual([1, 1, [first.id]]);
  });

  test('moves together what still stands, and tells of nothing else', async () => {
    const [first, second, gone] = [await asked(), await asked(), await asked()];
    await world().store.move({ question: { ...gone, state: 'withdrawn', version: 2 } }, NOTHING);
    const before = await world().sent('questions.tell-asker');
    const moves = [first, second, gone].map((question) => ({
      question: { ...question, state: 'answered' as const, version: 2 },
      by: question.asker,
      told: {
        record: [],
        outgoing: [{ job: 'questions.tell-asker', data: { questionId: question.id, version: 2 } }],
      },
    }));
    expect(await world().store.moveTogether(moves)).toBe(true);
    const states = await Promise.all(
      [first, second, gone].map(async ({ id }) => (await world().store.find(id))?.state),
    );
    expect(states).toEqual(['answered', 'answered', 'withdrawn']);
    expect((await world().sent('questions.tell-asker')) - before).toBe(2);
  });

  test('moves nothing where the first has changed', async () => {
    const [first, second] = [await asked(), await asked()];
    const moves = (question: Question, state: Question['state']) => ({
      question: { ...question, state, version: 2 },
      told: NOTHING,
    });
    const both = await Promise.all([
      world().store.moveTogether([moves(first, 'answered'), moves(second, 'answered')]),
      world().store.moveTogether([moves(first, 'declined'), moves(second, 'declined')]),
    ]);
    expect([...both].sort()).toEqual([false, true]);
    const won = both[0] ? 'answered' : 'declined';
    expect((await world().store.find(first.id))?.state).toBe(won);
    expect((await world().store.find(second.id))?.state).toBe(won);
    expect(await world().store.moveTogether([])).toBe(false);
  });

  test('two questions that come at the same time are both there to be grouped', async () => {
    const code = brand<BriefingCode>('NW-2027-07');
    await world().addBriefing(code, plusMinutes(NOW, 40));
    await Promise.all([asked({ briefing: code }), asked({ briefing: code })]);
    expect(await world().store.groupable(code)).toHaveLength(2);
  });

  test('keeps a correction with the move that made it, and none without', async () => {
    const question = await asked();
    const correction = { route: 'local_policing', role: 'presenter' } as const;
    const moved: Question = { ...question, state: 'declined', version: 2 };
    await world().store.move({ question: { ...moved, version: 5 }, correction }, NOTHING);
    expect(await world().corrections(question.id)).toEqual([]);
    await world().store.move({ question: moved, correction }, NOTHING);
    await world().store.move({ question: { ...moved, version: 3 } }, NOTHING);
    expect(await world().corrections(question.id)).toEqual([correction]);
  });
}
