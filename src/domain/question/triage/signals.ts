/** A sign that a message carries, named so that a decision can be explained. */
export interface Signal {
  readonly name: string;
  readonly pattern: RegExp;
}

/** A word-bounded signal over normalised text. */
export function signal(name: string, source: string): Signal {
  return { name, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u') };
}

/** The names of the signals found in a text. */
export function signalsIn(text: string, signals: readonly Signal[]): readonly string[] {
  return signals.filter((each) => each.pattern.test(text)).map((each) => each.name);
}
