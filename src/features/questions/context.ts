import { attendeeStatus } from '../../domain/briefing/briefing.js';
import { whenInWords } from '../../domain/briefing/words.js';
import type { Door } from '../../domain/question/question.js';
import type { QueueAccess } from '../../domain/question/state.js';
import type { TriageBriefing } from '../../domain/question/triage.js';
import type { BriefingCode } from '../../domain/shared/ids.js';
import type { Person } from '../../domain/shared/person.js';
import { regionById } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import type { BriefingContext, Briefings } from './ports.js';

/** The briefing that a message belongs to, and whether its presenters can be reached. */
export interface AskContext {
  readonly at?: BriefingContext;
  readonly queue: QueueAccess;
}

interface Where {
  readonly person: Pick<Person, 'id' | 'area'>;
  readonly briefing?: BriefingCode;
  readonly door: Door;
  readonly now: Instant;
}

/**
 * The briefing named, otherwise the one the person takes part in now or next, otherwise one they have asked to join,
 * otherwise their region's next, otherwise the next of all: a question always has a briefing while there is one.
 */
export async function contextOf(briefings: Briefings, where: Where): Promise<AskContext> {
  if (where.briefing !== undefined) {
    const named = await briefings.find(where.briefing, where.person.id);
    if (named && isOpen(named, where.now)) return { at: named, queue: accessTo(named, where) };
  }
  const at = nearest(await briefings.coming(where.person.id, where.now), where);
  return at ? { at, queue: accessTo(at, { ...where, door: 'personal' }) } : { queue: 'none' };
}

const isOpen = ({ briefing }: BriefingContext, now: Instant): boolean => {
  const status = attendeeStatus(briefing, now);
  return briefing.status !== 'creating' && (status === 'running' || status === 'coming');
};

const isAskedFor = ({ registration }: BriefingContext): boolean => registration === 'waiting';

const isMine = ({ registration }: BriefingContext): boolean => registration === 'confirmed';

function nearest(coming: readonly BriefingContext[], { person, now }: Where): BriefingContext | undefined {
  const open = coming.filter((entry) => isOpen(entry, now));
  const running = (entry: BriefingContext): boolean => attendeeStatus(entry.briefing, now) === 'running';
  const home = (entry: BriefingContext): boolean => entry.briefing.region === person.area?.region;
  return (
    open.find((entry) => isMine(entry) && running(entry)) ??
    open.find(isMine) ??
    open.find(isAskedFor) ??
    open.find((entry) => home(entry) && running(entry)) ??
    open.find(home) ??
    open[0]
  );
}

/**
 * Who has a confirmed place, or writes in the chat of the meeting while it runs, asks presenters directly; a moderator
 * reads the others first. The panel proves nothing: anyone can open it for any briefing.
 */
function accessTo(at: BriefingContext, { door, now }: Pick<Where, 'door' | 'now'>): QueueAccess {
  if (isMine(at)) return 'open';
  return door === 'meeting' && attendeeStatus(at.briefing, now) === 'running' ? 'open' : 'review';
}

const AUDIENCE = ['elected officials', 'private office staff', 'local faith leaders'];

/** A briefing as triage reads it; without one, a briefing of no topics. */
export function triageBriefing(at: BriefingContext | undefined): TriageBriefing {
  if (!at) return { id: '', title: '', audience: AUDIENCE, topics: [] };
  const { code, region, topics } = at.briefing;
  const title = `Personal security briefing, ${regionById(region).name}, ${whenInWords(at.briefing)}`;
  return { id: code, title, audience: AUDIENCE, topics };
}
