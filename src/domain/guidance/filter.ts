import { AUDIENCE_FACET_LABELS, JURISDICTION_LABELS, TOPIC_LABELS, TYPE_LABELS } from './labels.js';
import type { Jurisdiction, Resource, ResourceAudience, ResourceTopic, ResourceType } from './resource.js';

/** What the library is narrowed by; an absent facet narrows nothing. */
export interface ResourceFilter {
  readonly audience?: ResourceAudience;
  readonly topic?: ResourceTopic;
  readonly jurisdiction?: Jurisdiction;
  readonly type?: ResourceType;
}

/** How many listed resources each value of a facet would leave, given the other facets of the filter. */
export interface FacetCounts {
  readonly audience: Readonly<Partial<Record<ResourceAudience, number>>>;
  readonly topic: Readonly<Partial<Record<ResourceTopic, number>>>;
  readonly jurisdiction: Readonly<Partial<Record<Jurisdiction, number>>>;
  readonly type: Readonly<Partial<Record<ResourceType, number>>>;
}

/** The resources that are shown at all. */
export function listedResources(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter((resource) => resource.listed);
}

/**
 * The listed resources that fit every facet of the filter, in the order of the library. A resource for everyone
 * fits each audience, one for the whole United Kingdom fits each jurisdiction.
 */
export function filterResources(resources: readonly Resource[], filter: ResourceFilter): readonly Resource[] {
  return listedResources(resources).filter(
    (resource) =>
      (filter.audience === undefined || servesAudience(resource, filter.audience)) &&
      (filter.topic === undefined || resource.topics.includes(filter.topic)) &&
      (filter.jurisdiction === undefined || appliesIn(resource, filter.jurisdiction)) &&
      (filter.type === undefined || resource.type === filter.type),
  );
}

function servesAudience(resource: Resource, audience: ResourceAudience): boolean {
  return resource.audience.includes(audience) || resource.audience.includes('everyone');
}

function appliesIn(resource: Resource, jurisdiction: Jurisdiction): boolean {
  return resource.jurisdiction === jurisdiction || resource.jurisdiction === 'uk';
}

/** The counts beside the values of each facet; a value that would leave nothing has no count. */
export function countFacets(resources: readonly Resource[], filter: ResourceFilter = {}): FacetCounts {
  const left = (narrowed: ResourceFilter): number =>
    filterResources(resources, { ...filter, ...narrowed }).length;
  return {
    audience: tally(keysOf(AUDIENCE_FACET_LABELS), (audience) => left({ audience })),
    topic: tally(keysOf(TOPIC_LABELS), (topic) => left({ topic })),
    jurisdiction: tally(keysOf(JURISDICTION_LABELS), (jurisdiction) => left({ jurisdiction })),
    type: tally(keysOf(TYPE_LABELS), (type) => left({ type })),
  };
}

function keysOf<Key extends string>(labels: Readonly<Record<Key, string>>): readonly Key[] {
  return Object.keys(labels) as Key[];
}

function tally<Value extends string>(
  values: readonly Value[],
  count: (value: Value) => number,
): Readonly<Partial<Record<Value, number>>> {
  const counts: Partial<Record<Value, number>> = {};
  for (const value of values) {
    const number = count(value);
    if (number > 0) counts[value] = number;
  }
  return counts;
}
