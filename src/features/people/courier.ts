import type { PersonId, TeamId } from '../../domain/shared/ids.js';
import type { Clock } from '../../domain/shared/ports.js';
import type { ChatSender, Mail, Mailbox, PeopleStore, Reach, ReachStore, TeamLinks } from './ports.js';

/** Something to tell a person or a team outside a turn. */
export interface Notice {
  /** Same key, same notice: it reaches its reader once. */
  readonly key: string;
  readonly card: object;
  readonly mail: Pick<Mail, 'subject' | 'text' | 'calendar'>;
  /** `chat-first`: mail only where no chat is known; `mail`: mail only; `both`. */
  readonly door: 'chat-first' | 'mail' | 'both';
}

export interface Courier {
  toPerson(person: PersonId, notice: Notice): Promise<void>;
  /** To the team's channel, or by mail with a signed link where it has none. */
  toTeam(team: TeamId, notice: Omit<Notice, 'door'>): Promise<{ conversationId?: string; activityId?: string }>;
  updateTeam(place: { conversationId: string; activityId: string }, card: object): Promise<void>;
}

export interface CourierPorts {
  readonly people: PeopleStore;
  readonly reach: ReachStore;
  readonly chat: ChatSender;
  readonly mailbox: Mailbox;
  readonly links: TeamLinks;
  readonly clock: Clock;
}

/** Nobody can be reached there: the job's last failure must say so to a human. */
export class Unreachable extends Error {
  constructor(whom: string) {
    super(`${whom} has neither a chat nor a mail address`);
    this.name = 'Unreachable';
  }
}

/** Carries notices to people and teams, each once, however often the job behind it runs. */
export function courier({ people, reach, chat, mailbox, links, clock }: CourierPorts): Courier {
  async function once<Result>(key: string, work: () => Promise<Result>): Promise<Result | undefined> {
    if (!(await reach.begin(key, clock.now()))) return undefined;
    const result = await work();
    await reach.sent(key, clock.now());
    return result;
  }

  async function intoChat(place: Reach | undefined, card: object): Promise<string | undefined> {
    if (!place) return undefined;
    const answer = await chat.send(place.reference, card);
    if (answer.kind === 'sent') return answer.activityId;
    await reach.gone(place.conversationId);
    return undefined;
  }

  return {
    async toPerson(id, { key, card, mail, door }) {
      const person = await people.get(id);
      if (!person) return; // forgotten meanwhile
      const told = door === 'mail' ? undefined : await once(`${key}/chat`, async () => (await intoChat(await reach.ofPerson(id), card)) ?? 'none');
      const inChat = told !== undefined && told !== 'none';
      if (door === 'chat-first' && inChat) return;
      if (!person.email) {
        if (!inChat && told !== undefined) throw new Unreachable('a person');
        return;
      }
      const to = { name: person.name, email: person.email };
      await once(`${key}/mail`, () => mailbox.send({ ...mail, to }));
    },
    async toTeam(team, { key, card, mail }) {
      const place = await reach.ofTeam(team);
      if (place) {
        const activityId = await once(`${key}/channel`, () => intoChat(place, card));
        if (activityId !== undefined) return { conversationId: place.conversationId, activityId };
      }
      const address = await reach.mailOfTeam(team);
      if (!address?.email) {
        if (place) return {}; // told in the channel before
        throw new Unreachable('a local team');
      }
      const to = { name: address.name, email: address.email };
      const text = `${mail.text}\n\n${await links.team(team)}\n`;
      await once(`${key}/mail`, () => mailbox.send({ ...mail, text, to }));
      return {};
    },
    async updateTeam({ conversationId, activityId }, card) {
      const place = await reach.ofConversation(conversationId);
      if (place) await chat.update(place.reference, activityId, card);
    },
  };
}
