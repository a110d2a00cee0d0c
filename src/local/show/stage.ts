import type { Connector } from '../connector/connector.js';
import type { MeetingPlan } from '../connector/clients.js';
import { meetingIds } from '../connector/state.js';
import type { MeetingRole } from '../connector/types.js';
import type { Instant } from '../../domain/shared/time.js';

/** A published briefing, as the composer reads it from the desk's own store. */
export interface LocalBriefing {
  readonly code: string;
  readonly title: string;
  readonly regionName: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Null until the calendar has made the meeting; such a briefing cannot begin. */
  readonly joinUrl: string | null;
  readonly onlineMeetingId: string | null;
  /** Mail addresses. */
  readonly lead: string;
  readonly presenters: readonly string[];
  readonly attendees: readonly string[];
}

/** Opens and closes meetings as the clock says. */
export interface Stage {
  /** Starts what should be running and ends what is over; harmless to repeat. */
  readonly settle: () => Promise<void>;
  /** The coming and running briefings, earliest first. */
  readonly briefings: () => Promise<readonly LocalBriefing[]>;
}

/** Calls do not overlap: a second one waits for the first. */
export function createStage(wiring: {
  connector: Connector;
  now: () => Instant;
  briefings: () => Promise<readonly LocalBriefing[]>;
}): Stage {
  let queue: Promise<void> = Promise.resolve();
  const coming = async (): Promise<readonly LocalBriefing[]> => {
    const all = await wiring.briefings();
    return all
      .filter((one) => one.endsAt > wiring.now())
      .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  };
  const once = async (): Promise<void> => {
    await endWhatIsOver(wiring.connector, wiring.now());
    for (const briefing of await coming()) {
      if (briefing.startsAt > wiring.now()) return;
      await begin(wiring.connector, briefing);
    }
  };
  return {
    settle: () => (queue = queue.then(once, once)),
    briefings: coming,
  };
}

async function endWhatIsOver(connector: Connector, now: Instant): Promise<void> {
  for (const meeting of connector.state.meetings()) {
    if (meeting.state === 'running' && meeting.endsAt <= now) await connector.clients.endMeeting(meeting.id);
  }
}

async function begin(connector: Connector, briefing: LocalBriefing): Promise<void> {
  const plan = planOf(connector, briefing);
  if (!plan) return;
  const known = connector.state.findMeeting(meetingIds(plan.name).meetingId);
  if (known && known.state !== 'scheduled') return;
  const meeting = await connector.clients.planMeeting(plan);
  await connector.clients.startMeeting(meeting.id);
}

/** Who is in the meeting: the region's lead as organiser, presenters, and those with a place. */
function planOf(connector: Connector, briefing: LocalBriefing): MeetingPlan | undefined {
  if (!briefing.joinUrl || !briefing.onlineMeetingId) return undefined;
  const roles: Record<string, MeetingRole> = {};
  const give = (address: string, role: MeetingRole): void => {
    const person = connector.state.findPerson(address);
    if (person && !(person.key in roles)) roles[person.key] = role;
  };
  give(briefing.lead, 'Organizer');
  for (const address of briefing.presenters) give(address, 'Presenter');
  for (const address of briefing.attendees) give(address, 'Attendee');
  if (Object.keys(roles).length === 0) return undefined;
  const { code: name, title, joinUrl, onlineMeetingId: graphId, startsAt, endsAt } = briefing;
  return { name, title, joinUrl, graphId, startsAt, endsAt, roles };
}
