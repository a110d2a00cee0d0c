import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDesk } from '../../src/cli/program.js';
import { closedAccess, runWith } from './desk-setup.js';
import { fakeIo } from './fake-io.js';

let folder: string;
let briefing: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-cli-'));
  briefing = join(folder, 'briefing.json');
  writeFileSync(
    briefing,
    JSON.stringify({
      id: 'NW-2027-02',
      title: 'Travelling',
      audience: ['elected-official'],
      topics: [{ title: 'Travelling', summary: 'Varying routes.' }],
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('triage', () => {
  test('decides one message a line, in order, and needs no database', async () => {
    const lines = [
      '{"id":"a","text":"How should we vary our routes when travelling?"}',
      '',
      '{"id":"b","text":"There is a man with a knife at my door"}',
    ];
    const done = await runWith(closedAccess, `triage --briefing ${briefing}`, lines);
    expect(done.status).toBe(0);
    expect(done.json().map(({ id }) => id)).toEqual(['a', 'b']);
    expect(done.json()[1]).toMatchObject({ route: 'emergency', confidence: expect.any(Number) });
  });

  test('a decision comes out though the next message has not come in', async () => {
    const out: string[] = [];
    let answered = Promise.withResolvers<undefined>();
    async function* messages(): AsyncGenerator<string> {
      for (const id of ['1', '2', '3']) {
        yield JSON.stringify({ id, text: 'How should we vary routes?' });
        await answered.promise; // no further message until this one is answered
        answered = Promise.withResolvers();
      }
    }
    const io = {
      ...fakeIo(messages()),
      out: (line: string): void => {
        out.push(line);
        answered.resolve(undefined);
      },
    };
    expect(await runDesk(['triage', '--briefing', briefing], io, closedAccess, {})).toBe(0);
    expect(out.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['1', '2', '3']);
  });

  test('lines that cannot be read are numbered and passed over; the rest is decided', async () => {
    const lines = [
      'not json',
      '{"id":"a","text":"How should we vary routes?"}',
      '{"id":"b"}',
      '[]',
      '{"id":"c","text":"What about surgeries?"}',
    ];
    const done = await runWith(closedAccess, `triage --briefing ${briefing}`, lines);
    expect(done.status).toBe(1);
    expect(done.json().map(({ id }) => id)).toEqual(['a', 'c']);
    for (const number of [1, 3, 4]) expect(done.words()).toContain(`line ${String(number)}:`);
    expect(done.words()).toContain('3 line(s) could not be read');
  });

  test('a briefing that is missing, no JSON or of another shape is named', async () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{');
    const shape = join(folder, 'shape.json');
    writeFileSync(shape, '{"topics":"many"}');
    for (const [file, says] of [
      [join(folder, 'none.json'), 'cannot be read'],
      [broken, 'it is not JSON'],
      [shape, 'cannot be used'],
    ] as const) {
      const refused = await runWith(closedAccess, `triage --briefing ${file}`, ['{"id":"a","text":"hello"}']);
      expect(refused).toMatchObject({ status: 1, stdout: [] });
      expect(refused.words()).toContain(says);
      expect(refused.words()).toContain(file);
    }
  });
});

describe('area', () => {
  test('places postcodes, councils and constituencies, one record a line', async () => {
    const done = await runWith(closedAccess, 'area', ['SW1A 2AA', 'Oldham', ' ', 'Aldershot']);
    expect(done.status).toBe(0);
    expect(done.json()).toEqual([
      {
        input: 'SW1A 2AA',
        kind: 'postcode',
        forces: ['metropolitan'],
        force: 'metropolitan',
        region: 'london',
        ask: null,
      },
      {
        input: 'Oldham',
        kind: 'council',
        forces: ['greater-manchester'],
        force: 'greater-manchester',
        region: 'north-west',
        ask: null,
      },
      {
        input: 'Aldershot',
        kind: 'constituency',
        forces: ['hampshire'],
        force: 'hampshire',
        region: 'south-east',
        ask: null,
      },
    ]);
  });

  test('where two forces are possible, the force is null and the record says what would settle it', async () => {
    const done = await runWith(closedAccess, 'area', ['CH4', 'Windsor', 'Brecon, Radnor and Cwm Tawe']);
    for (const record of done.json()) {
      expect(record).toMatchObject({ force: null, ask: expect.stringMatching(/postcode|council/) });
      expect((record['forces'] as unknown[]).length).toBeGreaterThan(1);
    }
    expect(done.json()).toHaveLength(3);
  });

  test('an unknown place is a record too, and words say what might be meant', async () => {
    const done = await runWith(closedAccess, 'area', ['Oldhem']);
    expect(done.json()).toEqual([
      {
        input: 'Oldhem',
        kind: 'unknown',
        forces: [],
        force: null,
        region: null,
        ask: expect.stringContaining('Did you mean Oldham'),
      },
    ]);
    expect(done.words()).toContain('Did you mean Oldham');
    expect(done.status).toBe(0);
  });
});
