import { plainWords, readingsOf } from './area-key.js';
import type { AreaDirectory, AreaName } from './area-directory.js';

const MOST = 3;
const SHORTEST = 3;

/** How many letters must change to turn one text into the other, counted no further than `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[right.length] ?? limit + 1;
}

/** The distance of a name from what was typed: letters to change, or how much longer a name with these words is. */
function distance(typed: string, key: string, candidate: AreaName, limit: number): number {
  const edits = editDistance(key, candidate.key, limit);
  if (edits <= limit) return edits;
  const words = plainWords(candidate.name).split(' ');
  const holdsAll = typed.split(' ').every((part) => words.some((word) => word.startsWith(part)));
  return holdsAll ? 10 + candidate.key.length - key.length : Infinity;
}

/** At most three names close to what was typed, nearest first; none when nothing is close. */
export function suggestNames(input: string, directory: AreaDirectory): readonly string[] {
  const typed = readingsOf(input).readings.at(-1) ?? '';
  const key = typed.replaceAll(' ', '');
  if (key.length < SHORTEST) return [];
  const limit = key.length < 6 ? 1 : key.length < 12 ? 2 : 3;
  const near = directory
    .names()
    .map((candidate) => ({ name: candidate.name, distance: distance(typed, key, candidate, limit) }))
    .filter((candidate) => candidate.distance < Infinity)
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
  return [...new Set(near.map((candidate) => candidate.name))].slice(0, MOST);
}
