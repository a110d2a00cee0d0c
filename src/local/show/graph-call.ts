/** A request that reached the Graph stand-in. */
export interface GraphCall {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly at: string;
  /** The subject of the meeting it is about. */
  readonly about?: string;
}
