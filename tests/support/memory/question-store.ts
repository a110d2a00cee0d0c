import type { Question } from '../../../src/domain/question/question.js';
import { mayBeGrouped } from '../../../src/domain/question/question-groups.js';
import { isInQueue } from '../../../src/domain/question/state.js';
import { moderatorSees, presenterSees } from '../../../src/domain/question/visibility.js';
import type { NewReferral } from '../../../src/domain/question/refer.js';
import type { BriefingCode, PersonId, QuestionId } from '../../../src/domain/shared/ids.js';
import type { Outgoing, RecordEntry } from '../../../src/domain/shared/ports.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import type {
  Asker,
  Correction,
  QueueEvents,
  QuestionStore,
  ReferralStatus,
} from '../../../src/features/questions/ports.js';

export interface MemoryQuestions extends QuestionStore, QueueEvents {
  readonly outgoing: Outgoing[];
  readonly record: RecordEntry[];
  readonly referrals: NewReferral[];
  readonly corrections: (Correction & { readonly question: QuestionId })[];
  addPerson(person: Asker & { readonly name: string }): void;
  /** When a briefing ends, for questions that nobody came to. */
  addBriefing(code: BriefingCode, briefing: { readonly endsAt: Instant; readonly cancelled?: boolean }): void;
  all(): readonly Question[];
}

/** Keeps questions in memory, by the same rules as the database. */
export function memoryQuestions(): MemoryQuestions {
  const questions = new Map<string, Question>();
  const keys = new Map<string, string>();
  const deciders = new Map<string, PersonId>();
  const people = new Map<string, Asker & { readonly name: string }>();
  const briefings = new Map<string, { readonly endsAt: Instant; readonly cancelled?: boolean }>();
  const listeners = new Map<string, Set<() => void>>();
  const referrals: NewReferral[] = [];
  const corrections: (Correction & { readonly question: QuestionId })[] = [];
  const outgoing: Outgoing[] = [];
  const record: RecordEntry[] = [];
  const changed = (code: string | undefined): void =>
    listeners.get(code ?? '')?.forEach((listener) => listener());
  const all = (): readonly Question[] => [...questions.values()];
  const statusOf = (id: string): ReferralStatus | undefined => {
    const found = referrals.find(({ question }) => question === id);
    return found && { state: found.referral.state, teamName: found.referral.team, due: found.referral.due };
  };

  const moveOne = ({
    question,
    by,
    referral,
    correction,
    told,
  }: Parameters<QuestionStore['moveTogether']>[0][number]): boolean => {
    if (questions.get(question.id)?.version !== question.version - 1) return false;
    questions.set(question.id, question);
    if (by) deciders.set(question.id, by);
    if (referral) referrals.push(referral);
    if (correction) corrections.push({ ...correction, question: question.id });
    outgoing.push(...told.outgoing);
    record.push(...told.record);
    changed(question.briefing);
    return true;
  };

  return {
    outgoing,
    record,
    referrals,
    corrections,
    addPerson: (person) => void people.set(person.id, person),
    addBriefing: (code, briefing) => void briefings.set(code, briefing),
    all,
    add({ question, deliveryKey, referral }, told) {
      const before = questions.get(keys.get(deliveryKey) ?? '');
      if (before) return Promise.resolve({ kind: 'repeated', question: before });
      questions.set(question.id, question);
      keys.set(deliveryKey, question.id);
      if (referral) referrals.push(referral);
      outgoing.push(...told.outgoing);
      record.push(...told.record);
      changed(question.briefing);
      return Promise.resolve({ kind: 'added' });
    },
    move: (write, told) => Promise.resolve(moveOne({ ...write, told })),
    moveTogether([first, ...others]) {
      if (!first || !moveOne(first)) return Promise.resolve(false);
      others.forEach(moveOne);
      return Promise.resolve(true);
    },
    groupable: (code) =>
      Promise.resolve(all().filter((question) => question.briefing === code && mayBeGrouped(question))),
    find: (id) => Promise.resolve(questions.get(id)),
    findOwn(person, id) {
      const found = questions.get(id);
      return Promise.resolve(found?.asker === person && found.state !== 'forgotten' ? found : undefined);
    },
    decidedBy: (id) => Promise.resolve(people.get(deciders.get(id) ?? '')?.name),
    listOwn(person, { offset, limit }) {
      const own = all()
        .filter((question) => question.asker === person && question.state !== 'forgotten')
        .sort((a, b) => b.askedAt.localeCompare(a.askedAt) || a.id.localeCompare(b.id));
      const page = own.slice(offset, offset + limit).map((question) => {
        const referral = statusOf(question.id);
        return { question, ...(referral ? { referral } : {}) };
      });
      return Promise.resolve({ total: own.length, questions: page });
    },
    referralOf: (id) => Promise.resolve(statusOf(id)),
    queue(code, { moderator, offset, limit, except = [] }) {
      const sees = moderator ? moderatorSees : presenterSees;
      const seen = all().filter(
        (question) =>
          question.briefing === code && sees(question) !== 'nothing' && !except.includes(question.id),
      );
      const open = seen.filter(isInQueue).sort((a, b) => a.askedAt.localeCompare(b.askedAt));
      const done = seen
        .filter((entry) => !isInQueue(entry))
        .sort((a, b) => b.changedAt.localeCompare(a.changedAt));
      const page = [...open, ...done].slice(offset, offset + limit);
      return Promise.resolve({ total: seen.length, open: open.length, questions: page });
    },
    asker(person) {
      const found = people.get(person);
      if (!found) return Promise.resolve(undefined);
      const { name: _name, ...asker } = found;
      return Promise.resolve(asker);
    },
    waitingForArea: (person) =>
      Promise.resolve(all().filter(({ asker, state }) => asker === person && state === 'needs_area')),
    allOf: (person) =>
      Promise.resolve(all().filter(({ asker, state }) => asker === person && state !== 'forgotten')),
    overdue: (by) =>
      Promise.resolve(
        all()
          .filter((question) => {
            if (question.state === 'asked_back') return question.changedAt < by.askedBackBefore;
            if (question.state === 'needs_area') {
              return people.get(question.asker)?.area !== undefined || question.changedAt < by.areaBefore;
            }
            const briefing = briefings.get(question.briefing ?? '');
            const over =
              briefing && (briefing.cancelled === true || briefing.endsAt < by.briefingsEndedBefore);
            return isInQueue(question) && over === true;
          })
          .sort((a, b) => a.changedAt.localeCompare(b.changedAt))
          .slice(0, by.limit),
      ),
    subscribe(code, listener) {
      const own = listeners.get(code) ?? new Set();
      listeners.set(code, own.add(listener));
      return Promise.resolve(() => void own.delete(listener));
    },
  };
}
