import type { Embedding } from '../../domain/question/triage/meaning.js';
import type { BriefingTopic, TriageBriefing } from '../../domain/question/triage/route.js';
import { triageClosely, wantsCloserReading } from '../../domain/question/triage/triage.js';
import type { Decision, TriageInput } from '../../domain/question/triage/triage.js';
import type { SentenceEncoder } from './sentence-encoder.js';

/** A topic as the encoder reads it. */
export const topicText = ({ title, summary }: BriefingTopic): string =>
  summary === '' ? title : `${title}: ${summary}`;

/** How many briefings' topics are remembered. */
const REMEMBERED = 100;

/** As many topics of a briefing as a decision looks at. */
const TOPICS = 20;

/**
 * Decides again, with sentence embeddings, what a quick decision has left open. Gives the quick decision back where it is
 * clear or answers danger. Rejects with `EncoderUnavailable` where the encoder cannot be had.
 */
export function closerReading(
  encoder: SentenceEncoder,
): (input: TriageInput, quick: Decision) => Promise<Decision> {
  const topics = new Map<string, Promise<readonly Embedding[]>>();
  const topicsOf = (briefing: TriageBriefing): Promise<readonly Embedding[]> => {
    const texts = briefing.topics.slice(0, TOPICS).map(topicText);
    const key = JSON.stringify(texts);
    const known = topics.get(key);
    if (known) return known;
    const asked = encoder.embed(texts);
    topics.set(key, asked);
    asked.catch(() => topics.delete(key));
    if (topics.size > REMEMBERED) topics.delete(topics.keys().next().value ?? '');
    return asked;
  };
  return async (input, quick) => {
    if (!wantsCloserReading(quick)) return quick;
    const [message, ofTopics] = await Promise.all([encoder.embed([input.text]), topicsOf(input.briefing)]);
    const embedding = message[0];
    return embedding
      ? triageClosely({ ...input, embeddings: { message: embedding, topics: ofTopics } })
      : quick;
  };
}
