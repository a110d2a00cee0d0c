import { sql } from 'kysely';
import { transact, type Database, type Tx } from '../../adapters/postgres/database.js';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import type { Person, RoleGrant } from '../../domain/shared/person.js';
import type { Ids, RecordEntry } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import { erasePerson } from './erase-person.postgres.js';
import { findTogether } from './find-people.postgres.js';
import { joinIdentities, holdLive, knownPerson, lockIdentities } from './identities.postgres.js';
import { personOf, type PersonRow } from './people-rows.postgres.js';
import type { Holdings, NewPerson, PeopleStore, PersonChange } from './ports.js';

const NOT_KNOWN = 'that person is not known any more';

/** People in PostgreSQL or the embedded engine. */
export function peopleStore(database: Database, ids: Ids): PeopleStore {
  const { db } = database;

  async function byId(id: string): Promise<Person | undefined> {
    const row = await selectPeople(db).where('people.id', '=', id).executeTakeFirst();
    return row && row.erased_at === null ? personOf(row) : undefined;
  }

  async function existing(id: PersonId): Promise<Person> {
    const person = await byId(id);
    if (!person) throw new Error(NOT_KNOWN);
    return person;
  }

  return {
    find: findTogether(db),
    get: byId,
    async takeDown(person, identities, at) {
      const id = await transact(database, async (tx) => {
        await lockIdentities(tx, identities);
        const known = await knownPerson(tx, identities);
        const personId = known ?? (await insertPerson(tx, brand<PersonId>(ids.uuid()), person, at));
        if (known && person.email) await giveAddress(tx, known, person.email);
        await joinIdentities(tx, personId, identities);
        const record: RecordEntry[] = known
          ? []
          : [{ subject: 'person', subjectId: personId, event: 'taken_down', actor: 'system', at }];
        return { result: personId, told: { record } };
      });
      return existing(brand<PersonId>(id));
    },
    async change(id, change) {
      await db
        .updateTable('people')
        .set(columnsOf(change))
        .where('id', '=', id)
        .where('erased_at', 'is', null)
        .execute();
      return existing(id);
    },
    grant: (id, grant, by, at) =>
      transact(database, async (tx) => {
        if (!(await holdLive(tx, id))) throw new Error(NOT_KNOWN);
        const row = { person_id: id, ...grantColumns(grant), granted_at: at };
        const added = await tx
          .insertInto('roles')
          .values(row)
          .onConflict((on) => on.doNothing())
          .returning('id')
          .executeTakeFirst();
        return added
          ? { result: 'granted' as const, told: { record: [roleEntry(id, 'granted', { grant, by, at })] } }
          : { result: 'held' as const };
      }),
    revoke: (id, grant, by, at) =>
      transact(database, async (tx) => {
        let removal = tx.deleteFrom('roles').where('person_id', '=', id).where('role', '=', grant.role);
        if (grant.region) removal = removal.where('region', '=', grant.region);
        if (grant.force) removal = removal.where('force', '=', grant.force);
        if (grant.team) removal = removal.where('team', '=', grant.team);
        const gone = await removal.returning('id').execute();
        const record = gone.length > 0 ? [roleEntry(id, 'revoked', { grant, by, at })] : [];
        return { result: gone.length, told: { record } };
      }),
    held: (id) => holdingsOf(database, id),
    erase: (id, at) =>
      transact(database, async (tx) => ({ result: undefined, told: await erasePerson(tx, id, at) })),
  };
}

const selectPeople = (db: Database['db']) =>
  db
    .selectFrom('people')
    .selectAll('people')
    .select(
      sql<
        PersonRow['roles']
      >`(select json_agg(json_build_object('role', role, 'region', region, 'force', force, 'team', team))
        from roles where roles.person_id = people.id)`.as('roles'),
    )
    .select(
      sql<PersonRow['addresses']>`(select json_agg(value) from identities
        where identities.person_id = people.id and identities.kind = 'email')`.as('addresses'),
    );

const grantColumns = (grant: RoleGrant) => ({
  role: grant.role,
  region: grant.region ?? null,
  force: grant.force ?? null,
  team: grant.team ?? null,
});

/** Somebody whom the operator took down by object id has no address until they come themselves. */
async function giveAddress(tx: Tx, id: PersonId, email: string): Promise<void> {
  await tx.updateTable('people').set({ email }).where('id', '=', id).where('email', 'is', null).execute();
}

async function insertPerson(tx: Tx, id: PersonId, person: NewPerson, at: Instant): Promise<PersonId> {
  await tx
    .insertInto('people')
    .values({
      id,
      name: person.name,
      email: person.email ?? null,
      audience: person.audience,
      language: person.language,
      area_kind: person.area?.kind ?? null,
      area_name: person.area?.name ?? null,
      force: person.area?.force ?? null,
      region: person.area?.region ?? null,
      created_at: at,
    })
    .execute();
  return id;
}

const columnsOf = ({ email, audience, language, area, vetted }: PersonChange) => ({
  ...(email !== undefined ? { email } : {}),
  ...(audience !== undefined ? { audience } : {}),
  ...(language !== undefined ? { language } : {}),
  ...(vetted !== undefined ? { vetted } : {}),
  ...(area !== undefined
    ? { area_kind: area.kind, area_name: area.name, force: area.force, region: area.region }
    : {}),
});

const roleEntry = (
  id: PersonId,
  event: string,
  { grant, by, at }: { grant: RoleGrant; by: PersonId | 'system'; at: Instant },
): RecordEntry => ({
  subject: 'role',
  subjectId: id,
  event,
  actor: by,
  at,
  data: grantColumns(grant),
});

async function holdingsOf({ db }: Database, id: PersonId): Promise<Holdings> {
  const count = (table: 'registrations' | 'questions' | 'referrals') =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow();
  const [registrations, questions, referrals] = await Promise.all([
    count('registrations'),
    count('questions'),
    count('referrals'),
  ]);
  return {
    registrations: Number(registrations.n),
    questions: Number(questions.n),
    referrals: Number(referrals.n),
  };
}
