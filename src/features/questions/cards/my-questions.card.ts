import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { dateInWords } from '../../../domain/briefing/words.js';
import type { QuestionState } from '../../../domain/question/question.js';
import { londonClock } from '../../../domain/shared/time.js';
import type { MyQuestion } from '../list-my-questions.js';
import template from './my-questions.card.json' with { type: 'json' };
import { pagesOf, preview, type Pages } from './words.js';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly mark: string;
  readonly color: string;
  readonly outcome: string;
  readonly asked: string;
}

const render = cardFrom<Pages & { title: string; summary: string; items: readonly Item[] }>(template);

const SHOWN = 300;

/** A person's own questions, ten a page. */
export function myQuestionsCard(
  questions: readonly MyQuestion[],
  at: { readonly total: number; readonly page: number },
): AdaptiveCard {
  const pages = pagesOf(at.total, at.page);
  const count = `${String(at.total)} ${at.total === 1 ? 'question' : 'questions'}`;
  const where = pages.pages > 1 ? `, page ${String(pages.page)} of ${String(pages.pages)}` : '';
  return render({
    ...pages,
    title: 'My questions',
    summary:
      at.total === 0
        ? 'You have asked nothing yet. Type “ask” and your question.'
        : `${count}${where}. Only you see this.`,
    items: questions.map(itemOf),
  });
}

function itemOf({ question, sentence }: MyQuestion): Item {
  const { date, time } = londonClock(question.askedAt);
  const briefing = question.briefing === undefined ? '' : ` · ${question.briefing}`;
  return {
    id: question.id,
    text: preview(question.text, SHOWN),
    ...badge(question.state),
    outcome: preview(sentence, SHOWN + 200),
    asked: `Asked ${dateInWords(date)}, ${time}${briefing}`,
  };
}

function badge(state: QuestionState): Pick<Item, 'mark' | 'color'> {
  switch (state) {
    case 'asked_back':
    case 'needs_area':
      return { mark: '❗', color: 'Warning' };
    case 'needs_review':
    case 'waiting':
      return { mark: '…', color: 'Accent' };
    case 'accepted':
    case 'answered':
    case 'referred':
    case 'handed_over':
      return { mark: '✓', color: 'Good' };
    case 'emergency':
      return { mark: '⚠', color: 'Attention' };
    default:
      return { mark: '○', color: 'Default' };
  }
}
