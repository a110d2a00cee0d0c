import type { LocalDate } from '../shared/time.js';
import type { Topic } from './briefing.js';

export const TOPIC_LIMIT = 8;
export const TITLE_LIMIT = 80;
export const SUMMARY_LIMIT = 400;

/** Covered in every briefing. In substance after the letter of 29 January 2024. */
const ALWAYS: readonly Topic[] = [
  {
    title: 'Personal security and the Blue Book',
    summary:
      'Everyday habits that lower risk for you, your family and your staff, following the Blue Book guide to personal security: routines, travel, surgeries and visitors, and what to do when something feels wrong.',
  },
  {
    title: 'Reporting an emergency or a crime',
    summary:
      'Call 999 when somebody is in danger or a crime is happening. Report other crimes online or on 101, tell the police you hold a public or faith role, and know who your neighbourhood Inspector is.',
  },
];

/** Taken in turn, three a briefing, so that each comes round more than once a year. */
const IN_TURN: readonly Topic[] = [
  {
    title: 'ACT e-learning',
    summary:
      'The free online counter-terrorism awareness course: what it covers, how long it takes, and how to bring your whole office or congregation through it.',
  },
  {
    title: 'Suspicious mail and deliveries',
    summary:
      'What makes a letter or parcel suspicious, how to open post safely, and the steps to take at once: do not touch it, clear the room, call 999.',
  },
  {
    title: 'Online safety',
    summary:
      'Protecting accounts, devices and personal details, with the NCSC’s guidance for people in politics: two-step verification, updates, impersonation, and keeping evidence of abuse.',
  },
  {
    title: 'Lone working and visits',
    summary:
      'Planning surgeries, home visits and canvassing: telling somebody where you are, choosing where you sit, leaving early, and the Suzy Lamplugh Trust’s advice for work, home and travel.',
  },
  {
    title: 'Places of worship',
    summary:
      'Welcoming people while staying alert: stewards and doors, an emergency plan, working with community security bodies, and the protective security schemes one can apply to.',
  },
  {
    title: 'Noticing and reporting suspicious activity',
    summary:
      'What hostile reconnaissance can look like around an office, home or venue, why a small detail is worth passing on, and how to use the Anti-Terrorist Hotline and the online form.',
  },
  {
    title: 'Home and family',
    summary:
      'Sensible locks, lights and alarms, what to keep out of public view, and helping family members to agree on what to do if somebody unwelcome comes to the door.',
  },
];

/** A briefing's topics until its lead edits them: two that always come and three that change with the month. */
export function defaultTopics(date: LocalDate): readonly Topic[] {
  const round = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  const first = (round * 3) % IN_TURN.length;
  const turn = [0, 1, 2].flatMap((step) => IN_TURN[(first + step) % IN_TURN.length] ?? []);
  return [...ALWAYS, ...turn];
}

export type TopicsDecision =
  | { readonly kind: 'topics'; readonly topics: readonly Topic[] }
  | { readonly kind: 'refused'; readonly problem: string };

/** The topics as typed by a lead: blank rows fall away; a summary without a title is not lost but asked about. */
export function editTopics(rows: readonly Topic[]): TopicsDecision {
  const topics = rows
    .map(({ title, summary }) => ({ title: title.trim(), summary: summary.trim() }))
    .filter(({ title, summary }) => title !== '' || summary !== '');
  const problem = topicsProblem(topics);
  return problem === undefined ? { kind: 'topics', topics } : { kind: 'refused', problem };
}

function topicsProblem(topics: readonly Topic[]): string | undefined {
  if (topics.length === 0) return 'Give at least one topic: questions are checked against them.';
  if (topics.length > TOPIC_LIMIT) return `Give at most ${String(TOPIC_LIMIT)} topics.`;
  const untitled = topics.findIndex((topic) => topic.title === '');
  if (untitled >= 0) return `Topic ${String(untitled + 1)} has no title. Give it one, or empty its summary.`;
  const long = topics.findIndex(
    (topic) => topic.title.length > TITLE_LIMIT || topic.summary.length > SUMMARY_LIMIT,
  );
  if (long < 0) return undefined;
  return `Topic ${String(long + 1)} is too long: ${String(TITLE_LIMIT)} characters for the title and ${String(SUMMARY_LIMIT)} for the summary.`;
}
