import { createContext, useContext } from 'react';

export type ThemeName = 'light' | 'dark' | 'contrast';

export const ThemeContext = createContext<ThemeName>('light');

export const useThemeName = (): ThemeName => useContext(ThemeContext);
