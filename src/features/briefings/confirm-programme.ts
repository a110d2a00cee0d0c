import type { NewBriefing } from '../../domain/briefing/briefing.js';
import type { CalendarData } from '../../domain/briefing/clashes.js';
import { planProgramme } from '../../domain/briefing/schedule-plan.js';
import { defaultTopics } from '../../domain/briefing/topics.js';
import type { Person } from '../../domain/shared/person.js';
import { mayLead } from '../../domain/shared/policy.js';
import type { RegionId } from '../../domain/shared/region.js';
import type { Instant } from '../../domain/shared/time.js';
import type { BriefingStore, Draft } from './ports.js';
import { onlyLeadOf } from './refusals.js';

export type Confirmation =
  /** `made` is how many briefings this very click wrote; 0 when the draft had been used before. */
  | { readonly kind: 'programme'; readonly region: RegionId; readonly year: number; readonly made: number }
  | { readonly kind: 'refused'; readonly problem: string };

/**
 * Writes a draft's briefings and sends the jobs that make their meetings. However often it is clicked or delivered,
 * the draft is used once; dates that have since passed or been taken are left out.
 */
export const confirmProgramme =
  (ports: { store: BriefingStore; calendar: CalendarData }) =>
  async (input: { person: Person; draft: string; now: Instant }): Promise<Confirmation> => {
    const { person, now } = input;
    const draft = await ports.store.findDraft(input.draft);
    if (!draft || draft.person !== person.id) {
      return {
        kind: 'refused',
        problem: 'This preview is not yours or is no longer kept. Type the command again.',
      };
    }
    const { region, year } = draft.request;
    if (!mayLead(person, region)) return { kind: 'refused', problem: onlyLeadOf(region) };
    if (draft.status === 'discarded') {
      return {
        kind: 'refused',
        problem: 'This preview was discarded. Type the command again to start afresh.',
      };
    }
    const used = await ports.store.useDraft(
      { id: draft.id, person: person.id, at: now },
      (open, existing) => {
        const briefings = briefingsOf(open, { now, calendar: ports.calendar, others: existing });
        return { briefings, told: toldOf(briefings, person, now) };
      },
    );
    return { kind: 'programme', region, year, made: used.kind === 'written' ? used.briefings.length : 0 };
  };

function briefingsOf(draft: Draft, known: Parameters<typeof planProgramme>[1]): readonly NewBriefing[] {
  const plan = planProgramme(draft.request, known);
  if (plan.kind === 'refused') return [];
  const { region, presenters } = draft.request;
  return plan.sessions.flatMap((session) => {
    if (session.kind !== 'new') return [];
    const { code, date, time, minutes, startsAt, endsAt } = session;
    const topics = defaultTopics(date);
    return {
      code,
      region,
      date,
      time,
      minutes,
      startsAt,
      endsAt,
      presenters,
      topics,
      createdBy: draft.person,
    };
  });
}

function toldOf(briefings: readonly NewBriefing[], person: Person, at: Instant) {
  return {
    outgoing: briefings.map(({ code }) => ({ job: 'briefings.create-meeting', data: { code } })),
    record: briefings.map(({ code, region, startsAt }) => ({
      subject: 'briefing' as const,
      subjectId: code,
      event: 'scheduled',
      actor: person.id,
      at,
      data: { region, startsAt },
    })),
  };
}
