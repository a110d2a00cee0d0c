import { createFinder, filtered, optionsOf, related } from '../../src/tab/pages/guidance/search.js';
import { aResource } from '../support/tab-world.js';

const blueBook = aResource();
const mosques = aResource({
  id: 'mosques',
  title: 'Protective security for mosques',
  summary: 'Guarding and equipment.',
  audience: ['faith leaders'],
  topics: ['guarding', 'personal security'],
  type: 'scheme',
});
const cyber = aResource({
  id: 'cyber',
  title: 'Guidance for individuals in politics',
  summary: 'Keep accounts and devices safe.',
  audience: ['elected officials'],
  topics: ['cyber security'],
  jurisdiction: 'Scotland',
});
const all = [blueBook, mosques, cyber];
const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

describe('searching the guidance library', () => {
  const find = createFinder(all);

  test('gives everything in its own order when no words are given', () => {
    expect(ids(find('  '))).toEqual(['blue-book', 'mosques', 'cyber']);
  });

  test('finds by the beginning of a word', () => {
    expect(ids(find('mosq'))).toEqual(['mosques']);
  });

  test('forgives a small misspelling', () => {
    expect(ids(find('polotics'))).toEqual(['cyber']);
  });

  test('wants every word to fit', () => {
    expect(ids(find('personal guarding'))).toEqual(['mosques']);
  });

  test('finds nothing rather than something unfit', () => {
    expect(find('zebra')).toEqual([]);
  });
});

describe('filtering the guidance library', () => {
  test('keeps what stands under all chosen values', () => {
    expect(ids(filtered(all, { audience: 'faith leaders', type: 'scheme' }))).toEqual(['mosques']);
  });

  test('counts each value by what the other filters leave', () => {
    const options = optionsOf(all, { type: 'guide' }, 'audience', ['elected officials', 'faith leaders']);
    expect(options).toEqual([
      { value: 'elected officials', count: 2 },
      { value: 'faith leaders', count: 1 },
    ]);
  });

  test('leaves out values without entries but keeps the chosen one', () => {
    const options = optionsOf([cyber], { type: 'scheme' }, 'type', ['guide', 'scheme', 'app']);
    expect(options.map(({ value }) => value)).toEqual(['guide', 'scheme']);
  });

  test('names as related what shares most topics', () => {
    expect(ids(related(all, blueBook, 3))).toEqual(['mosques']);
  });
});
