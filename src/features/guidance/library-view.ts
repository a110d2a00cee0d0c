import { countFacets, listedResources } from '../../domain/guidance/filter.js';
import {
  AUDIENCE_FACET_LABELS,
  JURISDICTION_LABELS,
  TOPIC_LABELS,
  TYPE_LABELS,
} from '../../domain/guidance/labels.js';
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
      audience: facetOf(counts.audience, AUDIENCE_FACET_LABELS),
      topic: facetOf(counts.topic, TOPIC_LABELS),
      jurisdiction: facetOf(counts.jurisdiction, JURISDICTION_LABELS),
      type: facetOf(counts.type, TYPE_LABELS),
    },
  };
}

/** Values are in words: what is chosen among them is what the entries carry. */
const facetOf = (counts: Readonly<Record<string, number>>, labels: Readonly<Record<string, string>>) =>
  Object.entries(counts).map(([value, count]) => ({ value: labels[value] ?? value, count }));

const resourceView = (resource: Resource) => ({
  id: resource.id,
  title: resource.title,
  publisher: resource.publisher,
  summary: resource.summary,
  url: resource.url,
  audience: resource.audience.map((one) => AUDIENCE_FACET_LABELS[one]),
  topics: resource.topics.map((one) => TOPIC_LABELS[one]),
  jurisdiction: JURISDICTION_LABELS[resource.jurisdiction],
  type: TYPE_LABELS[resource.type],
  status: resource.status,
  statusNote: resource.statusNote === '' ? null : resource.statusNote,
  replacementUrl: resource.replacementUrl,
});
