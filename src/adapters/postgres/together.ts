/** How a batch is worked. */
export interface TogetherOptions {
  /** Batches under way at once. Default 2: one is gathered and written while the database commits the other. */
  readonly lanes?: number;
  /** The most calls in one batch. Default 64. */
  readonly most?: number;
}

/**
 * Answers calls that come at the same time in one go: while batches are under way the next one gathers, so a quiet
 * service waits for nothing and a busy one makes few journeys. `work` gives an answer for each input, in their order.
 * When a batch fails, each of its calls is tried once more on its own, so that none fails for another's fault; `work`
 * must therefore do all or nothing, and may be given an input twice.
 */
export function together<Input, Output>(
  work: (inputs: readonly Input[]) => Promise<readonly Output[]>,
  { lanes = 2, most = 64 }: TogetherOptions = {},
): (input: Input) => Promise<Output> {
  interface Call {
    readonly input: Input;
    readonly resolve: (output: Output) => void;
    readonly reject: (cause: unknown) => void;
  }
  const waiting: Call[] = [];
  let busy = 0;
  let gathering = false;

  async function answer(calls: readonly Call[]): Promise<void> {
    const outputs = await work(calls.map(({ input }) => input));
    if (outputs.length !== calls.length) throw new Error('a batch was not answered whole');
    calls.forEach(({ resolve }, at) => resolve(outputs[at] as Output)); // as many outputs as calls, just checked
  }

  const alone = (call: Call): Promise<void> => answer([call]).catch(call.reject);

  async function run(calls: readonly Call[]): Promise<void> {
    busy += 1;
    try {
      await answer(calls);
    } catch (cause) {
      if (calls.length === 1) calls[0]?.reject(cause);
      else await Promise.all(calls.map(alone));
    } finally {
      busy -= 1;
      start();
    }
  }

  function start(): void {
    if (gathering || busy >= lanes || waiting.length === 0) return;
    gathering = true;
    // What else this turn of the event loop brings goes along.
    setImmediate(() => {
      gathering = false;
      if (waiting.length > 0) void run(waiting.splice(0, most));
      start();
    });
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      start();
    });
}
