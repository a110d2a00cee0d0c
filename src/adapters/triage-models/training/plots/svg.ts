/** Colours that differ for every common kind of colour vision (Okabe and Ito's, darkened), each over 4.5 to 1 on white. */
export const COLOUR = {
  ink: '#1b1b1b',
  muted: '#5f5f5f',
  grid: '#e2e2e2',
  pale: '#d9e8f2',
  aim: '#e4f2ec',
  blue: '#0068a3',
  orange: '#b84500',
  green: '#00704f',
} as const;

/** Finished SVG markup; text in it is escaped already. */
export type Markup = string;

type Attributes = Readonly<Record<string, string | number>>;

/** Text as XML may hold it: marks escaped, characters that XML forbids left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** One element; numbers are rounded to a tenth of a pixel, so that the same figures give the same file everywhere. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escaped(value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A place in pixels from the upper left corner. */
export type Place = readonly [x: number, y: number];

export interface TextOptions {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly size?: number;
  readonly bold?: boolean;
  /** Turned to be read from below. */
  readonly upright?: boolean;
}

export function label([x, y]: Place, text: string, options: TextOptions = {}): Markup {
  return element(
    'text',
    {
      x,
      y,
      fill: options.colour ?? COLOUR.ink,
      'font-size': options.size ?? 12,
      'text-anchor': options.anchor ?? 'start',
      ...(options.bold ? { 'font-weight': 'bold' } : {}),
      ...(options.upright ? { transform: `rotate(-90 ${round(x)} ${round(y)})` } : {}),
    },
    escaped(text),
  );
}

export interface LineOptions {
  readonly colour: string;
  readonly width?: number;
  readonly dashed?: boolean;
}

/** A line through all places; nothing where there are fewer than two. */
export function line(places: readonly Place[], { colour, width, dashed }: LineOptions): Markup {
  if (places.length < 2) return '';
  return element('polyline', {
    points: places.map(([x, y]) => `${round(x)},${round(y)}`).join(' '),
    fill: 'none',
    stroke: colour,
    'stroke-width': width ?? 2,
    ...(dashed ? { 'stroke-dasharray': '6 4' } : {}),
  });
}

/** A dot with a white rim, so that it stands out on a line. */
export function dot([x, y]: Place, colour: string, radius = 4): Markup {
  return element('circle', { cx: x, cy: y, r: radius, fill: colour, stroke: '#ffffff', 'stroke-width': 1.5 });
}

/** A square on its corner: what stands for the default thresholds in every figure. */
export function diamond([x, y]: Place, colour: string): Markup {
  const size = 7;
  const corners = [`${round(x)},${round(y - size)}`, `${round(x + size)},${round(y)}`];
  return element('polygon', {
    points: [...corners, `${round(x)},${round(y + size)}`, `${round(x - size)},${round(y)}`].join(' '),
    fill: colour,
    stroke: '#ffffff',
    'stroke-width': 1.5,
  });
}

export interface Sheet {
  /** Names the figure's title and description within a page: letters and hyphens. */
  readonly name: string;
  readonly title: string;
  /** What the figure shows, with its figures, for who does not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole SVG file: a white sheet, so that it reads the same on light and dark pages. */
export function sheet(
  { name, title, description, width, height }: Sheet,
  ...drawn: readonly Markup[]
): Markup {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${name}-title ${name}-desc`,
      'font-family': 'Arial, Helvetica, sans-serif',
    },
    element('title', { id: `${name}-title` }, escaped(title)),
    element('desc', { id: `${name}-desc` }, escaped(description)),
    element('rect', {
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      rx: 6,
      fill: '#ffffff',
      stroke: '#c8c8c8',
    }),
    label([20, 28], title, { size: 15, bold: true }),
    ...drawn,
  );
  return `${svg.replaceAll('><', '>\n<')}\n`;
}
