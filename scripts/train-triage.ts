import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { LOCKED, openBriefings, readCorpus } from '../src/adapters/triage-models/training/corpus.js';
import { embedAll } from '../src/adapters/triage-models/training/embeddings.js';
import { learnModel } from '../src/adapters/triage-models/training/learn.js';
import { examplesOf } from '../src/adapters/triage-models/training/train.js';
import { loadWordVectors } from '../src/adapters/triage-models/word-vectors.js';

// Run from the root of the repository: npm run train:triage. Locked hands are never learned from. Some ten minutes on one
// processor, of which three go into embeddings that are kept for the next time.
const FOLDER = 'src/adapters/triage-models';

const words = loadWordVectors();
const messages = readCorpus(`${FOLDER}/corpus`, LOCKED);
const briefings = openBriefings(`${FOLDER}/corpus`);
const embedded = await embedAll(
  messages.map((message) => message.text),
  [...new Set([...briefings, ...messages.map((message) => message.briefing)])],
  '.cache/embeddings.json',
);
const learned = learnModel(examplesOf(messages, words, embedded.of), {
  words,
  topics: embedded.topics,
  briefings,
});

const hands = [...new Set(messages.map((message) => message.hand))].sort();
const digest = createHash('sha256');
for (const message of messages)
  digest.update(`${message.id}\t${message.briefing.id}\t${message.route}\t${message.text}\n`);
// What was learned counts too: the same messages read in another way give another model.
digest.update(JSON.stringify(learned));
const version = `${String(messages.length)}-${digest.digest('hex').slice(0, 10)}`;
writeFileSync(`${FOLDER}/triage.model.json`, `${JSON.stringify({ version, ...learned })}\n`);
process.stdout.write(`Learned from ${messages.length} messages of ${hands.join(', ')}: model ${version}.\n`);
