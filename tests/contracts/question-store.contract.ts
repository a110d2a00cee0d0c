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
import { testGroups } from './question-groups.contract.js';

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

    testGroups(() => world, asked);

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
