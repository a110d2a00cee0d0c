import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { TeamId } from '../domain/shared/ids.js';
import type { Person } from '../domain/shared/person.js';
import type { AnyRoute } from './kit.js';

/** What a valid tab token says of its bearer. */
export interface TabClaims {
  readonly tenant: string;
  readonly objectId: string;
  readonly name: string;
  readonly email?: string;
}

/** Checks the tab's single sign-on tokens. */
export interface TabTokens {
  /** The claims, or undefined for a token that does not hold. Never says why to the caller. */
  verify(token: string): Promise<TabClaims | undefined>;
}

/** What the server needs to know its callers. */
export interface IdentityPorts {
  readonly tabTokens: TabTokens;
  /** The person of those claims; somebody new is taken down as an attendee. */
  personOfTab(claims: TabClaims): Promise<Person>;
  /** The person or team that a signed link names; undefined when it has expired, was revoked or is not ours. */
  followLink(
    token: string,
  ): Promise<{ kind: 'person'; person: Person } | { kind: 'team'; team: TeamId } | undefined>;
}

export type Identified =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'team'; readonly team: TeamId }
  | { readonly kind: 'refused'; readonly code: 'unauthorised' | 'link_expired'; readonly message: string };

const NO_SIGN_IN = {
  kind: 'refused',
  code: 'unauthorised',
  message: 'Please sign in, or open the personal link from your mail.',
} as const;
const NO_LINK = {
  kind: 'refused',
  code: 'link_expired',
  message:
    'This link no longer works. Ask for a new one on the registration page; your registrations are kept.',
} as const;

/** Finds out who calls a route, from `Authorization: Bearer <tab token>` or `Authorization: Link <token>`. */
export async function identify(
  ports: IdentityPorts,
  caller: AnyRoute['caller'],
  authorization: string | undefined,
): Promise<Identified> {
  if (caller === 'public') return { kind: 'anyone' };
  const [scheme, token] = (authorization ?? '').split(' ', 2);
  if (!token) return NO_SIGN_IN;
  if (scheme === 'Link') {
    const found = await ports.followLink(token);
    if (!found || found.kind !== caller) return NO_LINK;
    return found;
  }
  if (scheme !== 'Bearer' || caller !== 'person') return NO_SIGN_IN;
  const claims = await ports.tabTokens.verify(token);
  return claims ? { kind: 'person', person: await ports.personOfTab(claims) } : NO_SIGN_IN;
}

const claimsShape = z.object({
  tid: z.string().min(1),
  oid: z.string().min(1),
  iss: z.string(),
  name: z.string().catch(''),
  preferred_username: z.email().optional().catch(undefined),
});

/** Tokens of Microsoft Entra for the tab's app id, from whichever tenant the person is at home in. */
export function entraTabTokens(authority: string, clientId: string): TabTokens {
  const keys = createRemoteJWKSet(new URL(`${authority}/common/discovery/v2.0/keys`), {
    timeoutDuration: 3_000,
  });
  return tabTokens({
    keys,
    audiences: [clientId, `api://${clientId}`],
    issuerOf: (tenant) => `${authority}/${tenant}/v2.0`,
    anyAudienceEnding: `/${clientId}`,
  });
}

/** Checks signature, algorithm, times, audience, and that issuer and tenant agree. */
export function tabTokens(options: {
  keys: JWTVerifyGetKey;
  audiences: readonly string[];
  issuerOf: (tenant: string) => string;
  /** `api://<domain>/<client id>`, the form that Teams asks for, names the domain too. */
  anyAudienceEnding?: string;
}): TabTokens {
  const fits = (audience: unknown): boolean =>
    typeof audience === 'string' &&
    (options.audiences.includes(audience) ||
      (options.anyAudienceEnding !== undefined &&
        audience.startsWith('api://') &&
        audience.endsWith(options.anyAudienceEnding)));
  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, options.keys, {
          algorithms: ['RS256'],
          clockTolerance: 60,
          requiredClaims: ['exp'],
        });
        const claims = claimsShape.parse(payload);
        if (!fits(payload.aud) || claims.iss !== options.issuerOf(claims.tid)) return undefined;
        return {
          tenant: claims.tid,
          objectId: claims.oid,
          name: claims.name,
          ...(claims.preferred_username ? { email: claims.preferred_username } : {}),
        };
      } catch {
        return undefined;
      }
    },
  };
}
