import { cardFrom } from '../../../bot/card.js';
import template from './programme-change.card.json' with { type: 'json' };

/** The words of a programme, to be edited; `problem` is empty unless the last words did not do. */
export const programmeChangeCard = cardFrom<{ draft: string; words: string; problem: string }>(template);
