/** A request as the stand-in reads it. */
export interface Asked {
  readonly method: string;
  /** Decoded parts of the path after `/v1.0`. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly prefer: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const answer = (status: number, body?: unknown): Answer => ({
  status,
  ...(body === undefined ? {} : { body }),
});

/** A refusal in the form that Graph gives it. */
export const refuse = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers,
  body: { error: { code, message, innerError: { date: '2027-01-01T00:00:00', 'request-id': 'stand-in' } } },
});
