import { AUDIENCES, AUDIENCE_LABELS, type Audience } from '../../../domain/shared/audience.js';
import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import template from './area.card.json' with { type: 'json' };

interface AreaCardData {
  title: string;
  message: string;
  facts: { title: string; value: string }[];
  asks: boolean;
  audience: Audience;
  button: string;
  suggestions: { name: string }[];
}

const render = cardFrom<AreaCardData & { audiences: { label: string; value: string }[] }>(template);

const audiences = AUDIENCES.map((value) => ({ value, label: AUDIENCE_LABELS[value] }));

/** Where a person belongs, and who they are: both decide which local team gets their questions. */
export const areaCard = (data: AreaCardData): AdaptiveCard => render({ ...data, audiences });
