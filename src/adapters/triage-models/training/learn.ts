import type { TriageModel } from '../../../domain/question/triage.js';
import { modelFrom, packEmbeddings, packWeights, unpackEmbeddings, unpackWeights } from '../model-file.js';
import type { ModelFile } from '../model-file.js';
import { trainCalibrated } from './calibrate.js';
import { fieldOf } from './train.js';
import type { Example, Surroundings } from './train.js';

/** Learns both readings, packed as they lie in the repository; `folds` as of `trainCalibrated`. */
export function learnModel(
  examples: readonly Example[],
  surroundings: Omit<Surroundings, 'reading'>,
  folds?: number,
): Omit<ModelFile, 'version'> {
  return {
    quick: packWeights(trainCalibrated(examples, { ...surroundings, reading: 'quick' }, folds)),
    close: packWeights(trainCalibrated(examples, { ...surroundings, reading: 'close' }, folds)),
    field: packEmbeddings(fieldOf(surroundings)),
  };
}

/** The model as it will be read from the repository. */
export function modelOf(
  file: Omit<ModelFile, 'version'>,
  words: TriageModel['words'],
  version: string,
): TriageModel {
  return modelFrom(
    {
      quick: unpackWeights(file.quick, 'quick'),
      close: unpackWeights(file.close, 'close'),
      field: unpackEmbeddings(file.field),
      words,
    },
    version,
  );
}
