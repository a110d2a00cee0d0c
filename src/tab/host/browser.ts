import type { ThemeName } from './host.js';

/** True when a parent frame or an opener could be a Teams host. */
export const isFramed = (): boolean => window.parent !== window.self || window.opener !== null;

export const currentPath = (): string => window.location.pathname;
export const currentOrigin = (): string => window.location.origin;
export const browserLocale = (): string => window.navigator.language;

export const readQuery = (name: string): string | null =>
  new URLSearchParams(window.location.search).get(name);

/** Puts a query parameter into the address, as a new step of the history; null takes it out. */
export function writeQuery(name: string, value: string | null): void {
  const url = new URL(window.location.href);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  window.history.pushState(null, '', url);
}

/** Calls back when the reader goes back or forward; the returned function ends that. */
export function onHistory(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  return () => {
    window.removeEventListener('popstate', listener);
  };
}

export function reloadPage(): void {
  window.location.reload();
}

export function scrollToTop(): void {
  window.scrollTo({ top: 0 });
}

/** Copies text; false where the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await window.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Offers a file for saving. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

export function setDocumentLanguage(language: 'en' | 'cy'): void {
  document.documentElement.lang = language === 'cy' ? 'cy' : 'en-GB';
}

/** Colours the page behind the app; the scheme is also that of scroll bars and form controls. */
export function setPageColours(background: string, scheme: string): void {
  document.body.style.background = background;
  document.documentElement.style.colorScheme = scheme;
}

const DARK = '(prefers-color-scheme: dark)';

/** The theme the reader's system asks for. */
export function systemTheme(): ThemeName {
  return window.matchMedia(DARK).matches ? 'dark' : 'light';
}

/** Calls back when the reader's system changes its colours; the returned function ends that. */
export function onSystemTheme(listener: (theme: ThemeName) => void): () => void {
  const query = window.matchMedia(DARK);
  const tell = (): void => {
    listener(systemTheme());
  };
  query.addEventListener('change', tell);
  return () => {
    query.removeEventListener('change', tell);
  };
}

/** Puts the keyboard on an element, for example a heading that has just appeared. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
