import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueView } from '../../../contract/questions.js';
import { useDesk, useLoad, type Loading } from '../../api/useDesk.js';
import { wait } from '../../host/timers.js';

const RECONNECT_AFTER = 4_000;

export type Liveness = 'connecting' | 'live' | 'polling';

export interface LiveQueue {
  readonly loading: Loading<QueueView>;
  readonly liveness: Liveness;
}

/**
 * The queue of a briefing, kept up to date by its stream. While the stream cannot be had, each attempt to open it
 * again also reads the queue, which amounts to polling every few seconds.
 */
export function useLiveQueue(
  code: string,
  onChange: (before: QueueView, after: QueueView) => void,
): LiveQueue {
  const desk = useDesk();
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  const load = useCallback((signal?: AbortSignal) => desk.queue(code, signal), [desk, code]);
  const loading = useLoad(load);
  const { refresh, state } = loading;

  useEffect(() => {
    const controller = new AbortController();
    void keepListening(controller.signal);
    async function keepListening(signal: AbortSignal): Promise<void> {
      const left = (): boolean => signal.aborted;
      while (!left()) {
        await desk.watchQueue(
          code,
          () => {
            setLiveness('live');
            void refresh();
          },
          signal,
        );
        if (left()) return;
        setLiveness('polling');
        await wait(RECONNECT_AFTER, signal);
        await refresh();
      }
    }
    return () => {
      controller.abort();
    };
  }, [desk, code, refresh]);

  const value = state.kind === 'ready' ? state.value : null;
  const earlier = useRef<QueueView | null>(null);
  useEffect(() => {
    if (value && earlier.current && value !== earlier.current) onChange(earlier.current, value);
    earlier.current = value;
  }, [value, onChange]);

  return { loading, liveness };
}
