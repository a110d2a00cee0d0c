import { floorOf, inTenths, inThousands, panel, shareAxis } from './axes.js';
import { COLOUR, dot, label, line, sheet } from './svg.js';
import type { Markup } from './svg.js';

/** What a model makes of messages it has not seen, by how many it learned from. */
export interface LearningPoint {
  /** How many messages the model learned from; more than 0. */
  readonly learned: number;
  /** Macro-F1 by forced choice, 0 to 1. */
  readonly macroF1: number;
}

/** Macro-F1 by the number of messages learned from; every doubling takes the same room. */
export function learningFigure(curve: readonly LearningPoint[]): Markup {
  const points = [...curve].sort((left, right) => left.learned - right.learned);
  const sizes = points.map((point) => point.learned);
  const [from, to] = [sizes[0] ?? 100, sizes.at(-1) ?? 1000];
  const { drawn, at } = panel(
    { left: 74, top: 50, width: 510, height: 280 },
    {
      label: 'Messages learned from (every doubling takes the same room)',
      from: from / 1.25,
      to: to * 1.25,
      ticks: sizes.filter((size, place) => (sizes[place + 1] ?? Infinity) / size > 1.2),
      tick: inThousands,
      doubling: true,
    },
    shareAxis(
      'Macro-F1, forced choice',
      floorOf(
        points.map((point) => point.macroF1 - 0.02),
        0.9,
      ),
    ),
  );
  const places = points.map((point) => at(point.learned, point.macroF1));
  return sheet(
    {
      name: 'triage-learning',
      title: 'What more messages teach',
      description: described(points),
      width: 610,
      height: 390,
    },
    drawn,
    line(places, { colour: COLOUR.blue }),
    ...points.map((point) => {
      const [x, y] = at(point.learned, point.macroF1);
      return (
        dot([x, y], COLOUR.blue) + label([x, y - 11], inTenths(point.macroF1), { anchor: 'middle', size: 11 })
      );
    }),
  );
}

function described(points: readonly LearningPoint[]): string {
  if (points.length === 0) return 'No model was learned.';
  const each = points.map((point) => `${inThousands(point.learned)}: ${inTenths(point.macroF1)}`);
  return `Macro-F1 by the number of messages learned from. ${each.join('; ')}.`;
}
