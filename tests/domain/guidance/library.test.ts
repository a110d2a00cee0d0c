import { addressOf, isRecommendable, type Resource } from '../../../src/domain/guidance/resource.js';
import { countFacets, filterResources, listedResources } from '../../../src/domain/guidance/filter.js';
import { matchTopics } from '../../../src/domain/guidance/match.js';
import { stemOf } from '../../../src/domain/guidance/stem.js';
import { forceLine, linesFor, linesOfUse, type ContactLine } from '../../../src/domain/guidance/contacts.js';
import * as labels from '../../../src/domain/guidance/labels.js';
import { createAreaDirectory } from '../../../src/adapters/policing/area-directory.js';
import { brand, type ForceId } from '../../../src/domain/shared/ids.js';
import library from '../../../src/features/guidance/library/resources.json' with { type: 'json' };
import lineTable from '../../../src/features/guidance/library/lines.json' with { type: 'json' };

const resources = library.resources as readonly Resource[];
const lines = lineTable.lines as readonly ContactLine[];
const idsOf = (list: readonly Resource[]) => list.map((resource) => resource.id);

describe('the library', () => {
  test('holds the 48 named resources, each once, each complete and in the words of the vocabularies', () => {
    expect(new Set(idsOf(resources)).size).toBe(48);
    for (const resource of resources) {
      expect(resource.summary).toMatch(/^[A-Z].*\.$/);
      expect(resource.namedIn.length).toBeGreaterThan(0);
      expect(resource.audience.filter((value) => !(value in labels.AUDIENCE_FACET_LABELS))).toEqual([]);
      expect(resource.topics.filter((value) => !(value in labels.TOPIC_LABELS))).toEqual([]);
      expect(labels.TYPE_LABELS[resource.type]).toBeDefined();
      expect(labels.STATUS_LABELS[resource.status]).toBeDefined();
      expect(labels.JURISDICTION_LABELS[resource.jurisdiction]).toBeDefined();
      for (const url of [resource.url, resource.replacementUrl])
        if (url !== null) expect(URL.canParse(url)).toBe(true);
    }
  });

  test('never lists the newspaper article, though it stays on record', () => {
    expect(listedResources(resources)).toHaveLength(47);
    expect(idsOf(listedResources(resources))).not.toContain('daily-mail-2016');
    expect(idsOf(filterResources(resources, { type: 'news' }))).toEqual([]);
  });

  test('sends people to the replacement of what has moved', () => {
    const retired = resources.find((resource) => resource.id === 'prevent-tragedies');
    expect(retired && addressOf(retired)).toBe('https://actearly.uk/');
  });
});

describe('filtering', () => {
  test('a faith leader in Scotland finds what is for everyone and for the whole kingdom, and no scheme of elsewhere', () => {
    const found = idsOf(filterResources(resources, { audience: 'faith-leaders', jurisdiction: 'scotland' }));
    expect(found).toEqual(expect.arrayContaining(['blue-book', 'run-hide-tell', 'cst-safe']));
    expect(found).not.toContain('worship-schemes');
  });

  test('each count is the number of resources that choosing that value leaves', () => {
    const filter = { audience: 'private-office', jurisdiction: 'uk' } as const;
    const counts = countFacets(resources, filter);
    for (const [topic, count] of Object.entries(counts.topic)) {
      expect(
        filterResources(resources, { ...filter, topic: topic as keyof typeof counts.topic }),
      ).toHaveLength(count);
    }
    expect(counts.audience['faith-leaders']).toBe(
      filterResources(resources, { audience: 'faith-leaders', jurisdiction: 'uk' }).length,
    );
    expect(counts.type.news).toBeUndefined();
  });

  test('no filter leaves every listed resource', () => {
    expect(filterResources(resources, {})).toHaveLength(47);
  });
});

describe('matching a question', () => {
  test.each([
    ['How do I get money for a security guard at our mosque?', 'mosques-scheme'],
    ['How should I protect my email account and phone from hackers?', 'ncsc-individuals-in-politics'],
    ['What should I do in a knife attack, run or hide?', 'run-hide-tell'],
    ['what goes into a bleeding control kit', 'pact-kits'],
    ['I worry a young man is being radicalised', 'prevent-tragedies'],
    ['suspicious parcels in the post', 'blue-book'],
    ['staff who work alone at surgeries', 'slt-work'],
  ])('%s finds %s', (words, id) => {
    const found = matchTopics(words, resources);
    expect(idsOf(found)).toContain(id);
    expect(found.length).toBeLessThanOrEqual(3);
    expect(matchTopics(words, resources)).toEqual(found);
  });

  test('words that fit nothing find nothing', () => {
    expect(matchTopics('and the what of it', resources)).toEqual([]);
    expect(matchTopics('quantum marmalade', resources)).toEqual([]);
  });

  test('only what can be recommended is found, whatever is asked', () => {
    const everything = resources.map((resource) => `${resource.title} ${resource.summary}`);
    for (const words of everything) expect(matchTopics(words, resources).every(isRecommendable)).toBe(true);
    expect(idsOf(matchTopics('household chemicals campaign', resources))).not.toContain(
      'npsa-household-chemicals',
    );
  });

  test('common endings do not matter', () => {
    expect(['parcels', 'harassed', 'stalking', 'threats', 'bus'].map(stemOf)).toEqual([
      'parcel',
      'harass',
      'stalk',
      'threat',
      'bus',
    ]);
  });
});

describe('lines to call', () => {
  const numbers = (list: readonly ContactLine[]) => list.map((line) => line.phone);

  test('every nation has 999 first, 101, and the hotline with its number', () => {
    for (const nation of ['england', 'wales', 'scotland', 'northern-ireland'] as const) {
      const own = linesFor(nation, lines);
      expect(own[0]).toMatchObject({ phone: '999', textphone: '18000' });
      expect(numbers(own)).toEqual(expect.arrayContaining(['101', '0800 789 321']));
      expect(linesOfUse('non-emergency', own).filter((line) => line.url !== undefined)).toHaveLength(1);
    }
  });

  test('a force has its own page to report on and 101 by textphone', () => {
    const force = createAreaDirectory().force(brand<ForceId>('metropolitan'));
    expect(forceLine(force)).toMatchObject({ phone: '101', textphone: '18001 101', url: force.reportOnline });
  });

  test('each line can be reached somehow', () => {
    expect(lines.filter((line) => !line.phone && !line.url)).toEqual([]);
  });
});
