/** Whom a person speaks for. It decides which local team answers a specific question (see `routing/team.ts`). */
export type Audience = 'elected-official' | 'private-office' | 'faith-leader' | 'parish-councillor' | 'other';

/** One sentence part for each audience, as people see it. */
export const AUDIENCE_LABELS: Readonly<Record<Audience, string>> = {
  'elected-official': 'Elected official or candidate',
  'private-office': 'Private office staff',
  'faith-leader': 'Faith leader',
  'parish-councillor': 'Parish, town or community councillor',
  other: 'Somebody else',
};

export const AUDIENCES: readonly Audience[] = [
  'elected-official',
  'private-office',
  'faith-leader',
  'parish-councillor',
  'other',
];

/** Whether a text is one of the audiences. */
export function isAudience(text: string): text is Audience {
  return (AUDIENCES as readonly string[]).includes(text);
}
