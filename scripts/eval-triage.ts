import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { loadTriageModel } from '../src/adapters/triage-models/index.js';
import { agreementReport } from '../src/adapters/triage-models/training/agreement.js';
import { groupsOfHands, without } from '../src/adapters/triage-models/training/calibrate.js';
import {
  LOCKED,
  openBriefings,
  readBriefings,
  readCorpus,
} from '../src/adapters/triage-models/training/corpus.js';
import { embedAll } from '../src/adapters/triage-models/training/embeddings.js';
import { keepOutcomes, readOutcomes } from '../src/adapters/triage-models/training/kept-outcomes.js';
import { learnModel, modelOf } from '../src/adapters/triage-models/training/learn.js';
import { decideAll, macroF1 } from '../src/adapters/triage-models/training/measure.js';
import type { Outcome } from '../src/adapters/triage-models/training/measure.js';
import { figuresOf } from '../src/adapters/triage-models/training/plots.js';
import type { LearningPoint } from '../src/adapters/triage-models/training/plots.js';
import { reportOn } from '../src/adapters/triage-models/training/report.js';
import { seeded } from '../src/adapters/triage-models/training/seeded.js';
import { examplesOf } from '../src/adapters/triage-models/training/train.js';
import type { Example } from '../src/adapters/triage-models/training/train.js';
import { loadWordVectors } from '../src/adapters/triage-models/word-vectors.js';

// Run from the root: npm run eval:triage [-- --locked] [-- --locked-only]. The hands are judged in parts, each by a model that
// has seen nothing of those hands nor of their briefings. With --locked the locked hands, which nothing was learned from or
// tuned on, are judged by the model in the repository. Some twenty minutes on two processors. What was judged is kept (no
// message's words): --from-cache draws the report again without judging, --plots <folder> draws figures of the open hands.
const FOLDER = 'src/adapters/triage-models/corpus';
const CACHE = '.cache/embeddings.json';
const KEPT = '.cache/eval-outcomes.json';
const PARTS = 4;
const CURVE = [400, 800, 1600, 3200, 6400];

/** A share of the work: one part of the hands judged, or the first part judged by a model that learned from so many. */
interface Task {
  readonly part: number;
  readonly size: number;
}

/** What came of a task. */
interface Result {
  readonly outcomes: readonly Outcome[];
  /** How many messages the model learned from. */
  readonly learned: number;
}

if (!isMainThread) parentPort?.postMessage(await judge(workerData as Task));
else await evaluate();

async function evaluate(): Promise<void> {
  const wanted = wishes();
  print(agreementReport(FOLDER));
  if (wanted.open) {
    if (!wanted.fromCache) await judgeOpenHands();
    reportOpenHands();
  }
  if (wanted.plots !== undefined) drawPlots(wanted.plots);
  if (wanted.locked) {
    if (!wanted.fromCache) await judgeLocked();
    reportLocked();
  }
}

function wishes() {
  const { values } = parseArgs({
    options: {
      locked: { type: 'boolean', default: false },
      'locked-only': { type: 'boolean', default: false },
      'from-cache': { type: 'boolean', default: false },
      plots: { type: 'string' },
    },
  });
  const only = values['locked-only'];
  const { plots } = values;
  return { open: !only, locked: only || values.locked, fromCache: values['from-cache'], plots };
}

async function judgeOpenHands(): Promise<void> {
  await embedCorpus(); // once, so that the threads only read them
  const parts = await onThreads(Array.from({ length: PARTS }, (_, part) => ({ part, size: Infinity })));
  const open = parts.flatMap(({ outcomes }) => outcomes);
  keepOutcomes(KEPT, { open, curve: [] }); // so that nothing judged is lost if the curve fails
  const smaller = await onThreads(CURVE.map((size) => ({ part: 0, size })));
  const curve = [...smaller, ...parts.slice(0, 1)].map(({ outcomes, learned }) => ({
    learned,
    macroF1: macroF1(outcomes),
  }));
  keepOutcomes(KEPT, { open, curve });
}

function reportOpenHands(): void {
  const { open, curve } = openHands();
  print(reportOn('Each hand by a model that has seen neither the hand nor its briefings', open));
  print('### Learning curve: the first part of the hands judged, forced choice\n');
  print('| learned from | macro-F1 |\n| ------------ | -------- |');
  for (const { learned, macroF1 } of curve) {
    print(`| ${learned} messages | ${(macroF1 * 100).toFixed(1)} % |`);
  }
  print('');
}

function drawPlots(folder: string): void {
  const { open, curve } = openHands();
  mkdirSync(folder, { recursive: true });
  for (const [name, figure] of Object.entries(figuresOf(open, curve))) {
    writeFileSync(join(folder, name), figure);
  }
}

function openHands(): { readonly open: readonly Outcome[]; readonly curve: readonly LearningPoint[] } {
  const { open, curve = [] } = readOutcomes(KEPT);
  if (open) return { open, curve };
  throw new Error('The open hands have not been judged yet. Run npm run eval:triage first.');
}

async function judgeLocked(): Promise<void> {
  const messages = readCorpus(FOLDER).filter((message) => LOCKED.includes(message.hand));
  const embedded = await embedAll(
    messages.map((message) => message.text),
    [...readBriefings(FOLDER).values()],
    '.cache/embeddings-locked.json',
  );
  const examples = examplesOf(messages, loadWordVectors(), embedded.of);
  keepOutcomes(KEPT, { locked: decideAll(examples, loadTriageModel(), embedded.topics) });
}

function reportLocked(): void {
  const { locked } = readOutcomes(KEPT);
  if (!locked) {
    throw new Error(
      'The locked hands have not been judged yet. Run npm run eval:triage -- --locked-only first.',
    );
  }
  print(reportOn('Locked test: the model in the repository', locked));
}

async function embedCorpus() {
  const messages = readCorpus(FOLDER, LOCKED);
  const briefings = openBriefings(FOLDER);
  const embedded = await embedAll(
    messages.map((message) => message.text),
    [...new Set([...briefings, ...messages.map((message) => message.briefing)])],
    CACHE,
  );
  return { messages, briefings, embedded };
}

async function judge({ part, size }: Task): Promise<Result> {
  const { messages, briefings, embedded } = await embedCorpus();
  const words = loadWordVectors();
  const examples = examplesOf(messages, words, embedded.of);
  const hands = groupsOfHands(examples, PARTS)[part] ?? new Set<string>();
  const { judged, others, around } = without(examples, hands, {
    words,
    briefings,
    topics: embedded.topics,
    reading: 'quick',
  });
  const teachers = size === Infinity ? others : mixed(others).slice(0, size);
  const model = modelOf(learnModel(teachers, around, 1), words, 'evaluation');
  return { outcomes: decideAll(judged, model, embedded.topics), learned: teachers.length };
}

/** Every task on a thread of its own, as many at a time as there are processors. */
async function onThreads(tasks: readonly Task[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = tasks.map((task, at) => ({ task, at }));
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const thread = new Worker(import.meta.filename, { workerData: next.task });
      const [result] = (await once(thread, 'message')) as [Result];
      results[next.at] = result;
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
  return results;
}

/** The same disorder every time, so that every size holds some of every hand. */
function mixed(examples: readonly Example[]): readonly Example[] {
  const random = seeded(11);
  return examples
    .map((example) => ({ example, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ example }) => example);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
