import { isOffered, OVERRUN_MINUTES, type Briefing } from '../../domain/briefing/briefing.js';
import { parseBriefingCode } from '../../domain/briefing/code.js';
import type { OfferedBriefing, RegistrationStatus } from '../../domain/registration/registration.js';
import type { Person } from '../../domain/shared/person.js';
import { mayLead } from '../../domain/shared/policy.js';
import { regionById, REGIONS, type RegionId } from '../../domain/shared/region.js';
import { plusMinutes, type Instant } from '../../domain/shared/time.js';
import type { Place, RegistrationStore, Request } from './ports.js';

interface Ports {
  readonly store: RegistrationStore;
}

/** The coming briefings one can register for, the person's own region first, then in order of start. */
export const seeComing =
  ({ store }: Ports) =>
  async (input: { person: Person; region?: RegionId; now: Instant }): Promise<readonly Place[]> => {
    const { person, region, now } = input;
    const places = await store.listComing(person.id, plusMinutes(now, -OVERRUN_MINUTES));
    const open = places.filter(
      ({ briefing }) =>
        isOffered(briefing as Briefing, now) && (region === undefined || briefing.region === region),
    );
    const own = open.filter(({ briefing }) => briefing.region === person.area?.region);
    return [...own, ...open.filter((place) => !own.includes(place))];
  };

/** The person's own places at briefings that are not over; a withdrawn one only while it can be taken up again. */
export const seeMine =
  ({ store }: Ports) =>
  async (input: { person: Person; now: Instant }): Promise<readonly Required<Place>[]> => {
    const mine = await store.listMine(input.person.id, plusMinutes(input.now, -OVERRUN_MINUTES));
    return mine.filter(
      ({ briefing, registration }) =>
        isOffered(briefing as Briefing, input.now) ||
        (briefing.status === 'cancelled' &&
          registration.status !== 'withdrawn' &&
          briefing.endsAt > input.now),
    );
  };

/** One briefing with the person's own place, if it is one that attendees know. */
export const seePlace =
  ({ store }: Ports) =>
  async (input: { person: Person; code: string }): Promise<Place | undefined> => {
    const code = parseBriefingCode(input.code);
    const briefing = code && (await store.briefing(code));
    if (!briefing || briefing.status === 'creating' || briefing.status === 'held_back') return undefined;
    const registration = await store.find(input.person.id, briefing.code);
    return { briefing, ...(registration ? { registration } : {}) };
  };

export const REQUESTS_PAGE = 10;

export interface RequestPage {
  readonly requests: readonly Request[];
  readonly total: number;
  /** From 1; the last one where a later one was asked for. */
  readonly page: number;
  readonly pages: number;
}

/** The requests that wait in the regions which the person leads, the oldest first. */
export const seeRequests =
  ({ store }: Ports) =>
  async (input: { lead: Person; page: number; now: Instant }): Promise<RequestPage> => {
    const regions = REGIONS.filter(({ id }) => mayLead(input.lead, id)).map(({ id }) => id);
    const read = (page: number) =>
      store.listRequests({
        regions,
        endsAfter: input.now,
        offset: (page - 1) * REQUESTS_PAGE,
        limit: REQUESTS_PAGE,
      });
    const asked = await read(input.page);
    const pages = Math.max(1, Math.ceil(asked.total / REQUESTS_PAGE));
    const page = Math.min(input.page, pages);
    const { requests } = page === input.page ? asked : await read(page);
    return { requests, total: asked.total, page, pages };
  };

export type Attendance =
  | {
      readonly kind: 'counts';
      readonly briefing: OfferedBriefing;
      readonly counts: Readonly<Record<RegistrationStatus, number>>;
    }
  | { readonly kind: 'refused'; readonly problem: string };

/** How many have registered, wait and have withdrawn, for a lead of the briefing's region. */
export const seeAttendance =
  ({ store }: Ports) =>
  async (input: { lead: Person; code: string }): Promise<Attendance> => {
    const code = parseBriefingCode(input.code);
    const briefing = code && (await store.briefing(code));
    if (!briefing) {
      return {
        kind: 'refused',
        problem: `There is no briefing ${input.code.slice(0, 20)}. Type “briefings” to see them all.`,
      };
    }
    if (!mayLead(input.lead, briefing.region)) {
      const { name } = regionById(briefing.region);
      return {
        kind: 'refused',
        problem: `Only the regional lead of ${name} or a coordinator sees the attendance of ${briefing.code}.`,
      };
    }
    return { kind: 'counts', briefing, counts: await store.counts(briefing.code) };
  };
