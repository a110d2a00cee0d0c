import type { Delivered } from './deliver.js';
import type { CardContent, ChatMessage, TeamsConversation } from './types.js';

/** A card's action as the client sends it, with the card's inputs already in `data`. */
export interface CardClick {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly id?: string;
  readonly verb?: string;
  readonly title?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const UNREACHABLE = 'Unable to reach app. Please try again.';

/** What the clicker sees after the bot's answer: another card, words below the card, or nothing new. */
export function shownAfter(
  click: { message: ChatMessage; person: string; conversation: TeamsConversation },
  delivered: Delivered,
): ChatMessage {
  const { message, person, conversation } = click;
  const body = delivered.body as { statusCode?: number; type?: string; value?: unknown } | undefined;
  const quiet = { ...message, notices: without(message.notices, person) };
  if (delivered.status !== 200 || !body) return notice(quiet, person, { kind: 'error', text: UNREACHABLE });
  switch (body.type) {
    case 'application/vnd.microsoft.card.adaptive':
      return replaceCard(quiet, { person, conversation, card: body.value as CardContent });
    case 'application/vnd.microsoft.activity.message':
      return body.value ? notice(quiet, person, { kind: 'text', text: wordsOf(body.value) }) : quiet;
    case 'application/vnd.microsoft.error':
      return notice(quiet, person, { kind: 'error', text: errorText(body.value) });
    default:
      return (body.statusCode ?? 200) >= 400
        ? notice(quiet, person, { kind: 'error', text: UNREACHABLE })
        : quiet;
  }
}

/** In a shared conversation the new card is the clicker's own view; only an update of the message reaches everybody. */
function replaceCard(
  message: ChatMessage,
  input: { person: string; conversation: TeamsConversation; card: CardContent },
): ChatMessage {
  if (input.conversation.kind === 'personal')
    return { ...message, cards: [input.card, ...message.cards.slice(1)] };
  return { ...message, views: { ...message.views, [input.person]: input.card } };
}

const notice = (
  message: ChatMessage,
  person: string,
  shown: ChatMessage['notices'][string],
): ChatMessage => ({
  ...message,
  notices: { ...message.notices, [person]: shown },
});

const without = (notices: ChatMessage['notices'], person: string): ChatMessage['notices'] =>
  Object.fromEntries(Object.entries(notices).filter(([key]) => key !== person));

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function errorText(value: unknown): string {
  const message = (value as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' && message ? message : UNREACHABLE;
}
