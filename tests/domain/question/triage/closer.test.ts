import fc from 'fast-check';
import {
  DEFAULT_THRESHOLDS,
  EMBEDDING_SIZE,
  ROUTES,
  triage,
  triageClosely,
  wantsCloserReading,
  type Decision,
  type Probabilities,
  type TriageModel,
} from '../../../../src/domain/question/triage.js';

const none = Object.fromEntries(ROUTES.map((route) => [route, 0])) as Probabilities;
const aDecision = (overrides: Partial<Decision>): Decision => ({
  kind: 'decided',
  route: 'presenter',
  confidence: 0.9,
  why: { words: [] },
  probabilities: { ...none, presenter: 0.9, out_of_scope: 0.1 },
  danger: { kind: 'none' },
  ...overrides,
});

/** Knows no word; believes the same of every message. */
const believing = (quick: Probabilities, close: Probabilities): TriageModel => ({
  version: 'told',
  words: { dimensions: 64, vector: () => undefined, families: () => [], rarity: () => 0 },
  probabilities: () => quick,
  closely: () => close,
});

const briefing = { id: '', title: '', audience: [], topics: [] };
const embeddings = { message: new Float32Array(EMBEDDING_SIZE), topics: [] };

describe('a closer reading is wanted', () => {
  test.each([
    ['where the asker would be asked', aDecision({ kind: 'ask', confidence: 0.5 }), true],
    [
      'where the asker would be asked though the belief is strong',
      aDecision({ kind: 'ask', confidence: 0.99 }),
      true,
    ],
    ['where a decision is less than certain', aDecision({ confidence: 0.969 }), true],
    ['but not where it is as good as certain', aDecision({ confidence: 0.97 }), false],
    ['and never for danger', aDecision({ route: 'emergency', confidence: 0.6 }), false],
    [
      'nor for danger that was put as a question',
      aDecision({ route: 'emergency', kind: 'ask', confidence: 0.2 }),
      false,
    ],
  ])('%s', (_name, decision, wanted) => {
    expect(wantsCloserReading(decision)).toBe(wanted);
  });
});

describe('the closer reading', () => {
  const beliefs: fc.Arbitrary<Probabilities> = fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
    .map((shares) => {
      const sum = shares.reduce((total, share) => total + share, 0);
      return Object.fromEntries(ROUTES.map((route, at) => [route, (shares[at] ?? 0) / sum])) as Probabilities;
    });

  test('decides by the same rules as the quick one: like belief, like decision', () => {
    fc.assert(
      fc.property(fc.string(), beliefs, (text, believed) => {
        const model = believing(believed, believed);
        expect(triageClosely({ text, briefing, model, embeddings })).toEqual(
          triage({ text, briefing, model }),
        );
      }),
    );
  });

  test('goes by what the model makes of the embeddings, not by the quick belief', () => {
    const model = believing({ ...none, presenter: 1 }, { ...none, event_help: 1 });
    const text = 'Which locks are best?';
    expect(triageClosely({ text, briefing, model, embeddings })).toMatchObject({
      kind: 'decided',
      route: 'event_help',
    });
  });

  test('keeps every threshold: danger first, and nothing that may be personal to presenters', () => {
    fc.assert(
      fc.property(fc.string(), beliefs, (text, believed) => {
        const { route, kind } = triageClosely({
          text,
          briefing,
          model: believing(none, believed),
          embeddings,
        });
        if (!/[\p{L}\p{N}]{3}.*[\p{L}\p{N}] .*[\p{L}\p{N}] /u.test(text)) return;
        if (believed.emergency >= DEFAULT_THRESHOLDS.emergencyInBrief) expect(route).toBe('emergency');
        if (believed.emergency > DEFAULT_THRESHOLDS.unease && kind === 'decided')
          expect(route).toBe('emergency');
        if (route === 'presenter')
          expect(believed.local_policing + believed.report_crime).toBeLessThanOrEqual(
            DEFAULT_THRESHOLDS.personal,
          );
      }),
    );
  });

  test('takes nothing said for out of scope, whatever is believed', () => {
    const model = believing(none, { ...none, presenter: 1 });
    expect(triageClosely({ text: ' … ', briefing, model, embeddings }).route).toBe('out_of_scope');
  });

  test('does not lose an alarm that a rule hears', () => {
    const model = believing(none, { ...none, presenter: 1 });
    expect(triageClosely({ text: 'gunman', briefing, model, embeddings }).route).toBe('emergency');
  });
});
