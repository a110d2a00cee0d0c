import { answer, refuse, type Answer } from './talk.js';

/** The only token that the stand-in takes. */
export const STAND_IN_TOKEN = 'stand-in-token';

/** What the identity platform answers: where its endpoints are, and a token for a secret that is not `wrong`. */
export function signInCall(
  method: string,
  path: string,
  context: { body: string; origin: string },
): Answer | undefined {
  const tenant = path.split('/')[1] ?? '';
  const { body, origin } = context;
  if (method === 'GET' && path.endsWith('/.well-known/openid-configuration')) {
    return answer(200, {
      issuer: `${origin}/${tenant}/v2.0`,
      authorization_endpoint: `${origin}/${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
    });
  }
  if (method !== 'POST' || !path.endsWith('/oauth2/v2.0/token')) return undefined;
  const form = new URLSearchParams(body);
  const refusal = SECRETS[form.get('client_secret') ?? ''];
  if (refusal) return { status: 401, body: { error: 'invalid_client', error_description: refusal } };
  if (form.get('grant_type') !== 'client_credentials')
    return refuse(400, 'invalid_request', 'client_credentials only');
  return answer(200, {
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: STAND_IN_TOKEN,
  });
}

/** Secrets that stand for a mistake. */
const SECRETS: Readonly<Record<string, string>> = {
  'a-secret-id':
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the client secret value, not the client secret ID.',
  'an-expired-secret': 'AADSTS7000222: The provided client secret keys are expired.',
};
