import { bandsOf } from '../curves.js';
import type { Band } from '../curves.js';
import { share, wilson } from '../measure.js';
import type { Outcome } from '../measure.js';
import { inTenths, inThousands, panel, shareAxis } from './axes.js';
import type { Panel } from './axes.js';
import { COLOUR, dot, element, label, line, sheet } from './svg.js';
import type { Markup } from './svg.js';

const TITLE = 'Belief against the share that is right';

/** Ten bands of belief against how much of each is right, with 95 % intervals; below, how many messages each holds. */
export function reliabilityFigure(outcomes: readonly Outcome[]): Markup {
  const bands = bandsOf(outcomes);
  const filled = bands.filter((band) => band.messages > 0);
  const frame = { left: 74, top: 50, width: 430, height: 330 };
  const main = panel(frame, shareAxis('Belief in the decision'), shareAxis('Right'));
  const most = Math.max(1, ...bands.map((band) => band.messages));
  const sizes = panel(
    { ...frame, top: 450, height: 80 },
    { ...shareAxis('Belief in the decision, ten bands'), label: 'Belief in the decision, in ten bands (%)' },
    { label: 'Messages', from: 0, to: most * 1.25, ticks: [0], tick: inThousands },
  );
  return sheet(
    {
      name: 'triage-reliability',
      title: TITLE,
      description: described(filled),
      width: 540,
      height: 585,
    },
    main.drawn,
    line([main.at(0, 0), main.at(1, 1)], { colour: COLOUR.muted, width: 1.5, dashed: true }),
    line([main.at(0.44, 0.05), main.at(0.52, 0.05)], { colour: COLOUR.muted, width: 1.5, dashed: true }),
    label(main.at(0.54, 0.04), 'belief that means what it says', { colour: COLOUR.muted }),
    line(
      filled.map((band) => main.at(band.belief, share(band.right, band.messages))),
      { colour: COLOUR.blue },
    ),
    ...filled.map((band) => bandPoint(main, band)),
    sizes.drawn,
    ...filled.map((band) => bandBar(sizes, band)),
  );
}

function bandPoint({ at }: Panel, { belief, right, messages }: Band): Markup {
  const [low, high] = wilson(right, messages);
  return [
    line([at(belief, low), at(belief, high)], { colour: COLOUR.blue, width: 1.5 }),
    dot(at(belief, share(right, messages)), COLOUR.blue),
  ].join('');
}

function bandBar({ at }: Panel, { from, messages }: Band): Markup {
  const [left, top] = at(from, messages);
  const [right, bottom] = at(from + 0.1, 0);
  return [
    element('rect', {
      x: left + 2,
      y: top,
      width: right - left - 4,
      height: bottom - top,
      fill: COLOUR.pale,
      stroke: COLOUR.blue,
    }),
    label([(left + right) / 2, top - 4], inThousands(messages), { anchor: 'middle', size: 11 }),
  ].join('');
}

function described(bands: readonly Band[]): string {
  if (bands.length === 0) return 'No messages were judged.';
  const each = bands.map(
    ({ from, right, messages }) =>
      `${(from * 100).toFixed(0)} to ${((from + 0.1) * 100).toFixed(0)} %: ${inTenths(share(right, messages))} of ${inThousands(messages)}`,
  );
  return `The share of messages that is right by belief in the decision. ${each.join('; ')}.`;
}
