import type { Database } from '../../adapters/postgres/database.js';
import type { ChatFeature } from '../../bot/kit.js';
import type { Person } from '../../domain/shared/person.js';
import type { Clock, Ids } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import type { HttpFeature } from '../../http/kit.js';
import { courier, type Courier } from './courier.js';
import { forgetPerson, previewForgetting } from './forget-person.js';
import { linkStore, type LinkStore } from './links-store.postgres.js';
import { peopleChat } from './people.bot.js';
import { peopleHttp } from './people.http.js';
import { peopleStore } from './people-store.postgres.js';
import { placePerson } from './place-person.js';
import type { AreaFinder, ChatSender, ForceNames, Mailbox, PeopleStore, ReachStore } from './ports.js';
import { reachStore, type PlaceStore } from './reach-store.postgres.js';
import { recognisePerson } from './recognise-person.js';
import type { PeopleUseCases } from './use-cases.js';

export interface PeopleDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly publicUrl: string;
  readonly areas: AreaFinder;
  readonly forces: ForceNames;
  readonly chat: ChatSender;
  readonly mailbox: Mailbox;
  /** Told when a person's force has become known: what waited for it can go on. */
  readonly onPlaced: (person: Person, at: Instant) => Promise<unknown>;
}

export interface PeopleFeature {
  readonly chat: ChatFeature;
  readonly http: HttpFeature;
  readonly useCases: PeopleUseCases;
  readonly people: PeopleStore;
  readonly reach: ReachStore & PlaceStore;
  readonly links: LinkStore;
  readonly courier: Courier;
}

/** Who people are, where they belong, how they are reached, and how they are forgotten. */
export function peopleFeature(deps: PeopleDeps): PeopleFeature {
  const people = peopleStore(deps.database, deps.ids);
  const reach = reachStore(deps.database);
  const links = linkStore(deps.database, deps.ids, deps.clock, deps.publicUrl);
  const placed = placePerson(people, deps.areas);
  const useCases: PeopleUseCases = {
    recognise: recognisePerson(people, deps.clock),
    placeOnly: placed,
    async place(person, input, at) {
      const placing = await placed(person, input, at);
      if (placing.kind === 'placed') await deps.onPlaced(placing.person, at);
      return placing;
    },
    knowsPlace: (input) => deps.areas.knows(input),
    change: (person, change, at) => people.change(person.id, change, at),
    held: previewForgetting(people),
    forget: forgetPerson(people),
    forceName: (force) => deps.forces.nameOf(force),
    now: () => deps.clock.now(),
  };
  return {
    chat: peopleChat(useCases),
    http: peopleHttp(useCases),
    useCases,
    people,
    reach,
    links,
    courier: courier({ people, reach, chat: deps.chat, mailbox: deps.mailbox, links, clock: deps.clock }),
  };
}

export type { Courier, Notice } from './courier.js';
export type { AreaFinder, ChatSender, ForceNames, Mail, Mailbox, PeopleStore } from './ports.js';
export type { PeopleUseCases } from './use-cases.js';
