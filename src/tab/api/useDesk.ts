import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Desk } from './desk.js';
import type { Failure, Result } from './result.js';

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** The server's operations, spoken for the reader of this page. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is called outside DeskProvider');
  return desk;
}

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface Loading<T> {
  readonly state: Loaded<T>;
  /** Reads again, keeping what is shown until the answer comes. A failure then leaves what is shown. */
  readonly refresh: () => Promise<void>;
  /** Reads again from nothing, for "Try again". */
  readonly restart: () => void;
  readonly set: (value: T) => void;
}

/** Loads something when the component appears; `load` must be stable between renders. */
export function useLoad<T>(load: (signal?: AbortSignal) => Promise<Result<T>>): Loading<T> {
  const [state, setState] = useState<Loaded<T>>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    void load(controller.signal).then((result) => {
      if (!controller.signal.aborted) setState(shown(result));
    });
    return () => {
      controller.abort();
    };
  }, [load, round]);

  const refresh = useCallback(async () => {
    const result = await load();
    setState((before) => (result.kind === 'failed' && before.kind === 'ready' ? before : shown(result)));
  }, [load]);
  const restart = useCallback(() => {
    setState({ kind: 'loading' });
    setRound((before) => before + 1);
  }, []);
  const set = useCallback((value: T) => {
    setState({ kind: 'ready', value });
  }, []);
  return { state, refresh, restart, set };
}

function shown<T>(result: Result<T>): Loaded<T> {
  return result.kind === 'ok'
    ? { kind: 'ready', value: result.value }
    : { kind: 'failed', failure: result.failure };
}
