import { ROUTES } from '../../../domain/question/triage.js';
import { audienceSort } from './audiences.js';
import { bandsOf, coverageAt } from './curves.js';
import { accuracy, bootstrap, isRight, macroF1, scoreRoutes, share, surest, wilson } from './measure.js';
import type { Outcome } from './measure.js';

/** The share of what is decided alone that should be right. */
const AIM = 0.95;

/** The whole measurement of outcomes as Markdown. */
export function reportOn(title: string, outcomes: readonly Outcome[]): string {
  return [
    `## ${title}`,
    '',
    headline(outcomes),
    routeTable(outcomes),
    confusion(outcomes),
    coverage(outcomes),
    reliability(outcomes),
    groups(outcomes),
    speed(outcomes),
  ].join('\n');
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function interval([low, high]: readonly [number, number]): string {
  return `${percent(low)} to ${percent(high)}`;
}

function proportion(part: number, whole: number): string {
  return `${percent(share(part, whole))} (${part} of ${whole}; ${interval(wilson(part, whole))})`;
}

function headline(outcomes: readonly Outcome[]): string {
  const danger = outcomes.filter((each) => each.message.route === 'emergency');
  const others = outcomes.filter((each) => each.message.route !== 'emergency');
  const own = outcomes.filter((each) => each.message.route === 'local_policing');
  const fit = outcomes.filter((each) => each.message.route === 'presenter');
  const decided = outcomes.filter((each) => each.decision.kind === 'decided');
  const toPresenter = own.filter((each) => each.decision.route === 'presenter');
  return [
    `- Messages: ${outcomes.length}; hands: ${[...new Set(outcomes.map((each) => each.message.hand))].join(', ')}`,
    `- Macro-F1, forced choice: ${percent(macroF1(outcomes))} (${interval(bootstrap(outcomes, macroF1))})`,
    `- Accuracy, forced choice: ${proportion(outcomes.filter(isRight).length, outcomes.length)}`,
    `- Emergency recall: ${proportion(danger.filter((each) => each.decision.route === 'emergency').length, danger.length)}`,
    `- Emergencies caught, counting those where the asker is asked: ${proportion(danger.filter((each) => each.decision.route === 'emergency' || each.decision.kind === 'ask').length, danger.length)}`,
    `- Emergency false alarms: ${proportion(others.filter((each) => each.decision.route === 'emergency').length, others.length)}`,
    `- Personal messages routed to presenters, forced choice: ${proportion(toPresenter.length, own.length)}`,
    `- Personal messages sent to presenters without asking: ${proportion(toPresenter.filter((each) => each.decision.kind === 'decided').length, own.length)}`,
    `- Fit questions put out of scope without asking: ${proportion(fit.filter((each) => each.decision.kind === 'decided' && each.decision.route === 'out_of_scope').length, fit.length)}`,
    `- Decided without asking: ${proportion(decided.length, outcomes.length)}, of these right: ${proportion(decided.filter(isRight).length, decided.length)}`,
    coverageAtAim(outcomes),
    ...readings(outcomes),
    '',
  ].join('\n');
}

/** The same figures for the decision by words alone, and what the closer reading is spent on. */
function readings(outcomes: readonly Outcome[]): readonly string[] {
  const quick = outcomes.map((each) => ({ ...each, decision: each.quick }));
  const decided = quick.filter((each) => each.decision.kind === 'decided');
  const closely = outcomes.filter((each) => each.closely);
  return [
    `- Read closely: ${proportion(closely.length, outcomes.length)}`,
    `- By the quick decision alone, macro-F1, forced choice: ${percent(macroF1(quick))} (${interval(bootstrap(quick, macroF1))})`,
    `- By the quick decision alone, accuracy, forced choice: ${proportion(quick.filter(isRight).length, quick.length)}`,
    `- By the quick decision alone, decided without asking: ${proportion(decided.length, quick.length)}, of these right: ${proportion(decided.filter(isRight).length, decided.length)}`,
  ];
}

/** How much could be decided alone, the surest first, at the aim for accuracy. */
function coverageAtAim(outcomes: readonly Outcome[]): string {
  const reached = coverageAt(outcomes, AIM);
  const said = reached
    ? `${percent(reached.decided)} of messages, from belief of ${reached.from.toFixed(2)}`
    : 'no part';
  return `- Coverage at accuracy ${percent(AIM)} (the largest part of the surest messages that is as right as that): ${said}`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');
}

function routeTable(outcomes: readonly Outcome[]): string {
  return table(
    ['route', 'messages', 'precision', '95 %', 'recall', '95 %', 'F1'],
    scoreRoutes(outcomes).map((each) => [
      each.route,
      each.actual,
      percent(each.precision),
      interval(wilson(each.right, each.said)),
      percent(each.recall),
      interval(wilson(each.right, each.actual)),
      percent(each.f1),
    ]),
  );
}

function confusion(outcomes: readonly Outcome[]): string {
  const count = (actual: string, said: string): number =>
    outcomes.filter((each) => each.message.route === actual && each.decision.route === said).length;
  return table(
    ['labelled ↓ routed →', ...ROUTES],
    ROUTES.map((actual) => [actual, ...ROUTES.map((said) => count(actual, said))]),
  );
}

function coverage(outcomes: readonly Outcome[]): string {
  return table(
    ['surest part', 'accuracy', 'from confidence'],
    [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((part) => {
      const sure = surest(outcomes, part);
      return [percent(part), percent(accuracy(sure)), (sure.at(-1)?.decision.confidence ?? 0).toFixed(2)];
    }),
  );
}

function reliability(outcomes: readonly Outcome[]): string {
  const bands = bandsOf(outcomes)
    .filter((band) => band.messages > 0)
    .map(({ from, messages, right }) => [
      `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
      messages,
      percent(share(right, messages)),
    ]);
  return table(['confidence', 'messages', 'right'], bands);
}

function groups(outcomes: readonly Outcome[]): string {
  const by = (name: (outcome: Outcome) => string): readonly (readonly (string | number)[])[] =>
    [...new Set(outcomes.map(name))].sort().map((each) => {
      const group = outcomes.filter((outcome) => name(outcome) === each);
      return [each, group.length, percent(accuracy(group)), percent(macroF1(group))];
    });
  return table(
    ['language, hand, audience or briefing', 'messages', 'accuracy', 'macro-F1'],
    [
      ...by((each) => each.message.lang),
      ...by((each) => each.message.hand),
      ...by((each) => audienceSort(each.message.briefing)),
      ...by((each) => each.message.briefing.id),
    ],
  );
}

function speed(outcomes: readonly Outcome[]): string {
  const times = outcomes.map((each) => each.milliseconds).sort((left, right) => left - right);
  const at = (part: number): string => `${(times[Math.floor(times.length * part)] ?? 0).toFixed(2)} ms`;
  return `Time a decision: median ${at(0.5)}, 95th ${at(0.95)}, 99th percentile ${at(0.99)}.\n`;
}
