import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Embedding } from '../../../domain/question/triage/meaning.js';
import type { TriageBriefing } from '../../../domain/question/triage/route.js';
import { topicText } from '../closer-reading.js';
import { packEmbeddings, unpackEmbeddings } from '../model-file.js';
import { sentenceEncoder } from '../sentence-encoder.js';

/** Embeddings of texts that were all worked out beforehand. */
export interface Embedded {
  readonly of: (text: string) => Embedding;
  readonly topics: (briefing: TriageBriefing) => readonly Embedding[];
}

const AT_A_TIME = 64;

/** Works out the embeddings of all texts and topics; `cache` keeps them for the next time. Some five minutes the first time. */
export async function embedAll(
  texts: readonly string[],
  briefings: readonly TriageBriefing[],
  cache: string,
): Promise<Embedded> {
  const known = readCache(cache);
  const wanted = new Set([...texts, ...briefings.flatMap((briefing) => briefing.topics.map(topicText))]);
  const missing = [...wanted].filter((text) => !known.has(text));
  const encoder = sentenceEncoder();
  for (let from = 0; from < missing.length; from += AT_A_TIME) {
    const part = missing.slice(from, from + AT_A_TIME);
    const embeddings = await encoder.embed(part);
    part.forEach((text, at) => known.set(text, embeddings[at] as Embedding));
  }
  await encoder.close();
  if (missing.length > 0) writeCache(cache, known);
  const of = (text: string): Embedding => {
    const embedding = known.get(text);
    if (!embedding) throw new Error('A text was not embedded beforehand.');
    return embedding;
  };
  const topics = new WeakMap<TriageBriefing, readonly Embedding[]>();
  return {
    of,
    topics(briefing) {
      const found = topics.get(briefing) ?? briefing.topics.map((topic) => of(topicText(topic)));
      topics.set(briefing, found);
      return found;
    },
  };
}

function readCache(file: string): Map<string, Embedding> {
  if (!existsSync(file)) return new Map();
  const { texts, packed } = JSON.parse(readFileSync(file, 'utf8')) as { texts: string[]; packed: string };
  const embeddings = unpackEmbeddings(packed);
  return new Map(texts.map((text, at) => [text, embeddings[at] as Embedding]));
}

function writeCache(file: string, known: ReadonlyMap<string, Embedding>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({ texts: [...known.keys()], packed: packEmbeddings([...known.values()]) }),
  );
}
