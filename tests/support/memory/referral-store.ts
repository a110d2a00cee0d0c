import { overdue } from '../../../src/domain/routing/referral.js';
import {
  brand,
  type ForceId,
  type PersonId,
  type ReferralId,
  type TeamId,
} from '../../../src/domain/shared/ids.js';
import type { Outgoing, RecordEntry } from '../../../src/domain/shared/ports.js';
import type { RegionId } from '../../../src/domain/shared/region.js';
import type { LateDeed, ReferralDetails, ReferralStore } from '../../../src/features/referrals/ports.js';

export interface MemoryReferrals extends ReferralStore {
  readonly outgoing: Outgoing[];
  readonly record: RecordEntry[];
  readonly contactLines: { readonly id: string; readonly person: PersonId; readonly team: TeamId }[];
  put(details: ReferralDetails): void;
  putChannel(conversationId: string, team: TeamId): void;
  putLead(person: PersonId, region: RegionId | undefined): void;
  putCoordinator(person: PersonId): void;
  /** Somebody of that force, for the counts of contacts. */
  putPerson(person: PersonId, force: ForceId): void;
}

/** Keeps referrals in memory, by the same rules as the database. */
export function memoryReferrals(): MemoryReferrals {
  const rows = new Map<
    string,
    ReferralDetails & { readonly lateTold?: LateDeed; readonly endedAt?: string }
  >();
  const channels = new Map<string, TeamId>();
  const leads: { readonly person: PersonId; readonly region: RegionId | undefined }[] = [];
  const coordinators: PersonId[] = [];
  const people = new Map<PersonId, ForceId>();
  const contactLines: MemoryReferrals['contactLines'] = [];
  const outgoing: Outgoing[] = [];
  const record: RecordEntry[] = [];
  const all = () => [...rows.values()];
  const isOpen = ({ referral }: ReferralDetails): boolean =>
    referral.state !== 'closed' && referral.state !== 'withdrawn';
  const bare = (row: ReferralDetails & { lateTold?: LateDeed; endedAt?: string }): ReferralDetails => {
    const { lateTold: _late, endedAt: _ended, ...details } = row;
    return details;
  };

  return {
    outgoing,
    record,
    contactLines,
    put: (details) => void rows.set(details.referral.id, details),
    putChannel: (conversationId, team) => void channels.set(conversationId, team),
    putLead: (person, region) => void leads.push({ person, region }),
    putCoordinator: (person) => void coordinators.push(person),
    putPerson: (person, force) => void people.set(person, force),
    find: (id) => Promise.resolve(rows.has(id) ? bare(rows.get(id)!) : undefined),
    findByQuestion: (question) =>
      Promise.resolve(
        all()
          .filter((row) => row.question === question)
          .map(bare)[0],
      ),
    listOfTeam: (team, endedAfter) =>
      Promise.resolve(
        all()
          .filter((row) => row.referral.team === team && (isOpen(row) || (row.endedAt ?? '') > endedAfter))
          .sort(
            (a, b) =>
              Number(!isOpen(a)) - Number(!isOpen(b)) ||
              a.referral.due.contactBy.localeCompare(b.referral.due.contactBy),
          )
          .map(bare),
      ),
    listOfPerson: (person) =>
      Promise.resolve(
        all()
          .filter((row) => row.person.id === person)
          .map(bare),
      ),
    move({ referral, at, contactId }, told) {
      const row = rows.get(referral.id);
      if (row?.referral.version !== referral.version - 1) return Promise.resolve(false);
      const { place, ...rest } = row;
      const stays = referral.state === 'passed-on' || !place ? {} : { place };
      rows.set(referral.id, {
        ...rest,
        ...stays,
        referral,
        teamName: referral.team,
        ...(isOpen({ ...row, referral }) ? {} : { endedAt: at }),
      });
      if (contactId !== undefined)
        contactLines.push({ id: contactId, person: row.person.id, team: referral.team });
      outgoing.push(...told.outgoing);
      record.push(...told.record);
      return Promise.resolve(true);
    },
    keepPlace(id, place) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, place });
      return Promise.resolve();
    },
    teamOfConversation: (conversationId) =>
      Promise.resolve(channels.get(conversationId.split(';messageid=')[0] ?? '')),
    teamNamed: (team) => Promise.resolve(team),
    newlyLate: (now, limit) =>
      Promise.resolve(
        all()
          .flatMap((row) => {
            const late = overdue(row.referral, now);
            if (late.kind === 'in-time' || row.lateTold === late.what) return [];
            return row.lateTold === 'contact' ? [] : [{ id: row.referral.id, what: late.what }];
          })
          .slice(0, limit),
      ),
    tellLate({ id, what }, told) {
      const row = rows.get(id);
      if (!row || row.lateTold === what || row.lateTold === 'contact') return Promise.resolve(false);
      rows.set(id, { ...row, lateTold: what });
      outgoing.push(...told.outgoing);
      record.push(...told.record);
      return Promise.resolve(true);
    },
    leadsOf: (region) =>
      Promise.resolve(
        leads
          .filter((lead) => lead.region === undefined || lead.region === region)
          .map(({ person }) => person),
      ),
    coordinators: () => Promise.resolve([...coordinators]),
    loads: (forces, now) =>
      Promise.resolve(
        forces.flatMap((force) => {
          const own = all().filter((row) => row.force === force && isOpen(row));
          const late = own.filter(
            ({ referral }) => referral.state !== 'contacted' && now > referral.due.contactBy,
          );
          const silent = own.filter(
            ({ referral }) =>
              (referral.state === 'open' || referral.state === 'passed-on') &&
              now > referral.due.acknowledgeBy,
          );
          return own.length === 0
            ? []
            : [{ force, open: own.length, acknowledgeLate: silent.length, contactLate: late.length }];
        }),
      ),
    contacts: (forces) =>
      Promise.resolve(
        forces.flatMap((force) => {
          const own = [...people].filter(([, of]) => of === force).map(([person]) => person);
          const heard = own.filter((person) => contactLines.some((line) => line.person === person)).length;
          return own.length === 0 ? [] : [{ force, withContact: heard, without: own.length - heard }];
        }),
      ),
  };
}

/** The id that a test calls a referral by. */
export const referralId = (text: string): ReferralId => brand<ReferralId>(text);
