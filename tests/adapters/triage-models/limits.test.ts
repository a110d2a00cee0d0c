import { statSync } from 'node:fs';
import { loadTriageModel } from '../../../src/adapters/triage-models/index.js';
import { mayBeDanger, triage } from '../../../src/domain/question/triage.js';
import { aBriefing } from './briefings.js';

const FOLDER = 'src/adapters/triage-models';
const model = loadTriageModel();
const briefing = aBriefing();

/** The quickest of several runs: what the code needs, without what else the machine was doing. */
function quickest(work: () => void): number {
  const times = Array.from({ length: 12 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('limits', () => {
  it('keeps model and word table together under five megabytes', () => {
    const bytes = ['triage.model.json', 'word-vectors.model.json'].reduce(
      (sum, file) => sum + statSync(`${FOLDER}/${file}`).size,
      0,
    );
    expect(bytes).toBeLessThan(5_000_000);
  });

  it('decides on a usual message within five milliseconds and screens it within one', () => {
    const text =
      'Good evening, could you say how often a small office should change its door codes, and who ought to hold the keys? '.repeat(
        3,
      );
    expect(quickest(() => triage({ text, briefing, model }))).toBeLessThan(5);
    expect(quickest(() => mayBeDanger(text))).toBeLessThan(1);
  });

  it.each(['a', 'is ', '<', '&', '"', '😀', '... ', 'a@', '1a', 'x-', 'a man with a ', '\ud800', '\u200b'])(
    'does not slow down on a hundred thousand characters of «%s»',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      expect(quickest(() => triage({ text, briefing, model }))).toBeLessThan(15);
    },
  );
});
