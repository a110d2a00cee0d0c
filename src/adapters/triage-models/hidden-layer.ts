/** Inputs that are not nothing: where they stand and what they are. */
export interface SparseInputs {
  readonly places: readonly number[];
  readonly values: readonly number[];
}

/** One hidden layer of units that pass on what is above nothing. Rows of `into` belong to inputs, rows of `out` to outputs. */
export interface HiddenLayer {
  readonly into: Float32Array;
  readonly bias: Float32Array;
  readonly out: Float32Array;
}

export interface HiddenShape {
  readonly inputs: number;
  readonly units: number;
  readonly outputs: number;
}

export function emptyLayer({ inputs, units, outputs }: HiddenShape): HiddenLayer {
  return {
    into: new Float32Array(inputs * units),
    bias: new Float32Array(units),
    out: new Float32Array(units * outputs),
  };
}

export function sparse(values: Iterable<number>): SparseInputs {
  const places: number[] = [];
  const kept: number[] = [];
  let place = 0;
  for (const value of values) {
    if (value !== 0) {
      places.push(place);
      kept.push(value);
    }
    place += 1;
  }
  return { places, values: kept };
}

/** What each unit passes on. */
export function unitsOf({ into, bias }: HiddenLayer, { places, values }: SparseInputs): Float64Array {
  const units = Float64Array.from(bias);
  const size = units.length;
  for (let at = 0; at < places.length; at++) {
    const row = (places[at] ?? 0) * size;
    const value = values[at] ?? 0;
    for (let unit = 0; unit < size; unit++)
      units[unit] = (units[unit] ?? 0) + value * (into[row + unit] ?? 0);
  }
  for (let unit = 0; unit < size; unit++) if ((units[unit] ?? 0) < 0) units[unit] = 0;
  return units;
}

/** What the layer adds to each output. */
export function outputsOf({ out }: HiddenLayer, units: Float64Array): Float64Array {
  const size = units.length;
  const outputs = new Float64Array(out.length / Math.max(1, size));
  for (let output = 0; output < outputs.length; output++) {
    let sum = 0;
    for (let unit = 0; unit < size; unit++) sum += (out[output * size + unit] ?? 0) * (units[unit] ?? 0);
    outputs[output] = sum;
  }
  return outputs;
}
