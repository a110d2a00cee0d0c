import { createContext, useContext } from 'react';

export const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Says words to screen readers without moving the keyboard. */
export const useAnnounce = (): ((words: string) => void) => useContext(AnnounceContext);
