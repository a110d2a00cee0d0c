import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';

/** Issuer and keys of the Bot Connector. Constants: a setting for them would be a way round sign-in. */
const CONNECTOR_ISSUER = 'https://api.botframework.com';
const CONNECTOR_KEYS = 'https://login.botframework.com/v1/.well-known/keys';
/** Clocks may differ by five minutes, as the Bot Framework allows. */
const TOLERANCE_SECONDS = 300;
/** Hosts of the Bot Connector that Teams uses, and nothing else. */
const CONNECTOR_HOSTS = [
  /^smba\.trafficmanager\.net$/,
  /^smba\.[a-z0-9-]+\.trafficmanager\.net$/,
  /\.botframework\.com$/,
  /^smba\.infra\.[a-z0-9.-]+\.microsoft\.com$/,
];

/** The signing keys of the Connector and the channels that each may speak for. */
export interface ConnectorKeys {
  readonly key: JWTVerifyGetKey;
  /** The key set as fetched, with its `endorsements`. */
  readonly set: () => JSONWebKeySet | undefined;
}

const target = z.object({ serviceUrl: z.string().min(1), channelId: z.literal('msteams') });
const claims = z.object({ serviceurl: z.string().min(1) });

/** Everything that is not plainly a signed request of the Connector to this bot: one answer, 401 with no body. */
export type Admission =
  { readonly kind: 'admitted' } | { readonly kind: 'refused'; readonly because: string };

/** Lets a request through to the bot, in two steps so that nothing unsigned is ever parsed. */
export interface Guard {
  /** Looks at the headers and the peer alone. The token's claims are kept for `checkBody`. */
  checkHeaders(request: {
    authorization: string | undefined;
    peer: string | undefined;
    host: string | undefined;
  }): Promise<Admission & { readonly token?: VerifiedToken }>;
  /** Looks at where the activity wants its answer sent. */
  checkBody(body: unknown, token: VerifiedToken | undefined): Admission;
}

export interface VerifiedToken {
  readonly serviceUrl: string;
  readonly endorsements: readonly string[];
}

/** The public keys of the Bot Connector, fetched when first needed and kept as their headers say. */
export function connectorKeys(): ConnectorKeys {
  const remote = createRemoteJWKSet(new URL(CONNECTOR_KEYS), {
    timeoutDuration: 3_000,
    cooldownDuration: 5_000,
  });
  return { key: remote, set: () => remote.jwks() };
}

const refused = (because: string): { kind: 'refused'; because: string } => ({ kind: 'refused', because });

/** The guard of production mode. `because` is for the log: it never reaches the caller. */
export function connectorGuard(appId: string, keys: ConnectorKeys): Guard {
  return {
    async checkHeaders({ authorization }) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
      if (token === undefined) return refused('no bearer token');
      try {
        const { payload } = await jwtVerify(token, keys.key, {
          algorithms: ['RS256'],
          issuer: CONNECTOR_ISSUER,
          audience: appId,
          clockTolerance: TOLERANCE_SECONDS,
          requiredClaims: ['exp', 'nbf'],
        });
        const { serviceurl } = claims.parse(payload);
        return {
          kind: 'admitted',
          token: { serviceUrl: serviceurl, endorsements: endorsementsOf(token, keys.set()) },
        };
      } catch (cause) {
        return refused(cause instanceof Error ? cause.name : 'token not valid');
      }
    },
    checkBody(body, token) {
      const activity = target.safeParse(body);
      if (!activity.success || token === undefined) return refused('activity names no service of Teams');
      const { serviceUrl, channelId } = activity.data;
      if (!sameUrl(serviceUrl, token.serviceUrl)) return refused('serviceUrl differs from the token');
      if (!isConnectorHost(serviceUrl)) return refused('serviceUrl is no host of the Connector');
      if (!token.endorsements.includes(channelId)) return refused('the key may not speak for this channel');
      return { kind: 'admitted' };
    },
  };
}

/** The guard of local mode: this machine only, and answers go to this machine only. */
export function loopbackGuard(isLoopback: (host: string) => boolean): Guard {
  return {
    checkHeaders({ peer, host }) {
      const address = (peer ?? '').replace(/^::ffff:/, '');
      const name = (host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
      const admitted = isLoopback(address) && isLoopback(name);
      return Promise.resolve(admitted ? { kind: 'admitted' } : refused('not from this machine'));
    },
    checkBody(body) {
      const activity = target.safeParse(body);
      if (!activity.success) return refused('activity names no service of Teams');
      const url = URL.parse(activity.data.serviceUrl);
      const local =
        url !== null && url.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
      return local ? { kind: 'admitted' } : refused('serviceUrl is not on this machine');
    },
  };
}

function endorsementsOf(token: string, set: JSONWebKeySet | undefined): readonly string[] {
  const { kid } = decodeProtectedHeader(token);
  const key = set?.keys.find((entry) => entry.kid === kid) as { readonly endorsements?: unknown } | undefined;
  return z.array(z.string()).catch([]).parse(key?.endorsements);
}

const sameUrl = (a: string, b: string): boolean => a.replace(/\/+$/, '') === b.replace(/\/+$/, '');

function isConnectorHost(serviceUrl: string): boolean {
  const url = URL.parse(serviceUrl);
  return url !== null && url.protocol === 'https:' && CONNECTOR_HOSTS.some((host) => host.test(url.hostname));
}
