import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { dateInWords } from '../../../domain/briefing/words.js';
import { audienceOf, EXCLUSION_LABELS, type Tally } from '../../../domain/statement/circulation.js';
import type { Statement } from '../../../domain/statement/statement.js';
import type { PersonId } from '../../../domain/shared/ids.js';
import { londonClock } from '../../../domain/shared/time.js';
import type { Desk } from '../see-statements.js';
import formTemplate from './draft-form.card.json' with { type: 'json' };
import template from './circulate.card.json' with { type: 'json' };

/** The whole text of so many drafts fits on one card. */
const SHOWN_DRAFTS = 3;

const render = cardFrom<{
  notice: string;
  inForce: string;
  facts: readonly { title: string; value: string }[];
  drafts: readonly { id: string; title: string; body: string; note: string; canRelease: boolean }[];
  more: string;
}>(template);
const renderForm = cardFrom<{ notice: string; title: string; body: string }>(formTemplate);

/** What a coordinator works with: a form, the drafts that wait, and how far the statement in force has come. */
export function circulateCard({ drafts, current }: Desk, viewer: PersonId, notice = ''): AdaptiveCard {
  const hidden = drafts.length - SHOWN_DRAFTS;
  return render({
    notice,
    inForce: current ? `${current.statement.title} (version ${String(current.statement.version)})` : '',
    facts: current ? factsOf(current.tally) : [],
    drafts: drafts.slice(0, SHOWN_DRAFTS).map((draft) => draftRow(draft, viewer)),
    more: hidden > 0 ? `${String(hidden)} older drafts are not shown; release or discard these first.` : '',
  });
}

/** The form again, with what was typed and what is wrong with it. */
export const draftFormCard = (typed: { title: string; body: string }, notice: string): AdaptiveCard =>
  renderForm({ ...typed, notice });

function draftRow(draft: Statement, viewer: PersonId) {
  const own = draft.draftedBy === viewer;
  const date = dateInWords(londonClock(draft.createdAt).date);
  return {
    id: draft.id,
    title: draft.title,
    body: draft.body,
    note: own
      ? `Your draft of ${date}. Another coordinator has to release it.`
      : `Draft of another coordinator, ${date}. Read it before you release it: it goes to everyone at once.`,
    canRelease: !own,
  };
}

function factsOf(tally: Tally): readonly { title: string; value: string }[] {
  const labels: Readonly<Record<string, string>> = EXCLUSION_LABELS;
  return [
    { title: 'Audience', value: String(audienceOf(tally)) },
    { title: 'Handed over', value: String(tally.delivered) },
    { title: 'Still to come', value: String(tally.pending) },
    { title: 'Failed', value: String(tally.failed) },
    ...tally.excluded.map(({ reason, count }) => ({
      title: 'Left out',
      value: `${String(count)}: ${labels[reason] ?? reason}`,
    })),
  ];
}
