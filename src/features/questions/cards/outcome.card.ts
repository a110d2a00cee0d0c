import { cardFrom } from '../../../bot/card.js';
import type { AdaptiveCard } from '../../../bot/kit.js';
import { addressOf } from '../../../domain/guidance/resource.js';
import type { Outcome } from '../outcome.js';
import template from './outcome.card.json' with { type: 'json' };
import { plainText, reachOf } from './words.js';

interface Data {
  readonly id: string;
  readonly style: string;
  readonly danger: string;
  readonly title: string;
  readonly seenBy: string;
  readonly message: string;
  readonly words: string;
  readonly lines: readonly { name: string; reach: string; when: string }[];
  readonly hasBriefings: boolean;
  readonly briefingsTitle: string;
  readonly briefings: readonly { code: string; regionName: string; when: string; join: string }[];
  readonly hasResources: boolean;
  readonly resources: readonly { title: string; url: string }[];
  readonly asksArea: boolean;
  readonly calls: boolean;
  readonly choices: readonly { choice: string; label: string; style: string }[];
  readonly canWithdraw: boolean;
  readonly stored: boolean;
}

const render = cardFrom<Data>(template);

const STYLES: Readonly<Record<Outcome['kind'], string>> = {
  emergency: 'attention',
  asked_back: 'warning',
  needs_area: 'warning',
  queued: 'accent',
  referred: 'good',
  answered_here: 'emphasis',
};

const SEEN_BY: Readonly<Record<Outcome['kind'], string>> = {
  emergency: 'Only you see this',
  asked_back: '❓ Nobody has seen your message yet',
  needs_area: '🔒 Private: only your local policing team will see it',
  queued: '● Presenters do not see your name',
  referred: '🔒 Private: only you and your local policing team see it',
  answered_here: 'Only you see this',
};

/** What has become of a message, for its asker; `words` repeats the question where it is not just above. */
export function outcomeCard(outcome: Outcome, words = ''): AdaptiveCard {
  const { kind } = outcome;
  const resources = outcome.resources.map((resource) => ({
    title: resource.title,
    url: addressOf(resource) ?? '',
  }));
  return render({
    id: outcome.id ?? '',
    style: STYLES[kind],
    danger: kind === 'asked_back' || kind === 'needs_area' ? 'In danger now? Call 999.' : '',
    title: outcome.title,
    seenBy: SEEN_BY[kind],
    message: outcome.message,
    words: plainText(words),
    lines: outcome.lines.map((line) => ({ name: line.name, reach: reachOf(line), when: line.when })),
    hasBriefings: outcome.briefings.length > 0,
    briefingsTitle:
      outcome.route === 'out_of_scope' ? 'A coming briefing that covers it' : 'Coming briefings',
    briefings: outcome.briefings.map(({ joinUrl, ...briefing }) => ({
      ...briefing,
      join: joinUrl === undefined ? '' : `[Join in Teams](${joinUrl})`,
    })),
    hasResources: resources.length > 0,
    resources,
    asksArea: kind === 'needs_area',
    calls: kind === 'emergency' || kind === 'asked_back',
    choices: outcome.id === null ? [] : outcome.choices.map(withStyle),
    canWithdraw: outcome.withdrawable && outcome.id !== null,
    stored: outcome.id !== null,
  });
}

const withStyle = (
  { choice, label }: Outcome['choices'][number],
  index: number,
): Data['choices'][number] => ({
  choice,
  label,
  style: choice === 'now' ? 'destructive' : index === 0 ? 'positive' : 'default',
});
