import { ROUTES } from '../../../domain/question/triage.js';
import { accuracy, bootstrap, macroF1, scoreRoutes, share, surest, wilson } from './measure.js';
import type { Outcome } from './measure.js';

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
    '',
  ].join('\n');
}

function isRight(outcome: Outcome): boolean {
  return outcome.message.route === outcome.decision.route;
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
  const bands = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((low) => {
    const band = outcomes.filter(
      (each) => each.decision.confidence >= low && (each.decision.confidence < low + 0.1 || low === 0.9),
    );
    return [`${low.toFixed(1)} to ${(low + 0.1).toFixed(1)}`, band.length, percent(accuracy(band))] as const;
  });
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
      ...by((each) => each.message.briefing.audience.join(', ') || 'nobody named'),
      ...by((each) => each.message.briefing.id),
    ],
  );
}

function speed(outcomes: readonly Outcome[]): string {
  const times = outcomes.map((each) => each.milliseconds).sort((left, right) => left - right);
  const at = (part: number): string => `${(times[Math.floor(times.length * part)] ?? 0).toFixed(2)} ms`;
  return `Time a decision: median ${at(0.5)}, 95th ${at(0.95)}, 99th percentile ${at(0.99)}.\n`;
}
