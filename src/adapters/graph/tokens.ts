import {
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  type Configuration,
} from '@azure/msal-node';
import { checkedBaseUrl, type GraphSettings } from './settings.js';

/** A bearer token for the calendar service; throws when the identity platform gives none. */
export type TokenSource = () => Promise<string>;

/** How requests to the identity platform travel; only tests need another way than the default. */
export type NetworkClient = NonNullable<NonNullable<Configuration['system']>['networkClient']>;

/** Tokens by the credential of the settings, kept in memory until shortly before they expire. */
export function tokensFor(settings: GraphSettings, networkClient?: NetworkClient): TokenSource {
  const resource = checkedBaseUrl(settings.baseUrl).origin;
  const { credential } = settings;
  const application = new ConfidentialClientApplication({
    auth: { ...authorityOf(settings), clientId: settings.clientId, ...proofOf(credential) },
    ...systemOf(settings, networkClient),
  });
  return async () => {
    const result = await application.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
    if (!result) throw new Error('the identity platform gave no token');
    return result.accessToken;
  };
}

/** The library takes https authorities only; one on this very machine may speak plain http (a test double). */
function systemOf(
  { authority }: GraphSettings,
  networkClient: NetworkClient | undefined,
): Pick<Configuration, 'system'> {
  const { protocol, origin, host } = new URL(authority);
  if (networkClient) return { system: { networkClient } };
  return protocol === 'http:' ? { system: { networkClient: plainHttp(`https://${host}`, origin) } } : {};
}

function plainHttp(asked: string, meant: string): NetworkClient {
  const send = async (
    method: string,
    url: string,
    options?: { headers?: Record<string, string>; body?: string },
  ) => {
    const response = await fetch(url.replace(asked, meant), {
      method,
      ...(options?.headers ? { headers: options.headers } : {}),
      ...(options?.body ? { body: options.body } : {}),
      signal: AbortSignal.timeout(10_000),
    });
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as never,
      status: response.status,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

/** Where a test double on this machine takes its calls; it need not describe itself. */
const metadataOf = (place: string): string =>
  JSON.stringify({
    authorization_endpoint: `${place}/oauth2/v2.0/authorize`,
    token_endpoint: `${place}/oauth2/v2.0/token`,
    issuer: `${place}/v2.0`,
    jwks_uri: `${place}/discovery/v2.0/keys`,
  });

/** An authority that Microsoft's own list does not hold must be named with host and port. */
function authorityOf({ authority, tenantId }: GraphSettings): {
  authority: string;
  knownAuthorities: string[];
  authorityMetadata?: string;
} {
  const url = new URL(authority);
  const own = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !own) throw new RangeError('GRAPH_AUTHORITY must start with https://');
  const place = `https://${url.host}/${tenantId}`;
  return {
    authority: place,
    knownAuthorities: [url.host],
    ...(own ? { authorityMetadata: metadataOf(place) } : {}),
  };
}

type Proof = Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** What an app registration with a federated credential asks of the identity that vouches for it. */
const EXCHANGE = 'api://AzureADTokenExchange';

function proofOf(credential: GraphSettings['credential']): Proof {
  if (credential.kind === 'managed-identity') {
    const { clientId } = credential;
    const identity = new ManagedIdentityApplication(
      clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } },
    );
    return { clientAssertion: async () => (await identity.acquireToken({ resource: EXCHANGE })).accessToken };
  }
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { privateKey, thumbprint, chain } = credential;
  return {
    clientCertificate: { privateKey, thumbprintSha256: thumbprint, ...(chain ? { x5c: chain } : {}) },
  };
}
