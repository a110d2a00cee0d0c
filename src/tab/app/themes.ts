import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import type { ThemeName } from '../host/host.js';

/**
 * Fluent's themes by our names: Teams' own inside Teams, the web's outside. There a reader's forced colours replace
 * those of either theme, which is why there is no third.
 */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  'teams-light': teamsLightTheme,
  'teams-dark': teamsDarkTheme,
  'teams-contrast': teamsHighContrastTheme,
};

export const schemeOf = (name: ThemeName): 'light' | 'dark' => (name.endsWith('light') ? 'light' : 'dark');
