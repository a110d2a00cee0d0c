import fc from 'fast-check';
import { isSettled, QUESTION_STATES, type Question } from '../../../src/domain/question/question.js';
import { firstState, moveQuestion, type QuestionCommand } from '../../../src/domain/question/state.js';
import { ROUTES } from '../../../src/domain/question/triage.js';
import { moderatorSees, presenterSees } from '../../../src/domain/question/visibility.js';
import { aQuestion, NOW } from '../../support/memory/question-builders.js';

const queue = fc.constantFrom('open' as const, 'review' as const, 'none' as const);
const reason = fc.constantFrom('', ' ', 'It was answered in the slides.');
const command: fc.Arbitrary<QuestionCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('choose' as const),
    choice: fc.constantFrom('presenter' as const, 'local' as const, 'now' as const),
    hasArea: fc.boolean(),
    queue,
  }),
  fc.record({ kind: fc.constant('place' as const) }),
  fc.record({ kind: fc.constant('accept' as const) }),
  fc.record({ kind: fc.constant('answer' as const) }),
  fc.record({ kind: fc.constant('hand_over' as const), hasArea: fc.boolean() }),
  fc.record({ kind: fc.constant('decline' as const), reason }),
  fc.record({ kind: fc.constant('withdraw' as const) }),
  fc.record({ kind: fc.constant('split' as const) }),
  fc.record({ kind: fc.constant('settle' as const), hasArea: fc.boolean(), queue }),
);
const decision = fc.record({
  kind: fc.constantFrom('decided' as const, 'ask' as const),
  route: fc.constantFrom(...ROUTES),
});

/** A question from its first state through any commands, with every step. */
function history(
  start: Question,
  commands: readonly QuestionCommand[],
): readonly { before: Question; command: QuestionCommand; after: Question }[] {
  let question = start;
  return commands.map((step) => {
    const before = question;
    const move = moveQuestion(before, step, NOW);
    if (move.kind === 'moved') question = move.question;
    return { before, command: step, after: question };
  });
}

const started = (first: {
  decision: { kind: 'decided' | 'ask'; route: Question['route'] };
  hasArea: boolean;
  queue: 'open' | 'review' | 'none';
}): Question => aQuestion({ route: first.decision.route, ...firstState(first.decision, first) });

const beginnings = fc.record({ decision, hasArea: fc.boolean(), queue }).map(started);

test('the same command twice is the same as once, and every move counts one version', () => {
  fc.assert(
    fc.property(beginnings, fc.array(command, { maxLength: 12 }), (start, commands) => {
      for (const { before, command: step, after } of history(start, commands)) {
        expect(after.version - before.version).toBe(after === before ? 0 : 1);
        const again = moveQuestion(after, step, NOW);
        if (after !== before && step.kind !== 'settle') expect(again.kind).toBe('same');
      }
    }),
  );
});

test('presenters see words only after triage was sure, the asker agreed with triage, or a moderator accepted', () => {
  fc.assert(
    fc.property(beginnings, fc.array(command, { maxLength: 12 }), (start, commands) => {
      let cleared = presenterSees(start) === 'words';
      expect(cleared).toBe(start.state === 'waiting' && start.route === 'presenter');
      for (const { before, command: step, after } of history(start, commands)) {
        const agreed = step.kind === 'choose' && step.choice === 'presenter' && before.route === 'presenter';
        const accepted = step.kind === 'accept' || step.kind === 'answer';
        cleared ||= after !== before && (agreed || accepted);
        if (presenterSees(after) === 'words') expect(cleared).toBe(true);
      }
    }),
  );
});

test('what is about somebody’s own circumstances is never seen by presenters unless a moderator let it through', () => {
  fc.assert(
    fc.property(beginnings, fc.array(command, { maxLength: 12 }), (start, commands) => {
      fc.pre(start.route !== 'presenter');
      const steps = history(start, commands);
      const letThrough = steps.some(
        ({ before, after }) =>
          before.state === 'needs_review' && (after.state === 'accepted' || after.state === 'answered'),
      );
      if (!letThrough)
        expect([start, ...steps.map(({ after }) => after)].map(presenterSees)).not.toContain('words');
    }),
  );
});

test('whatever happens, settling brings every question to a named outcome within two rounds', () => {
  fc.assert(
    fc.property(
      beginnings,
      fc.array(command, { maxLength: 8 }),
      fc.boolean(),
      queue,
      (start, commands, hasArea, access) => {
        const settle: QuestionCommand = { kind: 'settle', hasArea, queue: access };
        const end = history(start, [...commands, settle, settle]).at(-1)?.after ?? start;
        expect(isSettled(end.state)).toBe(true);
      },
    ),
  );
});

test('low confidence goes to the asker, and an asker who does not answer sends it to a moderator or a local team', () => {
  for (const route of ROUTES) {
    const start = aQuestion({
      route,
      ...firstState({ kind: 'ask', route }, { hasArea: true, queue: 'open' }),
    });
    expect(start.state).toBe('asked_back');
    const move = moveQuestion(start, { kind: 'settle', hasArea: true, queue: 'open' }, NOW);
    expect(move.kind === 'moved' && move.question.state).toMatch(/needs_review|referred/);
  }
});

test('a stale version is refused, a repeat of what was done is not', () => {
  const accepted = aQuestion({ state: 'accepted', version: 2 });
  expect(moveQuestion(accepted, { kind: 'decline', reason: 'No.', seenVersion: 1 }, NOW)).toEqual({
    kind: 'refused',
    reason: 'changed-meanwhile',
  });
  expect(moveQuestion(accepted, { kind: 'accept', seenVersion: 1 }, NOW)).toEqual({ kind: 'same' });
});

test('a question handed over before its asker’s area is known goes on as handed over', () => {
  const handed = moveQuestion(aQuestion(), { kind: 'hand_over', hasArea: false }, NOW);
  if (handed.kind !== 'moved') throw new Error('not handed over');
  expect(handed.question).toMatchObject({ state: 'needs_area', reason: 'handed_over' });
  expect(presenterSees(handed.question)).toBe('outcome');
  expect(moveQuestion(handed.question, { kind: 'place' }, NOW)).toMatchObject({
    question: { state: 'handed_over' },
  });
});

test('taking a question out of its group changes where it stands in the queue and nothing else', () => {
  const question = aQuestion({ state: 'accepted', version: 3 });
  const split = { kind: 'split' as const, seenVersion: 3 };
  expect(moveQuestion(question, split, NOW)).toMatchObject({
    kind: 'moved',
    question: { ...question, apart: true, version: 4 },
  });
  expect(moveQuestion({ ...question, apart: true }, split, NOW)).toEqual({ kind: 'same' });
  expect(moveQuestion({ ...question, version: 4 }, split, NOW)).toMatchObject({
    reason: 'changed-meanwhile',
  });
  for (const state of ['needs_review', 'answered', 'referred', 'withdrawn'] as const)
    expect(
      moveQuestion(aQuestion({ state, cleared: state !== 'needs_review', version: 3 }), split, NOW),
    ).toEqual({
      kind: 'refused',
      reason: 'not-in-queue',
    });
});

test('a decline without a reason is refused', () => {
  expect(moveQuestion(aQuestion(), { kind: 'decline', reason: '  ' }, NOW)).toEqual({
    kind: 'refused',
    reason: 'reason-needed',
  });
});

test('a moderator never sees less than a presenter, and neither sees a question of no briefing', () => {
  const rank = { nothing: 0, outcome: 1, words: 2 };
  for (const state of QUESTION_STATES)
    for (const cleared of [true, false])
      for (const why of [undefined, 'handed_over']) {
        const question = aQuestion({ state, cleared, ...(why ? { reason: why } : {}) });
        expect(rank[moderatorSees(question)]).toBeGreaterThanOrEqual(rank[presenterSees(question)]);
        const { briefing: _none, ...homeless } = question;
        expect([presenterSees(homeless), moderatorSees(homeless)]).toEqual(['nothing', 'nothing']);
      }
});
