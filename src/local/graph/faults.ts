import type { OnlineMeeting } from '@microsoft/microsoft-graph-types';

/** One kind of trouble, for the next few requests. */
export interface Trouble {
  readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503 | 504;
  /** How many requests it befalls; default 1. */
  readonly times?: number;
  readonly retryAfterSeconds?: number;
  /** Only requests whose method and path hold these words, such as `POST` and `/events`. */
  readonly on?: { readonly method?: string; readonly path?: string };
  /** The deed is done all the same and only its answer is lost. */
  readonly afterwards?: boolean;
  readonly code?: string;
  readonly message?: string;
}

/** What the stand-in is told to do wrong. */
export class StandInFaults {
  /** Answers nothing at all: connections are cut. */
  down = false;
  latencyMs = 0;
  /** Settings that stay as they are here, whatever is set. */
  weaker: OnlineMeeting = {};
  withoutAccessPolicy = false;
  private troubles: { trouble: Trouble; left: number }[] = [];

  fail(trouble: Trouble): void {
    this.troubles.push({ trouble, left: trouble.times ?? 1 });
  }

  clear(): void {
    this.down = false;
    this.latencyMs = 0;
    this.weaker = {};
    this.withoutAccessPolicy = false;
    this.troubles = [];
  }

  /** The trouble that befalls this request, used up by one. */
  take(method: string, path: string): Trouble | undefined {
    const found = this.troubles.find(
      ({ trouble: { on }, left }) =>
        left > 0 &&
        (on?.method === undefined || on.method === method) &&
        (on?.path === undefined || path.includes(on.path)),
    );
    if (!found) return undefined;
    found.left -= 1;
    return found.trouble;
  }
}
