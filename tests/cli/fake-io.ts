import type { Io } from '../../src/cli/io.js';

export interface FakeIo extends Io {
  readonly stdout: string[];
  readonly stderr: string[];
  /** Every line of data, parsed. */
  json(): readonly Record<string, unknown>[];
  words(): string;
}

/** Standard input as given, and what came out. */
export function fakeIo(lines: Iterable<string> | AsyncIterable<string> = []): FakeIo {
  const stdout: string[] = [];
  const stderr: string[] = [];
  return {
    stdout,
    stderr,
    lines: (async function* () {
      yield* lines;
    })(),
    out: (line) => void stdout.push(line),
    err: (line) => void stderr.push(line),
    json: () => stdout.map((line) => JSON.parse(line) as Record<string, unknown>),
    words: () => stderr.join('\n'),
  };
}
