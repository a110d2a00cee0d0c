import { createHash, randomUUID } from 'node:crypto';
import type { DateTimeTimeZone, Event } from '@microsoft/microsoft-graph-types';
import { londonInstant, type LocalDate, type LocalTime } from '../../domain/shared/time.js';
import { refusalOf } from './rules.js';
import { DEFAULT_SETTINGS, joinUrlOf, objectIdOf, type GraphState } from './state.js';
import { answer, refuse, type Answer, type Asked } from './talk.js';

/** The calls on a mailbox's events. */
export function calendarCall(
  state: GraphState,
  asked: Asked,
  [mailbox = '', , id, action]: readonly string[],
): Answer {
  if (id === undefined && asked.method === 'POST') return create(state, asked, mailbox);
  if (id === undefined && asked.method === 'GET') return list(state, asked, mailbox);
  const index = state.events.findIndex(
    (kept) => kept.event.id === id && objectIdOf(kept.mailbox) === objectIdOf(mailbox),
  );
  const kept = state.events[index];
  if (!kept) return refuse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  if (action === 'cancel' && asked.method === 'POST') return cancel(state, asked, index);
  if (action !== undefined) return refuse(404, 'UnknownError', `no ${action} here`);
  if (asked.method === 'GET') return answer(200, seen(kept.event, asked));
  if (asked.method === 'PATCH') return change(state, asked, index);
  if (asked.method !== 'DELETE')
    return refuse(405, 'Request_BadRequest', 'Specified HTTP method is not allowed.');
  remove(state, index);
  return answer(204);
}

function create(state: GraphState, asked: Asked, mailbox: string): Answer {
  const refusal = refusalOf('newEvent', asked.body);
  if (refusal) return refuse(refusal.status, refusal.code, refusal.message);
  const wanted = asked.body as Event;
  const before = state.events.find(
    (kept) =>
      kept.mailbox === mailbox && wanted.transactionId && kept.event.transactionId === wanted.transactionId,
  );
  if (before) return answer(201, seen(before.event, asked));
  const late = clockFault(wanted);
  if (late) return refuse(400, 'ErrorPropertyValidationFailure', late);
  const id = createHash('sha256')
    .update(wanted.transactionId ?? randomUUID())
    .digest('base64url');
  const online = wanted.isOnlineMeeting === true && wanted.onlineMeetingProvider === 'teamsForBusiness';
  const joinUrl = joinUrlOf(id.replace(/[^A-Za-z0-9]/g, ''), mailbox);
  const event = { ...wanted, id, onlineMeeting: online ? { joinUrl } : null };
  state.events.push({ mailbox, event });
  if (online) {
    const organiser = objectIdOf(mailbox);
    const meetingId = Buffer.from(
      `1*${organiser}*0**${decodeURIComponent(new URL(joinUrl).pathname.split('/')[3] ?? '')}`,
    ).toString('base64');
    const subject = wanted.subject ?? null;
    state.meetings.push({
      organiser,
      meeting: { ...DEFAULT_SETTINGS, id: meetingId, joinWebUrl: joinUrl, subject },
    });
  }
  return answer(201, seen(event, asked));
}

function list(state: GraphState, asked: Asked, mailbox: string): Answer {
  const own = state.events.filter((kept) => objectIdOf(kept.mailbox) === objectIdOf(mailbox));
  const top = Number(asked.query.get('$top') ?? 10);
  return answer(200, { value: own.slice(0, top).map((kept) => seen(kept.event, asked)) });
}

function change(state: GraphState, asked: Asked, index: number): Answer {
  const refusal = refusalOf('eventChange', asked.body);
  if (refusal) return refuse(refusal.status, refusal.code, refusal.message);
  const kept = state.events[index];
  if (!kept) return refuse(404, 'ErrorItemNotFound', 'gone');
  const wanted = asked.body as Event;
  const changed = { ...kept.event, ...wanted, id: kept.event.id };
  const late = clockFault(changed);
  if (late) return refuse(400, 'ErrorPropertyValidationFailure', late);
  // The join link lives in the body of an online event: who writes the body loses it.
  const event = wanted.body && kept.event.isOnlineMeeting ? { ...changed, onlineMeeting: null } : changed;
  state.events[index] = { ...kept, event };
  return answer(200, seen(event, asked));
}

function cancel(state: GraphState, asked: Asked, index: number): Answer {
  const refusal = refusalOf('cancel', asked.body ?? {});
  if (refusal) return refuse(refusal.status, refusal.code, refusal.message);
  const { Comment, comment } = (asked.body ?? {}) as { Comment?: string; comment?: string };
  const kept = state.events[index];
  state.cancelled.push({ eventId: kept?.event.id ?? '', comment: Comment ?? comment ?? '' });
  remove(state, index);
  return answer(202);
}

function remove(state: GraphState, index: number): void {
  const [gone] = state.events.splice(index, 1);
  const link = gone?.event.onlineMeeting?.joinUrl;
  const meeting = state.meetings.findIndex((kept) => kept.meeting.joinWebUrl === link);
  if (meeting >= 0) state.meetings.splice(meeting, 1);
}

/** As Outlook answers: in UTC unless a zone is preferred. */
function seen(event: Event, asked: Asked): Event {
  const inLondon = /outlook\.timezone="(Europe\/London|GMT Standard Time)"/.test(asked.prefer);
  if (inLondon) return event;
  return { ...event, start: inUtc(event.start), end: inUtc(event.end) };
}

function inUtc(moment: DateTimeTimeZone | null | undefined): DateTimeTimeZone | null {
  const at = instantOf(moment);
  return at === undefined ? null : { dateTime: `${at.slice(0, 19)}.0000000`, timeZone: 'UTC' };
}

function instantOf(moment: DateTimeTimeZone | null | undefined): string | undefined {
  const [date = '', time = ''] = (moment?.dateTime ?? '').split('T');
  const found = londonInstant(date as LocalDate, time.slice(0, 5) as LocalTime);
  return found.kind === 'instant' ? found.at : undefined;
}

function clockFault({ start, end }: Event): string | undefined {
  const [from, to] = [instantOf(start), instantOf(end)];
  if (from === undefined || to === undefined) return 'A time does not exist on that day.';
  return from < to ? undefined : 'The end must come after the start.';
}
