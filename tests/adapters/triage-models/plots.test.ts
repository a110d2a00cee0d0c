import {
  coverageFigure,
  figuresOf,
  groupsFigure,
  thresholdsFigure,
} from '../../../src/adapters/triage-models/training/plots.js';
import { learningFigure, reliabilityFigure } from '../../../src/adapters/triage-models/training/plots.js';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/question/triage.js';
import { aJudgement, beliefs, times } from './outcomes.js';

const danger = (emergency: number) =>
  aJudgement({ route: 'emergency', confidence: emergency, probabilities: beliefs('emergency', emergency) });

const OUTCOMES = [
  ...times(70, { decision: aJudgement({ confidence: 0.9 }) }),
  ...times(10, { decision: aJudgement({ confidence: 0.7 }), label: 'out_of_scope', lang: 'cy' }),
  ...times(10, { decision: aJudgement({ kind: 'ask', confidence: 0.4 }), audience: ['elected officials'] }),
  ...times(9, { decision: danger(0.8), label: 'emergency' }),
  ...times(1, { decision: danger(0.8), label: 'suspicious_activity' }),
];
const CURVE = [
  { learned: 400, macroF1: 0.6 },
  { learned: 800, macroF1: 0.7 },
  { learned: 900, macroF1: 0.71 },
];

describe('figures of outcomes', () => {
  it('are five files of well-formed XML, each with a title and a description that are its name', () => {
    const figures = figuresOf(OUTCOMES, CURVE);
    expect(Object.keys(figures)).toEqual(
      ['reliability', 'coverage', 'thresholds', 'learning', 'groups'].map((name) => `triage-${name}.svg`),
    );
    for (const svg of Object.values(figures)) {
      expect(faultIn(svg)).toBeUndefined();
      const [, ids = ''] = /aria-labelledby="([^"]+)"/.exec(svg) ?? [];
      expect(ids.split(' ').filter((id) => svg.includes(`id="${id}"`))).toHaveLength(2);
    }
  });

  it('are drawn of nothing, of one message and of messages all wrong, without a number that is none', () => {
    const cases = [
      [],
      times(1, {}),
      times(5, { label: 'presenter' }),
      times(3, { decision: danger(0.9), label: 'emergency' }),
    ];
    for (const outcomes of cases) {
      for (const svg of Object.values(figuresOf(outcomes, CURVE.slice(0, outcomes.length)))) {
        expect(faultIn(svg)).toBeUndefined();
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it('say so where there is nothing', () => {
    const said = Object.values(figuresOf([], [])).map((svg) => textOf(svg, 'desc'));
    expect(said).toEqual([
      'No messages were judged.',
      expect.stringContaining('Nothing is decided.'),
      'No messages were judged.',
      'No model was learned.',
      'No messages were judged.',
    ]);
  });

  it('keep within their sheets', () => {
    for (const svg of Object.values(figuresOf(OUTCOMES, CURVE))) {
      const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
      const reach = (names: string): number => Math.max(...numbersIn(svg, names));
      expect(reach('x|cx')).toBeLessThanOrEqual(width);
      expect(reach('y|cy')).toBeLessThanOrEqual(height);
    }
  });
});

describe('the default thresholds', () => {
  it('stand in the coverage figure where their decisions are', () => {
    const svg = coverageFigure(OUTCOMES);
    expect(textOf(svg, 'desc')).toContain('With the default thresholds: 90.0 % decided, 87.8 % right.');
    const [x = 0, y = 0] = diamonds(svg)[0] ?? [];
    expect(x).toBeCloseTo(74 + 510 * 0.9, 0); // the panel is 510 wide from 74
    expect(y).toBeCloseTo(50 + 310 * ((1 - 79 / 90) / 0.2), 0); // 310 high from 50, and 80 to 100 %
  });

  it('stand in the thresholds figure where their decisions are', () => {
    const svg = thresholdsFigure(OUTCOMES);
    const [right = [0, 0], asked = [0, 0], found = [0, 0]] = diamonds(svg);
    const sure = 74 + (300 * (DEFAULT_THRESHOLDS.sure - 0.3)) / 0.65;
    expect(right[0]).toBeCloseTo(sure, 0);
    expect(asked[0]).toBeCloseTo(sure, 0);
    expect(right[1]).toBeCloseTo(84 + 270 * (1 - 79 / 90), 0);
    expect(asked[1]).toBeCloseTo(84 + 270 * 0.9, 0);
    expect(found[0]).toBeCloseTo(470 + (300 * (1 / 91)) / 0.02, 0);
    expect(found[1]).toBeCloseTo(84, 0);
  });
});

describe('a figure', () => {
  it('has a bar for each group that there is, with the share that is right', () => {
    const svg = groupsFigure(OUTCOMES);
    expect(svg).toContain('>Welsh<');
    expect(svg).toContain('>Elected officials and their offices<');
    expect(svg).not.toContain('>Mixed<');
    expect(textOf(svg, 'desc')).toContain('Welsh: 0.0 % of 10 (95 % interval 0.0 % to 27.8 %)');
  });

  it('has one bar for one language', () => {
    expect(groupsFigure(times(4, {})).match(/>\d+ messages</g)).toHaveLength(2);
  });

  it('names each band of belief that holds messages', () => {
    expect(textOf(reliabilityFigure(OUTCOMES), 'desc')).toMatch(
      /40 to 50 %: 100.0 % of 10; 70 to 80 %: 0.0 % of 10; /,
    );
  });

  it('leaves out a tick that would stand on its neighbour', () => {
    const svg = learningFigure(CURVE);
    expect(svg).toContain('>400<');
    expect(svg).not.toContain('>800<');
    expect(svg).toContain('>70.0 %<');
  });

  it('holds any name as text', () => {
    const svg = groupsFigure(times(2, { lang: '<b>&"\u0007' }));
    expect(faultIn(svg)).toBeUndefined();
    expect(svg).toContain('&#60;b&#62;&#38;&#34;');
  });
});

/** What is wrong with a text as XML: tags that do not meet, loose marks, repeated attributes, more than one root. */
function faultIn(xml: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  for (const [part, closing, name = '', attributes = '', single] of xml.matchAll(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<>]*")*)(\/?)>|[^<>]+|[<>]/g,
  )) {
    if (part === '<' || part === '>') return `a loose ${part}`;
    if (/&(?!#\d+;)/.test(part)) return `a loose & in ${part}`;
    if (!part.startsWith('<')) {
      if (open.length === 0 && part.trim() !== '') return 'text outside the root';
      continue;
    }
    const keys = [...attributes.matchAll(/ ([\w:-]+)=/g)].map(([, key]) => key);
    if (new Set(keys).size < keys.length) return `an attribute twice in ${part}`;
    if (closing) {
      if (open.pop() !== name) return `${part} closes another`;
      continue;
    }
    if (open.length === 0) roots += 1;
    if (!single) open.push(name);
  }
  if (open.length > 0) return `${open.join(', ')} left open`;
  return roots === 1 ? undefined : `${roots} roots`;
}

function textOf(svg: string, name: string): string {
  return new RegExp(`<${name} [^>]*>([^<]*)<`).exec(svg)?.[1] ?? '';
}

function numbersIn(svg: string, names: string): readonly number[] {
  return [...svg.matchAll(new RegExp(` (?:${names})="([\\d.-]+)"`, 'g'))].map(([, value]) => Number(value));
}

/** The middles of the diamonds that mark the default thresholds. */
function diamonds(svg: string): readonly (readonly [number, number])[] {
  return [...svg.matchAll(/<polygon points="([\d.]+),[\d.]+ [\d.]+,([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
}
