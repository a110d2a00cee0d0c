import type { HiddenLayer, SparseInputs } from '../hidden-layer.js';
import { emptyLayer, outputsOf, unitsOf } from '../hidden-layer.js';

export interface HiddenOptions {
  readonly rate: number;
  /** How many examples are looked at before the weights move. */
  readonly batch: number;
  /** The share of inputs, and of units, left out each time, so that no single one is leant on. */
  readonly dropInputs: number;
  readonly dropUnits: number;
  /** The pull of weights towards nothing. */
  readonly shrink: number;
}

/** One example's way through the layer. */
export interface Pass {
  readonly inputs: SparseInputs;
  readonly units: Float64Array;
  readonly outputs: Float64Array;
}

/** Teaches a hidden layer by Adam, a batch at a time. The same order of examples gives the same weights. */
export function teacherOf(layer: HiddenLayer, options: HiddenOptions, random: () => number) {
  const size = layer.bias.length;
  const inputs = layer.into.length / size;
  const outputs = layer.out.length / size;
  const spread = Math.sqrt(2 / inputs);
  for (let at = 0; at < layer.into.length; at++) layer.into[at] = spread * gaussian(random);
  for (let at = 0; at < layer.out.length; at++) layer.out[at] = Math.sqrt(1 / size) * gaussian(random);
  const slope = emptyLayer({ inputs, units: size, outputs });
  const adams = [
    adam(layer.into, slope.into, options),
    adam(layer.bias, slope.bias, options),
    adam(layer.out, slope.out, options),
  ];
  let seen = 0;
  return {
    /** The way through with a part of inputs and units left out. */
    pass(whole: SparseInputs): Pass {
      const kept = dropped(whole, options.dropInputs, random);
      const units = unitsOf(layer, kept);
      for (let unit = 0; unit < size; unit++) {
        const passes = (units[unit] as number) > 0 && random() >= options.dropUnits;
        units[unit] = passes ? (units[unit] as number) / (1 - options.dropUnits) : 0;
      }
      return { inputs: kept, units, outputs: outputsOf(layer, units) };
    },
    /** Learns from how wrong each output was; moves the weights at the end of a batch. */
    learn({ inputs: { places, values }, units }: Pass, slopes: ArrayLike<number>, pace: number): void {
      const back = new Float64Array(size);
      for (let output = 0; output < outputs; output++) {
        const wrong = slopes[output] as number;
        for (let unit = 0; unit < size; unit++) {
          const at = output * size + unit;
          slope.out[at] = (slope.out[at] as number) + wrong * (units[unit] as number);
          back[unit] = (back[unit] as number) + wrong * (layer.out[at] as number);
        }
      }
      for (let unit = 0; unit < size; unit++) {
        back[unit] = units[unit] === 0 ? 0 : (back[unit] as number) / (1 - options.dropUnits);
        slope.bias[unit] = (slope.bias[unit] as number) + (back[unit] as number);
      }
      for (let at = 0; at < places.length; at++) {
        const row = (places[at] as number) * size;
        const value = values[at] as number;
        for (let unit = 0; unit < size; unit++)
          slope.into[row + unit] = (slope.into[row + unit] as number) + value * (back[unit] as number);
      }
      seen += 1;
      if (seen % options.batch === 0) for (const step of adams) step(pace);
    },
  };
}

function dropped({ places, values }: SparseInputs, share: number, random: () => number): SparseInputs {
  const keptPlaces: number[] = [];
  const keptValues: number[] = [];
  places.forEach((place, at) => {
    if (random() < share) return;
    keptPlaces.push(place);
    keptValues.push((values[at] as number) / (1 - share));
  });
  return { places: keptPlaces, values: keptValues };
}

/** Adam (Kingma and Ba, 2015) over one table. */
function adam(table: Float32Array, slope: Float32Array, { rate, batch, shrink }: HiddenOptions) {
  const first = new Float32Array(table.length);
  const second = new Float32Array(table.length);
  let steps = 0;
  return (pace: number): void => {
    steps += 1;
    const mend1 = 1 - 0.9 ** steps;
    const mend2 = 1 - 0.999 ** steps;
    for (let at = 0; at < table.length; at++) {
      const wrong = (slope[at] as number) / batch + shrink * (table[at] as number);
      slope[at] = 0;
      const one = (first[at] = 0.9 * (first[at] as number) + 0.1 * wrong);
      const two = (second[at] = 0.999 * (second[at] as number) + 0.001 * wrong * wrong);
      table[at] = (table[at] as number) - (rate * pace * (one / mend1)) / (Math.sqrt(two / mend2) + 1e-8);
    }
  };
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
}
