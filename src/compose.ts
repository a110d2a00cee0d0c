import type { Server } from 'restify';
import { calendarFiles } from './adapters/mail/calendar-file.js';
import { createAreaDirectory, FORCES } from './adapters/policing/area-directory.js';
import { holidayDates, holidaysOf, recesses } from './adapters/policing/holidays.js';
import { createPostcodeService, locateArea } from './adapters/policing/postcode-service.js';
import { answers, prepareQueue, type Database } from './adapters/postgres/database.js';
import { guidanceIndex } from './adapters/search/guidance-index.js';
import { stableUuid } from './adapters/system/stable-uuid.js';
import { loadTriageModel } from './adapters/triage-models/index.js';
import type { Guard } from './bot/guard.js';
import type { AnyCommand } from './bot/kit.js';
import { botService, chatDoor, type BotAdapter } from './bot/service.js';
import { placeArea } from './domain/routing/area.js';
import type { Person } from './domain/shared/person.js';
import type { Clock, Ids } from './domain/shared/ports.js';
import { judgeBy, type TriageSettings } from './compose-triage.js';
import { briefingsFeature, type Meetings } from './features/briefings/index.js';
import { guidanceFeature } from './features/guidance/index.js';
import { peopleFeature, type Mailbox, type PeopleFeature } from './features/people/index.js';
import { questionsFeature, type Areas } from './features/questions/index.js';
import { referralsFeature } from './features/referrals/index.js';
import { registrationsFeature, type People } from './features/registrations/index.js';
import { statementsFeature } from './features/statements/index.js';
import type { IdentityPorts, TabTokens } from './http/identity.js';
import { createMetrics } from './http/metrics.js';
import { createServer } from './http/server.js';
import { DEAD_LETTERS, queueOptions, runJobs, runScheduled } from './jobs/runner.js';

/** Ids and codes only. */
export interface Log {
  info(fields: Readonly<Record<string, string | number>>, message: string): void;
  warn(fields: Readonly<Record<string, string | number>>, message: string): void;
  error(fields: Readonly<Record<string, string | number>>, message: string): void;
}

/** The outside world and the settings, as one of the two modes provides them. */
export interface World {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly publicUrl: string;
  readonly postcodesUrl?: string;
  /** Thresholds as measured, words alone and nobody else asked, unless told. */
  readonly triage?: TriageSettings;
  /** `homeTenant` is the one whose word on a guest's mail address counts; `*` in local mode. */
  readonly bot: {
    readonly adapter: BotAdapter;
    readonly appId: string;
    readonly homeTenant: string;
    readonly guard: Guard;
  };
  readonly tabTokens: TabTokens;
  readonly meetings: Meetings;
  readonly mailbox: Mailbox;
  readonly mailFrom: string;
  readonly version: string;
  readonly tabFolder: string;
  readonly frameAncestors?: readonly string[];
  readonly extra?: (server: Server) => void;
}

export interface Service {
  readonly server: Server;
  readonly people: PeopleFeature;
  readonly commands: readonly AnyCommand[];
  /** Makes the queues and begins to work the jobs. */
  startJobs(): Promise<void>;
  /** Runs every scheduled job once: for a clock that has been moved past their hours. */
  runScheduled(): Promise<void>;
  /** Ends the live updates and the sentence encoder. */
  close(): Promise<void>;
}

/** Puts the service together: adapters into features, features into doors. */
export function compose(world: World): Service {
  const { database, clock, ids, log, publicUrl } = world;
  const directory = createAreaDirectory();
  const postcodes = world.postcodesUrl
    ? createPostcodeService({ baseUrl: world.postcodesUrl, fetch })
    : undefined;
  const names = new Map(FORCES.map((force) => [force.id as string, force.name]));
  const forces = { nameOf: (force: string) => names.get(force) ?? force };
  const areas = {
    find: (input: string) => locateArea(input, directory, postcodes),
    knows: (input: string) => placeArea(input, directory).kind !== 'unknown',
  };
  const metrics = createMetrics();
  const model = loadTriageModel();
  const judge = judgeBy(model, world.triage ?? {}, { count: metrics.countOpinion });
  const chat = chatDoor(world.bot.adapter, world.bot.appId);

  const guidance = guidanceFeature({ indexOf: guidanceIndex, libraryUrl: `${publicUrl}/tab/guidance` });
  const people = peopleFeature({
    database,
    clock,
    ids,
    publicUrl,
    areas,
    forces,
    chat,
    mailbox: world.mailbox,
    onPlaced: (person, at) => questions.useCases.areaKnown({ person: person.id, now: at }),
  });
  const { courier, links } = people;
  const briefings = briefingsFeature({
    database,
    meetings: world.meetings,
    courier,
    ids,
    calendar: calendarData(),
    stableUuid,
  });
  const organiser = { name: 'Briefing Desk', email: world.mailFrom };
  const registrations = registrationsFeature({
    database,
    people: directoryOf(people),
    courier,
    links,
    ids,
    calendarFile: calendarFiles(organiser),
  });
  const statements = statementsFeature({ database, courier, clock, forces: FORCES });
  const referrals = referralsFeature({ database, courier, links, forces: directory, ids });
  const questions = questionsFeature({
    database,
    triage: judge,
    words: model.words,
    areas: areasOf(people),
    guidance: guidance.library,
    forces: directory,
    holidays: holidayDates,
    courier,
    links,
    ids,
    recognise: async (sender, mail) => (await people.useCases.recognise(sender, mail)).id,
  });

  const features = [briefings, registrations, questions, referrals, guidance, people, statements];
  const bot = botService({
    adapter: world.bot.adapter,
    features: features.map((feature) => feature.chat),
    ask: questions.ask,
    homeTenant: world.bot.homeTenant,
    ...(judge.consider ? { typingAfter: TYPING_AFTER_MS } : {}),
    ports: {
      directory: { recognise: people.useCases.recognise },
      places: people.reach,
      isDanger: judge.isDanger,
      keepAlarm: questions.useCases.keepAlarm,
      async onMeeting({ kind, ...event }) {
        await (kind === 'started'
          ? briefings.useCases.openBriefing(event)
          : briefings.useCases.closeBriefing(event));
      },
      now: () => clock.now(),
      log,
    },
  });
  const server = createServer({
    ...world,
    features: features.map((feature) => feature.http),
    identity: identityOf(people, world),
    guard: world.bot.guard,
    onActivity: bot.onActivity,
    metrics,
    now: () => clock.now(),
    ready: async () => {
      const database_ = await answers(database.db);
      return { ok: database_, checks: { database: database_ } };
    },
  });
  const jobs = [
    ...briefings.jobs,
    ...registrations.jobs,
    ...questions.jobs,
    ...referrals.jobs,
    ...statements.jobs,
  ];
  return {
    server,
    people,
    commands: bot.table.commands,
    async close() {
      await questions.close();
      await judge.close();
    },
    async startJobs() {
      await prepareQueue(database.boss, DEAD_LETTERS);
      for (const entry of jobs) await prepareQueue(database.boss, entry.name, queueOptions(entry));
      await runJobs(database.boss, jobs, { now: () => clock.now(), log });
    },
    runScheduled: () => runScheduled(jobs, { now: () => clock.now(), log }),
  };
}

/** Where others may be asked about a message, its asker sees after so many milliseconds that the desk is at work. */
const TYPING_AFTER_MS = 400;

function calendarData() {
  const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
  const [ew, scotland, ni] = nations.map((nation) => holidaysOf(nation));
  return {
    bankHolidays: { 'england-and-wales': ew ?? [], scotland: scotland ?? [], 'northern-ireland': ni ?? [] },
    recesses: recesses(),
  };
}

/** Places the asker of a question that waits for an area. */
const areasOf = ({ people, useCases }: PeopleFeature): Areas => ({
  async place(id, typed, now) {
    const person = await people.get(id);
    if (!person)
      return { kind: 'ask', message: 'Please open the desk again; your account is not known any more.' };
    return useCases.placeOnly(person, typed, now);
  },
});

/** People as registrations know them: by the address that a mail reached, and taken down when new. */
function directoryOf({ people, useCases }: PeopleFeature): People {
  const byEmail = (address: string): Promise<Person | undefined> => people.find([{ kind: 'email', address }]);
  return {
    byEmail,
    byId: (id) => people.get(id),
    async takeDown({ area, ...details }) {
      const known = await byEmail(details.email);
      if (known) return known;
      const at = useCases.now();
      const person = await people.takeDown(details, [{ kind: 'email', address: details.email }], at);
      const placing = area ? await useCases.place(person, area, at) : undefined;
      return placing?.kind === 'placed' ? placing.person : person;
    },
  };
}

function identityOf({ people, links, useCases }: PeopleFeature, { tabTokens, bot }: World): IdentityPorts {
  /** A sign-in name is an address only where our own tenant vouches for it. */
  const proven = (tenant: string, email: string | undefined): string | undefined =>
    (bot.homeTenant === '*' || tenant === bot.homeTenant) && !/#ext#/i.test(email ?? '') ? email : undefined;
  return {
    tabTokens,
    personOfTab: ({ email, ...account }) =>
      useCases.recognise(account, () => Promise.resolve(proven(account.tenant, email))),
    async followLink(token) {
      const followed = await links.follow(token);
      if (followed?.kind !== 'person') return followed;
      const person = await people.get(followed.person);
      return person && { kind: 'person', person };
    },
  };
}
