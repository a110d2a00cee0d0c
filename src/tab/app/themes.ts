import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';
import type { ThemeName } from '../host/host.js';

/** Fluent's themes by our names: Teams' own inside Teams, the web's outside. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
  'teams-light': teamsLightTheme,
  'teams-dark': teamsDarkTheme,
  'teams-contrast': teamsHighContrastTheme,
};

/** The colour scheme of a theme; with the reader's own forced colours the system decides. */
export function schemeOf(name: ThemeName): string {
  if (name === 'contrast') return 'light dark';
  return name.endsWith('light') ? 'light' : 'dark';
}
