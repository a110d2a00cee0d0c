import { sql } from 'kysely';
import type { Db } from '../../adapters/postgres/database.js';
import { PREPARED } from '../../adapters/postgres/prepared.js';
import { together } from '../../adapters/postgres/together.js';
import type { Identity, Person } from '../../domain/shared/person.js';
import { keyOf } from './identities.postgres.js';
import { personOf, type PersonRow } from './people-rows.postgres.js';
import type { PeopleStore } from './ports.js';

/** Finds living people with their roles as they are now; those who come at the same time are looked up together. */
export const findTogether = (db: Db): PeopleStore['find'] =>
  together((lists: readonly (readonly Identity[])[]) => findAll(db, lists));

/** For each list the person whom its first known identity names; the account's own tenant comes before `*`. */
async function findAll(
  db: Db,
  lists: readonly (readonly Identity[])[],
): Promise<readonly (Person | undefined)[]> {
  const wanted = lists.flatMap((identities, list) =>
    identities.map((identity, place) => ({ list, place, ...keyOf(identity) })),
  );
  const { rows } = await sql<PersonRow & { list: number }>`${sql.raw(PREPARED)}
    select distinct on (wanted.list) wanted.list, people.id, people.name, people.email, people.audience,
      people.language, people.area_kind, people.area_name, people.force, people.region, people.vetted,
      (select json_agg(json_build_object('role', role, 'region', region, 'force', force, 'team', team))
        from roles where roles.person_id = people.id) as roles,
      (select json_agg(value) from identities
        where identities.person_id = people.id and identities.kind = 'email') as addresses
    from json_to_recordset(${JSON.stringify(wanted)}::json)
      as wanted (list integer, place integer, kind text, tenant text, value text)
    join identities on identities.kind = wanted.kind and identities.value = wanted.value
      and (wanted.tenant = '*' or identities.tenant in (wanted.tenant, '*'))
    join people on people.id = identities.person_id and people.erased_at is null
    order by wanted.list, wanted.place, identities.tenant <> wanted.tenant`.execute(db);
  const found = new Map(rows.map((row) => [row.list, personOf(row)]));
  return lists.map((_identities, list) => found.get(list));
}
