import { forceLine, type ContactLine } from '../../domain/guidance/contacts.js';
import type { AreaDirectory, Force } from '../../domain/routing/area-directory.js';
import { teamFor } from '../../domain/routing/team.js';
import type { ForceId, TeamId } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { mayCoordinate } from '../../domain/shared/policy.js';
import { REGIONS } from '../../domain/shared/region.js';
import { plusMinutes, type Instant } from '../../domain/shared/time.js';
import type { ForceContacts, ForceLoad, ReferralDetails, ReferralStore } from './ports.js';

interface SeePorts {
  readonly store: ReferralStore;
  readonly forces: Pick<AreaDirectory, 'force'>;
}

const THIRTY_DAYS = 30 * 24 * 60;

/** The referrals of one local team: the open ones, and those that ended in the last thirty days. */
export const listTeamReferrals =
  ({ store }: SeePorts) =>
  async ({
    team,
    now,
  }: {
    readonly team: TeamId;
    readonly now: Instant;
  }): Promise<{
    readonly teamName: string;
    readonly referrals: readonly ReferralDetails[];
  }> => ({
    teamName: await store.teamNamed(team),
    referrals: await store.listOfTeam(team, plusMinutes(now, -THIRTY_DAYS)),
  });

export type MyTeam =
  | {
      readonly kind: 'team';
      readonly teamName: string;
      readonly force: Force;
      readonly line: ContactLine;
      readonly referrals: readonly ReferralDetails[];
    }
  /** Their area is not known yet. */
  | { readonly kind: 'no-area' };

/** Who a person's local team is, how to reach it, and how their own referrals stand. */
export const showMyTeam =
  ({ store, forces }: SeePorts) =>
  async ({ person }: { readonly person: Person }): Promise<MyTeam> => {
    if (!person.area) return { kind: 'no-area' };
    const force = forces.force(person.area.force);
    const teamName = await store.teamNamed(teamFor(person.area.force, person.audience));
    return {
      kind: 'team',
      teamName,
      force,
      line: forceLine(force),
      referrals: await store.listOfPerson(person.id),
    };
  };

/** The forces a lead answers for: their own regions', or all for the coordinator. */
export function forcesOf(person: Person): readonly ForceId[] {
  const leads = person.roles.filter(({ role }) => role === 'regional-lead');
  const everywhere = mayCoordinate(person) || leads.some(({ region }) => region === undefined);
  return REGIONS.filter(({ id }) => everywhere || leads.some(({ region }) => region === id)).flatMap(
    ({ forces }) => forces,
  );
}

/** How the forces of a lead stand with their referrals: counts alone. */
export const countReferrals =
  ({ store }: SeePorts) =>
  async ({
    person,
    now,
  }: {
    readonly person: Person;
    readonly now: Instant;
  }): Promise<readonly ForceLoad[]> => {
    const forces = forcesOf(person);
    return inOrder(forces, await store.loads(forces, now), (force) => ({
      force,
      open: 0,
      acknowledgeLate: 0,
      contactLate: 0,
    }));
  };

/** How many people of each force have heard from their local team: counts alone. */
export const countContacts =
  ({ store }: SeePorts) =>
  async ({ person }: { readonly person: Person }): Promise<readonly ForceContacts[]> => {
    const forces = forcesOf(person);
    return inOrder(forces, await store.contacts(forces), (force) => ({ force, withContact: 0, without: 0 }));
  };

const inOrder = <Row extends { readonly force: ForceId }>(
  forces: readonly ForceId[],
  rows: readonly Row[],
  none: (force: ForceId) => Row,
): readonly Row[] => forces.map((force) => rows.find((row) => row.force === force) ?? none(force));
