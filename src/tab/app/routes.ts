/** The pages of the app, by path. */
export type Route =
  | { readonly kind: 'guidance' }
  | { readonly kind: 'panel' }
  | { readonly kind: 'stage' }
  | { readonly kind: 'configure' }
  | { readonly kind: 'briefings' }
  | { readonly kind: 'register' }
  | { readonly kind: 'me'; readonly token: string }
  | { readonly kind: 'team'; readonly token: string }
  | { readonly kind: 'unknown' };

const TAB_PAGES = ['guidance', 'panel', 'stage', 'configure', 'briefings'] as const;

/** The page that a path names. */
export function routeOf(path: string): Route {
  const [first, second, ...rest] = path.split('/').filter((part) => part !== '');
  if (rest.length > 0) return { kind: 'unknown' };
  if (first === 'register' && second === undefined) return { kind: 'register' };
  if ((first === 'me' || first === 'team') && second !== undefined) return { kind: first, token: second };
  if (first !== 'tab') return { kind: 'unknown' };
  if (second === undefined || second === 'index.html') return { kind: 'guidance' };
  const page = TAB_PAGES.find((name) => name === second);
  return page ? { kind: page } : { kind: 'unknown' };
}
