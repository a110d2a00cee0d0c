import { linesFor, type ContactLine } from '../../domain/guidance/contacts.js';
import { filterResources } from '../../domain/guidance/filter.js';
import { matchTopics } from '../../domain/guidance/match.js';
import {
  addressOf,
  type Jurisdiction,
  type Resource,
  type ResourceAudience,
} from '../../domain/guidance/resource.js';
import type { Force } from '../../domain/routing/area-directory.js';
import type { Audience } from '../../domain/shared/audience.js';
import type { RegionId } from '../../domain/shared/region.js';
import { LINES, RESOURCES } from './library.js';

export type Nation = Force['nation'];

/** For whom help is looked up; without a nation what holds in the whole United Kingdom. */
export interface HelpFor {
  readonly nation?: Nation | undefined;
  readonly audience?: Audience | undefined;
}

/** A resource that goes with an answer. */
export interface HelpResource {
  readonly id: string;
  readonly title: string;
  /** Where it is today; null where it has no public address. */
  readonly url: string | null;
}

/** A line to call that goes with an answer. */
export interface HelpLine {
  readonly name: string;
  readonly phone: string | null;
  readonly url: string | null;
  /** When it is the right one, a sentence. */
  readonly when: string;
}

const AUDIENCES: Readonly<Record<Audience, ResourceAudience>> = {
  'elected-official': 'elected-officials',
  'private-office': 'private-office',
  'faith-leader': 'faith-leaders',
  'parish-councillor': 'elected-officials',
  other: 'everyone',
};

const JURISDICTIONS: Readonly<Record<Nation, Jurisdiction>> = {
  england: 'england-and-wales',
  wales: 'england-and-wales',
  scotland: 'scotland',
  'northern-ireland': 'northern-ireland',
};

/** The nation that a region lies in; undefined without a region. */
export function nationOf(region: RegionId | undefined): Nation | undefined {
  if (region === undefined) return undefined;
  return region === 'wales' || region === 'scotland' || region === 'northern-ireland' ? region : 'england';
}

/** The resources that a person may be sent to at all. */
export function resourcesOpenTo({ nation, audience }: HelpFor): readonly Resource[] {
  return filterResources(RESOURCES, {
    ...(audience ? { audience: AUDIENCES[audience] } : {}),
    jurisdiction: nation ? JURISDICTIONS[nation] : 'uk',
  });
}

/** The lines of a nation with all that is said of them; those of the whole United Kingdom without one. */
export const contactLines = (nation?: Nation): readonly ContactLine[] =>
  nation ? linesFor(nation, LINES) : LINES.filter((line) => line.jurisdiction === 'uk');

/** What goes with the answer to a question. Answers at once, from memory. */
export const guidanceHelp = {
  /** At most three resources that fit the words, best first; none for words that fit nothing. */
  resourcesFor(text: string, whom: HelpFor = {}): readonly HelpResource[] {
    return matchTopics(text, resourcesOpenTo(whom)).map((resource) => ({
      id: resource.id,
      title: resource.title,
      url: addressOf(resource),
    }));
  },
  /** 999 first, then the other lines of the nation. */
  linesFor: (nation?: Nation): readonly HelpLine[] => contactLines(nation).map(helpLineOf),
};

export type GuidanceHelp = typeof guidanceHelp;

/** A line as it goes with an answer. */
export const helpLineOf = ({ name, phone, url, when }: ContactLine): HelpLine => ({
  name,
  phone: phone ?? null,
  url: url ?? null,
  when,
});
