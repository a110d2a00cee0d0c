/** Triage under a steady stream, in the process of the echo bot: what deciding does to the turns beside it. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadTriageModel } from '../../src/adapters/triage-models/index.js';
import { triage, type TriageBriefing } from '../../src/domain/question/triage.js';

/** What a stream of decisions came to. Times are in milliseconds. */
export interface Decided {
  readonly perSecond: number;
  /** How late the event loop was, at its worst hundredth. */
  readonly delayP99: number;
}

const BRIEFING: TriageBriefing = {
  id: 'NW-2027-02',
  title: 'Personal security briefing, North West',
  audience: ['elected officials', 'private office staff', 'local faith leaders'],
  topics: [{ title: 'Travelling safely', summary: 'Varying routes, surgeries, meeting the public.' }],
};
const TICK_MS = 5;

/** Decides `rate` messages a second for so long, evenly; what a late tick has missed it makes up for. */
export async function decideSteadily(options: {
  rate: number;
  seconds: number;
  text: (n: number) => string;
}): Promise<Decided> {
  const { rate, seconds, text } = options;
  const model = loadTriageModel();
  const decide = (n: number): void => void triage({ text: text(n), briefing: BRIEFING, model });
  const stream = (length: number): Promise<number> =>
    new Promise((resolve) => {
      const started = performance.now();
      let done = 0;
      const tick = setInterval(() => {
        const elapsed = (performance.now() - started) / 1000;
        for (const due = Math.floor(Math.min(elapsed, length) * rate); done < due; done += 1) decide(done);
        if (elapsed < length) return;
        clearInterval(tick);
        resolve(done / elapsed);
      }, TICK_MS);
    });
  await stream(2); // the first decisions are slower: their code is still being compiled
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const perSecond = await stream(seconds);
  delay.disable();
  return { perSecond, delayP99: delay.percentile(99) / 1e6 };
}
