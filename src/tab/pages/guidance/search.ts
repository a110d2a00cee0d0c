import MiniSearch from 'minisearch';
import type { ResourceView } from '../../../contract/guidance.js';

export const FACETS = ['audience', 'topic', 'jurisdiction', 'type'] as const;
export type Facet = (typeof FACETS)[number];
export type Filters = Readonly<Partial<Record<Facet, string>>>;

export interface Option {
  readonly value: string;
  readonly count: number;
}

/** Finds resources by words: the order is by fitness, beginnings and small misspellings count. */
export type Finder = (words: string) => readonly ResourceView[];

const FIELDS = ['title', 'publisher', 'summary', 'topics', 'audience', 'type'];

export function createFinder(resources: readonly ResourceView[]): Finder {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const index = new MiniSearch<ResourceView>({
    fields: FIELDS,
    extractField: (resource, field) => {
      const value = resource[field as keyof ResourceView];
      return Array.isArray(value) ? value.join(' ') : (value ?? '');
    },
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boost: { title: 4, topics: 2 },
      combineWith: 'AND',
    },
  });
  index.addAll(resources);
  return (words) => {
    if (words.trim() === '') return resources;
    return index.search(words).flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}

/** What a resource stands under in a facet. */
export function valuesOf(resource: ResourceView, facet: Facet): readonly string[] {
  if (facet === 'audience') return resource.audience;
  return facet === 'topic' ? resource.topics : [resource[facet]];
}

const fits = (resource: ResourceView, filters: Filters, except?: Facet): boolean =>
  FACETS.every((facet) => {
    const wanted = filters[facet];
    return facet === except || wanted === undefined || valuesOf(resource, facet).includes(wanted);
  });

export const filtered = (found: readonly ResourceView[], filters: Filters): readonly ResourceView[] =>
  found.filter((resource) => fits(resource, filters));

/** The values of a facet with how many entries each would leave, given the words and the other filters. */
export function optionsOf(
  found: readonly ResourceView[],
  filters: Filters,
  facet: Facet,
  order: readonly string[],
): readonly Option[] {
  const counts = new Map<string, number>();
  for (const resource of found.filter((one) => fits(one, filters, facet))) {
    for (const value of valuesOf(resource, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return order
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || filters[facet] === value);
}

/** Other entries with most topics in common. */
export function related(
  resources: readonly ResourceView[],
  to: ResourceView,
  limit: number,
): readonly ResourceView[] {
  const shared = (one: ResourceView): number =>
    one.topics.filter((topic) => to.topics.includes(topic)).length;
  return resources
    .filter((one) => one.id !== to.id && shared(one) > 0)
    .sort((left, right) => shared(right) - shared(left))
    .slice(0, limit);
}
