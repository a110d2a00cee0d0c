import { cardFrom } from '../card.js';
import type { AdaptiveCard } from '../kit.js';
import template from './notice.card.json' with { type: 'json' };

const render = cardFrom<Required<Notice>>(template);

/** A plain answer: what is the matter, what to do, what was typed, and commands one click away. */
export interface Notice {
  readonly title: string;
  readonly message: string;
  /** The canonical form of a command. */
  readonly usage?: string;
  /** What was typed, kept for them to send again. */
  readonly typed?: string;
  readonly offers?: readonly { readonly title: string; readonly text: string }[];
}

export const noticeCard = (notice: Notice): AdaptiveCard =>
  render({ usage: '', typed: '', offers: [], ...notice });
