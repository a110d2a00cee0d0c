import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import type { Briefing, Topic } from '../../../domain/briefing/briefing.js';
import { TOPIC_LIMIT } from '../../../domain/briefing/topics.js';
import { whenInWords } from '../../../domain/briefing/words.js';
import editTemplate from './edit-topics.card.json' with { type: 'json' };
import template from './topics.card.json' with { type: 'json' };

const render = cardFrom<{
  code: string;
  when: string;
  notice: string;
  topics: readonly Topic[];
  canEdit: boolean;
}>(template);

/** What a briefing covers. */
export const topicsCard = (
  briefing: Briefing,
  view: { readonly lead: boolean; readonly notice?: string },
): AdaptiveCard =>
  render({
    code: briefing.code,
    when: whenInWords(briefing),
    notice: view.notice ?? '',
    topics: briefing.topics,
    canEdit: view.lead && briefing.status !== 'cancelled',
  });

const renderEdit = cardFrom<{
  code: string;
  problem: string;
  rows: readonly (Topic & { row: string })[];
}>(editTemplate);

/** The topics as inputs, with one empty row more while there is room. */
export function editTopicsCard(code: string, topics: readonly Topic[], problem = ''): AdaptiveCard {
  const rows = [...topics, { title: '', summary: '' }].slice(0, TOPIC_LIMIT);
  return renderEdit({
    code,
    problem,
    rows: rows.map((topic, index) => ({ ...topic, row: String(index + 1) })),
  });
}
