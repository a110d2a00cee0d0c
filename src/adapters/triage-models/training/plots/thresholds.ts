import { DEFAULT_THRESHOLDS } from '../../../../domain/question/triage.js';
import { dangerFound, dangerTradeOff, sureTradeOff } from '../curves.js';
import type { DangerPoint, SurePoint } from '../curves.js';
import type { Outcome } from '../measure.js';
import { floorOf, inTenths, panel, shareAxis, steps } from './axes.js';
import { COLOUR, diamond, dot, label, line, sheet } from './svg.js';
import type { Markup } from './svg.js';

const SURE = steps(0.3, 0.95, 0.01);
const EMERGENCY = [0.02, 0.03, 0.04, ...steps(0.05, 0.95, 0.01)];
/** Emergency thresholds that are written beside the curve. */
const NAMED = [0.05, 0.1, 0.3, 0.5, 0.8];
const TOP = 84;
const HEIGHT = 270;

/** What the two thresholds that matter most buy and cost: `sure` on the left, `emergency` on the right. */
export function thresholdsFigure(outcomes: readonly Outcome[]): Markup {
  const [sure] = sureTradeOff(outcomes, [DEFAULT_THRESHOLDS.sure]);
  const [danger] = dangerTradeOff(outcomes, [DEFAULT_THRESHOLDS.emergency]);
  const description =
    outcomes.length === 0 || !sure || !danger
      ? 'No messages were judged.'
      : [
          `With the sure threshold at its default of ${sure.sure}, ${inTenths(sure.asked)} are asked back and ${inTenths(sure.accuracy)} of what is decided is right.`,
          `With the emergency threshold at its default of ${danger.emergency ?? ''}, belief alone finds ${inTenths(danger.recall)} of emergencies, with false alarms on ${inTenths(danger.falseAlarms)} of other messages;`,
          `with the danger rules it is ${inTenths(dangerFound(outcomes).recall)} and ${inTenths(dangerFound(outcomes).falseAlarms)}.`,
        ].join(' ');
  return sheet(
    {
      name: 'triage-thresholds',
      title: 'What other thresholds would buy and cost',
      description,
      width: 800,
      height: 430,
    },
    ...(sure ? surePanel(outcomes, sure) : []),
    ...(danger ? dangerPanel(outcomes, danger) : []),
    diamond([82, 413], COLOUR.ink),
    label([96, 417], 'default threshold'),
    dot([232, 413], COLOUR.green, 5),
    label([246, 417], 'what triage finds with its danger rules'),
  );
}

function surePanel(outcomes: readonly Outcome[], standing: SurePoint): readonly Markup[] {
  const points = outcomes.length === 0 ? [] : sureTradeOff(outcomes, SURE);
  const { drawn, at } = panel(
    { left: 74, top: TOP, width: 300, height: HEIGHT },
    {
      label: 'Threshold “sure” (belief)',
      from: 0.3,
      to: 0.95,
      ticks: steps(0.3, 0.9, 0.1),
      tick: (value) => value.toFixed(1),
    },
    shareAxis('Share of messages'),
  );
  const marks = [at(standing.sure, standing.accuracy), at(standing.sure, standing.asked)];
  return [
    label([74, TOP - 12], 'Right, of what is decided', { colour: COLOUR.blue, bold: true }),
    label([374, TOP - 12], 'Asked back (dashed)', { colour: COLOUR.orange, bold: true, anchor: 'end' }),
    drawn,
    line(
      points.map((point) => at(point.sure, point.accuracy)),
      { colour: COLOUR.blue },
    ),
    line(
      points.map((point) => at(point.sure, point.asked)),
      { colour: COLOUR.orange, dashed: true },
    ),
    ...(outcomes.length === 0 ? [] : marks.map((place) => diamond(place, COLOUR.ink))),
  ];
}

function dangerPanel(outcomes: readonly Outcome[], standing: DangerPoint): readonly Markup[] {
  const points = outcomes.length === 0 ? [] : dangerTradeOff(outcomes, EMERGENCY);
  const found = dangerFound(outcomes);
  const most = Math.max(found.falseAlarms, ...points.map((point) => point.falseAlarms));
  const { drawn, at } = panel(
    { left: 470, top: TOP, width: 300, height: HEIGHT },
    shareAxis('False alarms, of other messages', 0, Math.max(0.02, Math.ceil(most * 50) / 50)),
    shareAxis('Emergencies found', floorOf([found.recall, ...points.map((point) => point.recall)], 0.8)),
  );
  const place = (point: DangerPoint) => at(point.falseAlarms, point.recall);
  const named = outcomes.length === 0 ? [] : dangerTradeOff(outcomes, NAMED);
  return [
    label([470, TOP - 12], 'Belief in danger from which it is an emergency', { bold: true }),
    drawn,
    line(points.map(place), { colour: COLOUR.blue }),
    ...named.map((point) => {
      const [x, y] = place(point);
      return dot([x, y], COLOUR.blue) + label([x + 7, y + 14], String(point.emergency), { size: 11 });
    }),
    ...(outcomes.length === 0
      ? []
      : [dot(place(found), COLOUR.green, 5), ...marked(place(standing), standing)]),
  ];
}

function marked([x, y]: readonly [number, number], { emergency }: DangerPoint): readonly Markup[] {
  return [diamond([x, y], COLOUR.ink), label([x + 9, y + 16], String(emergency), { size: 11, bold: true })];
}
