import { sql } from 'kysely';
import type { Tx } from '../../adapters/postgres/tables.js';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import type { Identity } from '../../domain/shared/person.js';

/** How an identity stands in its table. */
export function keyOf(identity: Identity): { kind: string; tenant: string; value: string } {
  if (identity.kind === 'entra')
    return { kind: 'entra', tenant: identity.tenant, value: identity.objectId.toLowerCase() };
  if (identity.kind === 'channel') return { kind: 'channel', tenant: '', value: identity.id };
  return { kind: 'email', tenant: '', value: identity.address.toLowerCase() };
}

/** The tenant `*` stands for any: the operator of a trial names an object id alone, before or after its owner came. */
export const fitsTenant = (tenant: string) =>
  sql<boolean>`(${tenant} = '*' or identities.tenant in (${tenant}, '*'))`;

/** Two first messages at once must not make two people: both wait on the same keys, in the same order. */
export async function lockIdentities(tx: Tx, identities: readonly Identity[]): Promise<void> {
  const keys = identities.map((identity) => JSON.stringify({ ...keyOf(identity), tenant: '' })).sort();
  for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7))`.execute(tx);
}

/** The living person whom one of the identities names. */
export async function knownPerson(tx: Tx, identities: readonly Identity[]): Promise<PersonId | undefined> {
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

/** Whom an identity names: an address that is somebody else's proves nothing about a second person. */
export async function ownerOf(
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

export async function vetByDomain(tx: Tx, id: PersonId, email: string): Promise<void> {
  const domain = email.toLowerCase().split('@').at(-1) ?? '';
  const trusted = await tx
    .selectFrom('trusted_domains')
    .select('domain')
    .where('domain', '=', domain)
    .executeTakeFirst();
  if (trusted) await tx.updateTable('people').set({ vetted: true }).where('id', '=', id).execute();
}

export async function joinIdentities(tx: Tx, id: PersonId, identities: readonly Identity[]): Promise<void> {
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

/** Keeps a person from being erased until commit; false when that has happened already. */
export async function holdLive(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('people')
    .select('erased_at')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  return row?.erased_at === null;
}
