import type { Selectable } from 'kysely';
import type { PeopleTable, RolesTable } from '../../adapters/postgres/tables.js';
import type { Audience } from '../../domain/shared/audience.js';
import { brand, type ForceId, type PersonId, type TeamId } from '../../domain/shared/ids.js';
import type { Language, Person, PersonArea, Role, RoleGrant } from '../../domain/shared/person.js';
import type { RegionId } from '../../domain/shared/region.js';

/** A person's row with what belongs to them. */
export type PersonRow = Omit<Selectable<PeopleTable>, 'created_at' | 'erased_at'> & {
  readonly roles: readonly Pick<Selectable<RolesTable>, 'role' | 'region' | 'force' | 'team'>[] | null;
  readonly addresses: readonly string[] | null;
};

/** A row as a person. */
export function personOf(row: PersonRow): Person {
  return {
    id: brand<PersonId>(row.id),
    name: row.name,
    audience: row.audience as Audience,
    language: row.language as Language,
    vetted: row.vetted,
    roles: (row.roles ?? []).map(grantOf),
    ...(row.email ? { email: row.email } : {}),
    ...(row.addresses ? { addresses: row.addresses } : {}),
    ...(row.force && row.region && row.area_kind && row.area_name
      ? {
          area: {
            kind: row.area_kind as PersonArea['kind'],
            name: row.area_name,
            force: brand<ForceId>(row.force),
            region: row.region as RegionId,
          },
        }
      : {}),
  };
}

const grantOf = (row: {
  role: string;
  region: string | null;
  force: string | null;
  team: string | null;
}): RoleGrant => ({
  role: row.role as Role,
  ...(row.region ? { region: row.region as RegionId } : {}),
  ...(row.force ? { force: brand<ForceId>(row.force) } : {}),
  ...(row.team ? { team: brand<TeamId>(row.team) } : {}),
});
