import { CARD_LIMIT_BYTES } from '../../../src/bot/card.js';
import { approvalsCard } from '../../../src/features/registrations/cards/approvals.card.js';
import { placeCard } from '../../../src/features/registrations/cards/place.card.js';
import { placesCard } from '../../../src/features/registrations/cards/places.card.js';
import { noticeWords, type About } from '../../../src/features/registrations/notice-words.js';
import { aBriefing, aRegistration, aStranger, codeOf } from '../../support/memory/registration-builders.js';

const person = aStranger();
const size = (card: object) => Buffer.byteLength(JSON.stringify(card), 'utf8');
const LONG = 'https://teams.microsoft.com/l/meetup-join/' + 'x'.repeat(300);

test('a full page of places or requests stays under 25 KB', () => {
  const places = Array.from({ length: 77 }, (_, index) => ({
    briefing: aBriefing({
      code: codeOf(`NW-2027-${String((index % 12) + 1).padStart(2, '0')}`),
      joinUrl: LONG,
    }),
    registration: aRegistration({ person: person.id }),
  }));
  for (const list of ['coming', 'mine'] as const) {
    const card = placesCard(places, { list, page: 2, region: 'north-west', person, notice: 'Done.' });
    expect(size(card)).toBeLessThan(CARD_LIMIT_BYTES);
  }
  const requests = places.slice(0, 10).map((place) => ({
    ...place,
    name: 'N'.repeat(120),
    email: `${'e'.repeat(240)}@example.org`,
    audience: 'elected-official' as const,
    area: 'A'.repeat(120),
  }));
  expect(size(approvalsCard({ requests, total: 10_000, page: 5, pages: 1000 }, 'Done.'))).toBeLessThan(
    CARD_LIMIT_BYTES,
  );
});

test('what a person typed stands in plain runs and is no part of the template', () => {
  const briefing = aBriefing({ topics: [{ title: '**${code}** <at>all</at>', summary: '' }] });
  const card = JSON.stringify(
    placeCard({ briefing }, { title: 'A', style: 'emphasis', paragraphs: ['${code}'] }),
  );
  expect(card).toContain('{"type":"TextRun","text":"${code}"}');
  expect(card).toContain('"text":"• **${code}** <at>all</at>"');
});

test.each([
  ['confirmed', 'confirmed', 'published'],
  ['waiting', 'waiting', 'published'],
  ['declined', 'declined', 'published'],
  ['withdrawn', 'withdrawn', 'published'],
  ['moved', 'confirmed', 'published'],
  ['moved', 'waiting', 'published'],
  ['cancelled', 'confirmed', 'cancelled'],
  ['reminder', 'confirmed', 'published'],
  ['link', 'declined', 'published'],
] as const)('the notice “%s” to somebody %s at a %s briefing has a card', (about: About, status, state) => {
  const place = {
    briefing: aBriefing({ status: state }),
    registration: aRegistration({ person: person.id, status }),
  };
  const words = noticeWords(about, place);
  expect(words).toBeDefined();
  if (!words) return;
  const card = JSON.stringify(placeCard(place, words));
  expect(card).toContain('Tuesday 9 February 2027, 18:00 to 19:00 (London time)');
  expect(card.includes('Join in Teams')).toBe(status === 'confirmed' && state === 'published');
  expect(card.includes('"title":"Withdraw"')).toBe(
    (status === 'confirmed' || status === 'waiting') && state === 'published',
  );
});

test('a notice that no longer fits the place is not written at all', () => {
  const place = {
    briefing: aBriefing(),
    registration: aRegistration({ person: person.id, status: 'withdrawn' }),
  };
  const abouts: About[] = ['confirmed', 'waiting', 'declined', 'moved', 'cancelled', 'reminder'];
  expect(abouts.map((about) => noticeWords(about, place))).toEqual(abouts.map(() => undefined));
});
