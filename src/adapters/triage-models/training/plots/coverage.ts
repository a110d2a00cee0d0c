import { coverageAt, coverageCurve } from '../curves.js';
import type { Coverage } from '../curves.js';
import { accuracy, share } from '../measure.js';
import type { Outcome } from '../measure.js';
import { floorOf, inTenths, panel, shareAxis } from './axes.js';
import { COLOUR, diamond, dot, element, label, line, sheet } from './svg.js';
import type { Markup } from './svg.js';

/** What is aimed at: so much decided alone, so much of it right. */
const AIM = { decided: 0.8, accuracy: 0.95 };

/** Below this share of messages accuracy says little. */
const ENOUGH = 0.02;

/** How right triage is if it decides alone only above a belief, and where the default thresholds stand. */
export function coverageFigure(outcomes: readonly Outcome[]): Markup {
  const points = thinned(coverageCurve(outcomes));
  const standing = defaultPoint(outcomes);
  const reached = coverageAt(outcomes, AIM.accuracy);
  const accuracies = [...points, ...(standing ? [standing] : [])].map((point) => point.accuracy);
  const { drawn, at } = panel(
    { left: 74, top: 50, width: 510, height: 310 },
    shareAxis('Decided alone, the surest first'),
    shareAxis('Right, of what is decided', floorOf(accuracies, 0.8)),
  );
  const [left, top] = at(AIM.decided, 1);
  const [right, bottom] = at(1, AIM.accuracy);
  return sheet(
    {
      name: 'triage-coverage',
      title: 'How much is decided alone, and how much of it is right',
      description: described(standing, reached),
      width: 610,
      height: 420,
    },
    element('rect', { x: left, y: top, width: right - left, height: bottom - top, fill: COLOUR.aim }),
    drawn,
    line([at(AIM.decided, 0), at(AIM.decided, 1)], { colour: COLOUR.green, width: 1.5, dashed: true }),
    line([at(0, AIM.accuracy), at(1, AIM.accuracy)], { colour: COLOUR.green, width: 1.5, dashed: true }),
    label([left + 6, top + 14], 'aim', { colour: COLOUR.green }),
    line(
      points.map((point) => at(point.decided, point.accuracy)),
      { colour: COLOUR.blue },
    ),
    ...(reached ? [dot(at(reached.decided, reached.accuracy), COLOUR.blue)] : []),
    ...(standing ? [diamond(at(standing.decided, standing.accuracy), COLOUR.orange)] : []),
    ...key(at(0, 0), standing, reached),
  );
}

/** What the default thresholds decide alone: they weigh more than belief in the route, so it may lie off the curve. */
function defaultPoint(outcomes: readonly Outcome[]): Omit<Coverage, 'from'> | undefined {
  const decided = outcomes.filter(({ decision }) => decision.kind === 'decided');
  if (decided.length === 0) return undefined;
  return { decided: share(decided.length, outcomes.length), accuracy: accuracy(decided) };
}

/** At most two hundred and one points, the last always among them. */
function thinned(points: readonly Coverage[]): readonly Coverage[] {
  return points.filter(
    ({ decided }, at) =>
      decided >= ENOUGH && Math.floor(decided * 200) !== Math.floor((points[at + 1]?.decided ?? 2) * 200),
  );
}

function key(
  [x, y]: readonly [number, number],
  standing: Omit<Coverage, 'from'> | undefined,
  reached: Coverage | undefined,
): readonly Markup[] {
  return [
    ...(standing
      ? [
          diamond([x + 18, y - 40], COLOUR.orange),
          label([x + 32, y - 36], `default thresholds: ${said(standing)}`),
        ]
      : []),
    ...(reached
      ? [
          dot([x + 18, y - 18], COLOUR.blue),
          label([x + 32, y - 14], `belief of ${reached.from.toFixed(2)} and more: ${said(reached)}`),
        ]
      : []),
    ...(standing || reached ? [] : [label([x + 18, y - 18], 'No messages were decided.')]),
  ];
}

function said(point: Omit<Coverage, 'from'>): string {
  return `${inTenths(point.decided)} decided, ${inTenths(point.accuracy)} right`;
}

function described(standing: Omit<Coverage, 'from'> | undefined, reached: Coverage | undefined): string {
  return [
    'The more messages are decided alone, the surest first, the fewer of them are right.',
    standing ? `With the default thresholds: ${said(standing)}.` : 'Nothing is decided.',
    reached
      ? `With belief of ${reached.from.toFixed(2)} and more: ${said(reached)}.`
      : 'No part is 95 % right.',
    'The aim is 80 % decided and 95 % right.',
  ].join(' ');
}
