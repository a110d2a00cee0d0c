import type { Nth, Weekday } from '../domain/briefing/cadence.js';
import type { BriefingTopic } from '../domain/question/triage/route.js';
import { teamFor, TEAM_LABELS, type TeamKind } from '../domain/routing/team.js';
import { brand, type ForceId, type TeamId } from '../domain/shared/ids.js';
import type { RegionId } from '../domain/shared/region.js';
import type { Instant, LocalTime } from '../domain/shared/time.js';
import { channelOf } from './connector/state.js';
import type { Channel } from './connector/types.js';
import { SEEDED_PEOPLE, type SeededPerson } from './people.js';

/** A region's year as its lead would schedule it. */
export interface SeededProgramme {
  readonly region: RegionId;
  readonly year: number;
  readonly nth: Nth;
  readonly weekday: Weekday;
  readonly time: LocalTime;
  readonly minutes: number;
  /** Presenters' addresses. */
  readonly presenters: readonly string[];
  /** The key of the seeded lead who would have typed it. */
  readonly lead: string;
  readonly topics: readonly BriefingTopic[];
}

/** A local policing team with its channel in Teams. */
export interface SeededTeam {
  readonly id: TeamId;
  readonly force: ForceId;
  readonly kind: TeamKind;
  readonly name: string;
  readonly email: string;
  readonly channel: Channel;
}

export interface Seed {
  /** What the clock shows when local mode starts for the first time: a month before the first briefing. */
  readonly startsAt: Instant;
  readonly people: readonly SeededPerson[];
  readonly teams: readonly SeededTeam[];
  /** Registrations from these domains need no approval. */
  readonly trustedDomains: readonly string[];
  /** Eleven programmes of seven briefings: 77. */
  readonly programmes: readonly SeededProgramme[];
  /** Who has a place already, by key, at which region's first briefing. */
  readonly registrations: readonly { readonly person: string; readonly region: RegionId }[];
}

const GMP = brand<ForceId>('greater-manchester');

const team = (kind: TeamKind, key: string, members: readonly string[]): SeededTeam => ({
  id: teamFor(GMP, kind === 'adviser' ? 'elected-official' : 'faith-leader'),
  force: GMP,
  kind,
  name: `Greater Manchester Police: ${TEAM_LABELS[kind].toLowerCase()}`,
  email: `${key}@gm-police.example`,
  channel: channelOf({
    key,
    teamName: `GMP ${TEAM_LABELS[kind].toLowerCase()}`,
    channelName: 'Briefing referrals',
    members,
  }),
});

const MAIL: BriefingTopic = {
  title: 'Suspicious letters, parcels and powders',
  summary:
    'Signs to look for, what not to touch or move, whom to call and in what order, a post routine for a small office.',
};
const HOME: BriefingTopic = {
  title: 'Security at home',
  summary:
    'Doors, lights, locks, alarms, cameras and video doorbells, keeping a home address out of public documents, callers.',
};
const SURGERIES: BriefingTopic = {
  title: 'Surgeries and public meetings',
  summary:
    'Choosing a venue, room layout, appointments, never alone, lone working, ending a meeting that turns, travel to and from.',
};
const ONLINE: BriefingTopic = {
  title: 'Life online',
  summary:
    'Passwords, two-step verification, phishing, what social media gives away, abuse online and how to report it.',
};
const WORSHIP: BriefingTopic = {
  title: 'Welcoming and watchful places of worship',
  summary:
    'Greeters, hostile reconnaissance, lockdown and evacuation, festivals, protective security grants, working with neighbours.',
};

const PLAN: readonly (readonly [RegionId, Nth, Weekday, string, readonly BriefingTopic[]])[] = [
  ['london', 'first', 'tuesday', '18:30', [SURGERIES, ONLINE]],
  ['north-east', 'first', 'wednesday', '18:00', [HOME, MAIL]],
  // not the letter's own example, so that a visitor can type that one and see seven new dates
  ['north-west', 'first', 'thursday', '18:00', [MAIL, HOME, SURGERIES]],
  ['south-east', 'second', 'wednesday', '18:00', [SURGERIES, HOME]],
  ['south-west', 'second', 'thursday', '17:30', [HOME, ONLINE]],
  ['eastern', 'third', 'monday', '18:00', [MAIL, SURGERIES]],
  ['east-midlands', 'third', 'tuesday', '18:00', [ONLINE, WORSHIP]],
  ['west-midlands', 'third', 'wednesday', '18:00', [WORSHIP, SURGERIES]],
  ['wales', 'third', 'thursday', '18:00', [SURGERIES, MAIL]],
  ['scotland', 'fourth', 'tuesday', '18:30', [HOME, SURGERIES]],
  ['northern-ireland', 'fourth', 'wednesday', '18:00', [MAIL, HOME]],
];

const PRESENTERS: Readonly<Partial<Record<RegionId, string>>> = { 'north-west': 'tom', wales: 'sian' };

const emailOf = (key: string): string => SEEDED_PEOPLE.find((entry) => entry.key === key)?.teams.email ?? '';

const leadOf = (region: RegionId): string => (region === 'north-west' ? 'priya' : `lead-${region}`);

/** Everything local mode begins with, as plain data. */
export const SEED: Seed = {
  startsAt: '2027-01-11T09:30:00.000Z' as Instant,
  people: SEEDED_PEOPLE,
  teams: [team('adviser', 'gmp-adviser', ['hannah']), team('neighbourhood', 'gmp-neighbourhood', ['callum'])],
  trustedDomains: ['councillors.test', 'mp-office.test'],
  programmes: PLAN.map(([region, nth, weekday, time, topics]) => ({
    region,
    year: 2027,
    nth,
    weekday,
    time: time as LocalTime,
    minutes: 60,
    presenters: [emailOf(PRESENTERS[region] ?? leadOf(region))],
    lead: leadOf(region),
    topics,
  })),
  registrations: [
    { person: 'maya', region: 'north-west' },
    { person: 'yusuf', region: 'north-west' },
  ],
};

/** The words that the tour types as Priya: the second series that her region's elected officials asked for. */
export const TOUR_COMMAND = 'schedule 2027 North West second Tuesday 18:00';
