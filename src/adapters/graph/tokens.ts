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
  if (credential.kind === 'managed-identity') return managedIdentity(resource, credential.clientId);
  const application = new ConfidentialClientApplication({
    auth: { ...authorityOf(settings), clientId: settings.clientId, ...proofOf(credential) },
    ...(networkClient ? { system: { networkClient } } : {}),
  });
  return async () => {
    const result = await application.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
    if (!result) throw new Error('the identity platform gave no token');
    return result.accessToken;
  };
}

function managedIdentity(resource: string, clientId: string | undefined): TokenSource {
  const application = new ManagedIdentityApplication(
    clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } },
  );
  return async () => (await application.acquireToken({ resource })).accessToken;
}

/** An authority that Microsoft's own list does not hold must be named with host and port. */
function authorityOf({ authority, tenantId }: GraphSettings): {
  authority: string;
  knownAuthorities: string[];
} {
  const url = new URL(authority);
  if (url.protocol !== 'https:') throw new RangeError('GRAPH_AUTHORITY must start with https://');
  return { authority: `${url.origin}/${tenantId}`, knownAuthorities: [url.host] };
}

type Proof = Exclude<GraphSettings['credential'], { kind: 'managed-identity' }>;

function proofOf(credential: Proof): Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { privateKey, thumbprint, chain } = credential;
  return {
    clientCertificate: { privateKey, thumbprintSha256: thumbprint, ...(chain ? { x5c: chain } : {}) },
  };
}
