import { topicText } from '../../../src/adapters/triage-models/closer-reading.js';
import type { LabelledMessage } from '../../../src/adapters/triage-models/training/corpus.js';
import { examplesOf } from '../../../src/adapters/triage-models/training/train.js';
import type { Example, Surroundings } from '../../../src/adapters/triage-models/training/train.js';
import { loadWordVectors } from '../../../src/adapters/triage-models/word-vectors.js';
import type { Route } from '../../../src/domain/question/triage.js';
import { aBriefing } from './briefings.js';
import { fakeEmbedding } from './scripted.js';

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

const words = loadWordVectors();
const briefing = aBriefing();
const travel = aBriefing({
  id: 'travel',
  title: 'Travel',
  topics: [{ title: 'Travelling safely', summary: 'Varying routes and times.' }],
});

/** A dozen messages by two hands. */
export const messages: readonly LabelledMessage[] = SAMPLE.flatMap(([route, text], at) =>
  ['one', 'two'].map((hand) => ({
    id: `${hand}-${String(at)}`,
    hand,
    briefing,
    text,
    route,
    lang: 'en',
    ...(route === 'presenter' ? { scope: { general: true, covers: new Set([briefing.id]) } } : {}),
  })),
);

/** The messages as a training sees them, made anew; their embeddings tell texts apart and mean nothing. */
export const examples = (): readonly Example[] => examplesOf(messages, words, fakeEmbedding);

/** Two briefings, of which `travel` is nobody's. */
export const surroundings: Omit<Surroundings, 'reading'> = {
  words,
  briefings: [briefing, travel],
  topics: ({ topics }) => topics.map((topic) => fakeEmbedding(topicText(topic))),
};
