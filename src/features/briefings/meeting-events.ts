import type { Briefing } from '../../domain/briefing/briefing.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';
import type { BriefingStore, MeetingKey } from './ports.js';

/** A meeting was started or ended in Teams, as the bot's meeting events tell. */
export interface MeetingEvent extends MeetingKey {
  readonly at: Instant;
  /** The Bot Framework conversation reference, to speak in the meeting later. */
  readonly reference?: Readonly<Record<string, unknown>>;
}

export type MeetingEventOutcome =
  | { readonly kind: 'marked'; readonly code: BriefingCode }
  /** It was marked before, or the briefing is cancelled. */
  | { readonly kind: 'unchanged'; readonly code: BriefingCode }
  /** No briefing of ours. */
  | { readonly kind: 'unknown' };

/** Marks a briefing as running, remembers its conversation, and reopens it when its meeting starts again. */
export const openBriefing =
  (ports: { store: BriefingStore }) =>
  (event: MeetingEvent): Promise<MeetingEventOutcome> =>
    mark(ports.store, event, (briefing) => {
      const reopened = briefing.closedAt !== undefined && event.at > briefing.closedAt;
      if (briefing.openedAt !== undefined && !reopened) return undefined;
      return { openedAt: briefing.openedAt ?? event.at, closedAt: null };
    });

/** Marks a briefing as over. An end that was sent before its start is known is kept all the same. */
export const closeBriefing =
  (ports: { store: BriefingStore }) =>
  (event: MeetingEvent): Promise<MeetingEventOutcome> =>
    mark(ports.store, event, (briefing) =>
      briefing.closedAt === undefined ? { closedAt: event.at } : undefined,
    );

/** Which briefing a meeting is, if it is one of ours. */
export const briefingOfMeeting =
  (ports: { store: BriefingStore }) =>
  (key: MeetingKey): Promise<Briefing | undefined> =>
    ports.store.findByMeeting(key);

async function mark(
  store: BriefingStore,
  event: MeetingEvent,
  decide: (briefing: Briefing) => { openedAt?: Instant; closedAt?: Instant | null } | undefined,
): Promise<MeetingEventOutcome> {
  const found = await store.findByMeeting(event);
  if (!found) return { kind: 'unknown' };
  const { code } = found;
  if (event.conversationId) {
    const { at, reference } = event;
    await store.keepConversation(event.conversationId, { code, at, ...(reference ? { reference } : {}) });
  }
  for (const _attempt of [1, 2, 3]) {
    const briefing = await store.find(code);
    const change = briefing && briefing.status !== 'cancelled' ? decide(briefing) : undefined;
    if (!briefing || !change) return { kind: 'unchanged', code };
    const entry = {
      subject: 'briefing' as const,
      subjectId: code,
      event: change.openedAt ? 'opened' : 'closed',
      actor: 'system' as const,
      at: event.at,
    };
    if (await store.change({ code, version: briefing.version, change }, { record: [entry], outgoing: [] })) {
      return { kind: 'marked', code };
    }
  }
  throw new Error(`${code} kept changing while its meeting event was written`);
}
