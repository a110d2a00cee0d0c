import type { Attendee, Event, OnlineMeeting } from '@microsoft/microsoft-graph-types';
import { graphFault, type GraphFault } from './faults.js';
import { MEETING_POLICY, weakerThanPolicy } from './meeting-policy.js';
import type { Graph } from './requests.js';
import type { GraphPlace } from './settings.js';

const ZONE = 'Europe/London';
/** Outlook's own name of the same zone, which it may answer with. */
const SAME_ZONE: readonly string[] = [ZONE, 'GMT Standard Time'];
const PREFER = `IdType="ImmutableId", outlook.timezone="${ZONE}"`;

interface Times {
  readonly start: string;
  readonly end: string;
}

type Done = { readonly kind: 'done' } | GraphFault;

/** Makes and keeps briefings' meetings as calendar events of the organiser mailboxes. */
export function graphMeetings(graph: Graph, place: Pick<GraphPlace, 'organiser'>) {
  return {
    /** Permission: Calendars.ReadWrite. */
    async create(
      wanted: Times & {
        readonly region: string;
        readonly subject: string;
        readonly description: string;
        readonly presenters: readonly string[];
        readonly transactionId: string;
      },
    ): Promise<
      | {
          readonly kind: 'made';
          readonly organiser: string;
          readonly eventId: string;
          readonly joinUrl: string;
        }
      | GraphFault
    > {
      const organiser = place.organiser(wanted.region);
      if (!organiser) return graphFault('no-organiser');
      const answer = await graph({
        method: 'post',
        path: `/users/${encodeURIComponent(organiser)}/events`,
        body: newEvent(wanted),
        prefer: PREFER,
        repeatable: true, // the transaction id makes it so
      });
      if (answer.kind === 'fault') return answer;
      return settled(graph, { organiser, wanted, event: answer.body as Event });
    },

    /** Permission: OnlineMeetings.ReadWrite.All and an application access policy for the organiser. */
    async secure(meeting: {
      readonly organiser: string;
      readonly joinUrl: string;
      readonly presenters: readonly string[];
    }): Promise<
      | { readonly kind: 'as-policy'; readonly onlineMeetingId: string }
      | { readonly kind: 'weaker'; readonly onlineMeetingId: string; readonly weaker: readonly string[] }
      | GraphFault
    > {
      const meetings = `/users/${encodeURIComponent(organiserIdIn(meeting.joinUrl) ?? meeting.organiser)}/onlineMeetings`;
      const found = await onlineMeetingOf(graph, meetings, meeting.joinUrl);
      if (found.kind === 'fault') return found;
      const path = `${meetings}/${encodeURIComponent(found.id)}`;
      const set = await graph({ method: 'patch', path, body: settingsOf(meeting), repeatable: true });
      if (set.kind === 'fault') return set;
      const read = await graph({ method: 'get', path, repeatable: true });
      if (read.kind === 'fault') return read;
      const weaker = weakerThanPolicy(read.body as OnlineMeeting);
      const onlineMeetingId = found.id;
      return weaker.length === 0
        ? { kind: 'as-policy', onlineMeetingId }
        : { kind: 'weaker', onlineMeetingId, weaker };
    },

    /** Sends start and end alone: a `body` would drop the join link. Permission: Calendars.ReadWrite. */
    move: (event: Times & { readonly organiser: string; readonly eventId: string }): Promise<Done> =>
      patchEvent(graph, event, timesOf(event)),

    /** The list replaces the one on the event, which only ever holds presenters. Permission: Calendars.ReadWrite. */
    invite: (event: {
      readonly organiser: string;
      readonly eventId: string;
      readonly presenters: readonly string[];
    }): Promise<Done> => patchEvent(graph, event, { attendees: attendeesOf(event.presenters) }),

    /** Permission: Calendars.ReadWrite. */
    async cancel(event: {
      readonly organiser: string;
      readonly eventId: string;
      readonly comment: string;
    }): Promise<Done> {
      const answer = await graph({
        method: 'post',
        path: `${eventPath(event)}/cancel`,
        body: { Comment: event.comment },
        prefer: PREFER,
        repeatable: true, // an event that is gone counts as cancelled
      });
      if (answer.kind === 'ok' || answer.cause === 'not-found') return { kind: 'done' };
      return answer;
    },
  };
}

export type GraphMeetings = ReturnType<typeof graphMeetings>;

function newEvent(wanted: Parameters<GraphMeetings['create']>[0]): Event {
  return {
    subject: wanted.subject,
    body: { contentType: 'text', content: wanted.description },
    ...timesOf(wanted),
    attendees: attendeesOf(wanted.presenters),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    hideAttendees: true,
    responseRequested: false,
    allowNewTimeProposals: false,
    transactionId: wanted.transactionId,
  };
}

/** A repeated create answers with the event of the first, which may stand at an earlier plan's time. */
async function settled(
  graph: Graph,
  made: { organiser: string; wanted: Parameters<GraphMeetings['create']>[0]; event: Event },
): ReturnType<GraphMeetings['create']> {
  const { organiser, wanted, event } = made;
  if (!event.id) return graphFault('rejected', 'an event without id');
  const key = { organiser, eventId: event.id };
  if (isElsewhere(event, wanted)) {
    const moved = await patchEvent(graph, key, timesOf(wanted));
    if (moved.kind === 'fault') return moved;
  }
  const joinUrl = event.onlineMeeting?.joinUrl ?? (await joinUrlLater(graph, key));
  if (typeof joinUrl !== 'string') return joinUrl;
  return { kind: 'made', ...key, joinUrl };
}

function isElsewhere({ start, end }: Event, wanted: Times): boolean {
  const differs = (at: Event['start'], wall: string): boolean =>
    SAME_ZONE.includes(at?.timeZone ?? '') && at?.dateTime?.slice(0, 19) !== wall;
  return differs(start, wanted.start) || differs(end, wanted.end);
}

/** The join link may come a moment after the event; a mailbox without Teams never gets one. */
async function joinUrlLater(
  graph: Graph,
  key: { organiser: string; eventId: string },
): Promise<string | GraphFault> {
  const path = `${eventPath(key)}?$select=id,isOnlineMeeting,onlineMeeting,onlineMeetingProvider`;
  const answer = await graph({ method: 'get', path, prefer: PREFER, repeatable: true });
  if (answer.kind === 'fault') return answer;
  const event = answer.body as Event;
  if (event.onlineMeeting?.joinUrl) return event.onlineMeeting.joinUrl;
  return graphFault(event.isOnlineMeeting === false ? 'no-licence' : 'not-ready');
}

async function onlineMeetingOf(
  graph: Graph,
  meetings: string,
  joinUrl: string,
): Promise<{ kind: 'found'; id: string } | GraphFault> {
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
  const answer = await graph({ method: 'get', path: `${meetings}?$filter=${filter}`, repeatable: true });
  // Straight after the event its meeting may not be found yet.
  if (answer.kind === 'fault')
    return answer.cause === 'not-found' ? graphFault('not-ready', answer.detail) : answer;
  const id = (answer.body as { value?: readonly OnlineMeeting[] }).value?.[0]?.id;
  return id ? { kind: 'found', id } : graphFault('not-ready');
}

/** Presenters of the organiser's own organisation get their role; Teams knows no others before they join. */
function settingsOf({
  organiser,
  presenters,
}: {
  organiser: string;
  presenters: readonly string[];
}): OnlineMeeting {
  const domain = organiser.split('@')[1]?.toLowerCase();
  const own = presenters.filter((address) => domain !== undefined && address.endsWith(`@${domain}`));
  if (own.length === 0) return MEETING_POLICY;
  return {
    ...MEETING_POLICY,
    participants: { attendees: own.map((upn) => ({ upn, role: 'presenter' as const })) },
  };
}

async function patchEvent(
  graph: Graph,
  key: { organiser: string; eventId: string },
  change: Event,
): Promise<Done> {
  const answer = await graph({
    method: 'patch',
    path: eventPath(key),
    body: change,
    prefer: PREFER,
    repeatable: true,
  });
  return answer.kind === 'fault' ? answer : { kind: 'done' };
}

const eventPath = ({ organiser, eventId }: { organiser: string; eventId: string }): string =>
  `/users/${encodeURIComponent(organiser)}/events/${encodeURIComponent(eventId)}`;

const timesOf = ({ start, end }: Times): Pick<Event, 'start' | 'end'> => ({
  start: { dateTime: start, timeZone: ZONE },
  end: { dateTime: end, timeZone: ZONE },
});

const attendeesOf = (presenters: readonly string[]): Attendee[] =>
  presenters.map((address) => ({ type: 'required', emailAddress: { address } }));

/**
 * The organiser's object id, which a join link carries in its `context`. Calls for online meetings need it: an
 * application access policy does not count for a mail address.
 */
function organiserIdIn(joinUrl: string): string | undefined {
  try {
    const context: unknown = JSON.parse(new URL(joinUrl).searchParams.get('context') ?? 'null');
    const id = (context as { Oid?: unknown } | null)?.Oid;
    return typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
