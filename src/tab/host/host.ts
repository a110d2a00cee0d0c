export type ThemeName = 'light' | 'dark' | 'teams-light' | 'teams-dark' | 'teams-contrast';

/** Where the app runs. Everything in it is for display: identity comes from the token alone. */
export interface Host {
  readonly kind: 'teams' | 'browser';
  readonly frame: string;
  readonly meetingId: string | null;
  readonly subPageId: string | null;
  readonly locale: string;
  /** A Teams user who is not signed in: no token can be had. */
  readonly anonymous: boolean;
}

export const BROWSER_HOST: Omit<Host, 'locale'> = {
  kind: 'browser',
  frame: 'content',
  meetingId: null,
  subPageId: null,
  anonymous: false,
};

/** Teams' theme words in ours; a word we do not know is light. */
export function themeOfTeams(name: string): ThemeName {
  if (name === 'dark' || name === 'glass') return 'teams-dark';
  return name === 'contrast' ? 'teams-contrast' : 'teams-light';
}
