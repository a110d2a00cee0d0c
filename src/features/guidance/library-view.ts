import { countFacets, listedResources } from '../../domain/guidance/filter.js';
import { JURISDICTION_LABELS } from '../../domain/guidance/labels.js';
import type { Resource } from '../../domain/guidance/resource.js';
import { helpLineOf } from './guidance-help.js';
import { LINES, RESOURCES } from './library.js';

/** The whole library as the tab shows it: lines first, the listed resources, and how many fit each value of a facet. */
export function libraryView() {
  const counts = countFacets(RESOURCES);
  return {
    lines: LINES.map((line) => ({
      ...helpLineOf(line),
      name:
        line.jurisdiction === 'uk' ? line.name : `${line.name} (${JURISDICTION_LABELS[line.jurisdiction]})`,
    })),
    resources: listedResources(RESOURCES).map(resourceView),
    facets: {
      audience: facetOf(counts.audience),
      topic: facetOf(counts.topic),
      jurisdiction: facetOf(counts.jurisdiction),
      type: facetOf(counts.type),
    },
  };
}

const facetOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([value, count]) => ({ value, count }));

const resourceView = (resource: Resource) => ({
  id: resource.id,
  title: resource.title,
  publisher: resource.publisher,
  summary: resource.summary,
  url: resource.url,
  audience: [...resource.audience],
  topics: [...resource.topics],
  jurisdiction: resource.jurisdiction,
  type: resource.type,
  status: resource.status,
  statusNote: resource.statusNote === '' ? null : resource.statusNote,
  replacementUrl: resource.replacementUrl,
});
