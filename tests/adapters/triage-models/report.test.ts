import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepOutcomes, readOutcomes } from '../../../src/adapters/triage-models/training/kept-outcomes.js';
import { figuresOf } from '../../../src/adapters/triage-models/training/plots.js';
import { reportOn } from '../../../src/adapters/triage-models/training/report.js';
import { aJudgement, times } from './outcomes.js';

const unsure = aJudgement({ kind: 'ask', route: 'out_of_scope', confidence: 0.5 });
const OUTCOMES = [
  ...times(15, {}),
  ...times(4, { quick: unsure, decision: aJudgement({ confidence: 0.8 }), hand: 'two', briefing: 'c' }),
  ...times(1, {
    decision: unsure,
    audience: ['councillors'],
    briefing: 'd',
    lang: 'cy',
    milliseconds: 0.1234567891,
  }),
];

describe('the report', () => {
  const report = reportOn('Title', OUTCOMES);

  it('sets the quick decision beside the last one', () => {
    expect(report).toContain('- Accuracy, forced choice: 95.0 % (19 of 20;');
    expect(report).toContain('- By the quick decision alone, accuracy, forced choice: 75.0 % (15 of 20;');
    expect(report).toContain('- By the quick decision alone, decided without asking: 75.0 % (15 of 20;');
    expect(report).toMatch(/- By the quick decision alone, macro-F1, forced choice: 12\.2 % \(/);
  });

  it('says how many messages were read closely', () => {
    expect(report).toContain('- Read closely: 20.0 % (4 of 20;');
  });

  it('says how much could be decided at the aim for accuracy', () => {
    expect(report).toContain('is as right as that): 100.0 % of messages, from belief of 0.50');
    expect(reportOn('Title', times(2, { label: 'presenter' }))).toContain('is as right as that): no part');
  });

  it('groups by language, hand, sort of audience and briefing', () => {
    const groups = ['cy', 'en', 'one', 'two', 'elected officials and their offices', 'faith', 'b', 'c', 'd'];
    const rows = [...report.matchAll(/^\| ([a-z ]+) \| \d+ \| [\d.]+ % \| [\d.]+ % \|$/gm)].map(
      ([, name]) => name,
    );
    expect(rows).toEqual(groups);
  });

  it('keeps the table of what was taken for what', () => {
    expect(report).toContain('| event_help | 0 | 0 | 0 | 0 | 19 | 0 | 1 |');
  });

  it('can be written of nothing', () => {
    expect(reportOn('Title', [])).not.toMatch(/NaN|undefined/);
  });
});

describe('outcomes that were kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outcomes-'));
  const file = join(folder, 'new', 'outcomes.json');
  const curve = [{ learned: 400, macroF1: 0.5 }];
  afterAll(() => rmSync(folder, { recursive: true }));

  it('give the same report and figures, and hold no words', () => {
    const withWords = OUTCOMES.map((each) => ({ ...each, message: { ...each.message, text: 'a secret' } }));
    keepOutcomes(file, { open: withWords, curve });
    const { open = [], curve: drawn = [] } = readOutcomes(file);
    expect(reportOn('Title', open)).toBe(reportOn('Title', OUTCOMES));
    expect(figuresOf(open, drawn)).toEqual(figuresOf(OUTCOMES, curve));
    expect(readFileSync(file, 'utf8')).not.toContain('secret');
  });

  it('stay when another part is judged', () => {
    keepOutcomes(file, { locked: OUTCOMES.slice(0, 2) });
    const { open, locked } = readOutcomes(file);
    expect([open?.length, locked?.length]).toEqual([OUTCOMES.length, 2]);
  });

  it('make way where they cannot be read any more', () => {
    writeFileSync(file, '{');
    keepOutcomes(file, { open: OUTCOMES });
    expect(readOutcomes(file).open).toHaveLength(OUTCOMES.length);
  });

  it('are asked for where there are none', () => {
    expect(() => readOutcomes(join(folder, 'none.json'))).toThrow(/Run npm run eval:triage first/);
  });
});
