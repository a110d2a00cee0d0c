import type { Identity, Person } from '../../domain/shared/person.js';
import type { Clock } from '../../domain/shared/ports.js';
import type { NewPerson, PeopleStore } from './ports.js';

/** An account at some door: what it says of itself. */
export interface Account {
  readonly channelId?: string;
  readonly tenant?: string;
  readonly objectId?: string;
  readonly name: string;
}

/**
 * The person behind an account. Somebody new is taken down as an attendee; `mail` is asked for their address then and
 * only then, and joins them to the person who registered with it on the web.
 */
export const recognisePerson =
  (people: PeopleStore, clock: Clock) =>
  async (account: Account, mail: () => Promise<string | undefined>): Promise<Person> => {
    const identities = identitiesOf(account);
    const known = await people.find(identities);
    if (known) return known;
    const email = (await mail())?.toLowerCase();
    const address: readonly Identity[] = email ? [{ kind: 'email', address: email }] : [];
    const person: NewPerson = {
      name: account.name || 'A Teams user',
      audience: 'other',
      language: 'en',
      ...(email ? { email } : {}),
    };
    return people.takeDown(person, [...identities, ...address], clock.now());
  };

function identitiesOf({ tenant, objectId, channelId }: Account): readonly Identity[] {
  return [
    ...(objectId ? [{ kind: 'entra' as const, tenant: tenant ?? '', objectId }] : []),
    ...(channelId ? [{ kind: 'channel' as const, id: channelId }] : []),
  ];
}
