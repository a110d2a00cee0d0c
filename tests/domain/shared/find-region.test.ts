import { findRegion, REGIONS } from '../../../src/domain/shared/region.js';

test('every region is found by its id, code and name', () => {
  for (const region of REGIONS) {
    for (const text of [
      region.id,
      region.code,
      region.name,
      region.code.toLowerCase(),
      region.name.toUpperCase(),
    ]) {
      expect(findRegion(text)?.id).toBe(region.id);
    }
  }
});

test.each([
  ['north west', 'north-west'],
  ['northwest', 'north-west'],
  ['CTP North West', 'north-west'],
  ['nw region', 'north-west'],
  ['the N.W. region', 'north-west'],
  ['East of England', 'eastern'],
  ['E Midlands', 'east-midlands'],
  ['Cymru', 'wales'],
  ['N. Ireland', 'northern-ireland'],
])('%s means %s', (text, id) => {
  expect(findRegion(text)?.id).toBe(id);
});

test.each(['', 'region', 'north', 'midlands', 'Atlantis', '2027'])('%j is no region', (text) => {
  expect(findRegion(text)).toBeUndefined();
});
