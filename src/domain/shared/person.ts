import type { Audience } from './audience.js';
import type { ForceId, PersonId, TeamId } from './ids.js';
import type { RegionId } from './region.js';

export type Language = 'en' | 'cy';

/** What a person may do beyond attending; see `policy.ts`. */
export type Role = 'regional-lead' | 'presenter' | 'moderator' | 'local-team' | 'coordinator';

export const ROLES: readonly Role[] = [
  'regional-lead',
  'presenter',
  'moderator',
  'local-team',
  'coordinator',
];

/** A role, narrowed to a region, a force or one local team where that is given. */
export interface RoleGrant {
  readonly role: Role;
  readonly region?: RegionId;
  readonly force?: ForceId;
  readonly team?: TeamId;
}

/** The place that decides which force answers for a person. */
export interface PersonArea {
  readonly kind: 'postcode' | 'council' | 'constituency';
  readonly name: string;
  readonly force: ForceId;
  readonly region: RegionId;
}

/** Anyone known to the service. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** Where mail reaches the person, as they tell us; absent until then. Proves nothing. */
  readonly email?: string;
  /** Addresses proven to be theirs (by their tenant, or by a link that was mailed there), in lower case. */
  readonly addresses?: readonly string[];
  readonly audience: Audience;
  readonly language: Language;
  readonly area?: PersonArea;
  /** True for known invitees and trusted domains: their registrations need no approval. */
  readonly vetted: boolean;
  readonly roles: readonly RoleGrant[];
}

/** How a person is recognised at a door. */
export type Identity =
  | { readonly kind: 'entra'; readonly tenant: string; readonly objectId: string }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'email'; readonly address: string };
