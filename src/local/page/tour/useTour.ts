import { useCallback, useEffect, useRef, useState } from 'react';
import { useLayout, WINDOW_IDS, type LayoutControl } from '../state/layout.js';
import type { ShowState } from '../state/show-state.js';
import { useShow } from '../state/useShow.js';
import { FIRST, STEPS, type Mark, type TourStep } from './steps.js';
import { createTools } from './tools.js';

export interface Tour {
  readonly on: boolean;
  readonly step: TourStep;
  readonly index: number;
  readonly busy: boolean;
  readonly done: boolean;
  /** Past the last step. */
  readonly finished: boolean;
  readonly problem: string;
  readonly start: () => void;
  readonly stop: () => void;
  readonly go: (index: number) => void;
  readonly act: () => Promise<void>;
}

const markOf = (state: ShowState): Mark => ({
  world: state.world.at(-1)?.id ?? 0,
  messages: new Set(state.messages.map((one) => one.id)),
  now: Date.now() + state.offset,
});

/** Leads through the steps, does them when asked, and notices those done by hand. */
export function useTour(): Tour {
  const show = useShow();
  const layout = useLayout();
  const latest = useRef({ show, layout });
  useEffect(() => {
    latest.current = { show, layout };
  });
  const [on, setOn] = useState(false);
  const [index, setIndex] = useState(0);
  const [finished, setFinished] = useState(false);
  const [mark, setMark] = useState<Mark>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const step = STEPS[index] ?? FIRST;

  const go = useCallback((to: number) => {
    const next = STEPS[to];
    setFinished(to >= STEPS.length);
    if (!next) return;
    setIndex(to);
    setProblem('');
    setMark(markOf(latest.current.show));
    for (const id of WINDOW_IDS) {
      const wanted = next.windows[id];
      if (wanted) latest.current.layout.show(id, wanted);
    }
    latest.current.layout.bringForward(...next.lit);
  }, []);
  const start = useCallback(() => {
    setOn(true);
    go(0);
  }, [go]);
  const act = useCallback(async () => {
    setBusy(true);
    setProblem('');
    try {
      const now = (): { show: ShowState; layout: LayoutControl } => latest.current;
      await step.run(
        createTools(
          () => now().show,
          () => now().layout,
        ),
      );
    } catch (cause) {
      setProblem(cause instanceof Error ? cause.message : 'That did not work. Please try it by hand.');
    }
    setBusy(false);
  }, [step]);
  const stop = useCallback(() => {
    setOn(false);
  }, []);
  const done = on && !busy && mark !== undefined && step.done(show, mark);
  return { on, step, index, busy, done, finished, problem, start, stop, go, act };
}
