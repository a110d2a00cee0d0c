import { SAME_QUESTION } from '../src/domain/question/duplicates.js';
import { judgedPairs, measure } from '../tests/domain/question/duplicates/pairs.js';

// Run from the root: npm run eval:duplicates [-- --errors]. How well two questions that ask the same are known, on pairs
// labelled by hand; with --errors the pairs that are judged wrongly.
const pairs = judgedPairs();
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

for (const set of ['open', 'held'] as const) {
  const own = pairs.filter((pair) => pair.set === set);
  print(
    `### ${set === 'held' ? 'Nothing was tuned on these' : 'Tuned on these'}: ${String(own.length)} pairs\n`,
  );
  print('| from likeness | taken for the same | wrongly | precision | recall |');
  print('| ------------- | ------------------ | ------- | --------- | ------ |');
  for (const threshold of [0.6, 0.7, SAME_QUESTION, 0.9, 1]) {
    const { merged, wrong, precision, recall } = measure(own, threshold);
    const cells = [threshold.toFixed(2), String(merged), String(wrong), percent(precision), percent(recall)];
    print(`| ${cells.join(' | ')} |`);
  }
  print('');
}

if (process.argv.includes('--errors'))
  for (const { same, sameness, a, b } of pairs)
    if (same !== sameness >= SAME_QUESTION)
      print(`${same ? 'missed' : 'WRONG '} ${sameness.toFixed(2)}  ${a} | ${b}`);
