import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementReport } from '../../../src/adapters/triage-models/training/agreement.js';
import {
  LOCKED,
  openBriefings,
  readBriefings,
  readCorpus,
} from '../../../src/adapters/triage-models/training/corpus.js';
import { aBriefing } from './briefings.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-corpus-'));
  for (const below of ['briefings', 'labels', 'scope']) mkdirSync(join(folder, below));
  for (const id of ['post', 'travel', 'secret'])
    writeFileSync(join(folder, 'briefings', `${id}.json`), JSON.stringify(aBriefing({ id })));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const [locked = ''] = LOCKED;

/** Writes JSON lines into the folder. */
const put = (file: string, ...lines: readonly object[]): void =>
  writeFileSync(join(folder, file), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

const line = (id: string, route: string, briefing = 'post') => ({ id, briefing, text: `Text ${id}`, route });

describe('the corpus', () => {
  it('is read hand by hand, with briefings and languages', () => {
    put('birch.jsonl', { ...line('b1', 'event_help', 'travel'), lang: 'cy' });
    put('ash.jsonl', line('a1', 'presenter'), line('a2', 'emergency'));
    expect(readCorpus(folder)).toEqual([
      {
        id: 'a1',
        hand: 'ash',
        briefing: aBriefing({ id: 'post' }),
        text: 'Text a1',
        route: 'presenter',
        lang: 'en',
      },
      {
        id: 'a2',
        hand: 'ash',
        briefing: aBriefing({ id: 'post' }),
        text: 'Text a2',
        route: 'emergency',
        lang: 'en',
      },
      {
        id: 'b1',
        hand: 'birch',
        briefing: aBriefing({ id: 'travel' }),
        text: 'Text b1',
        route: 'event_help',
        lang: 'cy',
      },
    ]);
  });

  it('leaves out lines without a known route or briefing, and a last line that is not finished', () => {
    put('ash.jsonl', line('a1', 'presenter'), line('a2', 'nowhere'), line('a3', 'presenter', 'unknown'));
    writeFileSync(join(folder, 'ash.jsonl'), '{"id":"a4","brie', { flag: 'a' });
    expect(readCorpus(folder).map(({ id }) => id)).toEqual(['a1']);
  });

  it('takes a correction with the topics that its briefing had', () => {
    const topics = [{ title: 'Doors', summary: '' }];
    put('corrections.jsonl', { ...line('c1', 'presenter', 'NW-2027-02'), topics });
    expect(readCorpus(folder)[0]?.briefing).toMatchObject({ id: 'NW-2027-02', topics });
  });

  it('knows of a message which briefings cover it, by topic or as a whole', () => {
    put('ash.jsonl', line('a1', 'presenter'), line('a2', 'out_of_scope'), line('a3', 'emergency'));
    put(
      'scope/covers.jsonl',
      { id: 'a1', general: true, covers: ['post:0', 'post:2', 'travel'] },
      { id: 'a2', general: false, covers: [] },
      { id: 'gone', general: true, covers: ['post'] },
    );
    expect(readCorpus(folder).map(({ scope }) => scope)).toEqual([
      { general: true, covers: new Set(['post', 'travel']) },
      { general: false, covers: new Set() },
      undefined,
    ]);
  });

  it('is read without the hands that are locked, and learned from without their briefings', () => {
    put('ash.jsonl', line('a1', 'presenter'));
    put(`${locked}.jsonl`, line('g1', 'presenter', 'secret'), line('g2', 'emergency', 'secret'));
    expect(readCorpus(folder, LOCKED).map(({ hand }) => hand)).toEqual(['ash']);
    expect(readCorpus(folder)).toHaveLength(3);
    expect(openBriefings(folder).map(({ id }) => id)).toEqual(['post', 'travel']);
    expect([...readBriefings(folder).keys()].sort()).toEqual(['post', 'secret', 'travel']);
  });

  it('has all its briefings open where nobody is locked', () => {
    expect(openBriefings(folder)).toHaveLength(3);
  });
});

describe('the agreement of two labellings', () => {
  const rows = (): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      agreementReport(folder)
        .split('\n')
        .filter((row) => row.startsWith('|'))
        .map((row) =>
          row
            .split('|')
            .map((cell) => cell.trim())
            .slice(1, -1),
        )
        .map(([hand = '', ...cells]) => [hand, cells]),
    );
  const second = (...labels: readonly string[]): void =>
    writeFileSync(join(folder, 'labels', 'second.txt'), `${labels.join('\n')}\n`);

  it('is Cohen’s kappa, hand by hand and over all', () => {
    put(
      'ash.jsonl',
      ...['presenter', 'presenter', 'emergency', 'emergency'].map((route, at) =>
        line(`a${String(at)}`, route),
      ),
    );
    put('birch.jsonl', line('b0', 'event_help'), line('b1', 'out_of_scope'));
    // Ash: three of four alike where a half is chance: (0.75 − 0.5) / (1 − 0.5).
    second('a0 p', 'a1 p', 'a2 e', 'a3 p', 'b0 v', 'b1 o?');
    expect(rows()).toMatchObject({
      ash: ['4', '75.0 %', '0.500'],
      birch: ['2', '100.0 %', '1.000'],
      all: ['6', '83.3 %', '0.769'],
    });
  });

  it('compares with the first label as it was before the two were settled', () => {
    put('ash.jsonl', line('a0', 'local_policing'), line('a1', 'emergency'));
    second('a0 l', 'a1 e');
    expect(rows()['all']).toEqual(['2', '100.0 %', '1.000']);
    put('labels/settled.jsonl', {
      id: 'a0',
      first: 'presenter',
      second: 'local_policing',
      settled: 'local_policing',
    });
    expect(rows()['all']?.slice(0, 2)).toEqual(['2', '50.0 %']);
  });

  it('leaves out what was labelled once, and letters that mean nothing', () => {
    put('ash.jsonl', line('a0', 'presenter'), line('a1', 'presenter'), line('a2', 'presenter'));
    second('a0 p', 'a2 x', 'other p');
    expect(rows()['all']?.[0]).toBe('1');
  });

  it('is said of nothing where there are no second labels', () => {
    put('ash.jsonl', line('a0', 'presenter'));
    expect(rows()['all']?.[0]).toBe('0');
  });
});
