import { featuresOf } from '../../../domain/question/triage/features.js';
import type { Features } from '../../../domain/question/triage/features.js';
import { meetBeside, nearnessElsewhere } from '../../../domain/question/triage/meaning.js';
import type { Embedding } from '../../../domain/question/triage/meaning.js';
import { ROUTES } from '../../../domain/question/triage/route.js';
import type { TriageBriefing } from '../../../domain/question/triage/route.js';
import { matchScope } from '../../../domain/question/triage/scope.js';
import type { ScopeMatch } from '../../../domain/question/triage/scope.js';
import { THEME_NAMES } from '../../../domain/question/triage/themes.js';
import type { WordVectors } from '../../../domain/question/triage/words.js';
import {
  ELSE,
  EMBEDDING_SCALE,
  GENERAL,
  KINDS,
  emptyWeights,
  kindInputs,
  linearKinds,
  linearScope,
  pieceScale,
  scopeInputs,
  sigmoid,
  softmax,
  themeScale,
} from '../network.js';
import type { Read, Reading, Weights } from '../network.js';
import type { LabelledMessage } from './corpus.js';
import { teacherOf } from './hidden-training.js';
import type { HiddenOptions } from './hidden-training.js';
import { seeded } from './seeded.js';

/** A message as the training sees it; `label` is the place of its route in `ROUTES`. */
export interface Example {
  readonly message: LabelledMessage;
  readonly features: Features;
  readonly embedding: Embedding;
  readonly label: number;
}

/** What is known before any training: word meanings, and the embeddings of topics. */
export interface Background {
  readonly words: WordVectors;
  readonly topics: (briefing: TriageBriefing) => readonly Embedding[];
}

/** What a training may look at beside its examples. */
export interface Surroundings extends Background {
  /** Briefings beside which general questions are learned, whether or not anything was asked there. */
  readonly briefings: readonly TriageBriefing[];
  readonly reading: Reading;
}

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** The pull of weights towards nothing, by table. */
  readonly shrink: Readonly<Record<'pieces' | 'dense' | 'direction' | 'embedding' | 'scope', number>>;
  /** The share of word pieces left out each time, so that no single word is leant on. */
  readonly dropout: number;
  /** Beside how many other briefings a general question is looked at each time, and how much each counts. */
  readonly elsewhere: { readonly briefings: number; readonly weight: number };
  readonly kinds: HiddenOptions;
  readonly scopes: HiddenOptions;
  readonly seed: number;
}

export const TRAINING: TrainingOptions = {
  epochs: 14,
  rate: 0.05,
  shrink: { pieces: 2e-5, dense: 2e-4, direction: 2e-4, embedding: 2e-4, scope: 5e-4 },
  dropout: 0.5,
  elsewhere: { briefings: 4, weight: 0.4 },
  kinds: { rate: 0.003, batch: 32, dropInputs: 0.2, dropUnits: 0.5, shrink: 2e-5 },
  scopes: { rate: 0.004, batch: 32, dropInputs: 0, dropUnits: 0.3, shrink: 1e-4 },
  seed: 20240129,
};

/** The embeddings of the topics of the field, which a close reading compares with. */
export function fieldOf({
  briefings,
  topics,
}: Pick<Surroundings, 'briefings' | 'topics'>): readonly Embedding[] {
  return briefings.flatMap((briefing) => topics(briefing));
}

export function examplesOf(
  messages: readonly LabelledMessage[],
  words: WordVectors,
  embeddings: (text: string) => Embedding,
): readonly Example[] {
  return messages.map((message) => ({
    message,
    features: featuresOf(message.text, message.briefing, words),
    embedding: embeddings(message.text),
    label: ROUTES.indexOf(message.route),
  }));
}

/** Learns weights from examples. The same examples, options and machine give the same weights. */
export function train(
  examples: readonly Example[],
  surroundings: Surroundings,
  options: TrainingOptions = TRAINING,
): Weights {
  const weights = emptyWeights(surroundings.reading);
  const random = seeded(options.seed);
  const lesson: Lesson = {
    weights,
    surroundings,
    options,
    random,
    field: fieldOf(surroundings),
    elsewhere: new Map(),
    steps: stepper(weights, options),
    kinds: teacherOf(weights.kinds, options.kinds, random),
    scopes: teacherOf(weights.scopes, options.scopes, random),
    pace: 1,
  };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const now = { ...lesson, pace: 0.1 + 0.9 * (1 - epoch / options.epochs) };
    for (const example of shuffled(examples, random)) {
      learn(now, example);
      learnElsewhere(now, example);
    }
  }
  return weights;
}

/** What every step of a training shares. */
interface Lesson {
  readonly weights: Weights;
  readonly surroundings: Surroundings;
  readonly options: TrainingOptions;
  readonly random: () => number;
  readonly field: readonly Embedding[];
  /** How near each example is to the field; filled as they come. */
  readonly elsewhere: Map<Example, number>;
  readonly steps: Stepper;
  readonly kinds: ReturnType<typeof teacherOf>;
  readonly scopes: ReturnType<typeof teacherOf>;
  readonly pace: number;
}

type Table =
  'pieces' | 'dense' | 'direction' | 'embedding' | 'bias' | 'scope' | 'meeting' | 'themes' | 'tuning';
type Stepper = ReturnType<typeof stepper>;

/** AdaGrad: a weight moved often moves less. */
function stepper(weights: Weights, { rate, shrink }: TrainingOptions) {
  const seen = Object.fromEntries(
    (
      ['pieces', 'dense', 'direction', 'embedding', 'bias', 'scope', 'meeting', 'themes', 'tuning'] as const
    ).map((table) => [table, new Float32Array(weights[table].length)]),
  ) as Record<Table, Float32Array>;
  const pull: Record<Table, number> = {
    ...shrink,
    meeting: shrink.scope,
    themes: shrink.scope,
    bias: 0,
    tuning: 0,
  };
  return (table: Table, place: number, slope: number, pace: number): void => {
    const now = weights[table][place] ?? 0;
    const full = slope + pull[table] * now;
    const sum = (seen[table][place] ?? 0) + full * full;
    seen[table][place] = sum;
    weights[table][place] = now - (rate * pace * full) / (0.01 + Math.sqrt(sum));
  };
}

/** How the words of a question meet a briefing, worked out once: neither changes. */
const scopes = new WeakMap<Example, Map<TriageBriefing, ScopeMatch>>();

function scopeBeside(example: Example, briefing: TriageBriefing, words: WordVectors): ScopeMatch {
  if (briefing === example.message.briefing) return example.features.scope;
  const own = scopes.get(example) ?? new Map<TriageBriefing, ScopeMatch>();
  scopes.set(example, own);
  const met = own.get(briefing) ?? matchScope(example.features.normal.tokens, briefing, words);
  own.set(briefing, met);
  return met;
}

function readBeside(lesson: Lesson, example: Example, briefing: TriageBriefing): Read {
  const { reading, words, topics } = lesson.surroundings;
  const features = { ...example.features, scope: scopeBeside(example, briefing, words) };
  if (reading === 'quick') return { features };
  // The field differs from training to training: what is near in it is kept for this one alone.
  const { embedding } = example;
  const elsewhere = lesson.elsewhere.get(example) ?? nearnessElsewhere(embedding, lesson.field);
  lesson.elsewhere.set(example, elsewhere);
  const meeting = meetBeside({ message: embedding, topics: topics(briefing) }, elsewhere);
  return { features, embedding, meeting };
}

function learn(lesson: Lesson, example: Example): void {
  const { weights, options, random } = lesson;
  const whole = readBeside(lesson, example, example.message.briefing);
  const pieces = whole.features.pieces.filter(() => random() >= options.dropout);
  const read = { ...whole, features: { ...whole.features, pieces } };
  const pass = lesson.kinds.pass(kindInputs(read));
  const kinds = softmax(linearKinds(weights, read).map((value, kind) => value + (pass.outputs[kind] ?? 0)));
  const through = lesson.scopes.pass(scopeInputs(read));
  const within = sigmoid(linearScope(weights, read) + (through.outputs[0] ?? 0));
  const { target, scopeSlope } = aim(example, kinds, within);
  const slopes = kinds.map((share, kind) => share - (target[kind] ?? 0));
  moveKinds(read, slopes, lesson);
  lesson.kinds.learn(pass, slopes, lesson.pace);
  if (scopeSlope !== 0) {
    moveScope(read, scopeSlope, lesson);
    lesson.scopes.learn(through, [scopeSlope], lesson.pace);
  }
}

/** What the shares should have been, and how wrong the scope was. */
function aim(
  { label, message }: Example,
  kinds: Float64Array,
  within: number,
): { readonly target: Float64Array; readonly scopeSlope: number } {
  const target = new Float64Array(KINDS);
  if (label < GENERAL) {
    target[label] = 1;
    return { target, scopeSlope: 0 };
  }
  if (label === GENERAL) {
    target[GENERAL] = 1;
    return { target, scopeSlope: within - 1 };
  }
  // Out of scope either way: as much a general question elsewhere as is known or as the weights so far believe.
  const general = (kinds[GENERAL] ?? 0) * (1 - within);
  const share = message.scope
    ? Number(message.scope.general)
    : general / (general + (kinds[ELSE] ?? 0) + 1e-9);
  target[GENERAL] = share;
  target[ELSE] = 1 - share;
  return { target, scopeSlope: share * within };
}

function moveKinds({ features, embedding }: Read, slopes: Float64Array, { steps, pace }: Lesson): void {
  const move = (table: 'pieces' | 'dense' | 'direction' | 'embedding', row: number, value: number): void => {
    for (let kind = 0; kind < KINDS; kind++)
      steps(table, row * KINDS + kind, value * (slopes[kind] ?? 0), pace);
  };
  const scale = pieceScale(features.pieces.length);
  for (const piece of features.pieces) move('pieces', piece, scale);
  features.dense.forEach((value, row) => {
    if (value !== 0) move('dense', row, value);
  });
  features.direction.forEach((value, row) => move('direction', row, value));
  embedding?.forEach((value, row) => move('embedding', row, value * EMBEDDING_SCALE));
  slopes.forEach((slope, kind) => steps('bias', kind, slope, pace));
}

function moveScope({ features: { scope }, meeting }: Read, slope: number, { steps, pace }: Lesson): void {
  steps('tuning', 0, slope, pace);
  scope.values.forEach((value, row) => {
    if (value !== 0) steps('scope', row, slope * value, pace);
  });
  meeting?.forEach((value, row) => steps('meeting', row, slope * value, pace));
  const scale = themeScale({ scope });
  for (const own of scope.messageThemes) {
    for (const other of scope.briefingThemes)
      steps('themes', own * THEME_NAMES.length + other, slope * scale, pace);
  }
}

/** A general question is looked at beside other briefings too, half the time one that covers it. */
function learnElsewhere(lesson: Lesson, example: Example): void {
  const known = example.message.scope;
  if (!known?.general) return;
  const { surroundings, options, random, weights } = lesson;
  const pool = surroundings.briefings;
  const covering = pool.filter((briefing) => known.covers.has(briefing.id));
  for (let turn = 0; turn < options.elsewhere.briefings; turn++) {
    const from = turn % 2 === 0 && covering.length > 0 ? covering : pool;
    const briefing = from[Math.floor(random() * from.length)];
    if (!briefing || briefing.id === example.message.briefing.id) continue;
    const read = readBeside(lesson, example, briefing);
    const through = lesson.scopes.pass(scopeInputs(read));
    const within = sigmoid(linearScope(weights, read) + (through.outputs[0] ?? 0));
    const slope = options.elsewhere.weight * (within - Number(known.covers.has(briefing.id)));
    moveScope(read, slope, lesson);
    lesson.scopes.learn(through, [slope], lesson.pace);
  }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}
