import type { OfferedBriefing, Registration } from '../../../src/domain/registration/registration.js';
import type { BriefingCode, PersonId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import type { Outgoing, RecordEntry } from '../../../src/domain/shared/ports.js';
import type { RegistrationStore } from '../../../src/features/registrations/ports.js';

/** The store in memory, with what it told the world, and ways to fill it. */
export interface MemoryRegistrations extends RegistrationStore {
  readonly record: RecordEntry[];
  readonly outgoing: Outgoing[];
  putBriefing(briefing: OfferedBriefing): void;
  putPerson(person: Person): void;
  readonly trustedDomains: string[];
}

const DAY = 24 * 60 * 60_000;

export function memoryRegistrations(): MemoryRegistrations {
  const briefings = new Map<BriefingCode, OfferedBriefing>();
  const people = new Map<PersonId, Person>();
  const registrations = new Map<string, Registration>();
  const reminded = new Map<string, string>();
  const record: RecordEntry[] = [];
  const outgoing: Outgoing[] = [];
  const trustedDomains: string[] = [];

  const coming = () =>
    [...briefings.values()].sort((a, b) => (a.startsAt + a.code < b.startsAt + b.code ? -1 : 1));
  const all = () => [...registrations.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const own = (person: PersonId, code: BriefingCode) =>
    all().find((one) => one.person === person && one.briefing === code);
  const briefingOf = (code: BriefingCode): OfferedBriefing => {
    const found = briefings.get(code);
    if (!found) throw new Error(`no briefing ${code}`);
    return found;
  };

  return {
    record,
    outgoing,
    trustedDomains,
    putBriefing: (briefing) => void briefings.set(briefing.code, briefing),
    putPerson: (person) => void people.set(person.id, person),

    briefing: async (code) => briefings.get(code),
    nextInRegion: async (region, after) =>
      coming().find((one) => one.region === region && one.status === 'published' && one.startsAt > after),
    listComing: async (person, endsAfter) =>
      coming()
        .filter((one) => one.status === 'published' && one.endsAt > endsAfter)
        .map((briefing) => {
          const registration = own(person, briefing.code);
          return { briefing, ...(registration ? { registration } : {}) };
        }),
    listMine: async (person, endsAfter) =>
      coming().flatMap((briefing) => {
        const registration = own(person, briefing.code);
        return registration && briefing.endsAt > endsAfter ? [{ briefing, registration }] : [];
      }),
    find: async (person, code) => own(person, code),
    async get(id) {
      const registration = registrations.get(id);
      return registration && { registration, briefing: briefingOf(registration.briefing) };
    },
    async trust(person) {
      const address = people.get(person)?.email;
      return { addresses: address ? [address] : [], domains: trustedDomains };
    },
    async write(registration, told) {
      const before = own(registration.person, registration.briefing);
      if ((before?.version ?? 0) !== registration.version - 1) return false;
      registrations.set(registration.id, registration);
      record.push(...told.record);
      outgoing.push(...told.outgoing);
      return true;
    },
    async send(messages) {
      outgoing.push(...messages);
    },
    async listRequests({ regions, endsAfter, offset, limit }) {
      const waiting = all()
        .map((registration) => ({ registration, briefing: briefingOf(registration.briefing) }))
        .filter(
          ({ registration, briefing }) =>
            registration.status === 'waiting' &&
            briefing.status === 'published' &&
            briefing.endsAt > endsAfter &&
            regions.includes(briefing.region),
        )
        .sort((a, b) => (a.registration.updatedAt < b.registration.updatedAt ? -1 : 1));
      const requests = waiting.slice(offset, offset + limit).map((place) => {
        const person = people.get(place.registration.person);
        return {
          ...place,
          name: person?.name ?? '',
          audience: person?.audience ?? ('other' as const),
          ...(person?.email ? { email: person.email } : {}),
          ...(person?.area ? { area: person.area.name } : {}),
        };
      });
      return { total: waiting.length, requests };
    },
    async counts(code) {
      const count = (status: Registration['status']) =>
        all().filter((one) => one.briefing === code && one.status === status).length;
      return {
        waiting: count('waiting'),
        confirmed: count('confirmed'),
        declined: count('declined'),
        withdrawn: count('withdrawn'),
      };
    },
    holders: async (code, { statuses, after, limit }) =>
      all()
        .filter((one) => one.briefing === code && statuses.includes(one.status) && (!after || one.id > after))
        .slice(0, limit)
        .map(({ id }) => id),
    async claimReminders({ from, to, limit }, messageOf) {
      const due = all()
        .filter((one) => {
          const { startsAt, status } = briefingOf(one.briefing);
          const before = Date.parse(startsAt) - DAY;
          return (
            one.status === 'confirmed' &&
            status === 'published' &&
            startsAt > from &&
            startsAt <= to &&
            Date.parse(one.updatedAt) < before &&
            reminded.get(one.id) !== startsAt
          );
        })
        .slice(0, limit);
      for (const { id, briefing } of due) {
        reminded.set(id, briefingOf(briefing).startsAt);
        outgoing.push(messageOf(id));
      }
      return due.length;
    },
  };
}
