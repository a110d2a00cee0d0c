import {
  modelFrom,
  packEmbeddings,
  packWeights,
  unpackEmbeddings,
  unpackWeights,
} from '../../../src/adapters/triage-models/model-file.js';
import { emptyWeights } from '../../../src/adapters/triage-models/network.js';
import { trainCalibrated } from '../../../src/adapters/triage-models/training/calibrate.js';
import { learnModel, modelOf } from '../../../src/adapters/triage-models/training/learn.js';
import { accuracy, decideAll, wilson } from '../../../src/adapters/triage-models/training/measure.js';
import { fieldOf, train, TRAINING } from '../../../src/adapters/triage-models/training/train.js';
import { triage, triageClosely } from '../../../src/domain/question/triage.js';
import { fakeEmbedding } from './scripted.js';
import { aBriefing } from './briefings.js';
import { examples, surroundings } from './sample.js';

const quick = { ...surroundings, reading: 'quick' } as const;
const close = { ...surroundings, reading: 'close' } as const;

describe('training', () => {
  it('gives the same model from the same messages', () => {
    const [once, again] = [learnModel(examples(), surroundings), learnModel(examples(), surroundings)];
    expect(JSON.stringify(once) === JSON.stringify(again)).toBe(true);
  });

  it('gives another model for another seed', () => {
    const [once, other] = [TRAINING.seed, TRAINING.seed + 1].map((seed) =>
      train(examples(), close, { ...TRAINING, seed }),
    );
    expect(JSON.stringify(once) === JSON.stringify(other)).toBe(false);
  });

  it('learns the messages it was shown and keeps them through packing', () => {
    const model = modelOf(learnModel(examples(), surroundings), surroundings.words, 'v');
    const outcomes = decideAll(examples(), model, surroundings.topics);
    expect(accuracy(outcomes)).toBeGreaterThan(0.9);
    expect(accuracy(outcomes.map((each) => ({ ...each, decision: each.quick })))).toBeGreaterThan(0.9);
  });

  it('learns of a close reading what words cannot say', () => {
    // The same words with embeddings that tell them apart, as no words could.
    const twins = examples()
      .slice(-8)
      .flatMap((example) =>
        (['presenter', 'out_of_scope'] as const).map((route, at) => ({
          ...example,
          message: { ...example.message, route },
          embedding: fakeEmbedding(route),
          label: 5 + at,
        })),
      );
    const model = modelFrom(
      { quick: train(twins, quick), close: train(twins, close), field: fieldOf(close), words: close.words },
      'v',
    );
    const told = decideAll(twins, model, close.topics);
    expect(accuracy(told)).toBeGreaterThan(0.8);
    expect(accuracy(told.map((each) => ({ ...each, decision: each.quick })))).toBeLessThan(0.7);
  });

  it('learns with nobody else’s briefing around and from one hand alone, which cannot be calibrated', () => {
    const alone = examples().filter(({ message }) => message.hand === 'one');
    const weights = trainCalibrated(alone, { ...close, briefings: [] });
    expect([...weights.tuning].slice(1)).toEqual([1, 1, 0]);
    expect(weights.pieces.some((weight) => weight !== 0)).toBe(true);
  });
});

describe('a model packed and unpacked', () => {
  const trained = { quick: trainCalibrated(examples(), quick), close: trainCalibrated(examples(), close) };
  const field = fieldOf(surroundings);
  const whole = modelFrom({ ...trained, field, words: surroundings.words }, 'whole');
  const packed = modelFrom(
    {
      quick: unpackWeights(packWeights(trained.quick), 'quick'),
      close: unpackWeights(packWeights(trained.close), 'close'),
      field: unpackEmbeddings(packEmbeddings(field)),
      words: surroundings.words,
    },
    'packed',
  );

  it('routes every message as before, by words alone and closer', () => {
    for (const { message, embedding } of examples()) {
      const { text, briefing } = message;
      const embeddings = { message: embedding, topics: surroundings.topics(briefing) };
      const quickly = [whole, packed].map((model) => triage({ text, briefing, model }));
      const closely = [whole, packed].map((model) => triageClosely({ text, briefing, model, embeddings }));
      for (const [before, after] of [quickly, closely]) {
        expect(after?.route).toBe(before?.route);
        expect(Math.abs((after?.confidence ?? 0) - (before?.confidence ?? 0))).toBeLessThan(0.05);
      }
    }
  });

  it('packs to the same bytes again', () => {
    const once = packWeights(trained.close);
    expect(packWeights(unpackWeights(once, 'close')).tables['kinds.into']?.bytes).toBe(
      once.tables['kinds.into']?.bytes,
    );
  });

  it('keeps embeddings exactly, and none at all', () => {
    const plain = (embeddings: typeof field) => embeddings.map((each) => each.map((value) => value + 0));
    expect(plain(unpackEmbeddings(packEmbeddings(field)))).toEqual(plain(field));
    expect(field).toHaveLength(surroundings.briefings.flatMap(({ topics }) => topics).length);
    expect(unpackEmbeddings(packEmbeddings([]))).toEqual([]);
  });

  it('shares its belief out to the last bit, in both readings', () => {
    const [example] = examples();
    const { features, embedding, message } = example!;
    const told = [
      packed.probabilities(features),
      packed.closely(features, { message: embedding, topics: surroundings.topics(message.briefing) }),
      packed.closely(features, { message: embedding, topics: [] }),
    ];
    for (const shares of told)
      expect(Object.values(shares).reduce((sum, each) => sum + each)).toBeCloseTo(1, 9);
  });

  it('is refused where it was trained for other features', () => {
    const stored = packWeights(emptyWeights('quick'));
    const { dense, ...rest } = stored.tables;
    expect(() => unpackWeights({ ...stored, tables: rest }, 'quick')).toThrow(/"dense".*train:triage/);
    const short = { ...rest, dense: { ...dense!, bytes: '' } };
    expect(() => unpackWeights({ ...stored, tables: short }, 'quick')).toThrow(/"dense".*train:triage/);
    expect(() => unpackWeights(stored, 'close')).toThrow(/train:triage/);
  });
});

describe('what a training finds', () => {
  it('does not depend on what was trained before it', () => {
    const elsewhere = { ...close, briefings: [aBriefing({ topics: [{ title: 'Other', summary: '' }] })] };
    const shared = examples();
    train(shared, close);
    const after = train(shared, elsewhere);
    expect(JSON.stringify(after) === JSON.stringify(train(examples(), elsewhere))).toBe(true);
  });
});

describe('intervals', () => {
  it('follow Wilson’s score', () => {
    const [low, high] = wilson(97, 100);
    expect(low).toBeCloseTo(0.9155, 3);
    expect(high).toBeCloseTo(0.9897, 3);
  });
});
