import {
  SignJWT,
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type CryptoKey,
  type JSONWebKeySet,
} from 'jose';
import type { ConnectorKeys } from '../../src/bot/guard.js';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const SERVICE_URL = 'https://smba.trafficmanager.net/uk/';

/** A Bot Connector of our own: its key pair, its published keys, and tokens as it would sign them. */
export interface Connector {
  readonly keys: ConnectorKeys;
  readonly publicPem: string;
  /** A token like the Connector's, changed by what is given; times are seconds from now. */
  token(changes?: TokenChanges): Promise<string>;
}

export interface TokenChanges {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string | null;
  readonly expiresIn?: number | null;
  readonly validIn?: number;
  readonly kid?: string;
  readonly key?: CryptoKey;
}

export async function connector(endorsements: readonly string[] = ['msteams']): Promise<Connector> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const set = {
    keys: [{ ...(await exportJWK(publicKey)), kid: 'connector', alg: 'RS256', use: 'sig', endorsements }],
  } as unknown as JSONWebKeySet;
  return {
    keys: { key: createLocalJWKSet(set), set: () => set },
    publicPem: await exportSPKI(publicKey),
    token: (changes = {}) => sign(privateKey, changes),
  };
}

/** Another key pair, for tokens that somebody else signed. */
export const stranger = async (): Promise<CryptoKey> => (await generateKeyPair('RS256')).privateKey;

function sign(
  privateKey: CryptoKey,
  { issuer, audience, serviceUrl, expiresIn, validIn, kid, key }: TokenChanges,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = serviceUrl === null ? {} : { serviceurl: serviceUrl ?? SERVICE_URL };
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: kid ?? 'connector' })
    .setIssuer(issuer ?? 'https://api.botframework.com')
    .setAudience(audience ?? APP_ID)
    .setNotBefore(now + (validIn ?? -60));
  if (expiresIn !== null) token.setExpirationTime(now + (expiresIn ?? 3600));
  return token.sign(key ?? privateKey);
}

/** A message as Teams posts it. */
export const activity = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  text: 'help',
  from: { id: '29:someone' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:conversation' },
  ...changes,
});
