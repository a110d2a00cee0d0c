import type { Briefing } from '../../domain/briefing/briefing.js';
import { listInWords } from '../../domain/briefing/words.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { Instant } from '../../domain/shared/time.js';
import { meetingRequest, meetingTimes } from './meeting-request.js';
import { MeetingTrouble, orTrouble } from './meeting-trouble.js';
import type { BriefingStore, Meetings } from './ports.js';

export interface MakeMeetingPorts {
  readonly store: BriefingStore;
  readonly meetings: Meetings;
  /** A key in the form of a UUID that is always the same for the same words. */
  readonly stableUuid: (words: string) => string;
}

export type MadeMeeting =
  | { readonly kind: 'published' }
  | { readonly kind: 'held-back'; readonly briefing: Briefing; readonly reason: string }
  /** It has its meeting, is cancelled, or does not exist: nothing to do. */
  | { readonly kind: 'nothing-to-do' };

/**
 * Gives a briefing its meeting, sets the meeting to policy and publishes the briefing; settings weaker than policy
 * hold it back. Throws `MeetingTrouble` when the calendar service fails, with the reason kept on the briefing; run
 * again, it takes up where it stopped and never makes a second meeting.
 */
export const makeMeeting =
  (ports: MakeMeetingPorts) =>
  async (input: { code: BriefingCode; now: Instant }): Promise<MadeMeeting> => {
    const briefing = await ports.store.find(input.code);
    if (!briefing || briefing.status === 'cancelled' || briefing.status === 'published') {
      return { kind: 'nothing-to-do' };
    }
    try {
      return await makeAndSecure(ports, briefing, input.now);
    } catch (error) {
      if (error instanceof MeetingTrouble) await noteTrouble(ports.store, input.code, error);
      throw error;
    }
  };

async function makeAndSecure(
  ports: MakeMeetingPorts,
  briefing: Briefing,
  now: Instant,
): Promise<MadeMeeting> {
  const { store, meetings } = ports;
  const event = await eventOf(ports, briefing);
  const current = await store.find(briefing.code);
  if (current?.status === 'cancelled') {
    orTrouble(await meetings.cancel({ ...event, comment: current.statusReason ?? '' }));
    return { kind: 'nothing-to-do' };
  }
  const secured = orTrouble(await meetings.secure({ ...event, presenters: briefing.presenters }));
  const { onlineMeetingId } = secured;
  const reason = secured.kind === 'weaker' ? weakerSentence(secured.weaker) : undefined;
  const written = await store.change(
    {
      code: briefing.code,
      version: briefing.version,
      change: { status: reason ? 'held_back' : 'published', statusReason: reason ?? null, onlineMeetingId },
    },
    {
      record: [
        {
          subject: 'briefing',
          subjectId: briefing.code,
          event: reason ? 'held-back' : 'published',
          actor: 'system',
          at: now,
        },
      ],
      outgoing: [],
    },
  );
  if (!written) throw new Error(`${briefing.code} changed while its meeting was made`);
  return reason ? { kind: 'held-back', briefing, reason } : { kind: 'published' };
}

/** The briefing's event: a new one, or the one of an earlier try brought up to what the briefing says now. */
async function eventOf({ store, meetings, stableUuid }: MakeMeetingPorts, briefing: Briefing) {
  const { organiser, eventId, joinUrl } = briefing;
  if (organiser !== undefined && eventId !== undefined && joinUrl !== undefined) {
    orTrouble(await meetings.move({ organiser, eventId, ...meetingTimes(briefing) }));
    orTrouble(await meetings.invite({ organiser, eventId, presenters: briefing.presenters }));
    return { organiser, eventId, joinUrl };
  }
  // The code holds region, year and month and is never used again. The revision is left out on purpose: a move
  // between a try and its repeat must find the event of the first try, not make a second one.
  const transactionId = stableUuid(`meeting of ${briefing.code}`);
  const made = orTrouble(await meetings.create(meetingRequest(briefing, transactionId)));
  const event = { organiser: made.organiser, eventId: made.eventId, joinUrl: made.joinUrl };
  await store.keepEvent(briefing.code, event);
  return event;
}

function weakerSentence(weaker: readonly string[]): string {
  return `Held back because the meeting is less protected than policy asks: ${listInWords(weaker)}. Ask your Teams administrator to allow these settings for the organiser mailbox, then press Try again.`;
}

async function noteTrouble(
  store: BriefingStore,
  code: BriefingCode,
  { fault }: MeetingTrouble,
): Promise<void> {
  const briefing = await store.find(code);
  const statusReason = `${fault.problem} ${fault.remedy}`;
  if (!briefing || briefing.status === 'cancelled' || briefing.statusReason === statusReason) return;
  await store.change(
    { code, version: briefing.version, change: { statusReason } },
    { record: [], outgoing: [] },
  );
}
