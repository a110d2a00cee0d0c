const KEPT = 10_000;
const HOLDS_MS = 60_000;

/**
 * Conversations that were written down lately, with where their answers go: the next message from there need not write
 * them down again. After a minute it does, since another instance may have forgotten the place.
 */
export class KnownPlaces {
  private readonly written = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  has(conversationId: string, serviceUrl: string): boolean {
    const at = this.written.get(keyOf(conversationId, serviceUrl));
    return at !== undefined && this.now() - at < HOLDS_MS;
  }

  add(conversationId: string, serviceUrl: string): void {
    const key = keyOf(conversationId, serviceUrl);
    this.written.delete(key); // the oldest stand first
    this.written.set(key, this.now());
    if (this.written.size > KEPT) this.written.delete(this.written.keys().next().value ?? '');
  }

  /** Has the place written down with the next message. */
  forget(conversationId: string, serviceUrl: string): void {
    this.written.delete(keyOf(conversationId, serviceUrl));
  }
}

const keyOf = (conversationId: string, serviceUrl: string): string => `${conversationId} ${serviceUrl}`;
