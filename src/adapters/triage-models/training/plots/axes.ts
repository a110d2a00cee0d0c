import { COLOUR, element, label, line } from './svg.js';
import type { Markup, Place } from './svg.js';

export interface Axis {
  /** What is measured, with its unit. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly tick: (value: number) => string;
  /** Every doubling takes the same room; both ends are above 0. */
  readonly doubling?: boolean;
}

/** Where a panel stands on its sheet, in pixels, without labels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Panel {
  /** Grid, ticks and labels, to be drawn first. */
  readonly drawn: Markup;
  /** Where two values meet; values beyond an axis stand at its end. */
  readonly at: (x: number, y: number) => Place;
}

/** Two axes and a way to place values on them. */
export function panel(frame: Frame, x: Axis, y: Axis): Panel {
  const { left, top, width, height } = frame;
  const at = (valueX: number, valueY: number): Place => [
    left + width * part(x, valueX),
    top + height * (1 - part(y, valueY)),
  ];
  const upright = x.ticks.map((tick) => {
    const [place] = at(tick, y.from);
    return [
      grid([place, top], [place, top + height]),
      label([place, top + height + 18], x.tick(tick), { anchor: 'middle', colour: COLOUR.muted }),
    ].join('');
  });
  const level = y.ticks.map((tick) => {
    const [, place] = at(x.from, tick);
    return [
      grid([left, place], [left + width, place]),
      label([left - 8, place + 4], y.tick(tick), { anchor: 'end', colour: COLOUR.muted }),
    ].join('');
  });
  return {
    at,
    drawn: [
      ...upright,
      ...level,
      element('rect', { x: left, y: top, width, height, fill: 'none', stroke: COLOUR.muted }),
      label([left + width / 2, top + height + 38], x.label, { anchor: 'middle' }),
      label([left - 48, top + height / 2], y.label, { anchor: 'middle', upright: true }),
    ].join(''),
  };
}

function part({ from, to, doubling }: Axis, value: number): number {
  const scale = doubling ? Math.log2 : (each: number): number => each;
  const place = (scale(value) - scale(from)) / (scale(to) - scale(from));
  return Math.min(1, Math.max(0, Number.isFinite(place) ? place : 0));
}

function grid(from: Place, to: Place): Markup {
  return line([from, to], { colour: COLOUR.grid, width: 1 });
}

/** `from`, then step by step up to `to`, without the dust of adding fractions. */
export function steps(from: number, to: number, step: number): readonly number[] {
  const count = Math.floor((to - from) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((from + at * step).toFixed(6)));
}

/** A share in whole per cent. */
export function inPercent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

/** A share in per cent with a decimal. */
export function inTenths(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

/** A whole number with commas. */
export function inThousands(value: number): string {
  return value.toLocaleString('en-GB');
}

/** An axis of shares: 0 to 1 written in per cent, with at most some ten ticks. */
export function shareAxis(name: string, from = 0, to = 1): Axis {
  const step = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2].find((each) => (to - from) / each <= 10.001) ?? 0.2;
  return {
    label: `${name} (%)`,
    from,
    to,
    ticks: steps(from, to, step),
    tick: (value) => String(Number((value * 100).toFixed(1))),
  };
}

/** A round floor under shares, in tenths, so that a curve fills its panel; at most `most`. */
export function floorOf(shares: readonly number[], most: number): number {
  return Math.max(0, Math.floor(Math.min(most, ...shares) * 10 + 1e-9) / 10);
}
