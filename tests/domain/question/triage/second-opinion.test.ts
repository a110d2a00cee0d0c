import fc from 'fast-check';
import {
  combineOpinions,
  DEFAULT_THRESHOLDS,
  keepWithinBounds,
  mayAskSecond,
  OPINION_REASONS,
  ROUTES,
  SECOND_OPINION_SCOPES,
  type Considered,
  type Decision,
  type Route,
  type SecondOpinion,
} from '../../../../src/domain/question/triage.js';

/** Belief in the routes named; what is left of 1 goes to `out_of_scope`. */
function belief(shares: Partial<Record<Route, number>>): Decision['probabilities'] {
  const nothing = Object.fromEntries(ROUTES.map((route) => [route, 0])) as Record<Route, number>;
  const left = 1 - Object.values(shares).reduce((sum, share) => sum + share, 0);
  return { ...nothing, out_of_scope: Math.max(0, left), ...shares };
}

/** A message that triage takes for a question to presenters and is not sure of. */
const unsure = (changes: Partial<Decision> = {}): Decision => ({
  kind: 'ask',
  route: 'presenter',
  confidence: 0.5,
  why: { words: [] },
  probabilities: belief({ presenter: 0.5 }),
  danger: { kind: 'none' },
  ...changes,
});

const says = (route: Route, confidence = 0.9): SecondOpinion => ({
  route,
  confidence,
  reason: 'within_topics',
});

const may = (decision: Decision, scope: 'off' | 'general' | 'all') =>
  mayAskSecond(decision, scope, DEFAULT_THRESHOLDS);
const combine = (decision: Decision, second: SecondOpinion | undefined) =>
  combineOpinions(decision, second, DEFAULT_THRESHOLDS);

describe('a message may be sent', () => {
  test('when triage is not sure of it and the operator allows its kind', () => {
    expect(may(unsure(), 'general')).toBe(true);
    expect(may(unsure({ route: 'event_help' }), 'general')).toBe(true);
    expect(may(unsure({ route: 'out_of_scope' }), 'general')).toBe(true);
    expect(may(unsure({ route: 'local_policing' }), 'all')).toBe(true);
  });

  test('never when nobody is to be asked, or nothing is to be asked about', () => {
    expect(may(unsure(), 'off')).toBe(false);
    expect(may(unsure({ kind: 'decided' }), 'all')).toBe(false);
  });

  test.each(['suspicious_activity', 'report_crime', 'local_policing'] as const)(
    'not where it may be %s, unless all is allowed',
    (route) => {
      expect(may(unsure({ route }), 'general')).toBe(false);
      const slightly = unsure({ probabilities: belief({ presenter: 0.5, [route]: 0.05 }) });
      expect(may(slightly, 'general')).toBe(false);
      expect(may(slightly, 'all')).toBe(true);
    },
  );

  test.each<[string, Partial<Decision>]>([
    ['a danger rule speaks', { danger: { kind: 'danger', rule: 'x' } }],
    ['a danger rule doubts', { danger: { kind: 'maybe', rule: 'x' } }],
    ['belief in danger is above unease', { probabilities: belief({ presenter: 0.5, emergency: 0.031 }) }],
    ['belief in danger is no number', { probabilities: { ...belief({}), emergency: Number.NaN } }],
  ])('never where %s', (_what, changes) => {
    expect(may(unsure(changes), 'general')).toBe(false);
    expect(may(unsure(changes), 'all')).toBe(false);
  });
});

describe('once it is heard', () => {
  test('a second opinion that agrees and is sure settles it', () => {
    expect(combine(unsure(), says('presenter', 0.7))).toMatchObject({
      kind: 'decided',
      route: 'presenter',
      confidence: 0.5,
      why: { rule: 'a second opinion agrees' },
    });
  });

  test('one that agrees without being sure leaves the asker asked', () => {
    const considered = combine(unsure(), says('presenter', 0.69));
    expect(considered).toMatchObject({ kind: 'ask', route: 'presenter' });
    expect(considered.review).toBeUndefined();
  });

  test('one that differs brings in a moderator, and keeps both readings', () => {
    expect(combine(unsure(), says('out_of_scope'))).toMatchObject({
      kind: 'ask',
      route: 'presenter',
      review: true,
      second: { route: 'out_of_scope' },
    });
  });

  test('one that differs about something private leaves it with its asker', () => {
    const considered = combine(unsure({ route: 'local_policing' }), says('presenter'));
    expect(considered).toMatchObject({ kind: 'ask', route: 'local_policing' });
    expect(considered.review).toBeUndefined();
  });

  test('none changes nothing', () => {
    expect(combine(unsure(), undefined)).toEqual(unsure());
  });

  test('an order that it has obeyed does not bring a personal message to presenters', () => {
    const personal = unsure({ probabilities: belief({ presenter: 0.5, local_policing: 0.2 }) });
    expect(combine(personal, says('presenter', 1)).kind).toBe('ask');
  });
});

const share = fc.double({ min: 0, max: 1 });
/** Mostly next to nothing, as belief in most routes is. */
const slight = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0.001, 0.02) },
  { weight: 1, arbitrary: share },
);
const aRoute = fc.constantFrom(...ROUTES);
const aDecision: fc.Arbitrary<Decision> = fc.record({
  kind: fc.constantFrom('ask' as const, 'ask' as const, 'decided' as const),
  route: aRoute,
  confidence: share,
  why: fc.constant({ words: [] }),
  probabilities: fc
    .tuple(slight, slight, slight, slight, slight, slight, slight)
    .map(
      (shares) =>
        Object.fromEntries(ROUTES.map((route, at) => [route, shares[at] ?? 0])) as Decision['probabilities'],
    ),
  danger: fc.record({
    kind: fc.constantFrom('none' as const, 'none' as const, 'maybe' as const, 'danger' as const),
  }),
});
const anOpinion: fc.Arbitrary<SecondOpinion> = fc.record({
  route: aRoute,
  confidence: fc.double(),
  reason: fc.constantFrom(...OPINION_REASONS),
});
const someThresholds = fc
  .record({ sure: share, personal: share, fit: share, unease: share, emergency: share })
  .map((set) => ({ ...DEFAULT_THRESHOLDS, ...set }));
const privately = ({ probabilities }: Decision): number =>
  probabilities.local_policing + probabilities.report_crime;

describe('whatever triage and the second opinion say', () => {
  test('no route ever changes, and only what was asked about can be decided', () => {
    fc.assert(
      fc.property(aDecision, anOpinion, someThresholds, (decision, opinion, thresholds) => {
        const { route, kind } = combineOpinions(decision, opinion, thresholds);
        expect(route).toBe(decision.route);
        if (decision.kind === 'decided') expect(kind).toBe('decided');
      }),
    );
  });

  test('nothing is decided for presenters that may be personal', () => {
    fc.assert(
      fc.property(aDecision, anOpinion, someThresholds, (decision, opinion, thresholds) => {
        fc.pre(decision.kind === 'ask');
        const presenter = { ...decision, route: 'presenter' as const };
        const { kind } = combineOpinions(
          presenter,
          { ...opinion, route: 'presenter', confidence: 0.9 },
          thresholds,
        );
        if (kind === 'decided') expect(privately(decision)).toBeLessThanOrEqual(thresholds.personal);
      }),
    );
  });

  test('suspected danger is neither sent nor changed', () => {
    fc.assert(
      fc.property(
        aDecision,
        anOpinion,
        someThresholds,
        fc.constantFrom(...SECOND_OPINION_SCOPES),
        (decision, opinion, thresholds, scope) => {
          const suspected =
            decision.danger.kind !== 'none' || decision.probabilities.emergency > thresholds.unease;
          fc.pre(suspected);
          expect(mayAskSecond(decision, scope, thresholds)).toBe(false);
          expect(combineOpinions(decision, opinion, thresholds)).toEqual(decision);
        },
      ),
    );
  });

  test('what is sent under “general” is also sent under “all”, and its guess is never private', () => {
    fc.assert(
      fc.property(aDecision, someThresholds, (decision, thresholds) => {
        if (!mayAskSecond(decision, 'general', thresholds)) return;
        expect(mayAskSecond(decision, 'all', thresholds)).toBe(true);
        expect(['event_help', 'presenter', 'out_of_scope']).toContain(decision.route);
      }),
      { numRuns: 3_000 },
    );
  });

  test('what the rule gives is within the bounds that hold for every considerer', () => {
    fc.assert(
      fc.property(aDecision, anOpinion, someThresholds, (decision, opinion, thresholds) => {
        if (!mayAskSecond(decision, 'all', thresholds)) return;
        const considered = combineOpinions(decision, opinion, thresholds);
        const kept = keepWithinBounds(decision, considered, thresholds);
        if (decision.route !== 'presenter' || privately(decision) <= thresholds.personal)
          expect(kept).toEqual(considered);
      }),
    );
  });

  test('no considerer of any kind makes or unmakes an emergency or shows presenters what may be personal', () => {
    const anything: fc.Arbitrary<Considered> = aDecision;
    fc.assert(
      fc.property(aDecision, anything, someThresholds, (before, after, thresholds) => {
        const kept = keepWithinBounds(before, after, thresholds);
        expect(kept.route === 'emergency').toBe(before.route === 'emergency');
        expect(kept.probabilities).toEqual(before.probabilities);
        if (kept.route === 'presenter' && before.route !== 'presenter')
          expect(privately(before)).toBeLessThanOrEqual(thresholds.personal);
        if (before.danger.kind !== 'none') expect(kept.kind).toBe(before.kind);
      }),
    );
  });
});
