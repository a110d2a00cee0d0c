import { sql, type Selectable } from 'kysely';
import { transact, type Database, type Tx } from '../../adapters/postgres/database.js';
import type { PeopleTable, RolesTable } from '../../adapters/postgres/tables.js';
import type { Audience } from '../../domain/shared/audience.js';
import { brand, type ForceId, type PersonId, type TeamId } from '../../domain/shared/ids.js';
import type { Identity, Language, Person, PersonArea, Role, RoleGrant } from '../../domain/shared/person.js';
import type { Ids, RecordEntry } from '../../domain/shared/ports.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import { erasePerson } from './erase-person.postgres.js';
import type { Holdings, NewPerson, PeopleStore, PersonChange } from './ports.js';

type Row = Selectable<PeopleTable> & {
  roles: Pick<Selectable<RolesTable>, 'role' | 'region' | 'force' | 'team'>[] | null;
  addresses: string[] | null;
};

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
    async find(identities) {
      for (const identity of identities) {
        const { kind, tenant, value } = keyOf(identity);
        const row = await selectPeople(db)
          .innerJoin('identities', 'identities.person_id', 'people.id')
          .where('identities.kind', '=', kind)
          .where('identities.value', '=', value)
          .where(fitsTenant(tenant))
          .where('people.erased_at', 'is', null)
          .orderBy(sql`identities.tenant <> ${tenant}`) // the account's own tenant comes first
          .executeTakeFirst();
        if (row) return personOf(row);
      }
      return undefined;
    },
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
        Row['roles']
      >`(select json_agg(json_build_object('role', role, 'region', region, 'force', force, 'team', team))
        from roles where roles.person_id = people.id)`.as('roles'),
    )
    .select(
      sql<Row['addresses']>`(select json_agg(value) from identities
        where identities.person_id = people.id and identities.kind = 'email')`.as('addresses'),
    );

function personOf(row: Row): Person {
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

const grantColumns = (grant: RoleGrant) => ({
  role: grant.role,
  region: grant.region ?? null,
  force: grant.force ?? null,
  team: grant.team ?? null,
});

function keyOf(identity: Identity): { kind: string; tenant: string; value: string } {
  if (identity.kind === 'entra')
    return { kind: 'entra', tenant: identity.tenant, value: identity.objectId.toLowerCase() };
  if (identity.kind === 'channel') return { kind: 'channel', tenant: '', value: identity.id };
  return { kind: 'email', tenant: '', value: identity.address.toLowerCase() };
}

/** The tenant `*` stands for any: the operator of a trial names an object id alone, before or after its owner came. */
const fitsTenant = (tenant: string) =>
  sql<boolean>`(${tenant} = '*' or identities.tenant in (${tenant}, '*'))`;

/** Two first messages at once must not make two people: both wait on the same keys, in the same order. */
async function lockIdentities(tx: Tx, identities: readonly Identity[]): Promise<void> {
  const keys = identities.map((identity) => JSON.stringify({ ...keyOf(identity), tenant: '' })).sort();
  for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7))`.execute(tx);
}

async function knownPerson(tx: Tx, identities: readonly Identity[]): Promise<PersonId | undefined> {
  for (const identity of identities) {
    const { kind, tenant, value } = keyOf(identity);
    const row = await tx
      .selectFrom('identities')
      .select('person_id')
      .where('kind', '=', kind)
      .where('value', '=', value)
      .where(fitsTenant(tenant))
      .orderBy(sql`identities.tenant <> ${tenant}`)
      .executeTakeFirst();
    if (row && (await holdLive(tx, row.person_id))) return brand<PersonId>(row.person_id);
  }
  return undefined;
}

/** Keeps a person from being erased until commit; false when that has happened already. */
async function holdLive(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('people')
    .select('erased_at')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  return row?.erased_at === null;
}

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

/** Whom an identity names: an address that is somebody else's proves nothing about a second person. */
async function ownerOf(
  tx: Tx,
  { kind, tenant, value }: { kind: string; tenant: string; value: string },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identities')
    .select('person_id')
    .where('kind', '=', kind)
    .where('tenant', '=', tenant)
    .where('value', '=', value)
    .executeTakeFirst();
  return row?.person_id;
}

async function vetByDomain(tx: Tx, id: PersonId, email: string): Promise<void> {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  const trusted = await tx
    .selectFrom('trusted_domains')
    .select('domain')
    .where('domain', '=', domain)
    .executeTakeFirst();
  if (trusted) await tx.updateTable('people').set({ vetted: true }).where('id', '=', id).execute();
}

async function joinIdentities(tx: Tx, id: PersonId, identities: readonly Identity[]): Promise<void> {
  for (const identity of identities) {
    const key = keyOf(identity);
    await tx
      .insertInto('identities')
      .values({ ...key, person_id: id })
      .onConflict((on) => on.doNothing())
      .execute();
    if (identity.kind === 'email' && (await ownerOf(tx, key)) === id)
      await vetByDomain(tx, id, identity.address);
  }
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
