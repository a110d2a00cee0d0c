import { ELSE, GENERAL, KINDS, routeShares } from '../../../src/adapters/triage-models/network.js';
import {
  calibrate,
  groupsOfHands,
  trainCalibrated,
  without,
} from '../../../src/adapters/triage-models/training/calibrate.js';
import { seeded } from '../../../src/adapters/triage-models/training/seeded.js';
import { ROUTES } from '../../../src/domain/question/triage.js';
import { aBriefing } from './briefings.js';
import { examples, messages, surroundings } from './sample.js';

const close = { ...surroundings, reading: 'close' } as const;

/** Logits of kinds: far from everything but what is told. */
function kinds(told: Readonly<Record<number, number>>): Float64Array {
  return Float64Array.from({ length: KINDS }, (_, kind) => told[kind] ?? -30);
}

const CRIME = ROUTES.indexOf('report_crime');
const LOCAL = ROUTES.indexOf('local_policing');
const shares = (
  { kinds: scale, scope, shift }: ReturnType<typeof calibrate>,
  logits: Float64Array,
  within = 0,
) => routeShares({ tuning: Float32Array.of(0, scale, scope, shift) }, logits, within);

describe('calibration', () => {
  it('makes a belief that is too strong mean what it says', () => {
    const logits = kinds({ [CRIME]: 5, [LOCAL]: 0 });
    const held = Array.from({ length: 400 }, (_, at) => ({
      kinds: logits,
      scope: 0,
      label: at % 4 === 0 ? LOCAL : CRIME,
    }));
    expect(shares({ kinds: 1, scope: 1, shift: 0 }, logits).report_crime).toBeGreaterThan(0.99);
    expect(shares(calibrate(held), logits).report_crime).toBeCloseTo(0.75, 1);
  });

  it('makes a belief that is too weak stronger', () => {
    const logits = kinds({ [CRIME]: 0.3, [LOCAL]: 0 });
    const held = Array.from({ length: 200 }, (_, at) => ({
      kinds: logits,
      scope: 0,
      label: at % 20 === 0 ? LOCAL : CRIME,
    }));
    expect(shares(calibrate(held), logits).report_crime).toBeCloseTo(0.95, 1);
  });

  it('scales and shifts the scope apart from the kinds', () => {
    const general = kinds({ [GENERAL]: 9, [ELSE]: -9 });
    const random = seeded(3);
    const held = Array.from({ length: 1_500 }, () => {
      const scope = random() * 12 - 6;
      const truth = 1 / (1 + Math.exp(-(scope * 0.5 + 1)));
      return { kinds: general, scope, label: random() < truth ? GENERAL : ELSE };
    });
    const found = calibrate(held);
    expect(found.scope).toBeGreaterThan(0.4);
    expect(found.scope).toBeLessThan(0.62);
    expect(found.shift).toBeGreaterThan(0.7);
    expect(found.shift).toBeLessThan(1.3);
  });

  it('leaves alone what is calibrated already', () => {
    expect(calibrate([])).toEqual({ kinds: 1, scope: 1, shift: 0 });
  });

  it('is part of learning from two hands or more, and tells the two readings apart', () => {
    const found = (['quick', 'close'] as const).map(
      (reading) => trainCalibrated(examples(), { ...surroundings, reading }).tuning,
    );
    for (const tuning of found) {
      expect([...tuning].slice(1)).not.toEqual([1, 1, 0]);
      expect(tuning[1]).toBeGreaterThan(0);
      expect(tuning[2]).toBeGreaterThan(0);
    }
  });
});

describe('holding out', () => {
  const [template] = messages;
  /** As many messages of each hand as told, each hand over its own briefing. */
  const byHands = (sizes: Readonly<Record<string, number>>) => {
    const [example] = examples();
    return Object.entries(sizes).flatMap(([hand, size]) =>
      Array.from({ length: size }, () => ({
        ...example!,
        message: { ...template!, hand, briefing: aBriefing({ id: `of-${hand}` }) },
      })),
    );
  };

  it('deals every hand into one part, the parts of about one size', () => {
    const sizes = { ash: 90, birch: 60, cedar: 50, elder: 40, fir: 30, gorse: 30 };
    const parts = groupsOfHands(byHands(sizes), 3);
    expect(parts.flatMap((part) => [...part]).sort()).toEqual(Object.keys(sizes));
    const totals = parts.map((part) =>
      [...part].reduce((sum, hand) => sum + sizes[hand as keyof typeof sizes], 0),
    );
    expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(30);
  });

  it('makes as many parts as there are hands where these are few', () => {
    expect(groupsOfHands(byHands({ ash: 3 }), 3)).toHaveLength(1);
    expect(groupsOfHands(byHands({ ash: 3, birch: 2 }), 3)).toHaveLength(2);
    expect(groupsOfHands([], 3)).toEqual([]);
  });

  it('leaves nothing of the hands judged to learn from: no message, and no briefing, whoever asked there', () => {
    const all = byHands({ ash: 4, birch: 3, cedar: 2 });
    const guest = { ...all[0]!, message: { ...all[0]!.message, hand: 'birch' } }; // in the briefing of ash
    const briefings = ['of-ash', 'of-birch', 'of-cedar'].map((id) => aBriefing({ id }));
    const { judged, others, around } = without([...all, guest], new Set(['ash']), { ...close, briefings });
    expect(judged.map(({ message }) => message.hand)).toEqual(['ash', 'ash', 'ash', 'ash']);
    expect(others.map(({ message }) => message.hand)).toEqual(['birch', 'birch', 'birch', 'cedar', 'cedar']);
    expect(others).not.toContain(guest);
    expect(around.briefings.map(({ id }) => id)).toEqual(['of-birch', 'of-cedar']);
  });
});
