/** How the app proves who it is to the identity platform. */
export type GraphCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** PEM texts; `thumbprint` is the SHA-256 of the certificate, in hexadecimal. */
  | {
      readonly kind: 'certificate';
      readonly privateKey: string;
      readonly thumbprint: string;
      readonly chain?: string;
    }
  /** The managed identity of that client id (the system-assigned one without it) vouches for the app registration. */
  | { readonly kind: 'managed-identity'; readonly clientId?: string };

/** Where the calendar service is and which mailboxes it may use. */
export interface GraphPlace {
  /** Without the version: `https://graph.microsoft.com`. Plain http is for the loopback address only. */
  readonly baseUrl: string;
  /** The mailbox (address or object id) that holds a region's events; undefined when none is set. */
  readonly organiser: (region: string) => string | undefined;
}

export interface GraphSettings extends GraphPlace {
  /** `https://login.microsoftonline.com`, or another host that serves the same; https only. */
  readonly authority: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: GraphCredential;
}

/** Throws a `RangeError` that names the fault when a URL cannot be used. */
export function checkedBaseUrl(baseUrl: string): URL {
  const url = new URL(baseUrl);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new RangeError('GRAPH_BASE_URL must start with https:// (plain http only for this very machine)');
  }
  if (/\/(v1\.0|beta)\/?$/.test(url.pathname)) {
    throw new RangeError('GRAPH_BASE_URL must not hold the version: write https://graph.microsoft.com');
  }
  return url;
}
