/** Where a message can go, in order of precedence: where a message holds two, the earlier wins. */
export const ROUTES = [
  'emergency',
  'suspicious_activity',
  'report_crime',
  'local_policing',
  'event_help',
  'presenter',
  'out_of_scope',
] as const;

export type Route = (typeof ROUTES)[number];

export interface BriefingTopic {
  readonly title: string;
  readonly summary: string;
}

/** What triage needs to know of a briefing. Any field may be empty; none is trusted to be well written. */
export interface TriageBriefing {
  readonly id: string;
  readonly title: string;
  readonly audience: readonly string[];
  readonly topics: readonly BriefingTopic[];
}
