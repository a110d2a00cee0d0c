import type { Briefing } from '../../../src/domain/briefing/briefing.js';
import type { BriefingCode, PersonId } from '../../../src/domain/shared/ids.js';
import type { Outgoing, RecordEntry } from '../../../src/domain/shared/ports.js';
import { conversationsOf, threadOfLink } from '../../../src/features/briefings/meeting-key.js';
import type { BriefingStore, Draft, RegistrationStatus } from '../../../src/features/briefings/ports.js';

/** The store in memory, with what it told the world, and a way to place people. */
export interface MemoryBriefings extends BriefingStore {
  readonly record: RecordEntry[];
  readonly outgoing: Outgoing[];
  register(person: PersonId, code: BriefingCode, status: RegistrationStatus): void;
}

export function memoryBriefings(): MemoryBriefings {
  const briefings = new Map<string, Briefing>();
  const drafts = new Map<string, Draft>();
  const places = new Map<string, RegistrationStatus>();
  const conversations = new Map<string, BriefingCode>();
  const record: RecordEntry[] = [];
  const outgoing: Outgoing[] = [];
  const all = () =>
    [...briefings.values()].sort((a, b) => (a.startsAt + a.code < b.startsAt + b.code ? -1 : 1));
  return {
    record,
    outgoing,
    register: (person, code, status) => void places.set(`${person} ${code}`, status),
    find: async (code) => briefings.get(code),
    list: async ({ region, year, endsAfter, status }) =>
      all().filter(
        (one) =>
          (!region || one.region === region) &&
          (year === undefined || one.date.startsWith(String(year))) &&
          (!endsAfter || one.endsAt > endsAfter) &&
          (!status || one.status === status),
      ),
    listPlaced: async (person, { endsAfter }) =>
      all().flatMap((briefing) => {
        const registration = places.get(`${person} ${briefing.code}`);
        const visible = briefing.status === 'published' || (briefing.status === 'cancelled' && registration);
        return visible && briefing.endsAt > endsAfter
          ? [{ briefing, ...(registration ? { registration } : {}) }]
          : [];
      }),
    place: async (person, code) => places.get(`${person} ${code}`),
    async findByMeeting(key) {
      const ids = conversationsOf(key);
      const known = ids.map((id) => conversations.get(id)).find((code) => code !== undefined);
      if (known) return briefings.get(known);
      return all().findLast(
        (one) =>
          (key.meetingId !== undefined && one.onlineMeetingId === key.meetingId) ||
          (key.joinUrl !== undefined && one.joinUrl === key.joinUrl) ||
          ids.some((id) => one.joinUrl !== undefined && threadOfLink(one.joinUrl) === id),
      );
    },
    async saveDraft(draft) {
      if (!drafts.has(draft.id)) drafts.set(draft.id, draft);
    },
    findDraft: async (id) => drafts.get(id),
    async discardDraft(id, person) {
      const draft = drafts.get(id);
      if (draft?.status !== 'open' || draft.person !== person) return false;
      drafts.set(id, { ...draft, status: 'discarded' });
      return true;
    },
    async useDraft({ id, person }, decide) {
      const draft = drafts.get(id);
      if (draft?.status !== 'open' || draft.person !== person) return { kind: 'taken' };
      const decided = decide({ ...draft, status: 'used' }, all());
      drafts.set(id, { ...draft, status: 'used' });
      for (const one of decided.briefings) {
        briefings.set(one.code, { ...one, status: 'creating', revision: 0, version: 1 });
      }
      record.push(...decided.told.record);
      outgoing.push(...decided.told.outgoing);
      return { kind: 'written', briefings: decided.briefings };
    },
    async change({ code, version, change }, told) {
      const before = briefings.get(code);
      if (before?.version !== version) return false;
      const { statusReason, closedAt, ...rest } = change;
      const next: Record<string, unknown> = { ...before, ...rest, version: version + 1 };
      for (const [name, value] of Object.entries({ statusReason, closedAt })) {
        if (value === null) Reflect.deleteProperty(next, name);
        else if (value !== undefined) next[name] = value;
      }
      briefings.set(code, next as unknown as Briefing);
      record.push(...told.record);
      outgoing.push(...told.outgoing);
      return true;
    },
    async keepEvent(code, event) {
      const before = briefings.get(code);
      if (before && before.eventId === undefined) briefings.set(code, { ...before, ...event });
    },
    async send(messages) {
      outgoing.push(...messages);
    },
    async keepConversation(conversationId, { code }) {
      conversations.set(conversationId, code);
    },
  };
}
