import { brand, type BriefingCode, type PersonId, type TeamId } from '../../../src/domain/shared/ids.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import type { Reach, ReachStore } from '../../../src/features/people/ports.js';
import type { Met, PlaceStore } from '../../../src/features/people/reach-store.postgres.js';

interface Conversation extends Met {
  at: Instant;
  team?: TeamId;
  briefing?: BriefingCode;
}

/** Where people and teams are reached, in memory, and ways to fill it. */
export interface MemoryReach extends ReachStore, PlaceStore {
  putTeam(team: TeamId, details: { name: string; email?: string; conversationId?: string }): void;
  putBriefing(conversationId: string, code: BriefingCode): void;
  forgetPerson(person: PersonId): void;
}

const LEASE_MS = 2 * 60_000;

export function memoryReach(personOfChannel: (id: string) => PersonId | undefined): MemoryReach {
  const conversations = new Map<string, Conversation>();
  const teams = new Map<TeamId, { name: string; email?: string }>();
  const notices = new Map<string, { begun: Instant; sent: boolean; activityId: string }>();
  const reachOf = (found: Conversation | undefined): Reach | undefined =>
    found && { conversationId: found.conversationId, reference: found.reference };
  const ownerOf = (one: Conversation): PersonId | undefined =>
    one.person ?? personOfChannel(String(one.reference['senderId']));

  return {
    putTeam(team, { name, email, conversationId }) {
      teams.set(team, { name, ...(email ? { email } : {}) });
      const place = conversationId === undefined ? undefined : conversations.get(conversationId);
      if (place) place.team = team;
    },
    putBriefing(conversationId, code) {
      const place = conversations.get(conversationId);
      if (place) place.briefing = code;
    },
    forgetPerson(person) {
      for (const [id, one] of conversations)
        if (one.scope === 'personal' && ownerOf(one) === person) conversations.delete(id);
    },
    async remember(place, at) {
      const before = conversations.get(place.conversationId);
      const person =
        place.scope === 'personal'
          ? (place.person ?? before?.person ?? personOfChannel(String(place.reference['senderId'])))
          : undefined;
      conversations.set(place.conversationId, { ...before, ...place, at, ...(person ? { person } : {}) });
    },
    briefingOf: async (id) => conversations.get(id)?.briefing,
    forget: async (id) => void conversations.delete(id),
    ofPerson: async (person) =>
      reachOf(
        [...conversations.values()]
          .filter((one) => one.scope === 'personal' && ownerOf(one) === person)
          .sort((a, b) => (a.at < b.at ? 1 : -1))[0],
      ),
    ofTeam: async (team) => reachOf([...conversations.values()].find((one) => one.team === team)),
    ofConversation: async (id) => reachOf(conversations.get(id)),
    teamOf: async (id) => {
      const found = conversations.get(id)?.team ?? conversations.get(id.split(';')[0] ?? id)?.team;
      return found && brand<TeamId>(found);
    },
    mailOfTeam: async (team) => teams.get(team),
    async gone(id) {
      if (!conversations.get(id)?.team) conversations.delete(id);
    },
    async begin(key, at) {
      const notice = notices.get(key);
      if (notice?.sent) return { kind: 'earlier', activityId: notice.activityId };
      if (notice && Date.parse(at) - Date.parse(notice.begun) < LEASE_MS) return { kind: 'under-way' };
      notices.set(key, { begun: at, sent: false, activityId: '' });
      return { kind: 'new' };
    },
    async sent(key, at, activityId = '') {
      notices.set(key, { begun: at, sent: true, activityId });
    },
    async giveUp(key) {
      if (notices.get(key)?.sent === false) notices.delete(key);
    },
    earlier: async (key) => (notices.get(key)?.sent ? notices.get(key)?.activityId : undefined),
  };
}
