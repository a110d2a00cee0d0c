import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../../../domain/question/triage/route.js';
import type { Route, TriageBriefing } from '../../../domain/question/triage/route.js';
import { parseBriefing } from '../triage-lines.js';

/** One labelled message; `hand` is its writer. */
export interface LabelledMessage {
  readonly id: string;
  readonly hand: string;
  readonly briefing: TriageBriefing;
  readonly text: string;
  readonly route: Route;
  readonly lang: string;
}

/** Reads every hand's messages but those of `without`; incomplete last lines of a file being written are left out. */
export function readCorpus(folder: string, without: readonly string[] = []): readonly LabelledMessage[] {
  const briefings = new Map<string, TriageBriefing>();
  for (const file of readdirSync(join(folder, 'briefings')).sort()) {
    if (!file.endsWith('.json')) continue;
    const briefing = parseBriefing(JSON.parse(readFileSync(join(folder, 'briefings', file), 'utf8')));
    briefings.set(briefing.id, briefing);
  }
  const hands = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  return hands
    .map((file) => file.slice(0, -'.jsonl'.length))
    .filter((hand) => !without.includes(hand))
    .flatMap((hand) => readHand(folder, hand, briefings));
}

function readHand(
  folder: string,
  hand: string,
  briefings: ReadonlyMap<string, TriageBriefing>,
): readonly LabelledMessage[] {
  const lines = readFileSync(join(folder, `${hand}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.flatMap((line) => {
    const entry = parseLine(line);
    const briefing = entry && (briefings.get(entry.briefing) ?? ownBriefing(entry));
    const route = ROUTES.find((each) => each === entry?.route);
    return entry && briefing && route
      ? [{ id: entry.id, hand, briefing, text: entry.text, route, lang: entry.lang ?? 'en' }]
      : [];
  });
}

interface CorpusLine {
  readonly id: string;
  readonly briefing: string;
  readonly text: string;
  readonly route: string;
  readonly lang?: string;
  /** A line of `desk export corrections` brings the topics that its briefing had. */
  readonly topics?: TriageBriefing['topics'];
}

const ownBriefing = ({ briefing, topics }: CorpusLine): TriageBriefing | undefined =>
  topics && parseBriefing({ id: briefing, topics });

function parseLine(line: string): CorpusLine | undefined {
  try {
    return JSON.parse(line) as CorpusLine;
  } catch {
    return undefined;
  }
}
