import { cardFrom } from '../../../bot/card.js';
import template from './notice.card.json' with { type: 'json' };

const render = cardFrom<{ title: string; style: string; paragraphs: readonly { text: string }[] }>(template);

/** A heading and some plain paragraphs. */
export const noticeCard = (
  title: string,
  paragraphs: readonly string[],
  style: 'emphasis' | 'warning' | 'attention' = 'emphasis',
) => render({ title, style, paragraphs: paragraphs.map((text) => ({ text })) });
