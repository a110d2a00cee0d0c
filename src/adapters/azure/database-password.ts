import { ManagedIdentityApplication } from '@azure/msal-node';

/** What Azure Database for PostgreSQL takes in the place of a password. */
const RESOURCE = 'https://ossrdbms-aad.database.windows.net';

/**
 * The password of a database that signs in by managed identity: a token, asked for at each new connection and kept by
 * the library until it expires. The driver asks for it only when the server wants a password.
 */
export function managedIdentityPassword(clientId: string): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
  });
  return async () => (await identity.acquireToken({ resource: RESOURCE })).accessToken;
}
