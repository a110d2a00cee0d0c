import {
  planProgramme,
  type ProgrammePlan,
  type ProgrammeRequest,
} from '../../domain/briefing/schedule-plan.js';
import type { CalendarData } from '../../domain/briefing/clashes.js';
import type { Person } from '../../domain/shared/person.js';
import { mayLead } from '../../domain/shared/policy.js';
import type { Ids } from '../../domain/shared/ports.js';
import type { Instant } from '../../domain/shared/time.js';
import type { BriefingStore } from './ports.js';
import { onlyLeadOf } from './refusals.js';

export type Proposal =
  | {
      readonly kind: 'preview';
      readonly draft: string;
      readonly plan: Extract<ProgrammePlan, { kind: 'plan' }>;
    }
  | { readonly kind: 'refused'; readonly problem: string };

/** Plans a region's year and keeps the plan as a draft that waits for Confirm. Nothing is made yet. */
export const proposeProgramme =
  (ports: { store: BriefingStore; ids: Ids; calendar: CalendarData }) =>
  async (input: { person: Person; request: ProgrammeRequest; now: Instant }): Promise<Proposal> => {
    const { person, request, now } = input;
    if (!mayLead(person, request.region)) return { kind: 'refused', problem: onlyLeadOf(request.region) };
    const plan = planProgramme(request, {
      now,
      calendar: ports.calendar,
      others: await ports.store.list({}),
    });
    if (plan.kind === 'refused') return plan;
    const draft = ports.ids.uuid();
    await ports.store.saveDraft({ id: draft, person: person.id, request, status: 'open', createdAt: now });
    return { kind: 'preview', draft, plan };
  };
