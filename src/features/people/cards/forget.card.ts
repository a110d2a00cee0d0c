import { cardFrom } from '../../../bot/card.js';
import template from './forget.card.json' with { type: 'json' };

/** Says what is held before it is removed. */
export const forgetCard = cardFrom<{ registrations: number; questions: number; referrals: number }>(template);
