const KEPT = 5_000;

/**
 * Teams sends an activity again when the answer is slow. The same delivery gets the same answer and runs once;
 * over several instances and restarts the stores' own keys make a repeat harmless.
 */
export class RecentDeliveries {
  private readonly answers = new Map<string, Promise<unknown>>();

  /** The answer of the first delivery of `key`; a failed one may be tried again. */
  async once<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(key) as Promise<Answer> | undefined;
    if (known) return known;
    const answer = work();
    this.answers.set(key, answer);
    if (this.answers.size > KEPT) this.answers.delete(this.answers.keys().next().value ?? '');
    try {
      return await answer;
    } catch (cause) {
      this.answers.delete(key);
      throw cause;
    }
  }
}
