import { createContext, useContext } from 'react';
import type { Host } from './host.js';

const HostContext = createContext<Host | null>(null);
export const HostProvider = HostContext.Provider;

/** Where the app runs. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('useHost is called outside HostProvider');
  return host;
}
