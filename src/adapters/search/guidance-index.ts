import MiniSearch from 'minisearch';
import { TOPIC_LABELS } from '../../domain/guidance/labels.js';
import { listedResources } from '../../domain/guidance/filter.js';
import type { Resource } from '../../domain/guidance/resource.js';
import { stemOf } from '../../domain/guidance/stem.js';

const SMALL_WORDS = new Set(
  'a about an and any are as at by can do for from guidance guide how i in is it me my of on or our please the to what when where which who with you your'.split(
    ' ',
  ),
);

/**
 * Finds listed resources by words: title first, then topics, publisher and summary; a slip of the keyboard and the
 * beginning of a word are forgiven. Best first; without words that mean something, all in the order of the library.
 */
export function guidanceIndex(resources: readonly Resource[]): (words: string) => readonly Resource[] {
  const listed = listedResources(resources);
  const byId = new Map(listed.map((resource) => [resource.id, resource]));
  const index = new MiniSearch({
    fields: ['title', 'topics', 'publisher', 'summary'],
    processTerm: (word) => (SMALL_WORDS.has(word.toLowerCase()) ? null : stemOf(word.toLowerCase())),
    searchOptions: {
      boost: { title: 4, topics: 2 },
      prefix: (word) => word.length > 3,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(
    listed.map(({ id, title, topics, publisher, summary }) => ({
      id,
      title,
      topics: topics.map((topic) => TOPIC_LABELS[topic]).join(' '),
      publisher,
      summary,
    })),
  );
  return (words) => {
    const said = words.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
    if (said.every((word) => SMALL_WORDS.has(word))) return listed;
    return index.search(words).flatMap(({ id }) => byId.get(String(id)) ?? []);
  };
}
