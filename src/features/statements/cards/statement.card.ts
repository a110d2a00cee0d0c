import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { dateInWords } from '../../../domain/briefing/words.js';
import type { Statement } from '../../../domain/statement/statement.js';
import { londonClock, type Instant } from '../../../domain/shared/time.js';
import template from './statement.card.json' with { type: 'json' };

const render = cardFrom<{
  title: string;
  style: string;
  date: string;
  paragraphs: readonly { text: string }[];
}>(template);

const day = (at: Instant): string => dateInWords(londonClock(at).date);

/** A statement in force; the same card to everyone. */
export const statementCard = ({ title, body, createdAt, releasedAt }: Statement): AdaptiveCard =>
  render({
    title,
    style: 'warning',
    date: `Released on ${day(releasedAt ?? createdAt)}`,
    paragraphs: body
      .split(/\n{2,}/)
      .map((text) => ({ text: text.trim() }))
      .filter(({ text }) => text !== ''),
  });

/** To who released a statement: it has not gone out to everybody. */
export const undeliveredCard = (title: string, message: string): AdaptiveCard =>
  render({ title, style: 'attention', date: 'Circulation stopped', paragraphs: [{ text: message }] });

/** What stands while no statement has been released. In substance after the letter of 29 January 2024. */
export const noStatementCard = (now: Instant): AdaptiveCard =>
  render({
    title: 'No new statement',
    style: 'emphasis',
    date: `Checked on ${day(now)}`,
    paragraphs: [
      {
        text: 'No statement has been released here, so nothing has changed since the letter of 29 January 2024. It said that the police knew of nothing that pointed to a raised threat to elected representatives, their staff or faith communities.',
      },
      {
        text: 'The position is reviewed all the time. Should it change, you are told here or by mail without asking.',
      },
    ],
  });
