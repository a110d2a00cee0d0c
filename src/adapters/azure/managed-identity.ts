import { ManagedIdentityApplication } from '@azure/msal-node';

/** What Azure OpenAI takes tokens for. */
const RESOURCE = 'https://cognitiveservices.azure.com';

/** A token of the host's identity for Azure OpenAI, kept by the library until it expires; without an id the host's own. */
export function managedIdentityToken(clientId?: string): () => Promise<string> {
  const identity = new ManagedIdentityApplication(
    clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } },
  );
  return async () => (await identity.acquireToken({ resource: RESOURCE })).accessToken;
}
