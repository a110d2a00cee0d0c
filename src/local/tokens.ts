import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';

/** Whom a token speaks for. */
export interface TokenSubject {
  readonly objectId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly email: string;
}

/** Issues tab tokens with a key that lives as long as the process, and gives the keys to check them by. */
export interface LocalTokens {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: JSONWebKeySet;
  readonly issue: (subject: TokenSubject) => Promise<string>;
}

const KEY_ID = 'local';
const ALGORITHM = 'RS256';

/** `port` is the desk's own; tokens hold for an hour of real time and name the same claims as Entra's. */
export async function createLocalTokens(settings: { port: number; audience: string }): Promise<LocalTokens> {
  const keys = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicKey = { ...(await exportJWK(keys.publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' };
  const issuer = `http://127.0.0.1:${String(settings.port)}/local`;
  return {
    issuer,
    audience: settings.audience,
    jwks: { keys: [publicKey] },
    issue: (subject) =>
      new SignJWT({
        oid: subject.objectId,
        tid: subject.tenantId,
        name: subject.name,
        preferred_username: subject.email,
        scp: 'access_as_user',
        ver: '2.0',
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(settings.audience)
        .setSubject(subject.objectId)
        .setIssuedAt()
        .setNotBefore('0s')
        .setExpirationTime('1h')
        .sign(keys.privateKey),
  };
}
