import type { Instant } from '../../domain/shared/time.js';
import type { CardContent, ChatMessage, TeamsConversation } from '../connector/types.js';
import type { SentMail } from '../outbox.js';
import type { GraphCall } from './graph-call.js';
import { titleOfCard, titleOfGraph } from './titles.js';

/** One thing that left the desk, as the page's strip shows it. */
export interface WorldEntry {
  readonly id: number;
  readonly at: Instant;
  readonly kind: 'graph' | 'mail' | 'card' | 'referral';
  /** In plain words: what happened. */
  readonly title: string;
  /** To whom, or which address was called. */
  readonly detail: string;
  /** The HTTP status, where there was one. */
  readonly status?: number;
  /** The thing itself: a request with its body, a mail, a card. */
  readonly content: unknown;
}

/** What the outside world saw, in order; the last 1,000 entries. */
export interface WorldFeed {
  readonly graph: (call: GraphCall) => void;
  readonly mail: (mail: SentMail) => void;
  readonly card: (message: ChatMessage, conversation: TeamsConversation, to: string) => void;
  readonly entries: () => readonly WorldEntry[];
  /** Forgets everything: called after the seed, so that visitors see only what they caused. */
  readonly clear: () => void;
  readonly onEntry: (listener: (entry: WorldEntry) => void) => () => void;
}

const KEPT = 1000;

export function createWorldFeed(wiring: { now: () => Instant }): WorldFeed {
  let entries: readonly WorldEntry[] = [];
  let lastId = 0;
  const listeners = new Set<(entry: WorldEntry) => void>();
  const add = (draft: Omit<WorldEntry, 'id' | 'at'>): void => {
    lastId += 1;
    const entry: WorldEntry = { id: lastId, at: wiring.now(), ...draft };
    entries = [...entries, entry].slice(-KEPT);
    for (const listener of listeners) listener(entry);
  };
  return {
    graph: (call) =>
      add({
        kind: 'graph',
        title: titleOfGraph(call),
        detail: `${call.method} ${shortPath(call.path)}`,
        status: call.status,
        content: sentOnly(call),
      }),
    mail: (mail) => add({ kind: 'mail', title: mail.subject, detail: `to ${mail.to}`, content: mail }),
    card(message, conversation, to) {
      for (const card of message.cards) {
        const kind = isReferral(card, conversation) ? 'referral' : 'card';
        add({ kind, title: titleOfCard(card), detail: `to ${to}`, content: card });
      }
    },
    entries: () => entries,
    clear: () => void (entries = []),
    onEntry(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const isReferral = (card: CardContent, conversation: TeamsConversation): boolean =>
  conversation.kind === 'channel' && JSON.stringify(card).includes('"referrals/');

/** The request alone: what it is about is for the title. */
const sentOnly = ({ about: _, ...sent }: GraphCall): object => sent;

const shortPath = (path: string): string => {
  const plain = decodeURIComponent(path.split('?')[0] ?? path);
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain;
};
