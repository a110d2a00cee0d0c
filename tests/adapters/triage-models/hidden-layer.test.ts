import fc from 'fast-check';
import {
  emptyLayer,
  outputsOf,
  sparse,
  unitsOf,
  type HiddenLayer,
} from '../../../src/adapters/triage-models/hidden-layer.js';
import { teacherOf } from '../../../src/adapters/triage-models/training/hidden-training.js';
import { seeded } from '../../../src/adapters/triage-models/training/seeded.js';

const SHAPE = { inputs: 5, units: 4, outputs: 3 };

/** A layer of weights that look random; the same for the same seed. */
function aLayer(seed: number): HiddenLayer {
  const random = seeded(seed);
  const layer = emptyLayer(SHAPE);
  for (const table of [layer.into, layer.bias, layer.out])
    for (let at = 0; at < table.length; at++) table[at] = random() * 2 - 1;
  return layer;
}

/** The layer as a textbook writes it: out · max(0, into · inputs + bias). */
function naively({ into, bias, out }: HiddenLayer, inputs: readonly number[]): readonly number[] {
  const units = [...bias].map((own, unit) =>
    Math.max(0, own + inputs.reduce((sum, input, row) => sum + input * into[row * SHAPE.units + unit]!, 0)),
  );
  return Array.from({ length: SHAPE.outputs }, (_, output) =>
    units.reduce((sum, value, unit) => sum + value * out[output * SHAPE.units + unit]!, 0),
  );
}

const inputs = fc.array(fc.oneof(fc.constant(0), fc.double({ min: -3, max: 3, noNaN: true })), {
  minLength: SHAPE.inputs,
  maxLength: SHAPE.inputs,
});

describe('a hidden layer', () => {
  it('gives what the textbook gives', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (given, seed) => {
        const layer = aLayer(seed);
        const outputs = outputsOf(layer, unitsOf(layer, sparse(given)));
        naively(layer, given).forEach((value, at) => expect(outputs[at]).toBeCloseTo(value, 10));
      }),
    );
  });

  it('passes on nothing below nothing, and nothing at all where it has learned nothing', () => {
    const layer = aLayer(3);
    expect(Math.min(...unitsOf(layer, sparse([-9, 9, -9, 9, -9])))).toBeGreaterThanOrEqual(0);
    const empty = emptyLayer(SHAPE);
    expect([...outputsOf(empty, unitsOf(empty, sparse([1, 2, 3, 4, 5])))]).toEqual([0, 0, 0]);
  });

  it('keeps its bias as it was', () => {
    const layer = aLayer(4);
    const before = [...layer.bias];
    unitsOf(layer, sparse([1, 1, 1, 1, 1]));
    expect([...layer.bias]).toEqual(before);
  });
});

describe('inputs that are not nothing', () => {
  it('keep their places and values', () => {
    expect(sparse([0, 2, 0, -1])).toEqual({ places: [1, 3], values: [2, -1] });
    expect(sparse([])).toEqual({ places: [], values: [] });
  });
});

const STILL = { rate: 0, batch: 1, dropInputs: 0, dropUnits: 0, shrink: 0 };

describe('teaching a hidden layer', () => {
  it('passes through as the layer itself does, where nothing is left out', () => {
    const layer = emptyLayer(SHAPE);
    const teacher = teacherOf(layer, STILL, seeded(1));
    const given = [0.5, 0, -1, 2, 0.1];
    const { outputs } = teacher.pass(sparse(given));
    naively(layer, given).forEach((value, at) => expect(outputs[at]).toBeCloseTo(value, 10));
  });

  it.each([11, 12, 13])(
    'moves each weight by the slope that numeric differentiation finds (seed %i)',
    (seed) => {
      const layer = emptyLayer(SHAPE);
      // Adam's first step is the sign of a slope; where slopes are far below its 1e-8 it is in proportion to them.
      const [tiny, rate] = [1e-13, 1e3];
      const teacher = teacherOf(layer, { ...STILL, rate }, seeded(seed));
      for (let at = 0; at < layer.bias.length; at++) layer.bias[at] = 0.3 * at - 0.2;
      const given = [0.7, -0.4, 0, 1.1, 0.3];
      const wrong = [0.8, -0.5, 0.3];
      const loss = (): number =>
        naively(layer, given).reduce((sum, value, at) => sum + value * wrong[at]!, 0);
      const tables = [layer.into, layer.bias, layer.out];
      const numeric = tables.map((table) => [...table].map((_, at) => slopeOf(table, at, loss)));
      const before = tables.map((table) => [...table]);
      teacher.learn(
        teacher.pass(sparse(given)),
        wrong.map((each) => each * tiny),
        1,
      );
      tables.forEach((table, which) =>
        table.forEach((value, at) => {
          const moved = (before[which]![at]! - value) / (rate * tiny * 1e8);
          expect(moved).toBeCloseTo(numeric[which]![at]!, 2);
        }),
      );
      expect(numeric.flat().filter((slope) => Math.abs(slope) > 0.05).length).toBeGreaterThan(8);
    },
  );

  it('moves nothing before a batch is full', () => {
    const layer = emptyLayer(SHAPE);
    const teacher = teacherOf(layer, { ...STILL, rate: 0.1, batch: 3 }, seeded(2));
    const before = [...layer.out];
    const step = (): void => teacher.learn(teacher.pass(sparse([1, 1, 1, 1, 1])), [1, 1, 1], 1);
    step();
    step();
    expect([...layer.out]).toEqual(before);
    step();
    expect([...layer.out]).not.toEqual(before);
  });

  it('learns what no sum of inputs can say: one or the other, but not both', () => {
    const layer = emptyLayer({ inputs: 2, units: 8, outputs: 1 });
    const teacher = teacherOf(layer, { ...STILL, rate: 0.02, batch: 4 }, seeded(5));
    const table = [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ] as const;
    for (let epoch = 0; epoch < 800; epoch++) {
      for (const [left, right, wanted] of table) {
        const pass = teacher.pass(sparse([left, right]));
        teacher.learn(pass, [pass.outputs[0]! - wanted], 1);
      }
    }
    for (const [left, right, wanted] of table)
      expect(outputsOf(layer, unitsOf(layer, sparse([left, right])))[0]).toBeCloseTo(wanted, 1);
  });

  it('keeps the size of what passes on average, however much is left out', () => {
    const layer = emptyLayer(SHAPE);
    const teacher = teacherOf(layer, { ...STILL, dropInputs: 0.2, dropUnits: 0.5 }, seeded(6));
    layer.bias.fill(5); // every unit passes, so that leaving out is all that varies
    const given = [1, 1, 1, 1, 1];
    const sums = [0, 0, 0];
    for (let turn = 0; turn < 20_000; turn++)
      teacher.pass(sparse(given)).outputs.forEach((value, at) => (sums[at]! += value));
    naively(layer, given).forEach((value, at) =>
      expect(Math.abs(sums[at]! / 20_000 - value)).toBeLessThan(0.1),
    );
  });

  it('gives the same weights for the same seed, and others for another', () => {
    const taught = (seed: number): readonly number[] => {
      const layer = emptyLayer(SHAPE);
      const teacher = teacherOf(
        layer,
        { rate: 0.01, batch: 2, dropInputs: 0.2, dropUnits: 0.3, shrink: 1e-4 },
        seeded(seed),
      );
      for (let turn = 0; turn < 40; turn++)
        teacher.learn(teacher.pass(sparse([turn % 2, 1, 0, turn % 3, -1])), [1, -1, 0.5], 1);
      return [...layer.into, ...layer.bias, ...layer.out];
    };
    expect(taught(9)).toEqual(taught(9));
    expect(taught(9)).not.toEqual(taught(10));
    expect(taught(9).every((weight) => Number.isFinite(weight))).toBe(true);
  });
});

/** How much the loss grows with one weight. */
function slopeOf(table: Float32Array, at: number, loss: () => number): number {
  const own = table[at]!;
  const step = 1 / 1024;
  table[at] = own + step;
  const [above, up] = [loss(), table[at]];
  table[at] = own - step;
  const [below, down] = [loss(), table[at]];
  table[at] = own;
  return (above - below) / (up - down);
}
