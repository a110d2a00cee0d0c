import { routeOf } from '../../src/tab/app/routes.js';
import { faultyFields } from '../../src/tab/pages/register/useRegisterForm.js';
import { itemsOf, newcomers } from '../../src/tab/pages/panel/queueTabs.js';
import { cy } from '../../src/tab/text/cy.js';
import { en } from '../../src/tab/text/en.js';
import { failureSentence } from '../../src/tab/text/failure.js';
import { ago, clockSentence, londonTime, sessionTime } from '../../src/tab/text/times.js';
import { aQueueItem } from '../support/tab-world.js';

describe('the pages by path', () => {
  test.each([
    ['/tab/guidance', 'guidance'],
    ['/tab/', 'guidance'],
    ['/tab/panel', 'panel'],
    ['/tab/stage/', 'stage'],
    ['/tab/configure', 'configure'],
    ['/tab/briefings', 'briefings'],
    ['/register', 'register'],
    ['/tab/nonsense', 'unknown'],
    ['/me', 'unknown'],
    ['/me/a/b', 'unknown'],
    ['/elsewhere', 'unknown'],
  ])('%s is %s', (path, kind) => {
    expect(routeOf(path).kind).toBe(kind);
  });

  test('a personal or team link keeps its token', () => {
    expect(routeOf('/me/abc.def')).toEqual({ kind: 'me', token: 'abc.def' });
    expect(routeOf('/team/xyz')).toEqual({ kind: 'team', token: 'xyz' });
  });
});

describe('times', () => {
  test('a session is told by the clock of London', () => {
    expect(sessionTime(en, { date: '2027-02-09', time: '18:00', minutes: 60 })).toBe(
      'Tuesday 9 February 2027, 18:00 to 19:00 (London time)',
    );
    expect(sessionTime(cy, { date: '2027-02-09', time: '18:00', minutes: 90 })).toBe(
      'Dydd Mawrth 9 Chwefror 2027, 18:00 i 19:30 (amser Llundain)',
    );
  });

  test('a moment in summer is told in summer time', () => {
    expect(londonTime(en, '2027-06-08T17:30:00.000Z')).toBe('Tuesday 8 June 2027, 18:30');
  });

  test('an age is told in the largest fitting unit', () => {
    const now = Date.parse('2027-02-09T18:00:00Z');
    expect(ago(en, '2027-02-09T17:59:30Z', now)).toBe('just now');
    expect(ago(en, '2027-02-09T17:59:00Z', now)).toBe('1 minute ago');
    expect(ago(en, '2027-02-09T15:10:00Z', now)).toBe('2 hours ago');
    expect(ago(en, '2027-02-01T15:10:00Z', now)).toBe('Monday 1 February 2027, 15:10');
  });

  test('a response clock says what is left or how late it is', () => {
    const now = Date.parse('2027-02-09T18:00:00Z');
    expect(clockSentence(en, '2027-02-09T20:10:00Z', now)).toBe('2 h 10 min left');
    expect(clockSentence(en, '2027-02-09T17:15:00Z', now)).toBe('overdue by 45 min');
    expect(clockSentence(en, '2027-02-12T18:00:00Z', now)).toBe('3 days left');
  });
});

describe('what the reader is told of a failure', () => {
  test('is the sentence of the server where it refused', () => {
    expect(failureSentence(en, { kind: 'refused', message: 'Please shorten it.' })).toBe(
      'Please shorten it.',
    );
  });

  test('is our own where the server is ill or away', () => {
    expect(failureSentence(en, { kind: 'broken', message: 'stack' })).toBe(en.failure.broken);
    expect(failureSentence(cy, { kind: 'offline', message: null })).toBe(cy.failure.offline);
  });
});

describe('the two languages', () => {
  const SAME = new Set(['app.name', 'language.en', 'language.cy']);

  test('say everything, each in its own words', () => {
    const english = sentencesOf(en);
    const welsh = sentencesOf(cy);
    expect([...welsh.keys()]).toEqual([...english.keys()]);
    const untranslated = [...english].filter(
      ([key, words]) => words.length > 6 && welsh.get(key) === words && !SAME.has(key),
    );
    expect(untranslated).toEqual([]);
    expect(
      [...welsh].filter(([key, words]) => words.trim() === '' && key !== 'briefing.state.coming'),
    ).toEqual([]);
  });
});

function sentencesOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'function') {
    return new Map([[path, String((value as (...args: unknown[]) => unknown)('2', '3', '4'))]]);
  }
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...sentencesOf(inner, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

describe('the queue', () => {
  const items = [
    aQueueItem({ id: 'late', askedAt: '2027-02-09T18:20:00Z' }),
    aQueueItem({ id: 'early', askedAt: '2027-02-09T18:01:00Z' }),
    aQueueItem({ id: 'done-early', state: 'declined', askedAt: '2027-02-09T18:02:00Z' }),
    aQueueItem({ id: 'done-late', state: 'answered', askedAt: '2027-02-09T18:03:00Z' }),
  ];
  const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

  test('puts the longest waiting first and the last done first', () => {
    expect(ids(itemsOf(items, 'waiting'))).toEqual(['early', 'late']);
    expect(ids(itemsOf(items, 'done'))).toEqual(['done-late', 'done-early']);
  });

  test('counts as new what has come and is still to be handled', () => {
    const more = [...items, aQueueItem({ id: 'x' }), aQueueItem({ id: 'y', state: 'declined' })];
    expect(newcomers(items, more)).toBe(1);
    expect(newcomers(items, items.slice(1))).toBe(0);
  });

  test('does not count one that has left its group as new', () => {
    const wordings = [{ id: 'other', text: 'The same?', version: 1 }];
    const grouped = [aQueueItem({ id: 'lead', askers: 2, wordings })];
    expect(newcomers(grouped, [aQueueItem({ id: 'lead' }), aQueueItem({ id: 'other' })])).toBe(0);
  });
});

describe('the answers of a registration', () => {
  const good = {
    briefing: 'NW-2027-02',
    name: 'Ann Example',
    email: ' ann@example.org ',
    audience: 'faith-leader',
    area: '',
  };

  test('are taken when they are complete', () => {
    expect(faultyFields(good)).toEqual([]);
  });

  test('are each found when they are not', () => {
    expect(faultyFields({ ...good, briefing: '', name: ' ', email: 'ann', audience: '' })).toEqual([
      'briefing',
      'name',
      'email',
      'audience',
    ]);
  });
});
