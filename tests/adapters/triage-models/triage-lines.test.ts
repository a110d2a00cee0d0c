import { loadTriageModel, parseBriefing, triageLines } from '../../../src/adapters/triage-models/index.js';
import type { DecisionLine, LineFault } from '../../../src/adapters/triage-models/index.js';
import { aBriefing } from './briefings.js';

const model = loadTriageModel();

async function run(
  lines: AsyncIterable<string>,
  explain = false,
): Promise<{ decisions: DecisionLine[]; faults: LineFault[] }> {
  const faults: LineFault[] = [];
  const decisions: DecisionLine[] = [];
  for await (const line of triageLines(lines, {
    briefing: aBriefing(),
    model,
    explain,
    onFault: (fault) => faults.push(fault),
  })) {
    decisions.push(line);
  }
  return { decisions, faults };
}

async function* stream(...lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

describe('decisions line by line', () => {
  it('answers each message in order with its id', async () => {
    const { decisions } = await run(stream('{"id":"a","text":"gunman"}', '{"id":7,"text":"thank you"}'));
    expect(decisions.map(({ id, route }) => [id, route])).toEqual([
      ['a', 'emergency'],
      ['7', 'out_of_scope'],
    ]);
  });

  it('names a line that cannot be read and goes on', async () => {
    const { decisions, faults } = await run(
      stream('{"id":', '', '{"id":"b"}', '[]', '{"id":"c","text":"hello"}'),
    );
    expect(decisions).toHaveLength(1);
    expect(faults.map((fault) => fault.line)).toEqual([1, 3, 4]);
    expect(faults[0]?.error).toContain('not JSON');
    expect(faults[1]?.error).toContain('text');
  });

  it('adds the reasons on request', async () => {
    const { decisions } = await run(stream('{"id":"a","text":"gunman"}'), true);
    expect(decisions[0]?.explanation?.[0]).toContain('emergency');
  });

  it('holds some messages at a time, however many pass', async () => {
    let read = 0;
    async function* thousands(): AsyncGenerator<string> {
      for (; read < 3000; read++)
        yield JSON.stringify({ id: String(read), text: 'How often should we vary our routine?' });
    }
    let ahead = 0;
    let seen = 0;
    for await (const line of triageLines(thousands(), { briefing: aBriefing(), model })) {
      seen += 1;
      ahead = Math.max(ahead, read - Number(line.id));
    }
    expect(seen).toBe(3000);
    expect(ahead).toBeLessThanOrEqual(17);
  });
});

describe('reading a briefing', () => {
  it('reads the published form and takes missing fields as empty', () => {
    expect(parseBriefing(aBriefing())).toEqual(aBriefing());
    expect(parseBriefing({ id: 'x' })).toEqual({ id: 'x', title: '', audience: [], topics: [] });
  });

  it('names what is wrong', () => {
    expect(() => parseBriefing({ topics: 'post' })).toThrow(/topics/);
    expect(() => parseBriefing(null)).toThrow(/not a briefing/);
  });
});
