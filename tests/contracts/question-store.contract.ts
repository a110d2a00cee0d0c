import { mayBeGrouped } from '../../src/domain/question/question-groups.js';
import { QUESTION_STATES, type Question } from '../../src/domain/question/question.js';
import { referQuestion } from '../../src/domain/question/refer.js';
import { moderatorSees, presenterSees } from '../../src/domain/question/visibility.js';
import {
  brand,
  type BriefingCode,
  type ForceId,
  type PersonId,
  type QuestionId,
  type ReferralId,
} from '../../src/domain/shared/ids.js';
import type { Person } from '../../src/domain/shared/person.js';
import { plusMinutes, type Instant } from '../../src/domain/shared/time.js';
import type { Correction, QuestionStore, Told } from '../../src/features/questions/ports.js';
import {
  aPerson,
  aQuestion,
  CODE,
  MANCHESTER,
  nextId,
  NOW,
  without,
} from '../support/memory/question-builders.js';

export interface OpenQuestions {
  readonly store: QuestionStore;
  addPerson(person: Person): Promise<void>;
  addBriefing(code: BriefingCode, endsAt: Instant): Promise<void>;
  /** How often that job was sent. */
  sent(job: string): Promise<number>;
  /** What was corrected about a question. */
  corrections(id: QuestionId): Promise<readonly Correction[]>;
  close(): Promise<void>;
}

const NOTHING: Told = { record: [], outgoing: [] };
const FAR = { askedBackBefore: NOW, areaBefore: NOW, briefingsEndedBefore: NOW, limit: 100 };

/** What every store of questions does. */
export function describeQuestionStore(name: string, open: () => Promise<OpenQuestions>): void {
  describe(`${name} as a store of questions`, () => {
    let world: OpenQuestions;
    let maya: Person;
    beforeAll(async () => {
      world = await open();
      await world.addBriefing(CODE, plusMinutes(NOW, 40));
    });
    beforeEach(async () => {
      maya = aPerson();
      await world.addPerson(maya);
    });
    afterAll(() => world.close());

    const asked = async (overrides: Partial<Question> = {}, told = NOTHING): Promise<Question> => {
      const question = aQuestion({ asker: maya.id, ...overrides });
      await world.store.add({ question, deliveryKey: nextId(), evidence: evidenceOf(question) }, told);
      return question;
    };
    const evidenceOf = ({ topic }: Question) => ({ ...(topic ? { topic } : {}), words: [] });
    const ref = (question: Question) =>
      referQuestion(
        {
          id: brand<ReferralId>(nextId()),
          question: question.id,
          person: maya,
          force: brand<ForceId>('greater-manchester'),
          at: NOW,
        },
        () => new Set(),
      );

    test('gives back what was kept, whole', async () => {
      const question = await asked({
        topic: 'Security at home',
        state: 'declined',
        reason: 'Covered already.',
        confidence: 0.25,
      });
      expect(await world.store.find(question.id)).toEqual(question);
    });

    test('takes a delivery once: a repeat gives the first question and sends nothing', async () => {
      const told: Told = {
        record: [],
        outgoing: [{ job: 'questions.tell-asker', data: { questionId: 'x', version: 1 } }],
      };
      const first = aQuestion({ asker: maya.id });
      const key = nextId();
      const before = await world.sent('questions.tell-asker');
      expect(
        await world.store.add({ question: first, deliveryKey: key, evidence: { words: [] } }, told),
      ).toEqual({ kind: 'added' });
      const again = aQuestion({ asker: maya.id, text: 'Another one.' });
      const repeated = await world.store.add(
        { question: again, deliveryKey: key, evidence: { words: [] } },
        told,
      );
      expect(repeated).toEqual({ kind: 'repeated', question: first });
      expect(await world.store.find(again.id)).toBeUndefined();
      expect((await world.sent('questions.tell-asker')) - before).toBe(1);
    });

    test('writes a move only from the version before it', async () => {
      const question = await asked();
      const accepted: Question = { ...question, state: 'accepted', version: 2 };
      expect(await world.store.move({ question: accepted, by: maya.id }, NOTHING)).toBe(true);
      expect(await world.store.move({ question: { ...accepted, state: 'declined' } }, NOTHING)).toBe(false);
      expect(await world.store.find(question.id)).toEqual(accepted);
      expect(await world.store.decidedBy(question.id)).toBe(maya.name);
    });

    test('keeps a referral with its question', async () => {
      const question = aQuestion({
        asker: maya.id,
        state: 'referred',
        route: 'local_policing',
        cleared: false,
      });
      await world.store.add(
        { question, deliveryKey: nextId(), evidence: { words: [] }, referral: ref(question) },
        NOTHING,
      );
      expect(await world.store.referralOf(question.id)).toMatchObject({ state: 'open' });
      const { questions } = await world.store.listOwn(maya.id, { offset: 0, limit: 5 });
      expect(questions[0]?.referral).toMatchObject({ state: 'open' });
    });

    test('a person finds only their own, and an id that is none finds nothing', async () => {
      const question = await asked();
      const yusuf = aPerson();
      await world.addPerson(yusuf);
      expect(await world.store.findOwn(maya.id, question.id)).toEqual(question);
      expect(await world.store.findOwn(yusuf.id, question.id)).toBeUndefined();
      expect(await world.store.listOwn(yusuf.id, { offset: 0, limit: 10 })).toEqual({
        total: 0,
        questions: [],
      });
      expect(await world.store.find(brand<QuestionId>('no-uuid'))).toBeUndefined();
    });

    test('shows in a queue exactly what presenters and moderators may see', async () => {
      const code = brand<BriefingCode>('NW-2027-03');
      await world.addBriefing(code, plusMinutes(NOW, 40));
      const every: Question[] = [];
      for (const state of QUESTION_STATES)
        for (const cleared of [true, false])
          for (const reason of ['handed_over', undefined])
            every.push(await asked({ briefing: code, state, cleared, ...(reason ? { reason } : {}) }));
      for (const moderator of [true, false]) {
        const sees = moderator ? moderatorSees : presenterSees;
        const wanted = every.filter((question) => sees(question) !== 'nothing').map(({ id }) => id);
        const { total, questions } = await world.store.queue(code, { moderator, offset: 0, limit: 100 });
        expect(questions.map(({ id }) => id).sort()).toEqual(wanted.sort());
        expect(total).toBe(wanted.length);
      }
    });

    test('puts open questions first, the longest waiting at the front, and pages', async () => {
      const code = brand<BriefingCode>('NW-2027-04');
      await world.addBriefing(code, plusMinutes(NOW, 40));
      const at = (minutes: number) => ({
        briefing: code,
        askedAt: plusMinutes(NOW, minutes),
        changedAt: plusMinutes(NOW, minutes),
      });
      const done = await asked({ ...at(0), state: 'answered' });
      const late = await asked(at(3));
      const early = await asked(at(1));
      const first = await world.store.queue(code, { moderator: false, offset: 0, limit: 2 });
      const second = await world.store.queue(code, { moderator: false, offset: 2, limit: 2 });
      expect(first.questions.map(({ id }) => id)).toEqual([early.id, late.id]);
      expect(second.questions.map(({ id }) => id)).toEqual([done.id]);
      expect([first.total, first.open]).toEqual([3, 2]);
    });

    test('gives what may be grouped, and keeps one that was set apart out of it', async () => {
      const code = brand<BriefingCode>('NW-2027-05');
      await world.addBriefing(code, plusMinutes(NOW, 40));
      const every: Question[] = [];
      for (const state of QUESTION_STATES)
        for (const cleared of [true, false])
          for (const route of ['presenter', 'local_policing'] as const)
            every.push(await asked({ briefing: code, state, cleared, route }));
      for (const text of ['', '[removed after its time]']) every.push(await asked({ briefing: code, text }));
      const apart = await asked({ briefing: code, apart: true });
      expect(await world.store.find(apart.id)).toEqual(apart);
      const found = (await world.store.groupable(code)).map(({ id }) => id);
      expect([...found].sort()).toEqual(
        [...every, apart]
          .filter(mayBeGrouped)
          .map(({ id }) => id)
          .sort(),
      );
    });

    test('leaves out of a queue, and out of its count, what stands in another one’s group', async () => {
      const code = brand<BriefingCode>('NW-2027-06');
      await world.addBriefing(code, plusMinutes(NOW, 40));
      const [first, second] = [await asked({ briefing: code }), await asked({ briefing: code })];
      const page = { moderator: false, offset: 0, limit: 9, except: [second.id] };
      const { total, open: waiting, questions } = await world.store.queue(code, page);
      expect([total, waiting, questions.map(({ id }) => id)]).toEqual([1, 1, [first.id]]);
    });

    test('moves together what still stands, and tells of nothing else', async () => {
      const [first, second, gone] = [await asked(), await asked(), await asked()];
      await world.store.move({ question: { ...gone, state: 'withdrawn', version: 2 } }, NOTHING);
      const before = await world.sent('questions.tell-asker');
      const moves = [first, second, gone].map((question) => ({
        question: { ...question, state: 'answered' as const, version: 2 },
        by: maya.id,
        told: {
          record: [],
          outgoing: [{ job: 'questions.tell-asker', data: { questionId: question.id, version: 2 } }],
        },
      }));
      expect(await world.store.moveTogether(moves)).toBe(true);
      const states = await Promise.all(
        [first, second, gone].map(async ({ id }) => (await world.store.find(id))?.state),
      );
      expect(states).toEqual(['answered', 'answered', 'withdrawn']);
      expect((await world.sent('questions.tell-asker')) - before).toBe(2);
    });

    test('moves nothing where the first has changed', async () => {
      const [first, second] = [await asked(), await asked()];
      const moves = (question: Question, state: Question['state']) => ({
        question: { ...question, state, version: 2 },
        told: NOTHING,
      });
      const both = await Promise.all([
        world.store.moveTogether([moves(first, 'answered'), moves(second, 'answered')]),
        world.store.moveTogether([moves(first, 'declined'), moves(second, 'declined')]),
      ]);
      expect([...both].sort()).toEqual([false, true]);
      const won = both[0] ? 'answered' : 'declined';
      expect((await world.store.find(first.id))?.state).toBe(won);
      expect((await world.store.find(second.id))?.state).toBe(won);
      expect(await world.store.moveTogether([])).toBe(false);
    });

    test('two questions that come at the same time are both there to be grouped', async () => {
      const code = brand<BriefingCode>('NW-2027-07');
      await world.addBriefing(code, plusMinutes(NOW, 40));
      await Promise.all([asked({ briefing: code }), asked({ briefing: code })]);
      expect(await world.store.groupable(code)).toHaveLength(2);
    });

    test('keeps a correction with the move that made it, and none without', async () => {
      const question = await asked();
      const correction = { route: 'local_policing', role: 'presenter' } as const;
      const moved: Question = { ...question, state: 'declined', version: 2 };
      await world.store.move({ question: { ...moved, version: 5 }, correction }, NOTHING);
      expect(await world.corrections(question.id)).toEqual([]);
      await world.store.move({ question: moved, correction }, NOTHING);
      await world.store.move({ question: { ...moved, version: 3 } }, NOTHING);
      expect(await world.corrections(question.id)).toEqual([correction]);
    });

    test('finds what waits for an area, and who the asker is', async () => {
      const yusuf = without(aPerson({ audience: 'faith-leader' }), 'area');
      await world.addPerson(yusuf);
      const waiting = await asked({ asker: yusuf.id, state: 'needs_area', cleared: false });
      await asked({ asker: yusuf.id });
      expect((await world.store.waitingForArea(yusuf.id)).map(({ id }) => id)).toEqual([waiting.id]);
      expect(await world.store.asker(yusuf.id)).toEqual({
        id: yusuf.id,
        audience: 'faith-leader',
        language: 'en',
      });
      expect((await world.store.asker(maya.id))?.area).toEqual(MANCHESTER);
      expect(await world.store.asker(brand<PersonId>(nextId()))).toBeUndefined();
    });

    test('a forgotten question is gone for its asker', async () => {
      const question = await asked();
      const forgotten: Question = { ...question, state: 'forgotten', cleared: false, text: '', version: 2 };
      await world.store.move({ question: forgotten }, NOTHING);
      expect(await world.store.findOwn(maya.id, question.id)).toBeUndefined();
      expect(await world.store.allOf(maya.id)).toEqual([]);
      expect((await world.store.find(question.id))?.text).toBe('');
    });

    test('finds what nobody decided in time', async () => {
      const code = brand<BriefingCode>('NW-2026-12');
      await world.addBriefing(code, plusMinutes(NOW, -3000));
      const early = plusMinutes(NOW, -60);
      const nowhere = without(aPerson(), 'area');
      await world.addPerson(nowhere);
      const base = { changedAt: early, askedAt: early };
      const late = [
        await asked({ ...base, state: 'asked_back' }),
        await asked({ ...base, state: 'needs_area' }),
        await asked({ ...base, state: 'needs_area', asker: nowhere.id }),
        await asked({ ...base, briefing: code }),
      ];
      const fresh = await asked({ state: 'asked_back', changedAt: plusMinutes(NOW, 1) });
      const patient = await asked({
        ...base,
        state: 'needs_area',
        asker: nowhere.id,
        changedAt: plusMinutes(NOW, 1),
      });
      const found = (await world.store.overdue(FAR)).map(({ id }) => id);
      expect(late.every(({ id }) => found.includes(id))).toBe(true);
      expect(found).not.toContain(fresh.id);
      expect(found).not.toContain(patient.id);
    });
  });
}
