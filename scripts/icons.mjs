/**
 * Draws the two app icons and writes them as PNG: appPackage/color.png (192 × 192) and appPackage/outline.png (32 × 32,
 * white on transparent, as Teams asks). Run `node scripts/icons.mjs` after a change of the drawing.
 *
 * The mark: a shield that holds a speech bubble. Shapes are polygons on a 192 × 192 board, sampled
 * 4 × 4 times a pixel, so the edges are smooth without a graphics package.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const BOARD = 192;
const SAMPLES = 4;

/** Points of a cubic Bézier curve from `a` to `d`, without its first point. */
function curve(a, b, c, d, steps = 24) {
  return Array.from({ length: steps }, (_, index) => {
    const t = (index + 1) / steps;
    const u = 1 - t;
    return [0, 1].map(
      (axis) => u ** 3 * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t ** 3 * d[axis],
    );
  });
}

/** A shield whose flat top has rounded corners; `inset` shrinks it evenly enough to make an outline. */
function shield(inset = 0) {
  const left = 40 + inset;
  const right = 152 - inset;
  const top = 34 + inset;
  const tip = 166 - inset * 1.25;
  const shoulder = 96;
  const round = Math.max(18 - inset, 6);
  const start = [left + round, top];
  return [
    start,
    [right - round, top],
    ...curve([right - round, top], [right - round / 2, top], [right, top + round / 2], [right, top + round]),
    [right, shoulder],
    ...curve([right, shoulder], [right, 130 - inset / 2], [122 - inset / 2, 152 - inset], [96, tip]),
    ...curve([96, tip], [70 + inset / 2, 152 - inset], [left, 130 - inset / 2], [left, shoulder]),
    [left, top + round],
    ...curve([left, top + round], [left, top + round / 2], [left + round / 2, top], start),
  ];
}

/** A rectangle with rounded corners. */
function rounded(left, top, right, bottom, radius) {
  const corners = [
    [right - radius, top + radius, -90],
    [right - radius, bottom - radius, 0],
    [left + radius, bottom - radius, 90],
    [left + radius, top + radius, 180],
  ];
  return corners.flatMap(([x, y, from]) =>
    Array.from({ length: 13 }, (_, index) => {
      const angle = ((from + index * 7.5) * Math.PI) / 180;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

/** The speech bubble: its body and its tail. */
const BUBBLE = [
  rounded(58, 62, 134, 112, 12),
  [
    [72, 106],
    [72, 132],
    [98, 108],
  ],
];

/** Two lines of text in the bubble; `bold` thickens them for the small icon. */
const lines = (bold) => [
  rounded(70, 76 - bold, 122, 83 + bold, 3.5),
  rounded(70, 91 - bold, 106, 98 + bold, 3.5),
];

/** A test whether a point lies in a polygon (even-odd rule); what lies outside its frame costs next to nothing. */
function inside(polygon) {
  const xs = Float64Array.from(polygon, ([x]) => x);
  const ys = Float64Array.from(polygon, ([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return (x, y) => {
    if (x < left || x > right || y < top || y > bottom) return false;
    let odd = false;
    for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
      if (ys[i] > y !== ys[j] > y && x < ((xs[j] - xs[i]) * (y - ys[i])) / (ys[j] - ys[i]) + xs[i])
        odd = !odd;
    }
    return odd;
  };
}

/** Paints layers, later over earlier; a layer is `{ colour: [r, g, b, a], holds(x, y) }` on the board. */
function paint(size, layers) {
  const pixels = Buffer.alloc(size * size * 4);
  const step = BOARD / size / SAMPLES;
  for (let index = 0; index < size * size; index++) {
    const sum = [0, 0, 0, 0];
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const x = ((index % size) * SAMPLES + (sample % SAMPLES) + 0.5) * step;
      const y = (Math.floor(index / size) * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * step;
      const top = layers.findLast((layer) => layer.holds(x, y));
      const [red, green, blue, alpha] = top?.colour ?? [0, 0, 0, 0];
      sum[0] += red * alpha;
      sum[1] += green * alpha;
      sum[2] += blue * alpha;
      sum[3] += alpha;
    }
    const channel = (value) => (sum[3] === 0 ? 255 : Math.round(value / sum[3]));
    const alpha = Math.round((sum[3] / SAMPLES ** 2) * 255);
    pixels.set([channel(sum[0]), channel(sum[1]), channel(sum[2]), alpha], index * 4);
  }
  return pixels;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** An 8-bit RGBA image as PNG. */
export function encodePng(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) pixels.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const NAVY = [0x17, 0x32, 0x4d, 1];
const NAVY_DEEP = [0x0f, 0x25, 0x3b, 1];
const TEAL = [0x2b, 0xa8, 0x9a, 1];
const WHITE = [255, 255, 255, 1];

/** A test whether a point lies in one of the polygons. */
function anyOf(polygons) {
  const tests = polygons.map(inside);
  return (x, y) => tests.some((test) => test(x, y));
}

/** The coloured icon, 192 × 192. */
export function colourIcon() {
  const size = 192;
  return encodePng(
    size,
    paint(size, [
      { colour: NAVY, holds: () => true },
      { colour: NAVY_DEEP, holds: (x, y) => x + y > 192 },
      { colour: WHITE, holds: anyOf([shield()]) },
      { colour: TEAL, holds: anyOf([shield(7)]) },
      { colour: WHITE, holds: anyOf(BUBBLE) },
      { colour: NAVY, holds: anyOf(lines(0)) },
    ]),
  );
}

/** The outline icon, 32 × 32: white lines on nothing, drawn larger so that it fills the small square. */
export function outlineIcon() {
  const size = 32;
  const enlarge = (point) => [(point[0] - 96) * 1.34 + 96, (point[1] - 100) * 1.34 + 96];
  const outer = inside(shield().map(enlarge));
  const inner = inside(shield(10).map(enlarge));
  const mark = anyOf(BUBBLE.map((polygon) => polygon.map(enlarge)));
  const text = anyOf(lines(1).map((polygon) => polygon.map(enlarge)));
  const border = (x, y) => outer(x, y) && !inner(x, y);
  const holds = (x, y) => border(x, y) || (mark(x, y) && !text(x, y));
  return encodePng(size, paint(size, [{ colour: WHITE, holds }]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL('../appPackage/', import.meta.url);
  writeFileSync(new URL('color.png', folder), colourIcon());
  writeFileSync(new URL('outline.png', folder), outlineIcon());
}
