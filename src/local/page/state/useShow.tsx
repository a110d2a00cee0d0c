import { createContext, useContext, useEffect, useReducer, type ReactNode } from 'react';
import type { ShowEvent, ShownPerson } from '../../show/protocol.js';
import { EMPTY, reduce, type ShowState } from './show-state.js';

const ShowContext = createContext<ShowState>(EMPTY);

/** Follows the server's stream; a lost connection is taken up again by the browser and starts with a snapshot. */
export function ShowProvider({ children }: { readonly children: ReactNode }) {
  const [state, tell] = useReducer(reduce, EMPTY);
  useEffect(() => {
    const source = new EventSource('/local/api/events');
    source.onmessage = (message: MessageEvent<string>) => {
      tell(JSON.parse(message.data) as ShowEvent);
    };
    return () => {
      source.close();
    };
  }, []);
  return <ShowContext value={state}>{children}</ShowContext>;
}

export const useShow = (): ShowState => useContext(ShowContext);

const NOBODY: ShownPerson = {
  key: '',
  name: 'Nobody',
  caption: '',
  email: '',
  kind: 'anonymous',
  objectId: null,
  tenantId: '',
};

export const personOf = (state: ShowState, key: string): ShownPerson =>
  state.people.find((one) => one.key === key) ?? NOBODY;
