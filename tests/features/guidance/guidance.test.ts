import { guidanceIndex } from '../../../src/adapters/search/guidance-index.js';
import { CARD_LIMIT_BYTES } from '../../../src/bot/card.js';
import type { Turn } from '../../../src/bot/kit.js';
import { guidanceView } from '../../../src/contract/guidance.js';
import { guidanceFeature, guidanceHelp } from '../../../src/features/guidance/index.js';
import type { Person } from '../../../src/domain/shared/person.js';
import { NOW } from '../../support/memory/briefing-builders.js';
import { aStranger } from '../../support/memory/registration-builders.js';

const feature = guidanceFeature({ indexOf: guidanceIndex, libraryUrl: 'https://teams.example/library' });
const turn = (person: Person, text: string): Turn => ({
  person,
  scope: 'personal',
  deliveryKey: 'one',
  conversationId: 'chat',
  language: 'en',
  text,
  now: NOW,
});

async function say(words: string, person = aStranger()) {
  const [command] = feature.chat.commands;
  const taken = await command?.take(turn(person, words), words);
  if (taken?.kind !== 'reply' || taken.reply.kind !== 'card') throw new Error('no card');
  return taken.reply.card;
}

const titlesIn = (card: object): readonly string[] =>
  [...JSON.stringify(card).matchAll(/"tooltip":"Open ([^"]+)"/g)].map(([, title = '']) => title);

describe('guidance in chat', () => {
  test.each([
    ['blue book', 'Blue Book'],
    ['blu book', 'Blue Book'],
    ['run hide tell', 'Run'],
    ['lone working', 'Personal Safety at work'],
    ['elearning', 'e-Learning'],
  ])('“%s” finds %s first or near it', async (words, title) => {
    expect(
      titlesIn(await say(words))
        .slice(0, 3)
        .join(' | '),
    ).toMatch(new RegExp(title, 'i'));
  });

  test('has 999 on top, links, notes of state and the way to the whole library', async () => {
    const card = JSON.stringify(await say('e-learning'));
    expect(card.indexOf('**999**')).toBeGreaterThan(0);
    expect(card.indexOf('**999**')).toBeLessThan(card.indexOf('Action.OpenUrl'));
    expect(card).toContain('⚠ Moved. Now offered on ProtectUK');
    expect(card).toContain('https://teams.example/library');
  });

  test('shows ten a page and turns the pages, each card small enough', async () => {
    const [verb] = feature.chat.verbs;
    const titles = new Set<string>();
    for (let page = 1; page <= 5; page += 1) {
      const taken = await verb?.take(turn(aStranger(), ''), { words: '', page: String(page) });
      if (taken?.kind !== 'reply' || taken.reply.kind !== 'card') throw new Error('no card');
      expect(Buffer.byteLength(JSON.stringify(taken.reply.card), 'utf8')).toBeLessThan(CARD_LIMIT_BYTES);
      expect(titlesIn(taken.reply.card).length).toBeLessThanOrEqual(10);
      for (const title of titlesIn(taken.reply.card)) titles.add(title);
    }
    expect(titles.size).toBeGreaterThan(35);
  });

  test('words that fit nothing are said back plainly, and never the newspaper article', async () => {
    expect(JSON.stringify(await say('zzqqxx'))).toContain('Nothing in the library fits “zzqqxx”');
    expect(JSON.stringify(await say('daily mail newspaper article'))).not.toContain('dailymail.co.uk');
  });
});

describe('the library over HTTP', () => {
  test('holds 47 resources, the lines with 999 first, and counts that fit them', async () => {
    const [route] = feature.http.routes;
    const reply = await route?.run({} as never);
    if (reply?.kind !== 'ok') throw new Error('no reply');
    const view = guidanceView.parse(reply.body);
    expect(view.resources).toHaveLength(47);
    expect(view.lines[0]).toMatchObject({ phone: '999' });
    expect(new Set(view.lines.map(({ name }) => name)).size).toBe(view.lines.length);
    for (const { value, count } of view.facets.type) {
      expect(view.resources.filter(({ type }) => type === value)).toHaveLength(count);
    }
    expect(view.facets.audience.length).toBeGreaterThan(3);
  });
});

describe('help with an answer', () => {
  test('is at most three resources that fit the words, the nation and the audience', () => {
    const found = guidanceHelp.resourcesFor('money for a guard at our mosque', {
      nation: 'england',
      audience: 'faith-leader',
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(3);
    expect(found.map(({ id }) => id)).toContain('mosques-scheme');
    const schemes = (nation: 'england' | 'scotland') =>
      guidanceHelp
        .resourcesFor('protective security schemes for places of worship', { nation })
        .map(({ id }) => id);
    expect(schemes('england')).toContain('worship-schemes');
    expect(schemes('scotland')).not.toContain('worship-schemes');
    expect(guidanceHelp.resourcesFor('quantum marmalade')).toEqual([]);
  });

  test('gives 999 first in every nation, and without one the lines of the whole kingdom', () => {
    for (const nation of ['england', 'wales', 'scotland', 'northern-ireland', undefined] as const) {
      expect(guidanceHelp.linesFor(nation)[0]?.phone).toBe('999');
    }
    const names = guidanceHelp.linesFor('scotland').map(({ name }) => name);
    expect(names).toContain('Report online to Police Scotland');
    expect(guidanceHelp.linesFor().map(({ name }) => name)).not.toContain('Report online to Police Scotland');
  });
});
