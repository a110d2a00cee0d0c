import { meetByEmbedding } from '../../../domain/question/triage/meaning.js';
import { kindLogits, routeShares, scopeLogit } from '../network.js';
import type { Read, Weights } from '../network.js';
import { ROUTES } from '../../../domain/question/triage/route.js';
import { fieldOf, train } from './train.js';
import type { Example, Surroundings } from './train.js';

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

/** A third of the hands held out leaves enough to learn almost as much as all. */
const CALIBRATION_PARTS = 3;

/**
 * Learns weights from all examples, calibrated on what weights learned without some hands, and without the briefings of
 * those, say of them. `folds` is how many of three such parts are held out in turn. One hand alone cannot be calibrated.
 */
export function trainCalibrated(
  examples: readonly Example[],
  surroundings: Surroundings,
  folds = 2,
): Weights {
  const groups = groupsOfHands(examples, CALIBRATION_PARTS);
  const held =
    groups.length < 2
      ? []
      : groups.slice(0, folds).flatMap((hands) => heldOut(examples, hands, surroundings));
  const weights = train(examples, surroundings);
  if (held.length > 0) applyCalibration(weights, calibrate(held));
  return weights;
}

/** Small sets by name: they share briefings with the hands, so they only ever teach. */
const ONLY_TEACHES = /^hand-/;

/** The hands in at least two parts, or in `parts`, of about the same number of messages; without those that only teach. */
export function groupsOfHands(examples: readonly Example[], parts: number): readonly ReadonlySet<string>[] {
  const sizes = new Map<string, number>();
  for (const { message } of examples) {
    if (!ONLY_TEACHES.test(message.hand)) sizes.set(message.hand, (sizes.get(message.hand) ?? 0) + 1);
  }
  const sorted = [...sizes].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const groups = Array.from({ length: Math.min(sorted.length, Math.max(2, parts)) }, () => ({
    hands: new Set<string>(),
    size: 0,
  }));
  for (const [hand, size] of sorted) {
    const least = groups.reduce((best, each) => (each.size < best.size ? each : best));
    least.hands.add(hand);
    least.size += size;
  }
  return groups.map((group) => group.hands);
}

/** What is left to learn from where some hands are judged: nothing of theirs, and none of their briefings. */
export function without(
  examples: readonly Example[],
  hands: ReadonlySet<string>,
  surroundings: Surroundings,
): {
  readonly judged: readonly Example[];
  readonly others: readonly Example[];
  readonly around: Surroundings;
} {
  const judged = examples.filter((example) => hands.has(example.message.hand));
  const briefings = new Set(judged.map((example) => example.message.briefing.id));
  return {
    judged,
    others: examples.filter(({ message }) => !hands.has(message.hand) && !briefings.has(message.briefing.id)),
    around: {
      ...surroundings,
      briefings: surroundings.briefings.filter((briefing) => !briefings.has(briefing.id)),
    },
  };
}

function heldOut(
  examples: readonly Example[],
  hands: ReadonlySet<string>,
  surroundings: Surroundings,
): readonly Held[] {
  const { judged, others, around } = without(examples, hands, surroundings);
  const weights = train(others.length > 0 ? others : examples, around);
  const field = fieldOf(around);
  return judged.map(({ features, embedding, message, label }) => {
    const read: Read =
      surroundings.reading === 'quick'
        ? { features }
        : {
            features,
            embedding,
            meeting: meetByEmbedding({ message: embedding, topics: around.topics(message.briefing) }, field),
          };
    return { kinds: kindLogits(weights, read), scope: scopeLogit(weights, read), label };
  });
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
