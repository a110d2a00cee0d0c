import { randomUUID } from 'node:crypto';
import { calendarFiles } from '../../../src/adapters/mail/calendar-file.js';
import { commandTable } from '../../../src/bot/commands.js';
import type { AdaptiveCard, Reply, Turn } from '../../../src/bot/kit.js';
import { brand, type PersonId } from '../../../src/domain/shared/ids.js';
import type { Person } from '../../../src/domain/shared/person.js';
import type { Instant } from '../../../src/domain/shared/time.js';
import { noticeCard } from '../../../src/features/registrations/cards/notice.card.js';
import { placeCard } from '../../../src/features/registrations/cards/place.card.js';
import { limiter } from '../../../src/features/registrations/limiter.js';
import type { Notice, People } from '../../../src/features/registrations/ports.js';
import { registrationsChat } from '../../../src/features/registrations/registrations.bot.js';
import { registrationsHttp } from '../../../src/features/registrations/registrations.http.js';
import { registrationsJobs } from '../../../src/features/registrations/registrations.jobs.js';
import { registrationsUseCases } from '../../../src/features/registrations/use-cases.js';
import { NOW } from './briefing-builders.js';
import { aBriefing } from './registration-builders.js';
import { memoryRegistrations } from './registration-store.js';

/** The registrations feature on memory, with what leaves it. */
export function registrationDesk() {
  const store = memoryRegistrations();
  store.putBriefing(aBriefing());
  const known = new Map<PersonId, Person>();
  const notices = new Map<string, Notice & { readonly person: PersonId }>();
  const clock = { now: NOW };
  const know = (person: Person): Person => {
    known.set(person.id, person);
    store.putPerson(person);
    return person;
  };
  const people: People = {
    byEmail: async (address) => [...known.values()].find(({ email }) => email === address),
    byId: async (id) => known.get(id),
    takeDown: async ({ name, email, audience, language }) =>
      know({ id: brand<PersonId>(randomUUID()), name, email, audience, language, vetted: false, roles: [] }),
  };
  const useCases = registrationsUseCases({
    store,
    people,
    ids: { uuid: randomUUID },
    links: { personal: (person) => Promise.resolve(`https://desk.example/me/${person}`) },
    courier: {
      async toPerson(person, notice) {
        if (!notices.has(notice.key)) notices.set(notice.key, { ...notice, person });
      },
    },
    calendarFile: calendarFiles({ name: 'Briefing Desk', email: 'desk@ctp.example' }),
    placeCard,
    noticeCard,
    leads: {
      answering: async (region) => {
        const holders = (fits: (role: Person['roles'][number]) => boolean) =>
          [...known.values()].filter(({ roles }) => roles.some(fits)).map(({ id }) => id);
        const leads = holders((role) => role.role === 'regional-lead' && (role.region ?? region) === region);
        return leads.length > 0 ? leads : holders(({ role }) => role === 'coordinator');
      },
    },
    limiter: limiter(),
  });
  const chat = registrationsChat(useCases);
  const table = commandTable(chat.commands);
  const jobs = registrationsJobs(useCases);
  const http = registrationsHttp(useCases);
  const turn = (person: Person, text: string): Turn => ({
    person,
    scope: 'personal',
    deliveryKey: randomUUID(),
    conversationId: 'chat',
    language: 'en',
    text,
    now: clock.now,
  });
  return {
    store,
    useCases,
    jobs,
    chat,
    know,
    clock,
    notices: () => [...notices.values()],
    noticesFor: ({ id }: Person) => [...notices.values()].filter(({ person }) => person === id),

    async say(person: Person, text: string): Promise<Reply> {
      const match = table.match(text);
      if (!match) throw new Error(`no command in “${text}”`);
      if (!match.command.who.may(person)) return { kind: 'text', text: match.command.who.refusal };
      const taken = await match.command.take(turn(person, text), match.rest);
      return taken.kind === 'reply' ? taken.reply : { kind: 'text', text: taken.problem };
    },
    async click(person: Person, verb: string, data: unknown): Promise<Reply> {
      const found = chat.verbs.find((entry) => entry.verb === verb);
      if (!found) throw new Error(`no verb ${verb}`);
      if (!found.who.may(person)) return { kind: 'text', text: found.who.refusal };
      const taken = await found.take(turn(person, ''), data);
      return taken.kind === 'reply' ? taken.reply : { kind: 'text', text: taken.problem };
    },
    async call(method: string, path: string, call: { person?: Person; body?: unknown; params?: unknown }) {
      const route = http.routes.find((entry) => entry.method === method && entry.path === path);
      if (!route) throw new Error(`no route ${method} ${path}`);
      const body: unknown = route.schemas.body ? route.schemas.body.parse(call.body) : undefined;
      const params: unknown = route.schemas.params ? route.schemas.params.parse(call.params) : undefined;
      const given = { ...call, body, params, query: {}, now: clock.now, deliveryKey: randomUUID() };
      return route.run(given as unknown as Parameters<typeof route.run>[0]);
    },
    /** Runs the jobs sent so far and those that they send, and forgets them. */
    async work(at: Instant = clock.now): Promise<void> {
      for (let message = store.outgoing.shift(); message; message = store.outgoing.shift()) {
        const job = jobs.find(({ name }) => name === message.job);
        if (!job) throw new Error(`no job ${message.job}`);
        await job.run(message.data, { now: at });
      }
    },
  };
}

export type RegistrationDesk = ReturnType<typeof registrationDesk>;

/** The card of a reply; anything else is a fault of the test. */
export function cardIn(reply: Reply): AdaptiveCard {
  if (reply.kind !== 'card') throw new Error(`no card but ${JSON.stringify(reply)}`);
  return reply.card;
}

/** All that a reply says, as one text. */
export const wordsOf = (reply: Reply): string => JSON.stringify(reply);
