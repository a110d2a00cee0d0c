import type { MeetingFault, Meetings } from '../../../src/features/briefings/ports.js';

interface KeptMeeting {
  transactionId: string;
  organiser: string;
  eventId: string;
  joinUrl: string;
  start: string;
  end: string;
  presenters: readonly string[];
  cancelled: boolean;
}

/** A calendar in memory that can be told to fail. */
export interface MemoryMeetings extends Meetings {
  readonly kept: KeptMeeting[];
  /** The fault that every call meets while it is set. */
  fault: MeetingFault | undefined;
  /** What reading back the settings finds too open. */
  weaker: readonly string[];
}

export const UNREACHABLE: MeetingFault = {
  kind: 'fault',
  cause: 'unreachable',
  problem: 'Microsoft 365 cannot be reached.',
  remedy: 'It is tried again by itself.',
  passing: true,
};

const GONE: MeetingFault = {
  ...UNREACHABLE,
  cause: 'not-found',
  problem: 'The event is gone.',
  passing: false,
};

export function memoryMeetings(): MemoryMeetings {
  const kept: KeptMeeting[] = [];
  const act = (eventId: string, change: (meeting: KeptMeeting) => void): { kind: 'done' } | MeetingFault => {
    if (self.fault) return self.fault;
    const meeting = kept.find((one) => one.eventId === eventId && !one.cancelled);
    if (!meeting) return GONE;
    change(meeting);
    return { kind: 'done' };
  };
  const self: MemoryMeetings = {
    kept,
    fault: undefined,
    weaker: [],
    async create({ transactionId, start, end, presenters }) {
      if (self.fault) return self.fault;
      let meeting = kept.find((one) => one.transactionId === transactionId);
      if (!meeting) {
        const number = String(kept.length + 1);
        const joinUrl = `https://teams.example.test/l/meetup-join/19%3ameeting_${number}%40thread.v2/0`;
        meeting = {
          transactionId,
          start,
          end,
          presenters,
          joinUrl,
          organiser: 'desk@example.test',
          eventId: `event-${number}`,
          cancelled: false,
        };
        kept.push(meeting);
      }
      Object.assign(meeting, { start, end });
      return {
        kind: 'made',
        organiser: meeting.organiser,
        eventId: meeting.eventId,
        joinUrl: meeting.joinUrl,
      };
    },
    async secure({ joinUrl }) {
      if (self.fault) return self.fault;
      const onlineMeetingId = `meeting of ${joinUrl}`;
      return self.weaker.length > 0
        ? { kind: 'weaker', onlineMeetingId, weaker: self.weaker }
        : { kind: 'as-policy', onlineMeetingId };
    },
    move: async ({ eventId, start, end }) =>
      act(eventId, (meeting) => Object.assign(meeting, { start, end })),
    invite: async ({ eventId, presenters }) =>
      act(eventId, (meeting) => Object.assign(meeting, { presenters })),
    async cancel({ eventId }) {
      const done = act(eventId, (meeting) => Object.assign(meeting, { cancelled: true }));
      return done === GONE ? { kind: 'done' } : done;
    },
  };
  return self;
}
