/** Why a request brought nothing. `message` is the server's own sentence, where it gave one. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string | null;
}

export type FailureKind =
  | 'offline'
  | 'slow'
  | 'signed-out'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'gone'
  | 'too-many'
  | 'refused'
  | 'broken';

export type Result<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'failed'; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ kind: 'ok', value });
export const failed = (kind: FailureKind, message: string | null = null): Result<never> => ({
  kind: 'failed',
  failure: { kind, message },
});

const BY_STATUS: Readonly<Record<number, FailureKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  410: 'gone',
  429: 'too-many',
};

/** What an HTTP status that is no success means to the reader. */
export const failureOfStatus = (status: number): FailureKind =>
  BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'refused' : 'broken');
