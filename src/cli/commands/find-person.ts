import { sql } from 'kysely';
import { brand, type PersonId } from '../../domain/shared/ids.js';
import { CommandFault } from '../io.js';
import type { Desk } from '../store.js';

/**
 * The person of a mail address: whoever has proven it, else the one who gave it as theirs. Where several gave it, none
 * of them is meant for certain.
 */
export async function personOfAddress({ database: { db } }: Desk, typed: string): Promise<PersonId> {
  const address = typed.trim().toLowerCase();
  const proven = await db
    .selectFrom('identities')
    .select('person_id')
    .where('kind', '=', 'email')
    .where('value', '=', address)
    .executeTakeFirst();
  if (proven) return brand<PersonId>(proven.person_id);
  const claimed = await db
    .selectFrom('people')
    .select('id')
    .where(sql<boolean>`lower(email) = ${address}`)
    .where('erased_at', 'is', null)
    .execute();
  const [only] = claimed;
  if (!only) throw new CommandFault('Nobody of that address is known; nothing was done.');
  if (claimed.length > 1) {
    throw new CommandFault(
      `${String(claimed.length)} people have given that address and none has proven it, so it is not certain who is meant; nothing was done. Ask the person to use “forget me” or their personal link.`,
    );
  }
  return brand<PersonId>(only.id);
}
