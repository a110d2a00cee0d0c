import { newReferral, type Referral } from '../routing/referral.js';
import { referralDue } from '../routing/response-clock.js';
import { teamFor } from '../routing/team.js';
import type { Audience } from '../shared/audience.js';
import type { ForceId, PersonId, QuestionId, ReferralId } from '../shared/ids.js';
import { regionOfForce, type HolidayNation } from '../shared/region.js';
import type { Instant, LocalDate } from '../shared/time.js';

/** A question's way to a local team, to be written with the question's own move. */
export interface NewReferral {
  readonly referral: Referral;
  readonly question: QuestionId;
  readonly person: PersonId;
  readonly force: ForceId;
}

/** The bank holidays of a nation. */
export type Holidays = (nation: HolidayNation) => ReadonlySet<LocalDate>;

/** Refers a question to the team that the asker's force and audience decide, with the times it is due. */
export function referQuestion(
  start: {
    readonly id: ReferralId;
    readonly question: QuestionId;
    readonly person: { readonly id: PersonId; readonly audience: Audience };
    readonly force: ForceId;
    readonly at: Instant;
  },
  holidays: Holidays,
): NewReferral {
  const nation = regionOfForce(start.force)?.nation ?? 'england-and-wales';
  const due = referralDue(start.at, holidays(nation));
  const team = teamFor(start.force, start.person.audience);
  return {
    referral: newReferral({ id: start.id, team, createdAt: start.at, due }),
    question: start.question,
    person: start.person.id,
    force: start.force,
  };
}
