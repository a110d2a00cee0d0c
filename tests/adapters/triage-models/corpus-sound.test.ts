import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  LOCKED,
  openBriefings,
  readBriefings,
  readCorpus,
} from '../../../src/adapters/triage-models/training/corpus.js';
import { ROUTES } from '../../../src/domain/question/triage.js';

/** The corpus of this repository: what a slip of the pen in it would break. */
const FOLDER = 'src/adapters/triage-models/corpus';
const SECOND: Readonly<Record<string, string>> = {
  e: 'emergency',
  s: 'suspicious_activity',
  r: 'report_crime',
  l: 'local_policing',
  v: 'event_help',
  p: 'presenter',
  o: 'out_of_scope',
};

interface Line {
  readonly id: string;
  readonly briefing: string;
  readonly text: string;
  readonly route: string;
  readonly lang?: string;
  readonly hand: string;
}

const textOf = (...path: readonly string[]): string => readFileSync(join(FOLDER, ...path), 'utf8');
const jsonLines = (...path: readonly string[]): readonly unknown[] =>
  textOf(...path)
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));

const lines: readonly Line[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) =>
    (jsonLines(file) as readonly Omit<Line, 'hand'>[]).map((line) => ({
      ...line,
      hand: file.replace('.jsonl', ''),
    })),
  );
const byId = new Map(lines.map((line) => [line.id, line]));
const briefings = readBriefings(FOLDER);
const seconds = textOf('labels', 'second.txt')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split(' '));
const settled = jsonLines('labels', 'settled.jsonl') as readonly {
  id: string;
  first: string;
  second: string;
  settled: string;
  why: string;
}[];

/** Of what should not be, some examples: a failure with thousands of lines helps nobody. */
const some = <Each>(list: readonly Each[]): readonly Each[] => list.slice(0, 10);

const twice = (names: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
};

describe('the messages', () => {
  test('are thousands, over dozens of briefings, and all of them are read', () => {
    expect(lines.length).toBeGreaterThanOrEqual(8_000);
    expect(briefings.size).toBeGreaterThanOrEqual(12);
    expect(readCorpus(FOLDER)).toHaveLength(lines.length);
  });

  test('have an id each, which begins with the name of their hand', () => {
    expect(some(twice(lines.map(({ id }) => id)))).toEqual([]);
    expect(
      some(
        lines.filter(({ id, hand }) => !id.startsWith(`${hand.replace('hand-', '')}-`)).map(({ id }) => id),
      ),
    ).toEqual([]);
  });

  test('name a briefing that exists and a route that exists', () => {
    expect(some(lines.filter(({ briefing }) => !briefings.has(briefing)).map(({ id }) => id))).toEqual([]);
    const routes: readonly string[] = ROUTES;
    expect(some(lines.filter(({ route }) => !routes.includes(route)).map(({ id }) => id))).toEqual([]);
  });

  test('say something, in a language that is named', () => {
    expect(some(lines.filter(({ text }) => text.trim() === '').map(({ id }) => id))).toEqual([]);
    expect([...new Set(lines.map(({ lang = 'en' }) => lang))].sort()).toEqual([
      'cy',
      'en',
      'pa-Latn',
      'ur-Latn',
    ]);
  });

  test('have every route in every hand', () => {
    const hands = new Set(lines.map(({ hand }) => hand));
    for (const hand of hands)
      expect(
        [...new Set(lines.filter((line) => line.hand === hand).map(({ route }) => route))].sort(),
      ).toEqual([...ROUTES].sort());
  });
});

describe('the labels', () => {
  test('are two for every message of every hand', () => {
    const labelled = new Set(seconds.map(([id]) => id));
    const once = lines.filter(({ id }) => !labelled.has(id));
    expect(some(once.map(({ id }) => id))).toEqual([]);
  });

  test('are of messages there are, one second label each, in letters that are known', () => {
    expect(some(seconds.filter(([id = '']) => !byId.has(id)))).toEqual([]);
    expect(some(twice(seconds.map(([id = '']) => id)))).toEqual([]);
    expect(some(seconds.filter(([, label = '']) => !/^[esrlvpo]\??$/.test(label)))).toEqual([]);
  });

  test('that were settled are the labels of the corpus, with a reason', () => {
    expect(some(twice(settled.map(({ id }) => id)))).toEqual([]);
    expect(some(settled.filter(({ id, settled: label }) => byId.get(id)?.route !== label))).toEqual([]);
    expect(some(settled.filter(({ first, second }) => first === second))).toEqual([]);
    expect(some(settled.filter(({ why }) => !why.trim()))).toEqual([]);
  });

  test('that differ were all settled, and as the second labeller had them', () => {
    const known = new Map(settled.map((each) => [each.id, each]));
    const open = seconds.filter(([id = '', label = '']) => {
      const second = SECOND[label.charAt(0)];
      const line = byId.get(id);
      const decided = known.get(id);
      return decided ? decided.second !== second : line?.route !== second;
    });
    expect(some(open)).toEqual([]);
  });
});

describe('what is known of messages beside all briefings', () => {
  const covers = jsonLines('scope', 'covers.jsonl') as readonly {
    id: string;
    general: boolean;
    covers: readonly string[];
  }[];
  const open = new Map(openBriefings(FOLDER).map((briefing) => [briefing.id, briefing]));

  test('is of messages that may be learned from, once each, labelled presenter or out of scope', () => {
    expect(some(twice(covers.map(({ id }) => id)))).toEqual([]);
    const strange = covers.filter(({ id }) => {
      const line = byId.get(id);
      return !line || LOCKED.includes(line.hand) || !['presenter', 'out_of_scope'].includes(line.route);
    });
    expect(some(strange.map(({ id }) => id))).toEqual([]);
  });

  test('names open briefings and topics that they have, and none for what is not general', () => {
    const strange = covers.filter(({ general, covers: all }) =>
      all.some((each) => {
        const [id = '', topic] = each.split(':');
        const briefing = open.get(id);
        return !general || !briefing || (topic !== undefined && !briefing.topics[Number(topic)]);
      }),
    );
    expect(some(strange)).toEqual([]);
  });
});

describe('the locked hand', () => {
  const locked = lines.filter(({ hand }) => LOCKED.includes(hand));
  const own = new Set(locked.map(({ briefing }) => briefing));

  test('is there, with hundreds of messages', () => {
    expect(locked.length).toBeGreaterThanOrEqual(900);
    expect(own.size).toBeGreaterThanOrEqual(3);
  });

  test('has briefings that nobody else has, in which no title or topic of another stands', () => {
    expect(
      some(
        lines.filter(({ hand, briefing }) => !LOCKED.includes(hand) && own.has(briefing)).map(({ id }) => id),
      ),
    ).toEqual([]);
    const open = openBriefings(FOLDER);
    expect(open.filter(({ id }) => own.has(id))).toEqual([]);
    const words = new Set(
      open.flatMap(({ title, topics }) => [
        title,
        ...topics.flatMap((topic) => [topic.title, topic.summary]),
      ]),
    );
    const shared = [...own].flatMap((id) => {
      const { title = '', topics = [] } = briefings.get(id) ?? {};
      return [title, ...topics.flatMap((topic) => [topic.title, topic.summary])].filter(
        (text) => text !== '' && words.has(text),
      );
    });
    expect(shared).toEqual([]);
  });

  test('writes nothing that is learned from, word for word', () => {
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const learned = new Set(
      lines.filter(({ hand }) => !LOCKED.includes(hand)).map(({ text }) => plain(text)),
    );
    const long = locked.filter(({ text }) => plain(text).split(' ').length > 6);
    expect(some(long.filter(({ text }) => learned.has(plain(text))).map(({ id }) => id))).toEqual([]);
  });
});
