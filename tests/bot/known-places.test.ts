import { KnownPlaces } from '../../src/bot/known-places.js';

const URL = 'https://smba.trafficmanager.net/uk/';

test('a place that was written down is known for a minute', () => {
  let now = 0;
  const places = new KnownPlaces(() => now);
  expect(places.has('a', URL)).toBe(false);
  places.add('a', URL);
  now = 59_000;
  expect(places.has('a', URL)).toBe(true);
  now = 61_000;
  expect(places.has('a', URL)).toBe(false);
});

test('another conversation, or another address for its answers, is a place of its own', () => {
  const places = new KnownPlaces(() => 0);
  places.add('a', URL);
  expect(places.has('b', URL)).toBe(false);
  expect(places.has('a', 'https://smba.trafficmanager.net/emea/')).toBe(false);
});

test('what was forgotten is known no more', () => {
  const places = new KnownPlaces(() => 0);
  places.add('a', URL);
  places.forget('a', URL);
  expect(places.has('a', URL)).toBe(false);
});
