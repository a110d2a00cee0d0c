import type { ForceId, TeamId } from './ids.js';
import type { Person, Role, RoleGrant } from './person.js';
import type { RegionId } from './region.js';

const holds = (person: Person, role: Role, covers: (grant: RoleGrant) => boolean = () => true): boolean =>
  person.roles.some((grant) => grant.role === role && covers(grant));

/** Leads a region: its lead, or the national coordinator. */
export const mayLead = (person: Person, region: RegionId): boolean =>
  holds(person, 'regional-lead', (grant) => !grant.region || grant.region === region) ||
  mayCoordinate(person);

/** Leads at least one region. */
export const mayLeadSomewhere = (person: Person): boolean =>
  holds(person, 'regional-lead') || mayCoordinate(person);

/** Sees and works a briefing's queue: its named presenters, presenters and moderators of the region, its lead. */
export const mayPresent = (
  person: Person,
  briefing: { region: RegionId; presenters: readonly string[] },
): boolean =>
  (person.addresses ?? []).some((address) => briefing.presenters.includes(address)) ||
  holds(person, 'presenter', (grant) => grant.region === briefing.region) ||
  holds(person, 'moderator', (grant) => !grant.region || grant.region === briefing.region) ||
  mayLead(person, briefing.region);

/** Reads and works the referrals of a local team. */
export const mayHandle = (person: Person, referral: { force: ForceId; team: TeamId }): boolean =>
  holds(person, 'local-team', (grant) =>
    grant.team ? grant.team === referral.team : grant.force === undefined || grant.force === referral.force,
  );

/** Circulates statements, sees the whole, asks for quarterly returns. */
export const mayCoordinate = (person: Person): boolean => holds(person, 'coordinator');
