import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../../adapters/postgres/database.js';
import { brand, type PersonId, type TeamId } from '../../domain/shared/ids.js';
import type { Clock, Ids, Links } from '../../domain/shared/ports.js';
import { plusDays, type Instant, type LocalDate } from '../../domain/shared/time.js';
import type { TeamLinks } from './ports.js';

/** A personal link works for the year's programme and a little more; a team's for its response clock many times over. */
const DAYS = { me: 400, team: 60 } as const;
const KEY = 'link-signing-key';

export type Followed =
  { readonly kind: 'person'; readonly person: PersonId } | { readonly kind: 'team'; readonly team: TeamId };

export interface LinkStore extends Links, TeamLinks {
  /** Whom a link's token names; undefined when forged, expired or revoked. */
  follow(token: string): Promise<Followed | undefined>;
}

/** Links signed with a key that is made once and kept in the database: `<id>.<signature>`. */
export function linkStore({ db }: Database, ids: Ids, clock: Clock, publicUrl: string): LinkStore {
  let signingKey: Promise<Buffer> | undefined;

  async function loadKey(): Promise<Buffer> {
    const fresh = randomBytes(32).toString('base64url');
    await db
      .insertInto('secrets')
      .values({ name: KEY, value: fresh })
      .onConflict((on) => on.doNothing())
      .execute();
    const row = await db
      .selectFrom('secrets')
      .select('value')
      .where('name', '=', KEY)
      .executeTakeFirstOrThrow();
    return Buffer.from(row.value, 'base64url');
  }

  async function sign(id: string): Promise<string> {
    signingKey ??= loadKey();
    const key = await signingKey.catch((cause: unknown) => {
      signingKey = undefined; // the database may be back next time
      throw cause;
    });
    return createHmac('sha256', key).update(id).digest('base64url');
  }

  async function make(
    purpose: 'me' | 'team',
    owner: { person_id: string | null; team: string | null },
  ): Promise<string> {
    const now = clock.now();
    const known = await findLive(purpose, owner, now);
    const id = known ?? ids.uuid();
    if (!known) {
      const expires = `${plusDays(now.slice(0, 10) as LocalDate, DAYS[purpose])}T00:00:00.000Z`;
      await db
        .insertInto('links')
        .values({ id, purpose, ...owner, expires_at: expires, created_at: now })
        .execute();
    }
    return `${publicUrl}/${purpose}/${id}.${await sign(id)}`;
  }

  async function findLive(
    purpose: string,
    owner: { person_id: string | null; team: string | null },
    now: Instant,
  ): Promise<string | undefined> {
    const soon = `${plusDays(now.slice(0, 10) as LocalDate, 30)}T00:00:00.000Z`;
    const query = db
      .selectFrom('links')
      .select('id')
      .where('purpose', '=', purpose)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', new Date(soon));
    const owned = owner.person_id
      ? query.where('person_id', '=', owner.person_id)
      : query.where('team', '=', owner.team);
    return (await owned.executeTakeFirst())?.id;
  }

  return {
    personal: (person) => make('me', { person_id: person, team: null }),
    team: (team) => make('team', { person_id: null, team }),
    async follow(token) {
      const [id = '', signature = '', ...rest] = token.split('.');
      if (
        rest.length > 0 ||
        !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ||
        !same(signature, await sign(id))
      )
        return undefined;
      const row = await db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row || row.revoked_at !== null || row.expires_at.toISOString() <= clock.now()) return undefined;
      if (row.person_id) return { kind: 'person', person: brand<PersonId>(row.person_id) };
      return row.team ? { kind: 'team', team: brand<TeamId>(row.team) } : undefined;
    },
  };
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
