import type { Person } from '../domain/shared/person.js';
import type { AnyCommand } from './kit.js';

/** Letters that may be wrong in a command's name. */
const SLIPS = 2;

/** A command that was recognised by its first words, and the words after them. */
export interface Match {
  readonly command: AnyCommand;
  readonly rest: string;
}

/** All commands of all features, found by the words that people type. */
export interface CommandTable {
  readonly commands: readonly AnyCommand[];
  /** The command whose name begins the text; the longest name wins. */
  match(text: string): Match | undefined;
  /** The two commands, of those the person may use, whose names are nearest to what was typed. */
  nearest(text: string, person: Person): readonly AnyCommand[];
  /** True when the first words are a command's name but for a slip or two. */
  resembles(text: string): boolean;
}

/** Builds the table; throws when two commands answer to the same words. */
export function commandTable(commands: readonly AnyCommand[]): CommandTable {
  const byName = new Map<string, AnyCommand>();
  for (const entry of commands) {
    for (const name of namesOf(entry)) {
      if (byName.has(name)) throw new Error(`two commands are called "${name}"`);
      byName.set(name, entry);
    }
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  return {
    commands,
    match(text) {
      const plain = fold(text);
      const name = names.find((entry) => plain === entry || plain.startsWith(`${entry} `));
      const found = name === undefined ? undefined : byName.get(name);
      if (name === undefined || !found) return undefined;
      return { command: found, rest: dropWords(text, name.split(' ').length) };
    },
    resembles(text) {
      const words = firstWords(text);
      return names.some(
        (name) =>
          name.length >= 5 && editDistance(name, words.slice(0, name.split(' ').length).join(' ')) <= SLIPS,
      );
    },
    nearest(text, person) {
      const words = firstWords(text);
      const mine = commands.filter((entry) => entry.who.may(person));
      const scored = mine.map((entry) => ({
        entry,
        score: Math.min(...namesOf(entry).map((name) => distanceTo(name, words))),
      }));
      return scored
        .sort((a, b) => a.score - b.score)
        .slice(0, 2)
        .map(({ entry }) => entry);
    },
  };
}

const namesOf = (entry: AnyCommand): readonly string[] => [entry.name, ...(entry.aliases ?? [])];

/** A command stands at the beginning; the rest of a long text is not compared. */
const firstWords = (text: string): readonly string[] => fold(text.slice(0, 200)).split(' ').slice(0, 8);

/** Case and punctuation do not matter; codes and times keep their marks. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function dropWords(text: string, count: number): string {
  const trimmed = text.replace(/^[^\p{L}\p{N}]+/u, '');
  let rest = trimmed;
  for (let word = 0; word < count; word += 1)
    rest = rest.replace(/^[\p{L}\p{N}'-]+[^\p{L}\p{N}]*?(\s+|$|(?=[^\s]))/u, '');
  return rest.replace(/^[\s:,.!?]+/, '').trim();
}

/** The nearest stretch of words counts, one that does not stand first a little less. */
function distanceTo(name: string, words: readonly string[]): number {
  const length = name.split(' ').length;
  const stretches = words.map(
    (_, at) =>
      editDistance(name, words.slice(at, at + length).join(' ')) / name.length + (at === 0 ? 0 : 0.1),
  );
  return Math.min(...stretches);
}

/** Levenshtein's distance. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
