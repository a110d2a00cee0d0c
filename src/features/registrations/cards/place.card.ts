import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { whenInWords } from '../../../domain/briefing/words.js';
import { regionById } from '../../../domain/shared/region.js';
import type { NoticeWords } from '../notice-words.js';
import type { Place } from '../ports.js';
import { canRegister, canWithdraw, joinUrlOf, placeBadge, type PlaceBadge } from './place-badge.js';
import template from './place.card.json' with { type: 'json' };

type Data = PlaceBadge & {
  title: string;
  style: string;
  code: string;
  regionName: string;
  when: string;
  paragraphs: readonly { text: string }[];
  topics: readonly { topic: string }[];
  joinUrl: string;
  canRegister: boolean;
  canWithdraw: boolean;
};

const render = cardFrom<Data>(template);

/** One briefing with the person's own place, under the words that say what has happened. */
export function placeCard(
  place: Place,
  words: Pick<NoticeWords, 'title' | 'style' | 'paragraphs'>,
): AdaptiveCard {
  const { briefing } = place;
  return render({
    ...placeBadge(place),
    title: words.title,
    style: words.style,
    code: briefing.code,
    regionName: regionById(briefing.region).name,
    when: whenInWords(briefing),
    paragraphs: words.paragraphs.map((text) => ({ text })),
    topics: briefing.topics.map(({ title }) => ({ topic: title })),
    joinUrl: joinUrlOf(place),
    canRegister: canRegister(place),
    canWithdraw: canWithdraw(place),
  });
}
