import { modelFrom, packWeights, unpackWeights } from '../../../src/adapters/triage-models/model-file.js';
import { trainCalibrated } from '../../../src/adapters/triage-models/training/calibrate.js';
import type { LabelledMessage } from '../../../src/adapters/triage-models/training/corpus.js';
import { accuracy, decideAll, wilson } from '../../../src/adapters/triage-models/training/measure.js';
import { examplesOf } from '../../../src/adapters/triage-models/training/train.js';
import { loadWordVectors } from '../../../src/adapters/triage-models/word-vectors.js';
import type { Route } from '../../../src/domain/question/triage.js';
import { aBriefing } from './briefings.js';

const words = loadWordVectors();
const briefing = aBriefing();

const SAMPLE: readonly (readonly [Route, string])[] = [
  ['emergency', 'there is a man with a gun in the hall'],
  ['emergency', 'the office is on fire'],
  ['suspicious_activity', 'a man keeps filming the synagogue entrances'],
  ['report_crime', 'my windows were smashed last night'],
  ['report_crime', 'i received a threatening email yesterday'],
  ['local_policing', 'can an officer visit my office on mill lane'],
  ['event_help', 'i can not hear the sound'],
  ['event_help', 'when is the next session'],
  ['presenter', 'what are the signs of a suspicious parcel'],
  ['presenter', 'which locks are best for a front door'],
  ['out_of_scope', 'thank you very much'],
  ['out_of_scope', 'who will win the election'],
];

const messages: readonly LabelledMessage[] = SAMPLE.flatMap(([route, text], at) =>
  ['one', 'two'].map((hand) => ({ id: `${hand}-${at}`, hand, briefing, text, route, lang: 'en' })),
);

describe('training', () => {
  it('gives the same model from the same messages', () => {
    const once = packWeights(trainCalibrated(examplesOf(messages, words), words), 'v');
    const again = packWeights(trainCalibrated(examplesOf(messages, words), words), 'v');
    expect(once).toEqual(again);
  });

  it('learns the messages it was shown and keeps them through packing', () => {
    const packed = packWeights(trainCalibrated(examplesOf(messages, words), words), 'v');
    const model = modelFrom(unpackWeights(packed), words, 'v');
    expect(accuracy(decideAll(messages, model))).toBeGreaterThan(0.9);
  });

  it('refuses a model that was trained for other features', () => {
    const packed = packWeights(trainCalibrated(examplesOf(messages.slice(0, 4), words), words), 'v');
    const { dense: _, ...rest } = packed.tables;
    expect(() => unpackWeights({ ...packed, tables: rest })).toThrow(/train:triage/);
  });
});

describe('intervals', () => {
  it('follow Wilson’s score', () => {
    const [low, high] = wilson(97, 100);
    expect(low).toBeCloseTo(0.9155, 3);
    expect(high).toBeCloseTo(0.9897, 3);
  });
});
