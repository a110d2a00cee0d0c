import { currentOrigin } from '../host/browser.js';

/** How requests say who is asking. */
export type Identity =
  { readonly kind: 'none' } | { readonly kind: 'link'; readonly token: string } | { readonly kind: 'teams' };

/** Gives the Authorization header, or null when there is nobody to speak for. Rejects when Teams gives no token. */
export function authoriser(identity: Identity): () => Promise<string | null> {
  if (identity.kind === 'link') return () => Promise.resolve(`Link ${identity.token}`);
  if (identity.kind === 'none') return () => Promise.resolve(null);
  return async () => {
    const { teamsToken } = await import('../host/teams.js');
    return `Bearer ${await teamsToken()}`;
  };
}

/** Where our own server answers. */
export const apiBase = (): string => `${currentOrigin()}/api/v1`;
