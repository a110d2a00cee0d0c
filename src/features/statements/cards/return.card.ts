import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { dateInWords } from '../../../domain/briefing/words.js';
import { londonClock, plusMinutes } from '../../../domain/shared/time.js';
import type { ForceReturn } from '../quarterly-return.js';
import { FIGURE_LABELS, returnFile } from '../return-file.js';
import template from './return.card.json' with { type: 'json' };

const render = cardFrom<{
  title: string;
  period: string;
  facts: readonly { title: string; value: string }[];
  path: string;
  file: string;
}>(template);

/** A force's figures of a quarter, exact, for a coordinator. */
export function returnCard(made: ForceReturn): AdaptiveCard {
  const { force, quarter, figures, unfinished } = made;
  const from = dateInWords(londonClock(quarter.from).date);
  const to = dateInWords(londonClock(plusMinutes(quarter.to, -1)).date);
  return render({
    title: `Return of ${force.name}, ${quarter.name}`,
    period: `${from} to ${to}${unfinished ? '. The quarter is not over: these figures will change.' : ''}`,
    facts: FIGURE_LABELS.map(([key, label]) => ({ title: label, value: String(figures[key]) })),
    path: `/api/v1/returns/${force.id}/${quarter.name}`,
    file: returnFile(made),
  });
}
