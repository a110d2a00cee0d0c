import { useEffect, useState } from 'react';
import { connect } from '../host/connect.js';
import { setPageColours } from '../host/browser.js';
import type { Host, ThemeName } from '../host/host.js';
import { schemeOf, THEMES } from './themes.js';

export interface Connected {
  readonly host: Host;
  readonly theme: ThemeName;
}

/** The host and its theme, once the host has answered; the theme follows the host from then on. */
export function useConnection(): Connected | null {
  const [connected, setConnected] = useState<Connected | null>(null);
  useEffect(() => {
    let shown = true;
    const follow = (theme: ThemeName): void => {
      if (shown) setConnected((before) => (before ? { ...before, theme } : before));
    };
    void connect(follow).then((connection) => {
      if (shown) setConnected(connection);
    });
    return () => {
      shown = false;
    };
  }, []);

  const theme = connected?.theme;
  useEffect(() => {
    if (theme) setPageColours(THEMES[theme].colorNeutralBackground2, schemeOf(theme));
  }, [theme]);
  return connected;
}
