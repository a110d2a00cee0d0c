import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES } from '../../../domain/question/triage/route.js';
import type { Route } from '../../../domain/question/triage/route.js';
import { readCorpus } from './corpus.js';

/** One message's two labels, each given without sight of the other. */
interface Twice {
  readonly hand: string;
  readonly first: Route;
  readonly second: Route;
}

/** Labels in `labels/second.txt` are one letter each. */
const LETTERS: Readonly<Record<string, Route>> = {
  e: 'emergency',
  s: 'suspicious_activity',
  r: 'report_crime',
  l: 'local_policing',
  v: 'event_help',
  p: 'presenter',
  o: 'out_of_scope',
};

/** How far the two labellings agree, hand by hand, as Markdown. Cohen's kappa is the agreement beyond chance. */
export function agreementReport(folder: string): string {
  const twice = labelledTwice(folder);
  const hands = [...new Set(twice.map((each) => each.hand))].sort();
  const rows = [
    ...hands.map((hand) => [hand, twice.filter((each) => each.hand === hand)] as const),
    ['all', twice] as const,
  ];
  return [
    '### Two labellings',
    '',
    '| hand | labelled twice | alike | Cohen’s kappa |',
    '| ---- | -------------- | ----- | ------------- |',
    ...rows.map(
      ([hand, each]) =>
        `| ${hand} | ${each.length} | ${(alike(each) * 100).toFixed(1)} % | ${kappa(each).toFixed(3)} |`,
    ),
    '',
  ].join('\n');
}

/** The messages that have a second label. The first label of a message whose labels differed stands in `settled.jsonl`. */
function labelledTwice(folder: string): readonly Twice[] {
  const seconds = new Map(
    lines(join(folder, 'labels', 'second.txt')).map((line) => {
      const [id = '', letter = ''] = line.split(' ');
      return [id, LETTERS[letter.charAt(0)]];
    }),
  );
  const firsts = new Map(
    lines(join(folder, 'labels', 'settled.jsonl')).map((line) => {
      const { id, first } = JSON.parse(line) as { id: string; first: Route };
      return [id, first];
    }),
  );
  return readCorpus(folder).flatMap(({ id, hand, route }) => {
    const second = seconds.get(id);
    return second ? [{ hand, first: firsts.get(id) ?? route, second }] : [];
  });
}

function alike(labels: readonly Twice[]): number {
  return labels.filter(({ first, second }) => first === second).length / Math.max(1, labels.length);
}

/** Cohen (1960). */
function kappa(labels: readonly Twice[]): number {
  const share = (route: Route, which: 'first' | 'second'): number =>
    labels.filter((each) => each[which] === route).length / Math.max(1, labels.length);
  const chance = ROUTES.reduce((sum, route) => sum + share(route, 'first') * share(route, 'second'), 0);
  return chance === 1 ? 1 : (alike(labels) - chance) / (1 - chance);
}

function lines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
