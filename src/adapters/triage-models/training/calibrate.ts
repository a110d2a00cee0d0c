import type { WordVectors } from '../../../domain/question/triage/words.js';
import { kindLogits, routeShares, scopeLogit } from '../network.js';
import type { Weights } from '../network.js';
import { ROUTES } from '../../../domain/question/triage/route.js';
import { train } from './train.js';
import type { Example } from './train.js';

/** What the logits are multiplied by and shifted by so that belief means what it says. */
export interface Calibration {
  readonly kinds: number;
  readonly scope: number;
  readonly shift: number;
}

interface Held {
  readonly kinds: Float64Array;
  readonly scope: number;
  readonly label: number;
}

/**
 * Learns weights from all examples, calibrated on what weights learned without one hand say of that hand. With `folds` the
 * number of hands held out in turn is bounded, those who wrote most first: a small hand says little of belief. One hand alone
 * cannot be calibrated.
 */
export function trainCalibrated(examples: readonly Example[], words: WordVectors, folds = 6): Weights {
  const hands = handsBySize(examples);
  const held =
    hands.length < 2 ? [] : hands.slice(0, folds).flatMap((hand) => heldOut(examples, hand, words));
  const weights = train(examples, words);
  if (held.length > 0) applyCalibration(weights, calibrate(held));
  return weights;
}

function handsBySize(examples: readonly Example[]): readonly string[] {
  const sizes = new Map<string, number>();
  for (const { message } of examples) sizes.set(message.hand, (sizes.get(message.hand) ?? 0) + 1);
  const sorted = [...sizes].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const most = sorted[0]?.[1] ?? 0;
  return sorted.filter(([, size]) => size * 5 >= most).map(([hand]) => hand);
}

function heldOut(examples: readonly Example[], hand: string, words: WordVectors): readonly Held[] {
  const weights = train(
    examples.filter((example) => example.message.hand !== hand),
    words,
  );
  return examples
    .filter((example) => example.message.hand === hand)
    .map(({ features, label }) => ({
      kinds: kindLogits(weights, features),
      scope: scopeLogit(weights, features),
      label,
    }));
}

function applyCalibration(weights: Weights, { kinds, scope, shift }: Calibration): void {
  weights.tuning[1] = kinds;
  weights.tuning[2] = scope;
  weights.tuning[3] = shift;
}

/** The calibration under which the labels held out are likeliest, found by trying ever finer steps. */
export function calibrate(held: readonly Held[]): Calibration {
  let best: Calibration = { kinds: 1, scope: 1, shift: 0 };
  let least = surprise(held, best);
  for (let step = 0.4; step > 0.01; step *= 0.6) {
    for (let again = 0; again < 3; again++) {
      for (const trial of neighbours(best, step)) {
        const loss = surprise(held, trial);
        if (loss < least) [best, least] = [trial, loss];
      }
    }
  }
  return best;
}

function neighbours({ kinds, scope, shift }: Calibration, step: number): readonly Calibration[] {
  return [
    { kinds: kinds * (1 + step), scope, shift },
    { kinds: kinds / (1 + step), scope, shift },
    { kinds, scope: scope * (1 + step), shift },
    { kinds, scope: scope / (1 + step), shift },
    { kinds, scope, shift: shift + step },
    { kinds, scope, shift: shift - step },
  ];
}

function surprise(held: readonly Held[], { kinds, scope, shift }: Calibration): number {
  const tuning = { tuning: Float32Array.of(0, kinds, scope, shift) };
  return held.reduce((sum, each) => {
    const route = ROUTES[each.label];
    return route ? sum - Math.log(routeShares(tuning, each.kinds, each.scope)[route] + 1e-6) : sum;
  }, 0);
}
