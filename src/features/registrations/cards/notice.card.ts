import { cardFrom } from '../../../bot/card.js';
import template from './notice.card.json' with { type: 'json' };

/** A heading and a sentence or two about something that went wrong. */
export const noticeCard = cardFrom<{ title: string; message: string }>(template);
