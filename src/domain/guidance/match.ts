import { isRecommendable, type Resource } from './resource.js';
import { stemOf } from './stem.js';
import { TOPIC_WORDS } from './topic-words.js';

const MOST = 3;
const LEAST_SCORE = 3;
const STOP = new Set(
  (
    'a about after all am an and any are as at be been by can could do does for from get has have he her his how i if in ' +
    'is it its just like make may me my need no not of off on one or our out please she should so some that the their ' +
    'them there they this to up us was we were what when where which who why will with would you your ' +
    'security guidance guide uk protectuk'
  ).split(' '),
);

function stemsOf(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? [];
  return new Set(found.filter((word) => !STOP.has(word)).map(stemOf));
}

function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return [...left].filter((word) => right.has(word)).length;
}

/** How well a resource answers the words of a question: topics weigh most, then the title, then the summary. */
function scoreOf(asked: ReadonlySet<string>, resource: Resource): number {
  const topics = resource.topics.reduce((sum, topic) => sum + shared(asked, TOPIC_WORDS[topic]), 0);
  const title = shared(asked, stemsOf(resource.title));
  const summary = shared(asked, stemsOf(resource.summary));
  const fresh = resource.status === 'current' ? 0.5 : 0;
  const fit = 3 * topics + 2 * title + summary;
  // A resource that touches many topics is less to the point than one that is about the thing asked.
  return fit === 0 ? 0 : fit + fresh - resource.topics.length * 0.2;
}

/**
 * At most three resources that fit the words of a question, best first; equal ones in the order of the library.
 * None for words that fit nothing. The same words always give the same answer.
 */
export function matchTopics(words: string, resources: readonly Resource[]): readonly Resource[] {
  const asked = stemsOf(words);
  return resources
    .filter(isRecommendable)
    .map((resource, order) => ({ resource, order, score: scoreOf(asked, resource) }))
    .filter(({ score }) => score >= LEAST_SCORE - 1)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ resource }) => resource);
}
