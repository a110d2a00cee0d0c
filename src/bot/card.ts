import { Template } from 'adaptivecards-templating';
import type { AdaptiveCard } from './kit.js';

/** Teams refuses messages over 100 KB; a card stays far below so that a phone shows it at once. */
export const CARD_LIMIT_BYTES = 25 * 1024;

/**
 * Makes a card's renderer from its template (adaptive card templating language, schema 1.5).
 * What a person typed must stand in a `RichTextBlock`/`TextRun`, which shows it as it is; a `TextBlock` reads Markdown.
 * Throws a `RangeError` when a rendered card is over the limit: page the list instead.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the card's own file names its data
export function cardFrom<Data extends object>(template: object): (data: Data) => AdaptiveCard {
  const expandable = new Template(template);
  return (data) => {
    const card = expandable.expand({ $root: data }) as AdaptiveCard;
    const size = Buffer.byteLength(JSON.stringify(card));
    if (size > CARD_LIMIT_BYTES) throw new RangeError(`card of ${String(size)} bytes is over the limit`);
    return card;
  };
}
