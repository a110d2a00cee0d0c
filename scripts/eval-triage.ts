import { loadTriageModel } from '../src/adapters/triage-models/index.js';
import { modelFrom, packWeights, unpackWeights } from '../src/adapters/triage-models/model-file.js';
import { trainCalibrated } from '../src/adapters/triage-models/training/calibrate.js';
import { readCorpus } from '../src/adapters/triage-models/training/corpus.js';
import { decideAll, macroF1 } from '../src/adapters/triage-models/training/measure.js';
import { reportOn } from '../src/adapters/triage-models/training/report.js';
import { seeded } from '../src/adapters/triage-models/training/seeded.js';
import { examplesOf, train } from '../src/adapters/triage-models/training/train.js';
import type { Example } from '../src/adapters/triage-models/training/train.js';
import { loadWordVectors } from '../src/adapters/triage-models/word-vectors.js';

// Run from the root: npm run eval:triage [-- --locked]. Each hand is judged by a model that has seen nothing of that hand nor
// of its briefings. With --locked the hand `fir`, which nothing was tuned on, is judged by
// the model in the repository.
const FOLDER = 'src/adapters/triage-models/corpus';
const LOCKED = ['fir'];

const words = loadWordVectors();
const open = examplesOf(readCorpus(FOLDER, LOCKED), words);
const hands = [...new Set(open.map((example) => example.message.hand))].sort();

function learnedFrom(examples: readonly Example[], folds: number) {
  return modelFrom(
    unpackWeights(packWeights(trainCalibrated(examples, words, folds), 'evaluation')),
    words,
    'evaluation',
  );
}

// The small seed shares briefings with others and only ever teaches.
const judgedHands = hands.filter((hand) => hand !== 'hand-seed');

const outcomes = judgedHands.flatMap((hand) => {
  const own = open.filter((example) => example.message.hand === hand);
  const briefings = new Set(own.map((example) => example.message.briefing.id));
  const others = open.filter(
    (example) => example.message.hand !== hand && !briefings.has(example.message.briefing.id),
  );
  return decideAll(
    own.map((example) => example.message),
    learnedFrom(others, 1),
  );
});
print(reportOn('Each hand by a model that has seen neither the hand nor its briefings', outcomes));

const last = judgedHands.at(-1);
const judged = open.filter((example) => example.message.hand === last);
const judgedBriefings = new Set(judged.map((example) => example.message.briefing.id));
const teachers = mixed(
  open.filter(
    (example) => example.message.hand !== last && !judgedBriefings.has(example.message.briefing.id),
  ),
);
print(`## Learning curve: ${last} judged, forced choice, not calibrated\n`);
print('| learned from | macro-F1 |\n| ------------ | -------- |');
for (const size of [350, 700, 1400, 2800, teachers.length]) {
  const model = modelFrom(train(teachers.slice(0, size), words), words, 'evaluation');
  const figure = macroF1(
    decideAll(
      judged.map((example) => example.message),
      model,
    ),
  );
  print(`| ${size} messages | ${(figure * 100).toFixed(1)} % |`);
}
print('');

if (process.argv.includes('--locked')) {
  const locked = readCorpus(FOLDER, hands);
  if (locked.length === 0) print('There is no locked hand yet.');
  else print(reportOn('Locked test: the model in the repository', decideAll(locked, loadTriageModel())));
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
