import { AUDIENCE_SORTS, audienceSort } from '../audiences.js';
import { isRight, share, wilson } from '../measure.js';
import type { Outcome } from '../measure.js';
import { inTenths, inThousands, panel, shareAxis } from './axes.js';
import type { Panel } from './axes.js';
import { COLOUR, element, label, line, sheet } from './svg.js';
import type { Markup } from './svg.js';

const LANGUAGES: Readonly<Record<string, string>> = { cy: 'Welsh', en: 'English', pa: 'Punjabi', ur: 'Urdu' };
const ROW = 34;
const TOP = 62;
const LEFT = 250;

interface Group {
  readonly name: string;
  readonly messages: number;
  readonly right: number;
}

/** Accuracy by sort of audience and by language, by forced choice, as bars with 95 % intervals. */
export function groupsFigure(outcomes: readonly Outcome[]): Markup {
  const audiences = AUDIENCE_SORTS.map((sort) =>
    groupOf(
      `${sort.charAt(0).toUpperCase()}${sort.slice(1)}`,
      outcomes.filter(({ message }) => audienceSort(message.briefing) === sort),
    ),
  ).filter((group) => group.messages > 0);
  const languages = [...new Set(outcomes.map(({ message }) => message.lang))].sort().map((lang) =>
    groupOf(
      LANGUAGES[lang] ?? lang,
      outcomes.filter(({ message }) => message.lang === lang),
    ),
  );
  const groups = [...audiences, ...languages];
  const height = Math.max(1, groups.length) * ROW;
  const { drawn, at } = panel(
    { left: LEFT, top: TOP, width: 330, height },
    shareAxis('Right, forced choice; the thin line is the 95 % interval'),
    { label: '', from: height, to: 0, ticks: [], tick: String },
  );
  return sheet(
    {
      name: 'triage-groups',
      title: 'Right by audience and language',
      description: described(groups),
      width: 680,
      height: TOP + height + 58,
    },
    drawn,
    ...groups.map((group, row) =>
      bar(at, group, { row, colour: row < audiences.length ? COLOUR.blue : COLOUR.green }),
    ),
  );
}

function groupOf(name: string, outcomes: readonly Outcome[]): Group {
  return { name, messages: outcomes.length, right: outcomes.filter(isRight).length };
}

interface BarStyle {
  readonly row: number;
  readonly colour: string;
}

function bar(at: Panel['at'], { name, messages, right }: Group, { row, colour }: BarStyle): Markup {
  const [low, high] = wilson(right, messages);
  const middle = row * ROW + ROW / 2;
  const [x, y] = at(0, middle);
  const [end] = at(share(right, messages), middle);
  const [upper] = at(high, middle);
  return [
    element('rect', {
      x,
      y: y - 9,
      width: end - x,
      height: 18,
      fill: colour,
      'fill-opacity': '0.35',
      stroke: colour,
    }),
    line([at(low, middle), at(high, middle)], { colour: COLOUR.ink, width: 1.5 }),
    ...[low, high].map((edge) => {
      const [place] = at(edge, middle);
      return line(
        [
          [place, y - 5],
          [place, y + 5],
        ],
        { colour: COLOUR.ink, width: 1.5 },
      );
    }),
    label([LEFT - 10, y - 1], name, { anchor: 'end' }),
    label([LEFT - 10, y + 12], `${inThousands(messages)} messages`, {
      anchor: 'end',
      size: 11,
      colour: COLOUR.muted,
    }),
    label([Math.max(upper, LEFT + 330) + 10, y + 4], inTenths(share(right, messages)), { bold: true }),
  ].join('');
}

function described(groups: readonly Group[]): string {
  if (groups.length === 0) return 'No messages were judged.';
  const each = groups.map(({ name, messages, right }) => {
    const [low, high] = wilson(right, messages);
    return `${name}: ${inTenths(share(right, messages))} of ${inThousands(messages)} (95 % interval ${inTenths(low)} to ${inTenths(high)})`;
  });
  return `The share of messages whose best guess is right. ${each.join('; ')}.`;
}
