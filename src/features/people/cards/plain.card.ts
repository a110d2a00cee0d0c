import { cardFrom } from '../../../bot/card.js';
import template from './plain.card.json' with { type: 'json' };

/** A heading and a sentence of our own; nothing that a person typed. */
export const plainCard = cardFrom<{ title: string; message: string }>(template);
