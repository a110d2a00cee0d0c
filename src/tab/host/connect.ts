import { browserLocale, isFramed, onSystemTheme, systemTheme } from './browser.js';
import { BROWSER_HOST, type Host, type ThemeName } from './host.js';

export interface Connection {
  readonly host: Host;
  readonly theme: ThemeName;
}

/**
 * Finds out where the app runs. Outside Teams, and in a frame where no host answers, it is a plain page; the Teams
 * library is loaded only in a frame.
 */
export async function connect(onTheme: (theme: ThemeName) => void): Promise<Connection> {
  if (isFramed()) {
    try {
      const { meetTeams } = await import('./teams.js');
      return await meetTeams(onTheme);
    } catch {
      // No host answered: the page is of use on its own.
    }
  }
  onSystemTheme(onTheme);
  return { host: { ...BROWSER_HOST, locale: browserLocale() }, theme: systemTheme() };
}
