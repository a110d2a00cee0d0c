import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { triageLines } from '../../../src/adapters/triage-models/index.js';
import type {
  DecisionLine,
  LineFault,
  TriageLinesOptions,
} from '../../../src/adapters/triage-models/index.js';
import { seeded } from '../../../src/adapters/triage-models/training/seeded.js';
import { aBriefing } from './briefings.js';
import { scriptedModel } from './scripted.js';

const QUESTION = 'How often should we vary our routine?';
const message = (id: number, text = QUESTION): string => JSON.stringify({ id, text });

const over = (
  lines: AsyncIterable<string>,
  options: Pick<TriageLinesOptions, 'consider' | 'onFault'> = {},
): AsyncGenerator<DecisionLine> =>
  triageLines(lines, { briefing: aBriefing(), model: scriptedModel(), ...options });

async function* stream(...lines: string[]): AsyncGenerator<string> {
  yield* lines;
}

async function all(decisions: AsyncIterable<DecisionLine>): Promise<DecisionLine[]> {
  const list: DecisionLine[] = [];
  for await (const line of decisions) list.push(line);
  return list;
}

type Consider = NonNullable<TriageLinesOptions['consider']>;

describe('messages that are looked at closer', () => {
  it('come out in the order they came in, however long each takes', async () => {
    const random = seeded(1);
    const consider: Consider = async (_message, decision) => {
      await pause(random() * 25);
      return { ...decision, kind: 'decided' };
    };
    const lines = Array.from({ length: 60 }, (_, at) => message(at));
    const decisions = await all(over(stream(...lines), { consider }));
    expect(decisions.map(({ id }) => Number(id))).toEqual(lines.map((_, at) => at));
    expect(new Set(decisions.map(({ kind }) => kind))).toEqual(new Set(['decided']));
  });

  it('are answered though no further line comes', async () => {
    const answered: string[] = [];
    let heard = Promise.withResolvers<undefined>();
    async function* dialogue(): AsyncGenerator<string> {
      for (let at = 0; at < 5; at++) {
        yield message(at);
        await heard.promise; // whoever asks waits for the answer before going on
        heard = Promise.withResolvers();
      }
    }
    const consider: Consider = (_message, decision) => pause(10, decision);
    for await (const { id } of over(dialogue(), { consider })) {
      answered.push(id);
      heard.resolve(undefined);
    }
    expect(answered).toEqual(['0', '1', '2', '3', '4']);
  });

  it('are sixteen at once, and no more lines are read before one of them is out', async () => {
    let [read, under, most] = [0, 0, 0];
    const gate = Promise.withResolvers<undefined>();
    async function* lines(): AsyncGenerator<string> {
      for (; read < 50; read++) yield message(read);
    }
    const consider: Consider = async (_message, decision) => {
      most = Math.max(most, ++under);
      await gate.promise;
      under -= 1;
      return decision;
    };
    const done = all(over(lines(), { consider }));
    for (let waited = 0; waited < 40; waited++) await turn();
    expect({ under, most }).toEqual({ under: 16, most: 16 });
    expect(read).toBeLessThanOrEqual(17);
    gate.resolve(undefined);
    expect(await done).toHaveLength(50);
    expect(most).toBe(16);
  });

  it('are held some at a time, however many thousands pass', async () => {
    let read = 0;
    async function* thousands(): AsyncGenerator<string> {
      for (; read < 5_000; read++) yield message(read);
    }
    let [seen, ahead] = [0, 0];
    for await (const { id } of over(thousands(), { consider: (_message, decision) => turn(decision) })) {
      seen += 1;
      ahead = Math.max(ahead, read - Number(id));
    }
    expect(seen).toBe(5_000);
    expect(ahead).toBeLessThanOrEqual(17);
  });

  it('are none of those in which danger is decided already', async () => {
    const asked: string[] = [];
    const consider: Consider = ({ text }, decision) => {
      asked.push(text);
      return Promise.resolve({ ...decision, route: 'out_of_scope' as const });
    };
    const decisions = await all(over(stream(message(1, 'gunman'), message(2)), { consider }));
    expect(asked).toEqual([QUESTION]);
    expect(decisions.map(({ route }) => route)).toEqual(['emergency', 'out_of_scope']);
  });

  it('may turn out to be danger, and say who else was heard', async () => {
    const consider: Consider = (_message, decision) =>
      Promise.resolve({
        ...decision,
        route: 'emergency',
        second: { route: 'presenter', confidence: 0.8, reason: 'within_topics' },
        review: true,
      });
    expect(await all(over(stream(message(1)), { consider }))).toMatchObject([
      { route: 'emergency', second: { route: 'presenter' }, review: true },
    ]);
  });
});

describe('lines that cannot be read', () => {
  it('are named by their numbers while others are still looked at, and hold nothing up', async () => {
    const faults: LineFault[] = [];
    const gate = Promise.withResolvers<undefined>();
    const consider: Consider = async (_message, decision) => {
      await gate.promise;
      return decision;
    };
    const lines = stream(message(1), '{"id":', '', message(4), '{"id":5}', 'null', '"text"', message(8));
    const done = all(over(lines, { consider, onFault: (fault) => faults.push(fault) }));
    for (let waited = 0; waited < 40; waited++) await turn();
    expect(faults.map(({ line }) => line)).toEqual([2, 5, 6, 7]);
    gate.resolve(undefined);
    expect((await done).map(({ id }) => id)).toEqual(['1', '4', '8']);
  });

  it('may be all there is, or there may be none', async () => {
    const faults: LineFault[] = [];
    const onFault = (fault: LineFault): void => void faults.push(fault);
    expect(await all(over(stream('<html>', '{}', '   '), { onFault }))).toEqual([]);
    expect(faults.map(({ line }) => line)).toEqual([1, 2]);
    expect(await all(over(stream()))).toEqual([]);
  });
});

describe('what breaks', () => {
  it('breaks the stream with its cause, and leaves no failure of its neighbours unheard', async () => {
    const away = Promise.withResolvers<never>();
    const done = all(
      over(stream(...Array.from({ length: 30 }, (_, at) => message(at))), { consider: () => away.promise }),
    );
    for (let waited = 0; waited < 40; waited++) await turn();
    away.reject(new Error('away'));
    await expect(done).rejects.toThrow('away');
    for (let waited = 0; waited < 5; waited++) await turn();
  });

  it('in a later message does not lose the answers before it', async () => {
    const first = Promise.withResolvers<undefined>();
    const consider: Consider = async ({ text }, decision) => {
      if (text === 'breaks') throw new Error('away');
      await first.promise;
      return decision;
    };
    const out: string[] = [];
    const done = (async () => {
      for await (const { id } of over(stream(message(1), message(2, 'breaks'), message(3)), { consider }))
        out.push(id);
    })();
    const failed = expect(done).rejects.toThrow('away');
    for (let waited = 0; waited < 10; waited++) await turn();
    first.resolve(undefined);
    await failed;
    expect(out).toEqual(['1']);
  });

  it('at the source breaks the stream, after the answers to what came before', async () => {
    async function* breaking(): AsyncGenerator<string> {
      yield message(1);
      throw new Error('the pipe is broken');
    }
    const out: string[] = [];
    await expect(
      (async () => {
        for await (const { id } of over(breaking())) out.push(id);
      })(),
    ).rejects.toThrow('the pipe is broken');
    expect(out).toEqual(['1']);
  });
});
