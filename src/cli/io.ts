/** What a command reads and writes: data to `out`, words and progress to `err`. */
export interface Io {
  /** Lines of standard input. */
  readonly lines: AsyncIterable<string>;
  /** One line of data. */
  out(line: string): void;
  /** One line for people. */
  err(line: string): void;
}

/** 0 done, 1 failed, 2 the words of the command are off. */
export type ExitStatus = 0 | 1 | 2;

/** A command that cannot be done as asked; the message says what to do. */
export class CommandFault extends Error {
  constructor(
    message: string,
    readonly status: 1 | 2 = 1,
  ) {
    super(message);
    this.name = 'CommandFault';
  }
}
