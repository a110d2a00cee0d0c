import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  /** For messages of the routes `presenter` and `out_of_scope` that were looked at beside every briefing. */
  readonly scope?: KnownScope;
}

/** What is known of a message beside all briefings. */
export interface KnownScope {
  /** Whether it is a general security question at all. */
  readonly general: boolean;
  /** Ids of the briefings that cover it; its own counts by its route. */
  readonly covers: ReadonlySet<string>;
}

/** Never learned from or tuned on; judged only by `npm run eval:triage -- --locked`. */
export const LOCKED: readonly string[] = ['gorse'];

/** The briefings of the corpus, by id. */
export function readBriefings(folder: string): ReadonlyMap<string, TriageBriefing> {
  const briefings = new Map<string, TriageBriefing>();
  for (const file of readdirSync(join(folder, 'briefings')).sort()) {
    if (!file.endsWith('.json')) continue;
    const briefing = parseBriefing(JSON.parse(readFileSync(join(folder, 'briefings', file), 'utf8')));
    briefings.set(briefing.id, briefing);
  }
  return briefings;
}

/** The briefings that may be learned from: all but those of locked hands. */
export function openBriefings(folder: string): readonly TriageBriefing[] {
  const locked = new Set(
    LOCKED.flatMap((hand) =>
      (readLines(join(folder, `${hand}.jsonl`)) as readonly CorpusLine[]).map((line) => line.briefing),
    ),
  );
  return [...readBriefings(folder).values()].filter((briefing) => !locked.has(briefing.id));
}

/** Reads every hand's messages but those of `without`; incomplete last lines of a file being written are left out. */
export function readCorpus(folder: string, without: readonly string[] = []): readonly LabelledMessage[] {
  const shared = { briefings: readBriefings(folder), scopes: readScopes(folder) };
  const hands = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  return hands
    .map((file) => file.slice(0, -'.jsonl'.length))
    .filter((hand) => !without.includes(hand))
    .flatMap((hand) => readHand(folder, hand, shared));
}

/** What several hands share. */
interface Shared {
  readonly briefings: ReadonlyMap<string, TriageBriefing>;
  readonly scopes: ReadonlyMap<string, KnownScope>;
}

function readHand(folder: string, hand: string, { briefings, scopes }: Shared): readonly LabelledMessage[] {
  return (readLines(join(folder, `${hand}.jsonl`)) as readonly CorpusLine[]).flatMap((entry) => {
    const briefing = briefings.get(entry.briefing) ?? ownBriefing(entry);
    const route = ROUTES.find((each) => each === entry.route);
    const scope = scopes.get(entry.id);
    return briefing && route
      ? [
          {
            id: entry.id,
            hand,
            briefing,
            text: entry.text,
            route,
            lang: entry.lang ?? 'en',
            ...(scope ? { scope } : {}),
          },
        ]
      : [];
  });
}

interface ScopeLine {
  readonly id: string;
  readonly general: boolean;
  /** `<briefing>:<number of the topic>`, or the briefing alone where no single topic covers it. */
  readonly covers: readonly string[];
}

function readScopes(folder: string): ReadonlyMap<string, KnownScope> {
  return new Map(
    (readLines(join(folder, 'scope', 'covers.jsonl')) as readonly ScopeLine[]).map(
      ({ id, general, covers }) => [
        id,
        { general, covers: new Set(covers.map((each) => each.split(':')[0] ?? each)) },
      ],
    ),
  );
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

/** The objects of a file of JSON lines; a line that cannot be read is left out. */
function readLines(file: string): readonly unknown[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
}
