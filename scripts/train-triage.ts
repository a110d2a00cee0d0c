import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { packWeights } from '../src/adapters/triage-models/model-file.js';
import { trainCalibrated } from '../src/adapters/triage-models/training/calibrate.js';
import { readCorpus } from '../src/adapters/triage-models/training/corpus.js';
import { examplesOf } from '../src/adapters/triage-models/training/train.js';
import { loadWordVectors } from '../src/adapters/triage-models/word-vectors.js';

// Run from the root of the repository: npm run train:triage. The hand `fir` is the locked test and is never learned from.
const FOLDER = 'src/adapters/triage-models';
const LOCKED = ['fir'];

const words = loadWordVectors();
const messages = readCorpus(`${FOLDER}/corpus`, LOCKED);
const hands = [...new Set(messages.map((message) => message.hand))].sort();
const digest = createHash('sha256');
for (const message of messages)
  digest.update(`${message.id}\t${message.briefing.id}\t${message.route}\t${message.text}\n`);
const packed = packWeights(trainCalibrated(examplesOf(messages, words), words), '');
// What was learned counts too: the same messages read in another way give another model.
digest.update(JSON.stringify(packed.tables));
const version = `${hands.join('+')}-${digest.digest('hex').slice(0, 10)}`;
writeFileSync(`${FOLDER}/triage.model.json`, `${JSON.stringify({ ...packed, version })}\n`);
process.stdout.write(`Learned from ${messages.length} messages of ${hands.join(', ')}: model ${version}.\n`);
