/** A string that the compiler keeps apart from other strings: `Brand<'PersonId'>` is no `BriefingCode`. */
export type Brand<Name extends string> = string & { readonly __brand: Name };

/** A person anyone at all: attendee, presenter, lead. A UUID. */
export type PersonId = Brand<'PersonId'>;
/** A briefing's code, for example `NW-2027-02`; a second one that month gets `b`. */
export type BriefingCode = Brand<'BriefingCode'>;
/** A UUID. */
export type QuestionId = Brand<'QuestionId'>;
/** A UUID. */
export type ReferralId = Brand<'ReferralId'>;
/** A UUID. */
export type RegistrationId = Brand<'RegistrationId'>;
/** A local policing team's id: the force, then `neighbourhood` or `adviser`, then an optional area. */
export type TeamId = Brand<'TeamId'>;
/** A territorial police force's id, for example `greater-manchester` (the ids of data.police.uk). */
export type ForceId = Brand<'ForceId'>;

/** Marks a string that has been checked as the given kind of id. The caller vouches for the check. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the kind of id, as with `as`
export function brand<Id extends Brand<string>>(value: string): Id {
  return value as Id;
}
