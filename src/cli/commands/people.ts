import { FORCES } from '../../adapters/policing/area-directory.js';
import { brand, type ForceId } from '../../domain/shared/ids.js';
import { ROLES, type Role, type RoleGrant } from '../../domain/shared/person.js';
import { findRegion, REGIONS } from '../../domain/shared/region.js';
import { peopleStore } from '../../features/people/people-store.postgres.js';
import { identityOf } from '../identity-option.js';
import { CommandFault, type ExitStatus, type Io } from '../io.js';
import type { Desk } from '../store.js';

export interface RoleOptions {
  readonly identity: string;
  readonly role: string;
  readonly region?: string;
  readonly force?: string;
  readonly name?: string;
}

/** Other words that people use for a role. */
const ROLE_WORDS: Readonly<Record<string, Role>> = {
  lead: 'regional-lead',
  'national-coordinator': 'coordinator',
  'local-policing': 'local-team',
  'local-policing-team': 'local-team',
  inspector: 'local-team',
  adviser: 'local-team',
};

/** `people grant`: takes the person down if they are new, and gives the role. */
export async function grantRole(desk: Desk, options: RoleOptions, io: Io): Promise<ExitStatus> {
  const identity = identityOf('--identity', options.identity, desk.homeTenant);
  const grant = grantOf(options);
  const people = peopleStore(desk.database, desk.ids);
  const now = desk.clock.now();
  const email = identity.kind === 'email' ? { email: identity.address } : {};
  const newcomer = {
    name: options.name ?? options.identity,
    audience: 'other',
    language: 'en',
    ...email,
  } as const;
  const person = (await people.find([identity])) ?? (await people.takeDown(newcomer, [identity], now));
  const outcome = await people.grant(person.id, grant, 'system', now);
  if (grant.role === 'regional-lead' && !grant.region)
    io.err('Note: without --region this person leads every region.');
  io.err(
    outcome === 'granted'
      ? `Granted ${describe(grant)}.`
      : `Nothing to do: ${describe(grant)} is held already.`,
  );
  io.out(JSON.stringify({ person: person.id, outcome, ...grant }));
  return 0;
}

/** `people revoke`: takes the role back. */
export async function revokeRole(desk: Desk, options: RoleOptions, io: Io): Promise<ExitStatus> {
  const identity = identityOf('--identity', options.identity, desk.homeTenant);
  const grant = grantOf(options);
  const people = peopleStore(desk.database, desk.ids);
  const person = await people.find([identity]);
  if (!person)
    throw new CommandFault('Nobody of that identity is known. Check the object id or mail address.');
  const revoked = await people.revoke(person.id, grant, 'system', desk.clock.now());
  io.err(revoked > 0 ? `Revoked ${describe(grant)}.` : `Nothing to do: ${describe(grant)} is not held.`);
  io.out(JSON.stringify({ person: person.id, revoked, ...grant }));
  return 0;
}

/** The role that the options name. Throws before the database is opened. */
export function grantOf({ role, region, force }: RoleOptions): RoleGrant {
  const word = role
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const found = ROLES.find((entry) => entry === word) ?? ROLE_WORDS[word];
  if (!found) throw new CommandFault(`--role must be one of ${ROLES.join(', ')}, not "${role}".`, 2);
  const place = region === undefined ? undefined : findRegion(region);
  if (region !== undefined && !place) {
    throw new CommandFault(
      `--region must be one of ${REGIONS.map((entry) => entry.id).join(', ')}, not "${region}".`,
      2,
    );
  }
  if (force !== undefined && !FORCES.some((entry) => entry.id === force)) {
    throw new CommandFault(`--force must be a force's id such as greater-manchester, not "${force}".`, 2);
  }
  return {
    role: found,
    ...(place ? { region: place.id } : {}),
    ...(force ? { force: brand<ForceId>(force) } : {}),
  };
}

const describe = (grant: RoleGrant): string =>
  [grant.role, grant.region && `for ${grant.region}`, grant.force && `in ${grant.force}`]
    .filter(Boolean)
    .join(' ');
