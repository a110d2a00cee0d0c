import { audienceSort } from '../../../src/adapters/triage-models/training/audiences.js';
import {
  bandsOf,
  coverageAt,
  coverageCurve,
  dangerFound,
  dangerTradeOff,
  sureTradeOff,
} from '../../../src/adapters/triage-models/training/curves.js';
import { seeded } from '../../../src/adapters/triage-models/training/seeded.js';
import { DEFAULT_THRESHOLDS, ROUTES, triage } from '../../../src/domain/question/triage.js';
import type { Probabilities, TriageModel } from '../../../src/domain/question/triage.js';
import { aBriefing } from './briefings.js';
import { aJudgement, anOutcome, beliefs, times } from './outcomes.js';

const wrong = 'out_of_scope';

describe('bands of belief', () => {
  it('are ten, and hold every message once, with certainty in the last', () => {
    const outcomes = [0, 0.1, 0.3, 0.6, 0.7, 0.9, 0.95, 1].map((confidence) =>
      anOutcome({ decision: aJudgement({ confidence }) }),
    );
    expect(bandsOf(outcomes).map((band) => band.messages)).toEqual([1, 1, 0, 1, 0, 0, 1, 1, 0, 3]);
  });

  it('say what is believed and what is right', () => {
    const decision = aJudgement({ confidence: 0.84 });
    const [band] = bandsOf([...times(3, { decision }), ...times(1, { decision, label: wrong })]).slice(8);
    expect(band).toMatchObject({ from: 0.8, messages: 4, right: 3 });
    expect(band?.belief).toBeCloseTo(0.84);
  });
});

describe('coverage', () => {
  const outcomes = [
    ...times(19, { decision: aJudgement({ confidence: 0.95 }) }),
    ...times(1, { decision: aJudgement({ confidence: 0.9 }), label: wrong }),
    ...times(1, { decision: aJudgement({ confidence: 0.8 }), label: wrong }),
    ...times(19, { decision: aJudgement({ confidence: 0.7 }) }),
    ...times(10, { decision: aJudgement({ confidence: 0.5 }), label: wrong }),
  ];

  it('is the largest part that is right enough, though a smaller one was not', () => {
    expect(coverageAt(outcomes, 0.95)).toEqual({ from: 0.7, decided: 0.8, accuracy: 0.95 });
  });

  it('never parts messages of the same belief', () => {
    expect(coverageCurve(outcomes).map((point) => point.from)).toEqual([0.95, 0.9, 0.8, 0.7, 0.5]);
  });

  it('is none where nothing is right enough, or nothing was judged', () => {
    expect(coverageAt(times(3, { label: wrong }), 0.95)).toBeUndefined();
    expect(coverageAt([], 0.95)).toBeUndefined();
  });
});

describe('the threshold “sure”', () => {
  it('decides what triage itself decides, whatever is believed', () => {
    const random = seeded(5);
    const messages = ['how do i join the call', 'thank you', 'fire', 'my neighbour shouts at me at night'];
    const kinds = new Set<string>();
    for (let at = 0; at < 2000; at++) {
      const draws = ROUTES.map((route) => random() ** (route === 'emergency' ? 12 : 9));
      const sum = draws.reduce((total, each) => total + each, 0);
      const believed = Object.fromEntries(
        ROUTES.map((route, place) => [route, (draws[place] ?? 0) / sum]),
      ) as Probabilities;
      const decision = triage({
        text: messages[at % messages.length] ?? '',
        briefing: aBriefing(),
        model: believing(believed),
      });
      const [point] = sureTradeOff([anOutcome({ decision })], [DEFAULT_THRESHOLDS.sure]);
      kinds.add(`${decision.kind} ${decision.route}`);
      expect(point?.asked).toBe(decision.kind === 'ask' ? 1 : 0);
    }
    expect(kinds.size).toBeGreaterThan(10);
  });

  it('asks more and is right more often the higher it is', () => {
    const outcomes = [
      ...times(8, { decision: aJudgement({ confidence: 0.9 }) }),
      ...times(2, { decision: aJudgement({ confidence: 0.6 }), label: wrong }),
    ];
    expect(sureTradeOff(outcomes, [0.5, 0.7])).toEqual([
      { sure: 0.5, asked: 0, accuracy: 0.8 },
      { sure: 0.7, asked: 0.2, accuracy: 1 },
    ]);
  });
});

describe('the threshold “emergency”', () => {
  const believedAt = (emergency: number) =>
    aJudgement({ probabilities: beliefs('event_help', 0.5, { emergency }) });

  it('counts the higher belief of both readings', () => {
    const outcomes = [
      anOutcome({ label: 'emergency', quick: believedAt(0.12), decision: believedAt(0.04) }),
      anOutcome({ label: 'emergency', decision: believedAt(0.02) }),
      anOutcome({ quick: believedAt(0.01), decision: believedAt(0.15) }),
      anOutcome({ decision: believedAt(0.01) }),
    ];
    expect(dangerTradeOff(outcomes, [0.1, 0.13, 0.2])).toEqual([
      { emergency: 0.1, recall: 0.5, falseAlarms: 0.5 },
      { emergency: 0.13, recall: 0, falseAlarms: 0.5 },
      { emergency: 0.2, recall: 0, falseAlarms: 0 },
    ]);
  });

  it('is set beside what triage found with its rules', () => {
    const byRule = aJudgement({
      route: 'emergency',
      confidence: 0.6,
      probabilities: believedAt(0.05).probabilities,
    });
    expect(dangerFound([anOutcome({ label: 'emergency', decision: byRule }), anOutcome()])).toEqual({
      recall: 1,
      falseAlarms: 0,
    });
  });
});

describe('sorts of audience', () => {
  it.each([
    [['elected officials', 'private office staff'], 'elected officials and their offices'],
    [['MPs’ staff', 'families'], 'elected officials and their offices'],
    [['parish councillors'], 'elected officials and their offices'],
    [['members of parliaments', 'office managers'], 'elected officials and their offices'],
    [['faith leaders', 'community leaders'], 'faith'],
    [['parish, mosque, gurdwara, temple and synagogue staff', 'trustees'], 'faith'],
    [['clergy'], 'faith'],
    [['elected officials', 'faith leaders'], 'mixed'],
    [['all'], 'mixed'],
    [[], 'mixed'],
  ] as const)('%j is %s', (audience, sort) => {
    expect(audienceSort({ audience })).toBe(sort);
  });
});

function believing(probabilities: Probabilities): TriageModel {
  const words = { dimensions: 4, vector: () => undefined, rarity: () => 1, families: () => [] };
  return { version: 'v', words, probabilities: () => probabilities, closely: () => probabilities };
}
