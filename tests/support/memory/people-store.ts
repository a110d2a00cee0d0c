import { randomUUID } from 'node:crypto';
import { brand, type PersonId } from '../../../src/domain/shared/ids.js';
import type { Identity, Person, RoleGrant } from '../../../src/domain/shared/person.js';
import type { RecordEntry } from '../../../src/domain/shared/ports.js';
import type { NewPerson, PeopleStore } from '../../../src/features/people/ports.js';

/** The store in memory, with what it told the record. */
export interface MemoryPeople extends PeopleStore {
  readonly record: RecordEntry[];
  readonly trustedDomains: string[];
  /** Whom a channel account names. */
  personOfChannel(id: string): PersonId | undefined;
  /** Told before somebody is erased. */
  readonly onErasing: ((person: PersonId) => void)[];
}

interface Kept {
  person: Person;
  erased: boolean;
}

const keyOf = (identity: Identity, tenant = identity.kind === 'entra' ? identity.tenant : ''): string => {
  if (identity.kind === 'entra') return `entra/${tenant}/${identity.objectId.toLowerCase()}`;
  return identity.kind === 'channel' ? `channel//${identity.id}` : `email//${identity.address.toLowerCase()}`;
};
const same = (a: RoleGrant, b: RoleGrant): boolean =>
  a.role === b.role && a.region === b.region && a.force === b.force && a.team === b.team;

export function memoryPeople(): MemoryPeople {
  const kept = new Map<PersonId, Kept>();
  const identities = new Map<string, PersonId>();
  const record: RecordEntry[] = [];
  const trustedDomains: string[] = [];
  const onErasing: ((person: PersonId) => void)[] = [];

  function ownerOf(identity: Identity): PersonId | undefined {
    const own = identities.get(keyOf(identity));
    if (own || identity.kind !== 'entra') return own;
    if (identity.tenant !== '*') return identities.get(keyOf(identity, '*'));
    return [...identities].find(
      ([key]) => key.startsWith('entra/') && key.endsWith(`/${identity.objectId.toLowerCase()}`),
    )?.[1];
  }
  const addressesOf = (id: PersonId): string[] =>
    [...identities]
      .filter(([key, owner]) => owner === id && key.startsWith('email/'))
      .map(([key]) => key.slice('email//'.length));
  const seen = (id: PersonId): Person | undefined => {
    const one = kept.get(id);
    if (!one || one.erased) return undefined;
    const addresses = addressesOf(id);
    return { ...one.person, ...(addresses.length > 0 ? { addresses } : {}) };
  };
  const live = (id: PersonId): Kept => {
    const one = kept.get(id);
    if (!one || one.erased) throw new Error('that person is not known any more');
    return one;
  };
  const alter = (id: PersonId, change: Partial<Person>): void => {
    const one = live(id);
    one.person = { ...one.person, ...change };
  };
  const lookUp = (all: readonly Identity[]): PersonId | undefined => {
    for (const identity of all) {
      const owner = ownerOf(identity);
      if (owner && seen(owner)) return owner;
    }
    return undefined;
  };

  function insert(person: NewPerson, at: RecordEntry['at']): PersonId {
    const id = brand<PersonId>(randomUUID());
    kept.set(id, { person: { ...person, id, vetted: false, roles: [] }, erased: false });
    record.push({ subject: 'person', subjectId: id, event: 'taken_down', actor: 'system', at });
    return id;
  }

  function join(id: PersonId, identity: Identity): void {
    const key = keyOf(identity);
    if (!identities.has(key)) identities.set(key, id);
    if (identity.kind !== 'email' || identities.get(key) !== id) return;
    if (trustedDomains.includes(identity.address.toLowerCase().split('@').at(-1) ?? ''))
      alter(id, { vetted: true });
  }

  const roleLine = (
    id: PersonId,
    event: string,
    grant: RoleGrant,
    by: PersonId | 'system',
    at: RecordEntry['at'],
  ): void =>
    void record.push({ subject: 'role', subjectId: id, event, actor: by, at, data: { role: grant.role } });

  return {
    record,
    trustedDomains,
    onErasing,
    personOfChannel: (id) => identities.get(keyOf({ kind: 'channel', id })),
    find: async (all) => {
      const id = lookUp(all);
      return id && seen(id);
    },
    get: async (id) => seen(id),
    async takeDown(person, all, at) {
      const known = lookUp(all);
      const id = known ?? insert(person, at);
      if (known && person.email && live(known).person.email === undefined)
        alter(known, { email: person.email });
      for (const identity of all) join(id, identity);
      return seen(id) as Person;
    },
    async change(id, change) {
      alter(id, change);
      return seen(id) as Person;
    },
    async grant(id, grant, by, at) {
      const { person } = live(id);
      if (person.roles.some((held) => same(held, grant))) return 'held';
      alter(id, { roles: [...person.roles, grant] });
      roleLine(id, 'granted', grant, by, at);
      return 'granted';
    },
    async revoke(id, grant, by, at) {
      const { person } = live(id);
      const fits = (held: RoleGrant): boolean =>
        held.role === grant.role &&
        (!grant.region || held.region === grant.region) &&
        (!grant.force || held.force === grant.force) &&
        (!grant.team || held.team === grant.team);
      const gone = person.roles.filter(fits).length;
      if (gone === 0) return 0;
      alter(id, { roles: person.roles.filter((held) => !fits(held)) });
      roleLine(id, 'revoked', grant, by, at);
      return gone;
    },
    held: async () => ({ registrations: 0, questions: 0, referrals: 0 }),
    async erase(id, at) {
      const one = kept.get(id);
      if (!one || one.erased) return;
      for (const tell of onErasing) tell(id);
      for (const [key, owner] of identities) if (owner === id) identities.delete(key);
      const { audience, language } = one.person;
      one.person = {
        id,
        name: 'A person who asked to be forgotten',
        audience,
        language,
        vetted: false,
        roles: [],
      };
      one.erased = true;
      record.push({ subject: 'person', subjectId: id, event: 'erased', actor: 'system', at });
    },
  };
}
