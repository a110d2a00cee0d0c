import { mayPresent } from '../../src/domain/shared/policy.js';
import type { PersonId } from '../../src/domain/shared/ids.js';
import type { PeopleStore } from '../../src/features/people/ports.js';
import { channel, email, entra, newcomer, noPerson, NOW, OLDHAM } from '../support/memory/people-builders.js';

export interface OpenPeople {
  readonly people: PeopleStore;
  trustDomain(domain: string): Promise<void>;
  /** The events on the record about a person, oldest first. */
  recordOf(person: PersonId): Promise<readonly string[]>;
}

/** What every form of the store of people does. */
export function describePeopleStore(name: string, open: () => Promise<OpenPeople>): void {
  describe(`people store: ${name}`, () => {
    let opened: OpenPeople;
    let people: PeopleStore;
    beforeAll(async () => {
      opened = await open();
      ({ people } = opened);
      await opened.trustDomain('council.test');
    });

    test('a person is recognised by each of their identities, whatever the case of ids and addresses', async () => {
      const [account, chat, mail] = [
        entra('0b9c6f7e-1d2a-4c55-9f10-2f6a5d9eabcd'),
        channel(),
        email('Case.Of@Example.org'),
      ];
      const person = await people.takeDown(
        newcomer({ email: 'case.of@example.org', area: OLDHAM }),
        [account, chat, mail],
        NOW,
      );
      expect(person).toMatchObject({
        name: 'Nia Newcomer',
        area: OLDHAM,
        vetted: false,
        roles: [],
        addresses: ['case.of@example.org'],
      });
      for (const identity of [
        entra('0B9C6F7E-1D2A-4C55-9F10-2F6A5D9EABCD'),
        chat,
        email('CASE.of@example.ORG'),
      ]) {
        expect(await people.find([identity])).toEqual(person);
      }
      expect(await people.get(person.id)).toEqual(person);
    });

    test('the same object id in another tenant is somebody else', async () => {
      const id = '11111111-2222-4333-8444-555555555555';
      const person = await people.takeDown(newcomer(), [entra(id)], NOW);
      expect(await people.find([entra(id, 'bbbbbbbb-1111-4111-8111-111111111111')])).toBeUndefined();
      expect((await people.find([entra(id)]))?.id).toBe(person.id);
    });

    test('a grant made without a tenant reaches who is known by that object id already', async () => {
      const id = '31111111-2222-4333-8444-555555555555';
      const known = await people.takeDown(newcomer(), [entra(id)], NOW);
      expect((await people.find([entra(id, '*')]))?.id).toBe(known.id);
      expect((await people.takeDown(newcomer(), [entra(id, '*')], NOW)).id).toBe(known.id);
    });

    test('a grant made without a tenant fits the account of whoever comes with that object id', async () => {
      const id = '21111111-2222-4333-8444-555555555555';
      const granted = await people.takeDown(newcomer({ name: 'By the operator' }), [entra(id, '*')], NOW);
      expect((await people.find([entra(id)]))?.id).toBe(granted.id);
      const again = await people.takeDown(newcomer(), [entra(id), channel()], NOW);
      expect(again.id).toBe(granted.id);
    });

    test('two first messages at once make one person', async () => {
      const identities = [entra(), channel(), email()];
      const both = await Promise.all([
        people.takeDown(newcomer(), identities, NOW),
        people.takeDown(newcomer(), [...identities].reverse(), NOW),
        people.takeDown(newcomer(), identities.slice(0, 1), NOW),
      ]);
      expect(new Set(both.map(({ id }) => id)).size).toBe(1);
      expect(await opened.recordOf(both[0].id)).toEqual(['taken_down']);
    });

    test('a web registrant and the Teams account of the same proven address are one person', async () => {
      const mail = email();
      const registrant = await people.takeDown(
        newcomer({ name: 'From the web', email: mail.address }),
        [mail],
        NOW,
      );
      const account = entra();
      const joined = await people.takeDown(
        newcomer({ name: 'From Teams', email: mail.address }),
        [account, channel(), mail],
        NOW,
      );
      expect(joined.id).toBe(registrant.id);
      expect((await people.find([account]))?.id).toBe(registrant.id);
    });

    test('somebody taken down without an address gets the one they come with', async () => {
      const account = entra();
      const granted = await people.takeDown(newcomer({ name: 'Operator’s entry' }), [account], NOW);
      expect(granted.email).toBeUndefined();
      const mail = email();
      expect(await people.takeDown(newcomer({ email: mail.address }), [account, mail], NOW)).toMatchObject({
        id: granted.id,
        email: mail.address,
        addresses: [mail.address],
      });
      await people.takeDown(newcomer({ email: 'other@example.org' }), [account], NOW);
      expect(await people.get(granted.id)).toMatchObject({ email: mail.address });
    });

    test('a proven address of a trusted domain vets, one below it or beside it does not', async () => {
      const vettedOf = async (address: string) =>
        (await people.takeDown(newcomer({ email: address }), [email(address)], NOW)).vetted;
      expect(await vettedOf('Proven@Council.TEST')).toBe(true);
      expect(await vettedOf('a@notcouncil.test')).toBe(false);
      expect(await vettedOf('a@council.test.example.org')).toBe(false);
      expect(await vettedOf('council.test@example.org')).toBe(false);
    });

    test('a typed address neither vets nor gives a presenter’s rights', async () => {
      const person = await people.takeDown(newcomer(), [entra()], NOW);
      const changed = await people.change(person.id, { email: 'presenter@council.test' }, NOW);
      expect(changed).toMatchObject({ email: 'presenter@council.test', vetted: false });
      expect(mayPresent(changed, { region: 'north-west', presenters: ['presenter@council.test'] })).toBe(
        false,
      );
      expect(await people.find([email('presenter@council.test')])).toBeUndefined();
    });

    test('a presenter is who has proven the address on the list', async () => {
      const person = await people.takeDown(newcomer(), [entra(), email('Listed@Example.org')], NOW);
      expect(mayPresent(person, { region: 'wales', presenters: ['listed@example.org'] })).toBe(true);
    });

    test('an address that is another’s joins nobody to it and vets nobody', async () => {
      const owner = await people.takeDown(
        newcomer({ email: 'owner@council.test' }),
        [email('owner@council.test')],
        NOW,
      );
      const account = entra();
      const other = await people.takeDown(newcomer({ name: 'Other' }), [account], NOW);
      const after = await people.takeDown(
        newcomer({ name: 'Other' }),
        [account, email('owner@council.test')],
        NOW,
      );
      expect(after).toMatchObject({ id: other.id, vetted: false });
      expect(after.addresses ?? []).toEqual([]);
      expect(mayPresent(after, { region: 'north-west', presenters: ['owner@council.test'] })).toBe(false);
      expect((await people.find([email('owner@council.test')]))?.id).toBe(owner.id);
    });

    test('a role is given once and recorded once', async () => {
      const { id } = await people.takeDown(newcomer(), [entra()], NOW);
      const lead = { role: 'regional-lead', region: 'north-west' } as const;
      const answers = await Promise.all([
        people.grant(id, lead, 'system', NOW),
        people.grant(id, lead, 'system', NOW),
      ]);
      expect([...answers].sort()).toEqual(['granted', 'held']);
      expect(await people.grant(id, { role: 'regional-lead', region: 'wales' }, 'system', NOW)).toBe(
        'granted',
      );
      expect((await people.get(id))?.roles).toEqual([lead, { role: 'regional-lead', region: 'wales' }]);
      expect(await opened.recordOf(id)).toEqual(['taken_down', 'granted', 'granted']);
    });

    test('a role is taken back where it fits, and taking it back again changes nothing', async () => {
      const { id } = await people.takeDown(newcomer(), [entra()], NOW);
      for (const region of ['wales', 'london'] as const)
        await people.grant(id, { role: 'presenter', region }, 'system', NOW);
      await people.grant(id, { role: 'moderator' }, 'system', NOW);
      expect(await people.revoke(id, { role: 'presenter', region: 'wales' }, 'system', NOW)).toBe(1);
      expect(await people.revoke(id, { role: 'presenter', region: 'wales' }, 'system', NOW)).toBe(0);
      expect(await people.revoke(id, { role: 'presenter' }, 'system', NOW)).toBe(1);
      expect((await people.get(id))?.roles).toEqual([{ role: 'moderator' }]);
      expect((await opened.recordOf(id)).filter((event) => event === 'revoked')).toHaveLength(2);
    });

    test('an erased person is nobody: not found, not changed, not given a role, and erased once', async () => {
      const identities = [entra(), channel(), email()];
      const { id } = await people.takeDown(newcomer(), identities, NOW);
      await people.grant(id, { role: 'coordinator' }, 'system', NOW);
      await people.erase(id, NOW);
      await people.erase(id, NOW);
      expect(await people.get(id)).toBeUndefined();
      expect(await people.find(identities)).toBeUndefined();
      await expect(people.change(id, { email: 'back@example.org' }, NOW)).rejects.toThrow(
        'not known any more',
      );
      await expect(people.grant(id, { role: 'moderator' }, 'system', NOW)).rejects.toThrow(
        'not known any more',
      );
      expect(await opened.recordOf(id)).toEqual(['taken_down', 'granted', 'erased']);
    });

    test('who comes back after being erased is a new person without roles', async () => {
      const identities = [entra(), email('returner@council.test')];
      const before = await people.takeDown(newcomer(), identities, NOW);
      await people.grant(before.id, { role: 'coordinator' }, 'system', NOW);
      await people.erase(before.id, NOW);
      const after = await people.takeDown(newcomer({ name: 'Back again' }), identities, NOW);
      expect(after).toMatchObject({ name: 'Back again', roles: [] });
      expect(after.id).not.toBe(before.id);
    });

    test('a message and an erasure at once leave either a new person or nobody, never an erased one with an account', async () => {
      for (let round = 0; round < 5; round += 1) {
        const account = entra();
        const { id } = await people.takeDown(newcomer(), [account], NOW);
        const mail = email();
        const [taken] = await Promise.allSettled([
          people.takeDown(newcomer(), [account, mail], NOW),
          people.erase(id, NOW),
        ]);
        const found = await people.find([account, mail]);
        expect(found?.id).not.toBe(id);
        if (taken.status === 'rejected') expect(found).toBeUndefined();
      }
    });

    test('nobody is found where nobody is known', async () => {
      expect(await people.get(noPerson())).toBeUndefined();
      expect(await people.find([entra(), channel(), email()])).toBeUndefined();
      expect(await people.find([])).toBeUndefined();
      await people.erase(noPerson(), NOW);
    });
  });
}
