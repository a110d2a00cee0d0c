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
  toTeam(
    team: TeamId,
    notice: Omit<Notice, 'door'>,
  ): Promise<{ conversationId?: string; activityId?: string }>;
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

/** Another job is sending the same notice just now; the job behind this one tries again and then finds it sent. */
export class UnderWay extends Error {
  constructor() {
    super('the same notice is being sent by another job');
    this.name = 'UnderWay';
  }
}

/**
 * Carries notices to people and teams, each once, however often the job behind it runs and however many run at once.
 * A process that dies between sending and noting it is the one exception: then the notice comes a second time, since
 * twice is better than never.
 */
export function courier({ people, reach, chat, mailbox, links, clock }: CourierPorts): Courier {
  /** Sends unless it has been sent, and notes the activity; what fails may be tried again at once. */
  async function once(key: string, send: () => Promise<string | undefined>): Promise<string | undefined> {
    const begun = await reach.begin(key, clock.now());
    if (begun.kind === 'earlier') return begun.activityId;
    if (begun.kind === 'under-way') throw new UnderWay();
    const activityId = await send().catch(async (cause: unknown) => {
      await reach.giveUp(key);
      throw cause;
    });
    if (activityId === undefined) await reach.giveUp(key);
    else await reach.sent(key, clock.now(), activityId);
    return activityId;
  }

  /** The activity in the chat, that of the first time when the notice stands there already; undefined when it could not be put there. */
  async function intoChat(key: string, place: Reach | undefined, card: object): Promise<string | undefined> {
    if (!place) return reach.earlier(key);
    return once(key, async () => {
      const answer = await chat.send(place.reference, card);
      if (answer.kind === 'sent') return answer.activityId;
      await reach.gone(place.conversationId);
      return undefined;
    });
  }

  async function byMail(key: string, mail: Mail): Promise<void> {
    await once(key, async () => {
      await mailbox.send(mail);
      return '';
    });
  }

  return {
    async toPerson(id, { key, card, mail, door }) {
      const person = await people.get(id);
      if (!person) return; // forgotten meanwhile
      const chatted =
        door === 'mail' ? undefined : await intoChat(`${key}/chat`, await reach.ofPerson(id), card);
      if (door === 'chat-first' && chatted !== undefined) return;
      if (person.email)
        await byMail(`${key}/mail`, { ...mail, to: { name: person.name, email: person.email } });
      else if (chatted === undefined) throw new Unreachable('a person');
    },
    async toTeam(team, { key, card, mail }) {
      const place = await reach.ofTeam(team);
      const activityId = await intoChat(`${key}/channel`, place, card);
      if (activityId !== undefined) return place ? { conversationId: place.conversationId, activityId } : {};
      const address = await reach.mailOfTeam(team);
      if (!address?.email) throw new Unreachable('a local team');
      const text = `${mail.text}\n\n${await links.team(team)}\n`;
      await byMail(`${key}/mail`, { ...mail, text, to: { name: address.name, email: address.email } });
      return {};
    },
    async updateTeam({ conversationId, activityId }, card) {
      const place = await reach.ofConversation(conversationId);
      if (place) await chat.update(place.reference, activityId, card);
    },
  };
}
