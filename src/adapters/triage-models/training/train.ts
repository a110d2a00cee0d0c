import { featuresOf } from '../../../domain/question/triage/features.js';
import type { Features } from '../../../domain/question/triage/features.js';
import { ROUTES } from '../../../domain/question/triage/route.js';
import { matchScope } from '../../../domain/question/triage/scope.js';
import { THEME_NAMES } from '../../../domain/question/triage/themes.js';
import type { WordVectors } from '../../../domain/question/triage/words.js';
import {
  ELSE,
  GENERAL,
  KINDS,
  emptyWeights,
  kindLogits,
  pieceScale,
  scopeLogit,
  sigmoid,
  softmax,
  themeScale,
} from '../network.js';
import type { Weights } from '../network.js';
import type { LabelledMessage } from './corpus.js';
import { seeded } from './seeded.js';

/** A message as the training sees it; `label` is the place of its route in `ROUTES`. */
export interface Example {
  readonly message: LabelledMessage;
  readonly features: Features;
  readonly label: number;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** The pull of weights towards nothing, by table. */
  readonly shrink: {
    readonly pieces: number;
    readonly dense: number;
    readonly direction: number;
    readonly scope: number;
  };
  /** The share of word pieces left out each time, so that no single word is leant on. */
  readonly dropout: number;
  /** How much a general question beside another briefing counts as out of scope. */
  readonly elsewhere: number;
  readonly seed: number;
}

export const TRAINING: TrainingOptions = {
  epochs: 18,
  rate: 0.05,
  shrink: { pieces: 2e-5, dense: 2e-4, direction: 2e-4, scope: 5e-4 },
  dropout: 0.5,
  elsewhere: 0.15,
  seed: 20240129,
};

export function examplesOf(messages: readonly LabelledMessage[], words: WordVectors): readonly Example[] {
  return messages.map((message) => ({
    message,
    features: featuresOf(message.text, message.briefing, words),
    label: ROUTES.indexOf(message.route),
  }));
}

/** Learns weights from examples. The same examples, options and machine give the same weights. */
export function train(
  examples: readonly Example[],
  words: WordVectors,
  options: TrainingOptions = TRAINING,
): Weights {
  const weights = emptyWeights();
  const briefings = [...new Set(examples.map((example) => example.message.briefing))];
  const lesson = {
    weights,
    words,
    briefings,
    options,
    steps: stepper(weights, options),
    random: seeded(options.seed),
  };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    lesson.steps.pace(1 - epoch / options.epochs);
    for (const example of shuffled(examples, lesson.random)) {
      learn(lesson, example);
      if (options.elsewhere > 0 && example.label === GENERAL) learnElsewhere(lesson, example);
    }
  }
  return weights;
}

/** What every step of a training shares. */
interface Lesson {
  readonly weights: Weights;
  readonly words: WordVectors;
  readonly briefings: readonly LabelledMessage['briefing'][];
  readonly options: TrainingOptions;
  readonly steps: Stepper;
  readonly random: () => number;
}

type Stepper = ReturnType<typeof stepper>;

/** AdaGrad: a weight moved often moves less. */
function stepper(weights: Weights, options: TrainingOptions) {
  const seen = emptyWeights();
  let pace = 1;
  return {
    pace: (value: number): void => {
      pace = 0.1 + 0.9 * value;
    },
    move: (table: keyof Weights, place: number, slope: number): void => {
      const shrink =
        table === 'pieces'
          ? options.shrink.pieces
          : table === 'dense'
            ? options.shrink.dense
            : table === 'direction'
              ? options.shrink.direction
              : table === 'bias' || table === 'tuning'
                ? 0
                : options.shrink.scope;
      const now = weights[table][place] ?? 0;
      const full = slope + shrink * now;
      const sum = (seen[table][place] ?? 0) + full * full;
      seen[table][place] = sum;
      weights[table][place] = now - (options.rate * pace * full) / (0.01 + Math.sqrt(sum));
    },
  };
}

function learn({ weights, steps, options, random }: Lesson, example: Example): void {
  const kept = example.features.pieces.filter(() => random() >= options.dropout);
  const features = { ...example.features, pieces: kept };
  const kinds = softmax(kindLogits(weights, features));
  const within = sigmoid(scopeLogit(weights, features));
  const target = new Float64Array(KINDS);
  let scopeSlope = 0;
  if (example.label < GENERAL) target[example.label] = 1;
  else if (example.label === GENERAL) {
    target[GENERAL] = 1;
    scopeSlope = within - 1;
  } else {
    // Out of scope either way: as much a general question elsewhere as the weights so far believe.
    const general = (kinds[GENERAL] ?? 0) * (1 - within);
    const share = general / (general + (kinds[ELSE] ?? 0) + 1e-9);
    target[GENERAL] = share;
    target[ELSE] = 1 - share;
    scopeSlope = share * within;
  }
  moveKinds(
    features,
    kinds.map((share, kind) => share - (target[kind] ?? 0)),
    steps,
  );
  if (scopeSlope !== 0) moveScope(features, scopeSlope, steps);
}

function moveKinds(features: Features, slopes: Float64Array, steps: Stepper): void {
  const move = (table: 'pieces' | 'dense' | 'direction', row: number, value: number): void => {
    for (let kind = 0; kind < KINDS; kind++)
      steps.move(table, row * KINDS + kind, value * (slopes[kind] ?? 0));
  };
  const scale = pieceScale(features.pieces.length);
  for (const piece of features.pieces) move('pieces', piece, scale);
  features.dense.forEach((value, row) => {
    if (value !== 0) move('dense', row, value);
  });
  features.direction.forEach((value, row) => move('direction', row, value));
  slopes.forEach((slope, kind) => steps.move('bias', kind, slope));
}

function moveScope(features: Features, slope: number, steps: Stepper): void {
  steps.move('tuning', 0, slope);
  features.scope.values.forEach((value, row) => {
    if (value !== 0) steps.move('scope', row, slope * value);
  });
  const scale = themeScale(features);
  for (const own of features.scope.messageThemes) {
    for (const other of features.scope.briefingThemes)
      steps.move('themes', own * THEME_NAMES.length + other, slope * scale);
  }
}

/** A general question of one briefing is mostly out of scope at another one that speaks less of its words. */
function learnElsewhere(
  { weights, briefings, words, steps, options, random }: Lesson,
  example: Example,
): void {
  const other = briefings[Math.floor(random() * briefings.length)];
  if (!other || other === example.message.briefing) return;
  const scope = matchScope(example.features.normal.tokens, other, words);
  if (strength(scope.values) >= strength(example.features.scope.values)) return;
  const features = { ...example.features, scope };
  moveScope(features, options.elsewhere * sigmoid(scopeLogit(weights, features)), steps);
}

function strength(values: readonly number[]): number {
  return (values[0] ?? 0) + (values[5] ?? 0) + (values[11] ?? 0);
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}
